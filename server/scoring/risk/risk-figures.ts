import type { RiskSignalName } from '../../model/risk.ts'
import type { SaidOf } from '../../model/sentences/sentences.ts'

/** Takes in a signal; one of weight 0 is none. */
export type Add = (name: RiskSignalName, weight: number, said: SaidOf<'risk'>) => void

/** Anything that is no figure counts as not known. */
export function known(figure: number | null): number | null {
  return figure !== null && figure >= 0 && Number.isFinite(figure) ? figure : null
}

/** A count that is surely whole and not negative. */
export function whole(count: number): number {
  return count > 0 ? Math.floor(Math.min(count, 1e9)) : 0
}
