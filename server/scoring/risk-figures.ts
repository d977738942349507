import type { RiskSignalName } from './risk-signal.ts'

/** Pairs of (x, weight), straight between them and level outside. */
export type Curve = readonly number[]

/** The weight at x. */
export function along(curve: Curve, x: number): number {
  const last = curve.length - 2
  if (x <= curve[0]!) return curve[1]!
  if (x >= curve[last]!) return curve[last + 1]!
  let i = 2
  while (curve[i]! < x) i += 2
  const part = (x - curve[i - 2]!) / (curve[i]! - curve[i - 2]!)
  return curve[i - 1]! + (curve[i + 1]! - curve[i - 1]!) * part
}

/** Takes in a signal; one of weight 0 is none. */
export type Add = (name: RiskSignalName, weight: number, sentence: string) => void

/** Anything that is no figure counts as not known. */
export function known(figure: number | null): number | null {
  return figure !== null && figure >= 0 && Number.isFinite(figure) ? figure : null
}

/** A count that is surely whole and not negative. */
export function whole(count: number): number {
  return count > 0 ? Math.floor(Math.min(count, 1e9)) : 0
}

/** A number with its noun. */
export function times(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`
}
