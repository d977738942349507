import { z } from 'zod'
import { isStorable, oneLine } from '../../core/text.ts'
import { dealFilterQuery } from '../deals/deal-schema.ts'

/** Why a listing is not to be shown again. */
export const hideReasons = [
  'not-wanted',
  'too-expensive',
  'too-far',
  'wrong-thing',
  'bad-condition',
  'suspicious',
  'other',
] as const

const time = z.iso.datetime()
const text = (max: number) =>
  z.string().trim().min(1).max(max).refine(isStorable, 'has characters that cannot be stored')

/** What a person did with a listing, and wrote about it. */
export const markSchema = z.object({
  /** When; null = it is new to them. */
  seenAt: time.nullable(),
  hiddenAt: time.nullable(),
  hiddenReason: z.enum(hideReasons).nullable(),
  contactedAt: time.nullable(),
  boughtAt: time.nullable(),
  note: z.string().nullable(),
  tags: z.array(z.string()),
})
export type MarkView = z.output<typeof markSchema>

/** What is left out stays as it is. */
const change = z.strictObject({
  seen: z.boolean().optional(),
  hidden: z.boolean().optional(),
  /** Of what is hidden. */
  hiddenReason: z.enum(hideReasons).optional(),
  contacted: z.boolean().optional(),
  bought: z.boolean().optional(),
  note: text(2000).nullable().optional(),
  tags: z
    .array(z.string().overwrite(oneLine).pipe(text(50)))
    .max(20)
    .transform((tags) => [...new Set(tags)])
    .optional(),
})
export type MarkChange = z.output<typeof change>

const says = (given: MarkChange) => Object.values(given).some((value) => value !== undefined)
const withReason = (given: MarkChange) => given.hiddenReason === undefined || given.hidden === true
const reasonAlone = { path: ['hiddenReason'], message: 'is of what is hidden: give "hidden": true with it' }
const nothing = { path: ['mark'], message: 'says nothing: give one of its fields' }

export const markInputSchema = change
  .refine(says, { ...nothing, path: [] })
  .refine(withReason, reasonAlone)
  .meta({ example: { hidden: true, hiddenReason: 'too-far' } })

/** Listings that one request may mark. */
export const markedMax = 10_000

export const marksInputSchema = z
  .strictObject({
    ids: z.array(z.int().positive()).min(1).max(markedMax).optional(),
    /** What `GET /api/deals` takes, of which all that fits is marked. */
    filter: dealFilterQuery.strict().optional(),
    mark: change
      .refine(says, { ...nothing, path: [] })
      .refine(withReason, reasonAlone)
      .optional(),
    /** All that was first seen until then is no longer new, marked or not. Neither in the future nor back. */
    seenUpTo: z.iso.datetime({ offset: true }).optional(),
  })
  .refine(({ ids, filter }) => ids === undefined || filter === undefined, {
    path: ['filter'],
    message: 'give the ids of listings or a filter, not both',
  })
  .refine(({ ids, filter, mark }) => (mark === undefined) === (ids === undefined && filter === undefined), {
    path: ['mark'],
    message: 'goes with ids or a filter: what is marked, and how',
  })
  .refine(({ mark, seenUpTo }) => mark !== undefined || seenUpTo !== undefined, {
    path: ['seenUpTo'],
    message: 'nothing is asked for: give ids or a filter with a mark, or seenUpTo',
  })
  .meta({ example: { ids: [1, 2], mark: { seen: true } } })
export type MarksInput = z.output<typeof marksInputSchema>

/** What takes a change back: the body of `POST /api/listings/marks/undo`. */
const undoSchema = z.object({
  undo: z.uuid(),
  /** Until then it can be taken back. */
  expiresAt: time,
})

export const markedSchema = z.object({
  listingId: z.int(),
  mark: markSchema,
  undo: undoSchema,
})
export const manyMarkedSchema = z.object({
  /** Listings that are marked so now. */
  marked: z.int(),
  /** Ids of which there is no listing that you see. */
  missing: z.array(z.int()),
  seenUpTo: time.nullable(),
  undo: undoSchema,
})
export type ManyMarked = z.output<typeof manyMarkedSchema>
export const undoInputSchema = z
  .strictObject({ undo: z.uuid() })
  .meta({ example: { undo: '7f7b1c0e-3f5d-4c0a-9a55-0f6f3a4a1c55' } })

/** Columns of a mark; times as ISO text. */
export interface MarkValues {
  seenAt: string | null
  hiddenAt: string | null
  hiddenReason: (typeof hideReasons)[number] | null
  contactedAt: string | null
  boughtAt: string | null
  note: string | null
  tags: string[] | null
}

/** What marks were before a change: of each listing the fields that it set. */
export interface MarkUndo {
  fields: (keyof MarkValues)[]
  marks: ({ listingId: number } & Partial<MarkValues>)[]
  /** Absent where that was not changed; null = nothing was seen. */
  seenUpTo?: string | null
}
