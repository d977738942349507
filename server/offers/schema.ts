import { z } from 'zod'
import { isStorable, oneLine } from '../core/text.ts'
import type { Condition, ListingState } from '../model/listing-schema.ts'
import type { Offered } from '../model/offer/offer.ts'
import type { FairValue } from '../model/score-schema.ts'

export const messageKinds = ['first-contact', 'offer', 'firm-price', 'free', 'follow-up'] as const
export type MessageKind = (typeof messageKinds)[number]

export const languages = ['en', 'de', 'es', 'fr'] as const
export type Language = (typeof languages)[number]

/** What an opening offer is worked out from. */
export interface OfferFacts {
  /** 0 = free; null = no price stated. In minor units of `currency`. */
  priceCents: number | null
  currency: string | null
  value: FairValue | null
  /** Since it was posted or, lacking that, first seen. */
  daysOnMarket: number
  priceDropCount: number
  buyingFormat: string | null
  condition: Condition | null
  state: ListingState
  title: string
  description: string | null
  /** What is offered, and what its price means. */
  offered: Offered
}

/** What a message is about; everything in it that came from the listing is untrusted. */
export interface OfferSubject extends OfferFacts {
  listingId: number
  url: string
  /** The marketplace's name for people. */
  marketplace: string
  seller: string | null
  /** Where it can be picked up, as the listing says. */
  place: string | null
  /** ISO 3166 alpha-2 of the site or the place; null = unknown. */
  country: string | null
  demo: boolean
}

export const bodyUnitsMax = 2000

const cannotBeStored = 'has characters that cannot be stored'

const body = z.string().trim().min(1).max(bodyUnitsMax).refine(isStorable, cannotBeStored)

export const templateInputSchema = z
  .strictObject({
    name: z.string().overwrite(oneLine).min(1).max(100).refine(isStorable, cannotBeStored),
    kind: z.enum(messageKinds),
    language: z.enum(languages).default('en'),
    /** The template language: docs/quick-message.md. */
    body,
    /** Used for its kind and language when no template is named. */
    isDefault: z.boolean().default(false),
  })
  .meta({
    example: {
      name: 'Short',
      kind: 'offer',
      language: 'en',
      body: '{greeting} would you take {offer} for it?',
      isDefault: false,
    },
  })
export type TemplateInput = z.output<typeof templateInputSchema>

export const templateSchema = z.object({
  /** null = built in: it cannot be changed; make one of your own from it. */
  id: z.number().int().nullable(),
  name: z.string(),
  kind: z.enum(messageKinds),
  language: z.enum(languages),
  body: z.string(),
  isDefault: z.boolean(),
  createdAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime().nullable(),
})
export type TemplateView = z.output<typeof templateSchema>

const ownWords = z.string().trim().max(120).refine(isStorable, cannotBeStored).optional()

export const messageQuery = z.object({
  /** Id or name of a template of one's own, a kind (`offer`), or a built-in name (`de/offer`). */
  template: z.string().trim().min(1).max(100).refine(isStorable, cannotBeStored).optional(),
  language: z.enum(languages).optional(),
  /** Another offer than the suggested one, as a decimal in the listing's currency: `150` or `149.50`. */
  offer: z.string().trim().min(1).max(30).optional(),
  /** When one could come by, in one's own words, for {pickup}. */
  pickup: ownWords,
  /** How one signs, for {name}. */
  name: ownWords,
})
export type MessageQuery = z.output<typeof messageQuery>

export const previewInputSchema = z
  .strictObject({
    body,
    language: z.enum(languages).default('en'),
    /** Fills the template with this listing's facts instead of a sample's. */
    listingId: z.number().int().positive().optional(),
    pickup: ownWords,
    name: ownWords,
  })
  .meta({
    example: { body: '{greeting} would you take {offer} for it?', listingId: 17, pickup: 'Saturday morning' },
  })
export type PreviewInput = z.output<typeof previewInputSchema>

export const previewSchema = z.object({
  text: z.string(),
  /** Placeholders without a known fact, which stand as "…" in the text. */
  missing: z.array(z.string()),
})

export const messageSchema = z.object({
  text: z.string(),
  missing: z.array(z.string()),
  kind: z.enum(messageKinds),
  language: z.enum(languages),
  template: z.object({ id: z.number().int().nullable(), name: z.string() }),
  /** In minor units; null = none is suggested, `reason` says why. */
  offerCents: z.number().int().nullable(),
  walkAwayCents: z.number().int().nullable(),
  currency: z.string().nullable(),
  reason: z.string(),
  sentences: z.array(z.string()),
  /** null = the listing's address is not one that a person may follow. */
  listingUrl: z.string().nullable(),
  demo: z.boolean(),
  note: z.string(),
})
export type Message = z.output<typeof messageSchema>

export const templateListSchema = z.object({ items: z.array(templateSchema) })
