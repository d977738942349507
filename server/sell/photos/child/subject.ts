import type { Pixels } from './tones.ts'

/** Of the whole picture: where the thing is, in shares of its sides. */
export interface Box {
  left: number
  top: number
  width: number
  height: number
}

/** How far a pixel's colour may be from the border's and still be background; of 0–255 in each channel. */
const nearMax = 34
/** How much of the border must have one colour for the background to be plain. */
const plainShareMin = 0.92
/** Room that is left around the thing, of the picture's longer side. */
const paddingShare = 0.06
/** A crop that takes away less is not worth it. */
const keptShareMax = 0.82
/** What is smaller is more likely a speck than the thing. */
const subjectShareMin = 0.02

/** Where the border is of one colour, which pixels are that colour and joined to the border: 1 = background. */
export interface PlainBackground {
  colour: [red: number, green: number, blue: number]
  isBackground: Uint8Array
}

/** Null where the background is not plain. */
export function plainBackground(pixels: Pixels): PlainBackground | null {
  const { width, height } = pixels
  const border: number[] = []
  for (let x = 0; x < width; x++) border.push(x, (height - 1) * width + x)
  for (let y = 1; y < height - 1; y++) border.push(y * width, y * width + width - 1)
  const colour = [0, 1, 2].map((channel) =>
    medianOf(border.map((at) => pixels.data[at * 3 + channel]!)),
  ) as PlainBackground['colour']
  const near = border.filter((at) => isNear(pixels.data, at, colour))
  if (near.length < plainShareMin * border.length) return null
  return { colour, isBackground: flood(pixels, near, colour) }
}

/** Everything of the border's colour that can be reached from the border. */
function flood(
  { data, width, height }: Pixels,
  from: number[],
  colour: PlainBackground['colour'],
): Uint8Array {
  const reached = new Uint8Array(width * height)
  const open = [...from]
  for (const at of open) reached[at] = 1
  const reach = (at: number) => {
    if (reached[at] === 1 || !isNear(data, at, colour)) return
    reached[at] = 1
    open.push(at)
  }
  while (open.length > 0) {
    const at = open.pop()!
    const x = at % width
    if (x > 0) reach(at - 1)
    if (x < width - 1) reach(at + 1)
    if (at >= width) reach(at - width)
    if (at < width * (height - 1)) reach(at + width)
  }
  return reached
}

function isNear(data: Uint8Array, at: number, colour: PlainBackground['colour']): boolean {
  return colour.every((value, channel) => Math.abs(data[at * 3 + channel]! - value) <= nearMax)
}

function medianOf(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}

/** The crop around what is no background, with room; null where it would take away too little, or the thing is not sure. */
export function cropAround(isThing: (at: number) => boolean, width: number, height: number): Box | null {
  const columns = new Uint32Array(width)
  const rows = new Uint32Array(height)
  let count = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (!isThing(y * width + x)) continue
      columns[x]!++
      rows[y]!++
      count++
    }
  if (count < subjectShareMin * width * height) return null
  const [left, right] = endsOf(columns)
  const [top, bottom] = endsOf(rows)
  // What runs out of the picture would be cut off where the crop stops: there is none at that side.
  const pad = paddingShare * Math.max(width, height)
  const x0 = Math.max(0, left - pad)
  const y0 = Math.max(0, top - pad)
  const x1 = Math.min(width, right + 1 + pad)
  const y1 = Math.min(height, bottom + 1 + pad)
  if ((x1 - x0) * (y1 - y0) > keptShareMax * width * height) return null
  return { left: x0 / width, top: y0 / height, width: (x1 - x0) / width, height: (y1 - y0) / height }
}

/** The first and the last line with more in it than a speck. */
function endsOf(counts: Uint32Array): [first: number, last: number] {
  const isThere = (count: number) => count > 1
  const first = counts.findIndex(isThere)
  const last = counts.findLastIndex(isThere)
  return first < 0 ? [0, counts.length - 1] : [first, last]
}
