import { z } from 'zod'
import { currencySchema } from '../core/money.ts'
import { isStorable, oneLine, withoutUnseen } from '../core/text.ts'
import type { ExchangeRates } from './exchange-rates.ts'
import { categories, conditions } from './listing-schema.ts'
import { type OfferKind, offerKinds } from './offer/kinds.ts'
import { type ScoreWeightsChoice, scoreWeightsSchema } from './score-schema.ts'

const text = (max: number) =>
  z
    .string()
    .overwrite(withoutUnseen)
    .trim()
    .min(1)
    .max(max)
    .refine(isStorable, 'has characters that cannot be stored')
const words = z.array(text(200)).max(50).default([])
const orNull = <T extends z.ZodType>(type: T) => type.nullish().transform((value) => value ?? null)
const cents = z.number().int().min(0).max(1e13)
const percent = z.number().int().min(0).max(100)
const radiusKm = z.number().positive().max(20_000)

/** How soon a rule notifies; docs/when.md. */
export const rhythms = ['immediately', 'hourly', 'daily', 'weekly'] as const
export type Rhythm = (typeof rhythms)[number]

/** How a thing must change hands. */
export const handovers = ['any', 'local', 'ships'] as const

/** Kinds of offer that a rule can ask for; docs/kinds.md. */
export const ruleKinds = [...offerKinds, 'any'] as const

/** Who names no channel reads it in the product's own inbox. */
export const usualChannels = ['inbox'] as const

