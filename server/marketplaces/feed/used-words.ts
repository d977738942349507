const words =
  /\b(?:certified )?(?:refurbished|renewed|reconditioned|pre-?owned|second[- ]hand|used|open[- ]box|b-?stock|ex-?demo|grade [abc])\b|\b(?:generalüberholt|gebraucht|aufbereitet|reconditionné|occasion|reacondicionado|ricondizionato|gereviseerd|tweedehands)/i

/** The words by which one of these texts says that a thing is not new; undefined where none does. */
export function usedIn(texts: readonly string[]): string | undefined {
  for (const text of texts) {
    const found = words.exec(text.slice(0, 500))?.[0]
    if (found !== undefined) return found.charAt(0).toUpperCase() + found.slice(1).toLowerCase()
  }
  return undefined
}
