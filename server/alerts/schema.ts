import { z } from 'zod'
import { currencySchema } from '../core/money.ts'
import { isStorable } from '../core/text.ts'
import { categories, conditions } from '../listings/schema.ts'
import { type ScoreWeightsChoice, scoreWeightsSchema } from '../scoring/schema.ts'

const text = (max: number) =>
  z.string().trim().min(1).max(max).refine(isStorable, 'has characters that cannot be stored')
const words = z.array(text(200)).max(50).default([])
const cents = z.number().int().min(0).max(1e13)

/** What a person wants to be told about, as they send it. Semantics: docs/rules.md. */
export const ruleInputSchema = z
  .strictObject({
    name: text(200),
    /** A term is a word or a phrase; quotes around it are optional and mean nothing more. */
    keywords: z.strictObject({ all: words, any: words, none: words }).default({ all: [], any: [], none: [] }),
    categories: z.array(z.enum(categories)).max(50).default([]),
    conditions: z.array(z.enum(conditions)).max(10).default([]),
    priceCentsMin: cents.nullish().transform((value) => value ?? null),
    priceCentsMax: cents.nullish().transform((value) => value ?? null),
    currency: currencySchema.default('USD'),
    /** ZIP code or city, looked up offline; null = anywhere. */
    place: text(200)
      .nullish()
      .transform((value) => value ?? null),
    radiusKm: z
      .number()
      .positive()
      .max(20_000)
      .nullish()
      .transform((value) => value ?? null),
    scoreMin: z
      .number()
      .int()
      .min(0)
      .max(100)
      .nullish()
      .transform((value) => value ?? null),
    /** What a good deal is to the person (docs/deal-score.md); null = balanced. */
    weights: scoreWeightsSchema.nullish().transform((value) => value ?? null),
    /** Marketplace ids; empty = all. */
    marketplaces: z.array(z.string().min(1).max(100)).max(50).default([]),
    /** Channel ids. */
    channels: z.array(z.string().min(1).max(100)).max(20).default(['inbox']),
    enabled: z.boolean().default(true),
  })
  .refine(
    (rule) =>
      rule.priceCentsMin === null || rule.priceCentsMax === null || rule.priceCentsMin <= rule.priceCentsMax,
    {
      path: ['priceCentsMax'],
      message: 'must not be below priceCentsMin',
    },
  )
  .refine((rule) => rule.radiusKm === null || rule.place !== null, {
    path: ['place'],
    message: 'is needed when a radius is given',
  })
export type RuleInput = z.output<typeof ruleInputSchema>

/** A rule ready for matching: its place looked up. */
export interface Rule {
  id: number
  userId: number
  name: string
  all: string[]
  any: string[]
  none: string[]
  categories: (typeof categories)[number][]
  conditions: (typeof conditions)[number][]
  priceCentsMin: number | null
  priceCentsMax: number | null
  currency: string
  place: {
    label: string
    lat: number
    lon: number
    radiusKm: number
    country?: string
    postalCode?: string
  } | null
  scoreMin: number | null
  weights: ScoreWeightsChoice | null
  marketplaces: string[]
  channels: string[]
  enabled: boolean
}

/** What a rule looks at in a listing. */
export interface MatchSubject {
  title: string
  description: string | null
  marketplace: string
  category: (typeof categories)[number]
  condition: (typeof conditions)[number] | null
  priceCents: number | null
  currency: string
  lat: number | null
  lon: number | null
}

/** A rule as the API gives it: the input's shape, with what was made of it. */
export const ruleSchema = z.object({
  id: z.number().int(),
  name: z.string(),
  keywords: z.object({ all: z.array(z.string()), any: z.array(z.string()), none: z.array(z.string()) }),
  categories: z.array(z.enum(categories)),
  conditions: z.array(z.enum(conditions)),
  priceCentsMin: z.number().nullable(),
  priceCentsMax: z.number().nullable(),
  currency: z.string(),
  place: z.string().nullable(),
  /** What the place was looked up to. */
  placeLabel: z.string().nullable(),
  radiusKm: z.number().nullable(),
  scoreMin: z.number().nullable(),
  weights: scoreWeightsSchema.nullable(),
  marketplaces: z.array(z.string()),
  channels: z.array(z.string()),
  enabled: z.boolean(),
  demo: z.boolean(),
  revision: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type RuleView = z.output<typeof ruleSchema>

/** Everything but the name may be left out of a preview. */
export const rulePreviewSchema = z.object({
  /** Stored listings looked at: the newest active ones. */
  lookedAt: z.number().int(),
  /** How many of them match, and how many might once their detail page is read. */
  matches: z.number().int(),
  unknown: z.number().int(),
  /** Matches among listings first seen in the last 7 days. */
  lastWeek: z.number().int(),
  items: z.array(
    z.object({
      listingId: z.number().int(),
      title: z.string(),
      url: z.string(),
      priceCents: z.number().nullable(),
      currency: z.string(),
      score: z.number().int(),
      demo: z.boolean(),
    }),
  ),
})
export type RulePreview = z.output<typeof rulePreviewSchema>
