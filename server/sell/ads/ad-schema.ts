import { z } from 'zod'
import { idInAddress } from '../../core/id-param.ts'
import { typedCurrencySchema } from '../../core/money.ts'
import { isStorable, withoutUnseen } from '../../core/text.ts'
import { postingFieldNames, postingLanguages } from '../../model/posting.ts'
import { usualChannels } from '../../model/rule-schema.ts'
import { saidShape } from '../../model/sentences/said.ts'
import { postSchema } from '../schema.ts'
import { defaultStyle, handovers, tones } from './writing/facts.ts'

const text = (max: number) =>
  z
    .string()
    .overwrite((given) => withoutUnseen(given).trim())
    .max(max)
    .refine(isStorable, 'has characters that cannot be stored')

/** Parameters of an address that names an item and a marketplace. */
export const adParams = z.object({ id: idInAddress, marketplace: z.string().max(50) })

/** Of the page that a person has before them, without what follows `?`. */
export const panelQuery = z.object({
  host: z.string().trim().toLowerCase().min(1).max(253),
  path: z.string().startsWith('/').max(2000).default('/'),
})
export type PanelQuery = z.output<typeof panelQuery>

export const adPanelSchema = z.object({
  /** null = none on which one can post, as far as is known. */
  place: z.object({ id: z.string(), name: z.string(), composerUrl: z.string() }).nullable(),
  /** The page is the marketplace's form for ads. */
  isForm: z.boolean(),
  /** The page is of one ad: its address. */
  adUrl: z.string().nullable(),
  /** Your things that are for sale, the newest first; `stands` = it is posted there already, as you told us. */
  items: z.array(z.object({ id: z.number().int(), title: z.string(), stands: z.boolean() })),
  itemsMore: z.boolean(),
})
export type AdPanel = z.output<typeof adPanelSchema>

/** `null` = as it is written of the facts; what is left out stays. */
export const adInputSchema = z
  .strictObject({
    title: text(300).nullable(),
    description: text(20_000).nullable(),
    priceCents: z.number().int().min(0).max(1e13).nullable(),
    currency: typedCurrencySchema.nullable(),
  })
  .partial()
  .meta({ example: { title: 'Oak desk, 140 × 70 cm', priceCents: 12000, currency: 'USD' } })
export type AdInput = z.output<typeof adInputSchema>

const own = z.partialRecord(z.enum(postingLanguages), text(500))
export const writingStyleSchema = z
  .strictObject({
    tone: z.enum(tones).default(defaultStyle.tone),
    handover: z.enum(handovers).default(defaultStyle.handover),
    /** Where it can be picked up, as it may stand in an ad. */
    place: text(100).nullable().default(null),
    /** Own words before and after the facts, by the ad's language; '' = none at all. */
    opening: own.default({}),
    closing: own.default({}),
    /** Where you are told of what your sales leave to do. */
    tasksOn: z
      .array(z.string().min(1).max(100))
      .max(20)
      .default([...usualChannels]),
  })
  .meta({
    example: {
      ...{ tone: 'friendly', handover: 'both', place: 'Portland', tasksOn: ['inbox'] },
      ...{ opening: {}, closing: { en: 'Smoke-free home.' } },
    },
  })

/** Where a person is told of what their sales leave to do, of their style as it is stored. */
export function tasksOnOf(style: unknown): string[] {
  const read = writingStyleSchema.safeParse(style ?? {})
  return read.success ? read.data.tasksOn : [...usualChannels]
}

export const adFieldSchema = z.object({
  name: z.enum(postingFieldNames),
  /** As its form calls it. */
  label: z.string(),
  isRequired: z.boolean(),
  /** What to put there; null = nothing is known, or nothing to copy (photos). */
  value: z.string().nullable(),
  characters: z.number().int(),
  charactersMax: z.number().int().nullable(),
  /** `yours` = you wrote it; `written` = of the facts. */
  from: z.enum(['yours', 'written', 'fact']),
})

export const adSchema = z.object({
  itemId: z.number().int(),
  marketplace: z.string(),
  name: z.string(),
  composerUrl: z.string(),
  manageUrl: z.string(),
  language: z.enum(postingLanguages),
  /** What its rules mean for whoever posts. */
  rules: z.string(),
  photosMax: z.number().int().nullable(),
  /** Of the thing, that can be shown. */
  photoCount: z.number().int(),
  /** In the order of its form. */
  fields: z.array(adFieldSchema),
  /** As it was written of the facts, to go back to. */
  written: z.object({ title: z.string(), description: z.string() }),
  isYours: z.boolean(),
  price: z.object({ cents: z.number().int(), currency: z.string() }).nullable(),
  findings: z.array(
    z.object({
      severity: z.enum(['error', 'warning', 'hint']),
      field: z.enum(['title', 'description', 'price', 'condition', 'brand', 'place', 'photos']).nullable(),
      sentence: z.string(),
      ...saidShape,
    }),
  ),
  /** Its ad there that has not ended; null = none. */
  post: postSchema.nullable(),
})
export type AdView = z.output<typeof adSchema>

const postingPlaceSchema = z.object({
  id: z.string(),
  name: z.string(),
  composerUrl: z.string(),
  manageUrl: z.string(),
  language: z.enum(postingLanguages),
  currencies: z.array(z.string()),
  titleCharactersMax: z.number().int().nullable(),
  descriptionCharactersMax: z.number().int().nullable(),
  photosMax: z.number().int().nullable(),
  runsDays: z.number().int().nullable(),
  renewableAfterDays: z.number().int().nullable(),
  rules: z.string(),
})
export type PostingPlaceView = z.output<typeof postingPlaceSchema>
export const postingPlacesSchema = z.object({ items: z.array(postingPlaceSchema) })
