import type { Books } from '../queries.ts'

export type PlacedKind = Books['inNoLine'][number]

/** All kinds that may be in a line, those of a line beside each other. */
export const kindsOf = ({ yearLines, inNoLine }: Books): PlacedKind[] => [
  ...yearLines.flatMap(({ kinds }) => kinds),
  ...inNoLine,
]

/** The line that a kind is in; empty = none. */
export const lineOf = ({ yearLines }: Books, kind: PlacedKind): string =>
  yearLines.find(({ kinds }) => kinds.includes(kind))?.line ?? ''

/** The lines that a form says, in the order in which they come first; written alike but for capitals they are one. */
export function linesFrom(
  kinds: readonly PlacedKind[],
  text: (kind: PlacedKind) => string,
): { line: string; kinds: PlacedKind[] }[] {
  const lines = new Map<string, { line: string; kinds: PlacedKind[] }>()
  for (const kind of kinds) {
    const line = text(kind).trim()
    if (line === '') continue
    const known = lines.get(line.toLowerCase())
    if (known === undefined) lines.set(line.toLowerCase(), { line, kinds: [kind] })
    else known.kinds.push(kind)
  }
  return [...lines.values()]
}
