import { z } from 'zod'
import { isStorable } from '../../core/text.ts'
import { categories, conditions } from '../../model/listing-schema.ts'
import { type PostingLanguage, postingLanguages } from '../../model/posting.ts'

/** What a model is asked to fill in. There is no price in it, no address, and nothing that it could have done. */
const said = <Value extends z.ZodType>(value: Value) =>
  z.object({
    /** Null = it cannot be told. */
    value,
    /** 0–1. */
    confidence: z.number(),
    /** The photo that shows it, from 1 on; null = none does. */
    photo: z.number().nullable(),
    /** The words on the thing that say it, as they stand there; null = none do. */
    words: z.string().nullable(),
  })

const text = z.string().nullable()
const line = said(z.string())

export const askedSchema = z.object({
  category: said(z.enum(categories).nullable()),
  condition: said(z.enum(conditions).nullable()),
  maker: said(text),
  model: said(text),
  title: said(text),
  details: z.array(line),
  defects: z.array(line),
  included: z.array(line),
  descriptions: z.array(line.extend({ language: z.enum(postingLanguages) })),
})

export const singles = ['category', 'condition', 'maker', 'model', 'title'] as const
export const lists = ['details', 'defects', 'included'] as const
export type AnswerField = (typeof singles)[number] | (typeof lists)[number] | 'descriptions'

/** One thing that a model says, and by what. */
export interface Said {
  value: string
  confidence: number
  photo: number | null
  words: string | null
}

/** Why something that a model said is not offered. */
export const dropReasons = [
  'malformed',
  'unknown-field',
  'too-long',
  'too-many',
  'hidden-characters',
  'other-script',
  'markup',
  'link',
  'contact',
  'price',
  'authenticity',
  'other-marketplace',
  'instruction',
  'prohibited',
  'no-evidence',
  'measure',
] as const
export type DropReason = (typeof dropReasons)[number]

export interface Dropped {
  /** `other` = a field that was not asked for. */
  field: AnswerField | 'other'
  because: DropReason
}

export interface StoredAnswer {
  single: Partial<Record<(typeof singles)[number], Said>>
  lines: Record<(typeof lists)[number], Said[]>
  descriptions: (Said & { language: PostingLanguage })[]
  /** What was sent, in the order of its numbers. */
  photoIds: number[]
  /** Words that were read on the photos, which were sent along. */
  read: string
  /** What could not be read of it. */
  dropped: Dropped[]
}

/** Kept of one text; what is offered is much shorter. */
const textCharsMax = 2_000
const listMax = 30

const stored = z.string().max(textCharsMax).refine(isStorable)
const kept = <Value extends z.ZodType>(value: Value) =>
  z.object({
    value,
    confidence: z.number().catch(0),
    photo: z.number().int().nullable().catch(null),
    words: stored.nullable().catch(null),
  })
const keptLine = kept(stored)
const singleSchemas = {
  category: kept(z.enum(categories).nullable()),
  condition: kept(z.enum(conditions).nullable()),
  maker: kept(stored.nullable()),
  model: kept(stored.nullable()),
  title: kept(stored.nullable()),
} as const

/**
 * What a model said, field by field: one that is not as it was asked for is dropped, and the others stay. Null where it is
 * nothing of what was asked for.
 */
export function readAnswer(
  value: unknown,
  sent: Pick<StoredAnswer, 'photoIds' | 'read'>,
): StoredAnswer | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const given = value as Record<string, unknown>
  const known = new Set<string>([...singles, ...lists, 'descriptions'])
  const names = Object.keys(given)
  if (!names.some((name) => known.has(name))) return null
  const dropped: Dropped[] = []
  if (names.some((name) => !known.has(name))) dropped.push({ field: 'other', because: 'unknown-field' })

  const single: StoredAnswer['single'] = {}
  for (const name of singles) {
    if (!isSaid(given[name])) continue
    const read = singleSchemas[name].safeParse(given[name])
    if (!read.success) dropped.push({ field: name, because: 'malformed' })
    else if (read.data.value !== null && read.data.value.trim() !== '')
      single[name] = { ...read.data, value: read.data.value.trim() }
  }
  const manyOf = <One extends { value: string }>(
    field: Exclude<AnswerField, (typeof singles)[number]>,
    schema: z.ZodType<One>,
  ): One[] => {
    const list = given[field]
    if (list === undefined || list === null) return []
    if (!Array.isArray(list)) {
      dropped.push({ field, because: 'malformed' })
      return []
    }
    if (list.length > listMax) dropped.push({ field, because: 'too-many' })
    return list.slice(0, listMax).flatMap((one: unknown) => {
      const read = schema.safeParse(one)
      if (!read.success) dropped.push({ field, because: 'malformed' })
      if (!read.success || read.data.value.trim() === '') return []
      return [{ ...read.data, value: read.data.value.trim() }]
    })
  }
  return {
    single,
    lines: {
      details: manyOf('details', keptLine),
      defects: manyOf('defects', keptLine),
      included: manyOf('included', keptLine),
    },
    descriptions: manyOf('descriptions', keptLine.extend({ language: z.enum(postingLanguages) })),
    ...sent,
    dropped,
  }
}

/** Small models leave out what they do not know, or say null instead of a field without a value. */
const isSaid = (given: unknown): boolean => given !== undefined && given !== null
