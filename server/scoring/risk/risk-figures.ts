import type { RiskSignalName } from '../../model/risk.ts'

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
