import { z } from 'zod'
import { idInAddress } from '../../core/id-param.ts'
import { isStorable, withoutUnseen } from '../../core/text.ts'
import { conditions } from '../../model/listing-schema.ts'
import { adSchema } from '../ads/ad-schema.ts'
import { apiPostStates, apiSteps, wishes } from './api-post.ts'

const text = (max: number) =>
  z
    .string()
    .overwrite((given) => withoutUnseen(given).trim())
    .max(max)
    .refine(isStorable, 'has characters that cannot be stored')
const named = (max: number) => text(max).min(1)
const amount = z.number().int()
const moment = z.iso.datetime()
const cents = z.number().int().min(1).max(1e13)

/** Parameters of an address that names an item, a marketplace and a site of it. */
export const apiPostParams = z.object({
  id: idInAddress,
  marketplace: z.string().max(50),
  site: z.string().max(50),
})
export const siteParams = apiPostParams.omit({ id: true })
export const categoryParams = siteParams.extend({ category: z.string().max(50) })

const specifics = z
  .record(named(100), z.array(named(200)).max(30))
  .refine((given) => Object.keys(given).length <= 100, 'are more than 100')

/** From which price on offers are taken and below which they are refused by themselves; null = no offers are taken. */
const bestOffer = z
  .strictObject({ acceptCents: cents.nullable(), refuseBelowCents: cents.nullable() })
  .nullable()

/** What is left out stays as it was; null = not chosen. */
export const apiDraftInputSchema = z
  .strictObject({
    categoryId: named(50).nullable(),
    categoryName: named(300).nullable(),
    conditionId: named(50).nullable(),
    conditionNote: named(1000).nullable(),
    specifics,
    quantity: z.number().int().min(1).max(10_000).nullable(),
    shippingPolicyId: named(100).nullable(),
    paymentPolicyId: named(100).nullable(),
    returnPolicyId: named(100).nullable(),
    locationId: named(100).nullable(),
    weightGrams: z.number().int().min(1).max(1_000_000).nullable(),
    bestOffer,
  })
  .partial()
  .meta({ example: { categoryId: '114962', conditionId: '3000', specifics: { Brand: ['Brother'] } } })
export type ApiDraftInput = z.output<typeof apiDraftInputSchema>

const bestOfferShown = z
  .object({ acceptCents: amount.nullable(), refuseBelowCents: amount.nullable() })
  .nullable()
export const apiDraftSchema = z.object({
  categoryId: z.string().nullable(),
  categoryName: z.string().nullable(),
  conditionId: z.string().nullable(),
  conditionNote: z.string().nullable(),
  specifics: z.record(z.string(), z.array(z.string())),
  quantity: amount.nullable(),
  shippingPolicyId: z.string().nullable(),
  paymentPolicyId: z.string().nullable(),
  returnPolicyId: z.string().nullable(),
  locationId: z.string().nullable(),
  weightGrams: amount.nullable(),
  bestOffer: bestOfferShown,
})

const fees = z.array(z.object({ name: z.string(), cents: amount, currency: z.string() }))

export const apiPostSchema = z.object({
  itemId: amount,
  /** null = nothing was chosen or asked for yet. */
  id: amount.nullable(),
  marketplace: z.string(),
  name: z.string(),
  site: z.object({ id: z.string(), name: z.string(), currency: z.string() }),
  sku: z.string(),
  /** Title, text and price, which are those of the ad for this marketplace, with what to mend. */
  ad: adSchema.pick({ fields: true, price: true, findings: true, photoCount: true, isYours: true }),
  draft: apiDraftSchema,
  /** Fields that are still to be filled in; specifics of the category are looked at when it is checked. */
  missing: z.array(z.string()),
  state: z.enum(apiPostStates),
  /** What was asked for and is under way; null = nothing. */
  wish: z.enum(wishes).nullable(),
  step: z.enum(apiSteps).nullable(),
  /** Why it stands where it is, in the marketplace's own words. */
  problem: z
    .object({
      outcome: z.enum(['refused', 'consent', 'away', 'unknown']),
      reason: z.string(),
      codes: z.array(z.string()).optional(),
      /** What of the ad it is about, where that is known: `conditionId`, `specifics.Brand`. */
      fields: z.array(z.string()).optional(),
      step: z.enum(apiSteps),
      at: moment,
    })
    .nullable(),
  warnings: z.array(z.string()),
  /** As the marketplace told them for what was checked last; null = not checked. */
  fees: fees.nullable(),
  /** It was edited since it was checked: what would be published is not what it says now. */
  isEdited: z.boolean(),
  listingId: z.string().nullable(),
  url: z.string().nullable(),
  /** As it was sent. */
  sent: z
    .object({
      ...{ title: z.string(), description: z.string(), bestOffer: bestOfferShown },
      ...{ priceCents: amount, currency: z.string(), quantity: amount },
    })
    .nullable(),
  /** As it stood there when it was last looked at. */
  there: z
    .object({
      state: z.enum(['draft', 'live', 'ended']),
      title: z.string().nullable(),
      ...{ priceCents: amount, currency: z.string(), quantity: amount, soldQuantity: amount },
    })
    .nullable(),
  readAt: moment.nullable(),
  endAskedAt: moment.nullable(),
  publishedAt: moment.nullable(),
  endedAt: moment.nullable(),
})
export type ApiPostView = z.output<typeof apiPostSchema>

