import { type ProfitGroup, profitGroups } from './queries.ts'

/** By what an address asks to group the profit; what is none is left out. */
export function readProfitSearch(search: Record<string, unknown>): { by?: ProfitGroup | undefined } {
  const by = profitGroups.find((group) => group === search.by)
  return by === undefined ? {} : { by }
}
