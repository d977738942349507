/** A row of the list: cards side by side, or the line between what is new and what is not. */
export type Row = { kind: 'cards'; from: number; to: number } | { kind: 'divider' }

export const dividerHeight = 40

/**
 * The cards of a list in rows of so many. `newCount` = how many at its beginning are new: a line stands after them; null =
 * none is drawn.
 */
export function rowsOf(count: number, columns: number, newCount: number | null): Row[] {
  const rows: Row[] = []
  const add = (from: number, to: number) => {
    for (let at = from; at < to; at += columns)
      rows.push({ kind: 'cards', from: at, to: Math.min(to, at + columns) })
  }
  if (newCount === null || newCount <= 0 || newCount >= count) add(0, count)
  else {
    add(0, newCount)
    rows.push({ kind: 'divider' })
    add(newCount, count)
  }
  return rows
}

/** In which row a card stands. */
export function rowOf(rows: readonly Row[], card: number): number {
  let [low, high] = [0, rows.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (beginning(rows, middle) <= card) low = middle
    else high = middle - 1
  }
  const row = rows[low]
  return row?.kind === 'divider' ? low + 1 : low
}

/** The first card of a row, or of the one after the line. */
function beginning(rows: readonly Row[], at: number): number {
  const row = rows[at]!
  if (row.kind === 'cards') return row.from
  const next = rows[at + 1]
  return next?.kind === 'cards' ? next.from : Number.POSITIVE_INFINITY
}