export const sellingPlacesSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      sites: z.array(z.object({ id: z.string(), name: z.string(), currency: z.string() })),
    }),
  ),
})

const choice = z.object({ id: z.string(), name: z.string() })
export const choiceListSchema = z.object({ items: z.array(choice) })
export const preflightSchema = z.object({
  /** What is missing there before anything can be posted, with what to do. */
  missing: z.array(z.string()),
  shippingPolicies: z.array(choice.extend({ needsWeight: z.boolean() })),
  paymentPolicies: z.array(choice),
  returnPolicies: z.array(choice),
  locations: z.array(choice),
  limit: z.object({ units: amount.nullable(), cents: amount.nullable(), currency: z.string() }).nullable(),
})
export const categoryFormSchema = z.object({
  id: z.string(),
  specifics: z.array(
    z.object({
      name: z.string(),
      isRequired: z.boolean(),
      isClosed: z.boolean(),
      valuesMax: amount,
      values: z.array(z.string()),
    }),
  ),
  conditions: z.array(z.object({ id: z.string(), name: z.string(), means: z.enum(conditions).nullable() })),
})
/** From where things are shipped. */
export const locationInputSchema = z
  .strictObject({
    name: named(100).default('Home'),
    country: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z]{2}$/, 'two letters, such as US or DE'),
    postalCode: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9][A-Za-z0-9 -]{1,11}$/, 'a postal code, such as 97209 or SW1A 1AA'),
  })
  .meta({ example: { country: 'US', postalCode: '97209' } })
export type LocationInput = z.output<typeof locationInputSchema>
export const locationSchema = z.object({ locationId: z.string() })
export const categoryQuery = z.object({ title: named(300) })

export const confirmationSchema = z.object({
  /** Good once, until `endsAt`, for exactly what was checked. */
  confirmation: z.string(),
  endsAt: moment,
  fees,
  title: z.string(),
  priceCents: amount,
  currency: z.string(),
  quantity: amount,
})
export const publishInputSchema = z
  .strictObject({ confirmation: z.string().min(1).max(200) })
  .meta({ example: { confirmation: 'b3Blbi1vbmNl' } })
export const reviseInputSchema = z
  .strictObject({
    priceCents: cents.optional(),
    quantity: z.number().int().min(1).max(10_000).optional(),
    title: named(300).optional(),
    description: named(20_000).optional(),
    bestOffer: bestOffer.optional(),
  })
  .refine((given) => Object.values(given).some((value) => value !== undefined), 'say what is to change')
  .meta({ example: { priceCents: 11000 } })
export type ReviseInput = z.output<typeof reviseInputSchema>
export const offerInputSchema = z
  .strictObject({ percentOff: z.number().int().min(1).max(90), message: text(2000).default('') })
  .meta({ example: { percentOff: 10, message: 'Thank you for watching.' } })
export const offerSentSchema = z.object({ sent: amount })

export const callQuery = z.object({
  /** Of the oldest call of the page before. */
  before: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
})
export const callsSchema = z.object({
  items: z.array(
    z.object({
      id: amount,
      step: z.string(),
      method: z.string(),
      path: z.string(),
      sentAt: moment,
      answeredAt: moment.nullable(),
      status: amount.nullable(),
      codes: z.array(z.string()),
      ids: z.record(z.string(), z.string()),
      reason: z.string().nullable(),
      ms: amount.nullable(),
    }),
  ),
})
export type CallsView = z.output<typeof callsSchema>
