import { createHash } from 'node:crypto'
import { z } from 'zod'
import { AppError } from './errors.ts'
import { isStorable } from './text.ts'

/** Query of every list: how many, and where to go on. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  /** `next` or `previous` of an answer. */
  cursor: z.string().max(500).optional(),
})
export type PageQuery = Pick<z.output<typeof pageQuery>, 'limit'> & { cursor?: string | undefined }

/** A part of a list, with where to go on and where to go back to. */
export interface Page<View> {
  items: View[]
  next: string | null
  previous: string | null
}

/** A list that is given whole. */
export function whole<View>(items: View[]): Page<View> {
  return { items, next: null, previous: null }
}

/** Numbers and texts by which a list is ordered, of the row that a page begins after. */
type Position = readonly (string | number)[]
type Kind = 'number' | 'string'

/** What a page is asked for: of which list, from where, and which way. */
export interface Turn<At extends Position = Position> {
  list: string
  limit: number
  /** Null = from the beginning. */
  at: At | null
  /** What stands before `at` is asked for, nearest first. */
  isBack: boolean
}

/** Opaque text for a position in a list, to go on from or back from; a digest tells what was cut or changed. */
export function writeCursor(list: string, at: Position, isBack: boolean): string {
  const text = JSON.stringify([list, isBack ? 0 : 1, ...at])
  return `${Buffer.from(text).toString('base64url')}.${digest(text)}`
}

/**
 * Reads what page is asked for. A cursor that is damaged, or of another list or order, is refused (400). It tells a place
 * and nothing else: who made one up would get what he sees anyway.
 */
export function turnOf<const Kinds extends readonly Kind[]>(
  list: string,
  { limit, cursor }: PageQuery,
  kinds: Kinds,
): Turn<PositionOf<Kinds>> {
  if (cursor === undefined) return { list, limit, at: null, isBack: false }
  const [ofList, way, ...at] = read(cursor)
  const isOurs = ofList === list && (way === 0 || way === 1) && at.length === kinds.length
  if (!isOurs || !kinds.every((kind, index) => isPosition(at[index], kind))) throw badCursor()
  return { list, limit, at: at as unknown as PositionOf<Kinds>, isBack: way === 0 }
}

type PositionOf<Kinds extends readonly Kind[]> = {
  readonly [Index in keyof Kinds]: Kinds[Index] extends 'number' ? number : string
}

function read(cursor: string): unknown[] {
  const [encoded = '', given, ...rest] = cursor.split('.')
  const text = Buffer.from(encoded, 'base64url').toString('utf8')
  // The decoder ignores stray bits and signs, so what it reads must be what was written.
  const isWhole =
    rest.length === 0 && given === digest(text) && Buffer.from(text).toString('base64url') === encoded
  if (!isWhole) throw badCursor()
  const value: unknown = JSON.parse(text)
  return Array.isArray(value) ? value : []
}

function digest(text: string): string {
  return createHash('sha256').update('deal-scout cursor').update(text).digest('base64url').slice(0, 10)
}

function badCursor(): AppError {
  return new AppError({
    code: 'bad-cursor',
    status: 400,
    message:
      'The cursor is not of this list, or not whole: pass "next" or "previous" of a page of it, unchanged, or leave it out.',
    fields: { 'querystring.cursor': 'is not valid' },
  })
}

/** Ids, scores and times in ms: whole numbers that a database and a Date can hold. */
function isPosition(value: unknown, kind: Kind): boolean {
  if (kind === 'string') return typeof value === 'string' && isStorable(value)
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 8.64e15
}

/** How SQL walks a list that is ordered so: the comparison with the position, and the order of reading. */
export function walk(order: 'ASC' | 'DESC', isBack = false): { beyond: '<' | '>'; order: 'ASC' | 'DESC' } {
  const isUpwards = (order === 'ASC') !== isBack
  return isUpwards ? { beyond: '>', order: 'ASC' } : { beyond: '<', order: 'DESC' }
}

/**
 * Cuts one row more than asked for, as they were read, down to a page. A row that comes or goes meanwhile moves no other
 * to another page.
 */
export function page<Row, View>(
  rows: readonly Row[],
  turn: Turn,
  cursorOf: (row: Row) => Position,
  view: (row: Row) => View,
): Page<View> {
  const { list, limit, isBack } = turn
  const read = rows.slice(0, limit)
  const isMore = rows.length > limit
  const shown = isBack ? read.toReversed() : read
  const cursor = (row: Row | undefined, back: boolean) =>
    row === undefined ? null : writeCursor(list, cursorOf(row), back)
  return {
    items: shown.map(view),
    next: isBack || isMore ? cursor(shown.at(-1), false) : null,
    previous: (isBack ? isMore : turn.at !== null) ? cursor(shown[0], true) : null,
  }
}
