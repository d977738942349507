/** So many listings stand side by side, at most. */
export const comparedMax = 4

export interface CompareSearch {
  /** Ids of listings, commas between, as the address has them. */
  ids: string
}

/** An address as what is to be compared; what is no id is left out, and each stands there once. */
export function readCompareSearch(given: Record<string, unknown>): CompareSearch {
  const ids = String(given.ids ?? '')
    .split(',')
    .filter((id) => /^[1-9]\d{0,14}$/.test(id))
  return { ids: [...new Set(ids)].slice(0, comparedMax).join(',') }
}

export const idsOf = ({ ids }: CompareSearch) => (ids === '' ? [] : ids.split(',').map(Number))
