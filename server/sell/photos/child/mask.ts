/** How much of each pixel is the thing, 0–1, row by row. */
export interface Mask {
  data: Float32Array
  width: number
  height: number
}

/** What a mask looks like; a thing that was cut out well is one piece with a clear edge that ends inside the picture. */
export interface MaskFigures {
  /** Of the picture that is the thing. */
  share: number
  /** Of the thing's area that is neither it nor background. */
  soft: number
  /** Of the thing that is its largest piece. */
  whole: number
  /** Of the picture's border that is the thing. */
  border: number
  /** Of what a line around the thing encloses that is the thing: holes and bitten edges lower it. */
  solid: number
}

/** From this figure on a mask is used. */
export const qualityMin = 0.6

const shareMin = 0.03
const shareMax = 0.9

/** Pixels that are surely the thing. */
const isThing = (value: number) => value >= 0.5

export function figuresOf({ data, width, height }: Mask): MaskFigures {
  const total = width * height
  let things = 0
  let soft = 0
  for (const value of data) {
    if (isThing(value)) things++
    if (value > 0.1 && value < 0.9) soft++
  }
  if (things === 0) return { share: 0, soft: 0, whole: 0, border: 0, solid: 0 }
  let border = 0
  for (let x = 0; x < width; x++) {
    if (isThing(data[x]!)) border++
    if (isThing(data[(height - 1) * width + x]!)) border++
  }
  for (let y = 1; y < height - 1; y++) {
    if (isThing(data[y * width]!)) border++
    if (isThing(data[y * width + width - 1]!)) border++
  }
  const round3 = (value: number) => Math.round(value * 1000) / 1000
  return {
    share: round3(things / total),
    soft: round3(soft / things),
    whole: round3(largestPiece({ data, width, height }) / things),
    border: round3(border / (2 * (width + height) - 4)),
    solid: round3(things / enclosed({ data, width, height })),
  }
}

/**
 * 0–1: the product of what each figure leaves. Nothing of the picture, all of it, several pieces, a blurred edge, a thing
 * that runs out of the picture: each alone makes it a bad mask.
 */
export function qualityOf({ share, soft, whole, border, solid }: MaskFigures): number {
  if (share < shareMin || share > shareMax) return 0
  const parts = [
    falling(soft, 0.08, 0.4),
    1 - falling(whole, 0.75, 0.98),
    falling(border, 0.04, 0.3),
    1 - falling(solid, 0.3, 0.6),
  ]
  return Math.round(parts.reduce((product, part) => product * part, 1) * 100) / 100
}

/** 1 up to `good`, 0 from `bad` on, straight between them. */
const falling = (value: number, good: number, bad: number) =>
  Math.min(1, Math.max(0, (bad - value) / (bad - good)))

/** Pixels of the largest connected piece. */
function largestPiece({ data, width, height }: Mask): number {
  const seen = new Uint8Array(width * height)
  let largest = 0
  for (let start = 0; start < data.length; start++) {
    if (seen[start] === 1 || !isThing(data[start]!)) continue
    let size = 0
    const open = [start]
    seen[start] = 1
    while (open.length > 0) {
      const at = open.pop()!
      size++
      const x = at % width
      const reach = (next: number) => {
        if (seen[next] === 1 || !isThing(data[next]!)) return
        seen[next] = 1
        open.push(next)
      }
      if (x > 0) reach(at - 1)
      if (x < width - 1) reach(at + 1)
      if (at >= width) reach(at - width)
      if (at < width * (height - 1)) reach(at + width)
    }
    largest = Math.max(largest, size)
  }
  return largest
}

/** Pixels between the first and the last of the thing, line by line: the smaller count of rows and columns. */
function enclosed({ data, width, height }: Mask): number {
  let rows = 0
  for (let y = 0; y < height; y++) {
    let [first, last] = [-1, -1]
    for (let x = 0; x < width; x++)
      if (isThing(data[y * width + x]!)) {
        if (first < 0) first = x
        last = x
      }
    if (first >= 0) rows += last - first + 1
  }
  let columns = 0
  for (let x = 0; x < width; x++) {
    let [first, last] = [-1, -1]
    for (let y = 0; y < height; y++)
      if (isThing(data[y * width + x]!)) {
        if (first < 0) first = y
        last = y
      }
    if (first >= 0) columns += last - first + 1
  }
  return Math.min(rows, columns)
}
