/** Side of the square that every photo is squeezed into before anything is computed; its shape is no evidence. */
export const side = 128

/** A photo as the hash sees it: `side` × `side`, row by row. */
export interface Picture {
  /** Luminance 0–255. */
  luminance: Uint8Array
  /** Mean blueness and redness (Cb and Cr of JFIF, −128 to 127) of the middle, where the thing is. */
  tint: readonly [cb: number, cr: number]
}

/** Cut off at left, top, right and bottom, as shares of width and height. */
export type Margins = readonly [left: number, top: number, right: number, bottom: number]

/** Of 8-bit RGB pixels, `side` × `side`. */
export function pictureOf(rgb: Uint8Array): Picture {
  const luminance = new Uint8Array(side * side)
  const edge = Math.round(side / 5)
  let blue = 0
  let red = 0
  for (let y = 0; y < side; y++) {
    const isMiddleRow = y >= edge && y < side - edge
    for (let x = 0; x < side; x++) {
      const at = (y * side + x) * 3
      const [r, g, b] = [rgb[at]!, rgb[at + 1]!, rgb[at + 2]!]
      luminance[y * side + x] = Math.round(0.299 * r + 0.587 * g + 0.114 * b)
      if (!isMiddleRow || x < edge || x >= side - edge) continue
      blue += -0.1687 * r - 0.3313 * g + 0.5 * b
      red += 0.5 * r - 0.4187 * g - 0.0813 * b
    }
  }
  const count = (side - 2 * edge) ** 2
  return { luminance, tint: [blue / count, red / count] }
}

/** Sums of the luminance above and left of each corner of a pixel, so that the mean of any rectangle is four reads. */
export function sumsOf(luminance: Uint8Array): Float64Array {
  const width = side + 1
  const sums = new Float64Array(width * width)
  for (let y = 0; y < side; y++) {
    let row = 0
    for (let x = 0; x < side; x++) {
      row += luminance[y * side + x]!
      sums[(y + 1) * width + x + 1] = sums[y * width + x + 1]! + row
    }
  }
  return sums
}

/** What is left inside the margins as `cells` × `cells` mean luminances. */
export function sample(sums: Float64Array, margins: Margins, cells: number): Float64Array {
  const [left, top, right, bottom] = margins
  const xStep = (side * (1 - left - right)) / cells
  const yStep = (side * (1 - top - bottom)) / cells
  const corners = cells + 1
  const grid = new Float64Array(corners * corners)
  for (let y = 0; y < corners; y++)
    for (let x = 0; x < corners; x++)
      grid[y * corners + x] = sumAt(sums, side * left + x * xStep, side * top + y * yStep)
  const out = new Float64Array(cells * cells)
  for (let y = 0; y < cells; y++)
    for (let x = 0; x < cells; x++) {
      const at = y * corners + x
      const sum = grid[at]! - grid[at + 1]! - grid[at + corners]! + grid[at + corners + 1]!
      out[y * cells + x] = sum / (xStep * yStep)
    }
  return out
}

/** Between the corners of pixels the sum runs straight in both directions. */
function sumAt(sums: Float64Array, x: number, y: number): number {
  const width = side + 1
  const x0 = Math.min(Math.floor(x), side - 1)
  const y0 = Math.min(Math.floor(y), side - 1)
  const [fx, fy] = [x - x0, y - y0]
  const at = y0 * width + x0
  const above = sums[at]! * (1 - fx) + sums[at + 1]! * fx
  const below = sums[at + width]! * (1 - fx) + sums[at + width + 1]! * fx
  return above * (1 - fy) + below * fy
}

/** Within one line of a border, after compression. */
const lineSpreadMax = 16
/** Between the lines of one border. */
const borderDriftMax = 10
const borderShareMax = 0.4

/** The even border around a picture (a frame, or what fills it up to a square); zeros where it has none. */
export function borderOf(luminance: Uint8Array): Margins {
  const share = (pixel: (line: number, at: number) => number) => {
    const lines = evenLines(pixel)
    // The line where border and picture meet is half of each.
    return lines === 0 ? 0 : (lines + 0.5) / side
  }
  const last = side - 1
  return [
    share((line, at) => luminance[at * side + line]!),
    share((line, at) => luminance[line * side + at]!),
    share((line, at) => luminance[at * side + last - line]!),
    share((line, at) => luminance[(last - line) * side + at]!),
  ]
}

/** How many lines from the edge on are of one brightness; 0 when so many are that it is no border. */
function evenLines(pixel: (line: number, at: number) => number): number {
  const most = Math.floor(side * borderShareMax)
  let first: number | undefined
  for (let line = 0; line < most; line++) {
    let [low, high] = [255, 0]
    for (let at = 0; at < side; at++) {
      const value = pixel(line, at)
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
    const middle = (low + high) / 2
    if (high - low > lineSpreadMax || Math.abs(middle - (first ?? middle)) > borderDriftMax) return line
    first ??= middle
  }
  return 0
}

/** The share of the picture that its three most frequent brightnesses (± 3) cover: near 1 in drawings and blanks. */
export function flatShare(luminance: Uint8Array): number {
  const counts = new Int32Array(256)
  for (const value of luminance) counts[value]!++
  let covered = 0
  for (let level = 0; level < 3; level++) {
    let [most, best] = [0, 0]
    for (let value = 0; value < 256; value++) {
      let near = 0
      for (let at = Math.max(0, value - 3); at <= Math.min(255, value + 3); at++) near += counts[at]!
      if (near > most) [most, best] = [near, value]
    }
    covered += most
    counts.fill(0, Math.max(0, best - 3), best + 4)
  }
  return covered / luminance.length
}
