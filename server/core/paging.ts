import { z } from 'zod'
import { badInput } from './errors.ts'
import { isStorable } from './text.ts'

/** Query of every list: how many, and where to go on. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
})

/** A keyset position as opaque text. */
export function writeCursor(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url')
}

/** Reads a cursor of `length` numbers or texts; a foreign or damaged one is bad input. */
export function readCursor(cursor: string, kinds: readonly ('number' | 'string')[]): (string | number)[] {
  try {
    const position: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (
      Array.isArray(position) &&
      position.length === kinds.length &&
      kinds.every((kind, index) => isPosition(position[index], kind))
    ) {
      return position as (string | number)[]
    }
  } catch {
    // Falls through to the one message below.
  }
  throw badInput('The cursor is not valid: pass the "next" of the page before, unchanged, or leave it out.', {
    cursor: 'is not valid',
  })
}

/** Ids, scores and times in ms: whole numbers that a database and a Date can hold. */
function isPosition(value: unknown, kind: 'number' | 'string'): boolean {
  if (kind === 'string') return typeof value === 'string' && isStorable(value)
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 8.64e15
}

/** Cuts one row more than asked for down to a page with its cursor. */
export function page<Row, View>(
  rows: Row[],
  limit: number,
  cursorOf: (row: Row) => readonly (string | number)[],
  view: (row: Row) => View,
): { items: View[]; next: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map(view),
    next: rows.length > limit && last !== undefined ? writeCursor(cursorOf(last)) : null,
  }
}