/** What a person wants to be notified about, as they send it. Semantics: docs/rules.md. */
export const ruleInputSchema = z
  .strictObject({
    name: z.string().overwrite(oneLine).pipe(text(200)),
    /** A term is a word or a phrase; quotes around it are optional and mean nothing more. */
    keywords: z.strictObject({ all: words, any: words, none: words }).default({ all: [], any: [], none: [] }),
    /** A boolean expression over words, phrases and regular expressions, met beside `keywords`. */
    query: orNull(text(2_000)),
    categories: z.array(z.enum(categories)).max(50).default([]),
    conditions: z.array(z.enum(conditions)).max(10).default([]),
    /** Empty = things that work, what its own words name, and broken things where conditions have `for-parts`. */
    kinds: z.array(z.enum(ruleKinds)).max(ruleKinds.length).default([]),
    priceCentsMin: orNull(cents),
    priceCentsMax: orNull(cents),
    /** Price, shipping and the way, as the person's selling settings count it. */
    landedCentsMax: orNull(cents),
    /** Of this currency are all amounts of the rule. */
    currency: currencySchema.default('USD'),
    /** Whether the limits hold for prices in other currencies, too, at the day's exchange rate. */
    otherCurrencies: z.boolean().default(false),
    /** ZIP codes or cities, looked up offline, of which one must be near enough; empty = anywhere. */
    places: z
      .array(z.strictObject({ place: text(200), radiusKm: orNull(radiusKm) }))
      .max(20)
      .default([]),
    /** Short for one entry of `places`. */
    place: orNull(text(200)),
    radiusKm: orNull(radiusKm),
    handover: z.enum(handovers).default('any'),
    scoreMin: orNull(percent),
    /** How far below the middle of its fair value it must be. */
    discountPctMin: orNull(percent.min(1)),
    /** Of the fair value. */
    confidencePctMin: orNull(percent.min(1)),
    riskMax: orNull(percent),
    /** Expected profit of selling it again. */
    profitCentsMin: orNull(cents),
    /** Names of sellers: only these, never these. */
    sellersOnly: z.array(text(200)).max(200).default([]),
    sellersNot: z.array(text(200)).max(200).default([]),
    /** What a good deal is to the person (docs/deal-score.md); null = balanced. */
    weights: orNull(scoreWeightsSchema),
    /** Marketplace ids; empty = all. */
    marketplaces: z.array(z.string().min(1).max(100)).max(50).default([]),
    /** Channels (all their targets), or single targets of one, such as `email:work`. */
    channels: z
      .array(z.string().min(1).max(100))
      .max(20)
      .default([...usualChannels]),
    /** Such names, tried in this order when what `channels` names fails. */
    fallbackChannels: z.array(z.string().min(1).max(100)).max(20).default([]),
    /** null = as the person's preferences say. */
    rhythm: orNull(z.enum(rhythms)),
    /** After a message the next of this rule waits so long. */
    cooldownMinutes: orNull(z.number().int().min(1).max(43_200)),
    /** New things only: a lower price is not notified. */
    onlyNew: z.boolean().default(false),
    /** A price must fall at least so far below what was told to be notified again. */
    dropCentsMin: orNull(cents),
    dropPctMin: orNull(percent),
    /** Afterwards the rule is switched off. */
    expiresAt: orNull(z.iso.datetime({ offset: true })),
    /** Until then what matches is kept, and notified together afterwards. */
    snoozedUntil: orNull(z.iso.datetime({ offset: true })),
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
  .refine((rule) => rule.place === null || rule.places.length === 0, {
    path: ['place'],
    message: 'is short for one entry of places: give one of the two',
  })
  .transform(({ place, radiusKm, ...rule }) => ({
    ...rule,
    places: place === null ? rule.places : [{ place, radiusKm }],
  }))
  .meta({
    example: {
      name: 'Road bike',
      keywords: { all: ['road bike'], any: ['54 cm', '56 cm'], none: ['frame only'] },
      conditions: ['like-new', 'good'],
      priceCentsMax: 60000,
      currency: 'USD',
      places: [{ place: 'Oakland, CA', radiusKm: 40 }],
      scoreMin: 70,
      channels: ['inbox', 'email'],
    },
  })
export type RuleInput = z.output<typeof ruleInputSchema>

/** A place of a rule, looked up. */
export interface RulePlace {
  /** What the person wrote. */
  text: string
  label: string
  lat: number
  lon: number
  radiusKm: number
  country?: string
  postalCode?: string
}

/** A rule ready for matching: its places looked up. */
export interface Rule {
  id: number
  userId: number
  name: string
  all: string[]
  any: string[]
  none: string[]
  query: string | null
  categories: (typeof categories)[number][]
  conditions: (typeof conditions)[number][]
  kinds: (typeof ruleKinds)[number][]
  priceCentsMin: number | null
  priceCentsMax: number | null
  landedCentsMax: number | null
  currency: string
  /** The limits hold in others, too, at the day's rate. */
  otherCurrencies: boolean
  places: RulePlace[]
  handover: (typeof handovers)[number]
  scoreMin: number | null
  discountPctMin: number | null
  confidencePctMin: number | null
  riskMax: number | null
  profitCentsMin: number | null
  sellersOnly: string[]
  sellersNot: string[]
  weights: ScoreWeightsChoice | null
  marketplaces: string[]
  channels: string[]
  fallbackChannels: string[]
  rhythm: Rhythm | null
  cooldownMinutes: number | null
  onlyNew: boolean
  dropCentsMin: number | null
  dropPctMin: number | null
  expiresAt: Date | null
  snoozedUntil: Date | null
  enabled: boolean
}

/** What a rule looks at in a listing. */
export interface MatchSubject {
  title: string
  description: string | null
  marketplace: string
  category: (typeof categories)[number]
  condition: (typeof conditions)[number] | null
  /** What is offered, most likely. */
  kind: OfferKind
  /** It may as well be the thing itself as not: `open` where its own page may still tell, else `settled`. */
  kindDoubt: 'none' | 'open' | 'settled'
  priceCents: number | null
  currency: string
  rates: ExchangeRates
  lat: number | null
  lon: number | null
  /** Whether it can be sent, and whether it can be picked up; null = not known yet. */
  ships: boolean | null
  pickup: boolean | null
  /** `sellerKey` of who sells it; null where the site does not tell. */
  sellerKey: string | null
  /** Middle of the fair value in the listing's currency, and how sure that is; null = no value. */
  valueCents: number | null
  confidencePct: number | null
  /** 0–100; 0 where no sign of a swindle was found. */
  risk: number
  /** Its own page can be read and was not yet: what is missing here may stand there, and words may be found there. */
  unread: boolean
}

/** What of a listing depends on the rule that looks: asked only when everything else is met. */
export interface Figures<AskingRule> {
  /** 0–100, from the rule's place, for its words, under its weights. */
  score(rule: AskingRule): number
  /** In the listing's currency; null when it states no price. */
  landedCents(rule: AskingRule): number | null
  /** In the listing's currency; null where none can be expected. */
  profitCents(rule: AskingRule): number | null
}

const nullableInt = z.number().int().nullable()
const strings = z.array(z.string())

/** A rule as the API gives it: the input's shape, with what was made of it. */
export const ruleSchema = z
  .object({
    id: z.number().int(),
    name: z.string(),
    keywords: z.object({ all: strings, any: strings, none: strings }),
    query: z.string().nullable(),
    categories: z.array(z.enum(categories)),
    conditions: z.array(z.enum(conditions)),
    kinds: z.array(z.enum(ruleKinds)),
    priceCentsMin: nullableInt,
    priceCentsMax: nullableInt,
    landedCentsMax: nullableInt,
    currency: z.string(),
    otherCurrencies: z.boolean(),
    /** `label` is what the place was looked up to. */
    places: z.array(z.object({ place: z.string(), label: z.string(), radiusKm: z.number() })),
    handover: z.enum(handovers),
    scoreMin: nullableInt,
    discountPctMin: nullableInt,
    confidencePctMin: nullableInt,
    riskMax: nullableInt,
    profitCentsMin: nullableInt,
    sellersOnly: strings,
    sellersNot: strings,
    weights: scoreWeightsSchema.nullable(),
    marketplaces: strings,
    channels: strings,
    fallbackChannels: strings,
    rhythm: z.enum(rhythms).nullable(),
    cooldownMinutes: nullableInt,
    onlyNew: z.boolean(),
    dropCentsMin: nullableInt,
    dropPctMin: nullableInt,
    expiresAt: z.iso.datetime().nullable(),
    snoozedUntil: z.iso.datetime().nullable(),
    enabled: z.boolean(),
    demo: z.boolean(),
    revision: z.number().int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({
    example: {
      ...{ id: 3, name: 'Road bike', query: null, categories: [], kinds: ['thing'] },
      keywords: { all: ['road bike'], any: ['54 cm', '56 cm'], none: ['frame only'] },
      conditions: ['like-new', 'good'],
      ...{ priceCentsMin: null, priceCentsMax: 60000, landedCentsMax: null, currency: 'USD' },
      otherCurrencies: false,
      places: [{ place: 'Oakland, CA', label: 'Oakland, CA', radiusKm: 40 }],
      ...{ handover: 'any', scoreMin: 70, discountPctMin: null, confidencePctMin: null, riskMax: null },
      ...{ profitCentsMin: null, sellersOnly: [], sellersNot: [], weights: null, marketplaces: [] },
      channels: ['inbox', 'email'],
      ...{ fallbackChannels: [], rhythm: null, cooldownMinutes: null, onlyNew: false },
      ...{ dropCentsMin: null, dropPctMin: null, expiresAt: null, snoozedUntil: null, enabled: true },
      ...{
        demo: false,
        revision: 1,
        createdAt: '2026-11-22T10:00:00.000Z',
        updatedAt: '2026-11-22T10:00:00.000Z',
      },
    },
  })
export type RuleView = z.output<typeof ruleSchema>

/** Of a change that is meant for a rule as it was read. */
export const ifRevision = z.object({
  ifRevision: z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .describe(
      'The `revision` that was read: where it is another by now, nothing is changed (409 `rule-changed`).',
    ),
})

/** Everything but the name may be left out of a preview. */
export const rulePreviewSchema = z.object({
  /** Stored listings looked at: the newest active ones. */
  lookedAt: z.number().int(),
  /**
   * How many of them match, how many might once their detail page is read, and how many might for what their source shows,
   * which has no more to tell: those are not notified.
   */
  matches: z.number().int(),
  unknown: z.number().int(),
  unstated: z.number().int(),
  /** Matches without a description, where the rule leaves out words: those could be looked for in the title only. */
  undescribed: z.number().int(),
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
