import type { Pixels } from './tones.ts'

/** Levels per channel. */
const levels = 4
const lookLength = levels ** 3

/**
 * How a photo looks: the share of each of 64 colours in its middle, as hexadecimal, one byte each. For telling whether
 * two photos may show the same thing, beside when they were taken; it identifies nothing.
 */
export function lookOf({ data, width, height }: Pixels): string {
  const counts = new Float64Array(lookLength)
  const [x0, x1] = [Math.round(width * 0.15), Math.round(width * 0.85)]
  const [y0, y1] = [Math.round(height * 0.15), Math.round(height * 0.85)]
  let total = 0
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      const at = (y * width + x) * 3
      const level = (value: number) => Math.min(levels - 1, Math.floor((value * levels) / 256))
      counts[(level(data[at]!) * levels + level(data[at + 1]!)) * levels + level(data[at + 2]!)]!++
      total++
    }
  return Buffer.from(Array.from(counts, (count) => Math.round((255 * count) / Math.max(1, total)))).toString(
    'hex',
  )
}
