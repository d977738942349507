/** One thing that the palette leads to or does. */
export interface PaletteEntry {
  id: string
  text: string
  /** What it is: "Page", "Rule". */
  kind: string
  /** An address of the app; what has none is done by `run`. */
  to?: string
  run?(): void
}

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Those in which each word that was typed begins one, in their order; all of them before something was typed. */
export function matching(entries: readonly PaletteEntry[], typed: string): PaletteEntry[] {
  const wanted = fold(typed).split(/\s+/).filter(Boolean)
  return entries.filter(({ text, kind }) => {
    const words = fold(`${text} ${kind}`).split(/[^\p{L}\p{N}]+/u)
    return wanted.every((one) => words.some((word) => word.startsWith(one)))
  })
}
