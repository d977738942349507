import { z } from 'zod'

/** What we read of eBay's answers. A field of the wrong type counts as absent: one odd field must not cost the row. */
const text = z.string().optional().catch(undefined)
const count = z.number().int().min(0).optional().catch(undefined)

const amount = z
  .object({
    value: z.union([z.string(), z.number()]),
    currency: z.string(),
    convertedFromValue: z.union([z.string(), z.number()]).optional().catch(undefined),
    convertedFromCurrency: text,
  })
  .optional()
  .catch(undefined)
export type EbayAmount = z.infer<typeof amount>

const image = z.object({ imageUrl: text }).optional().catch(undefined)
const images = z.array(image).optional().catch(undefined)

const itemFields = {
  itemId: text,
  legacyItemId: text,
  title: text,
  itemWebUrl: text,
  itemGroupType: text,
  price: amount,
  currentBidPrice: amount,
  bidCount: count,
  condition: text,
  conditionId: text,
  image,
  thumbnailImages: images,
  additionalImages: images,
  shippingOptions: z
    .array(z.object({ shippingCostType: text, shippingCost: amount }).optional().catch(undefined))
    .optional()
    .catch(undefined),
  buyingOptions: z.array(z.string()).optional().catch(undefined),
  categories: z
    .array(z.object({ categoryId: text, categoryName: text }).optional().catch(undefined))
    .optional()
    .catch(undefined),
  /** The name only becomes a key: it is a person's and not ours to keep. */
  seller: z
    .object({ username: text, feedbackPercentage: text, feedbackScore: count })
    .optional()
    .catch(undefined),
  leafCategoryIds: z.array(z.string()).optional().catch(undefined),
  itemLocation: z
    .object({ city: text, stateOrProvince: text, postalCode: text, country: text })
    .optional()
    .catch(undefined),
  epid: text,
  itemCreationDate: text,
  itemEndDate: text,
}

/** A row of a search. */
export const summarySchema = z.object(itemFields)

/** One item in full. */
export const itemSchema = z.object({
  ...itemFields,
  description: text,
  conditionDescription: text,
  categoryId: text,
  categoryPath: text,
  brand: text,
  reservePriceMet: z.boolean().optional().catch(undefined),
  localizedAspects: z
    .array(z.object({ name: text, value: text }).optional().catch(undefined))
    .optional()
    .catch(undefined),
  estimatedAvailabilities: z
    .array(
      z
        .object({ estimatedAvailabilityStatus: text, estimatedSoldQuantity: count })
        .optional()
        .catch(undefined),
    )
    .optional()
    .catch(undefined),
  primaryItemGroup: z
    .object({ itemGroupType: text, itemGroupId: text, itemGroupTitle: text, itemGroupImage: image })
    .optional()
    .catch(undefined),
})
export type EbayItem = z.infer<typeof itemSchema>

export const groupSchema = z.object({
  items: z.array(z.unknown()).min(1),
  commonDescriptions: z
    .array(z.object({ description: text }).optional().catch(undefined))
    .optional()
    .catch(undefined),
})

const problem = z.object({
  errorId: z.number().int(),
  domain: text,
  message: text,
  longMessage: text,
})
export type EbayProblem = z.infer<typeof problem>

export const searchSchema = z.object({
  total: z.number().int().min(0).optional().catch(undefined),
  offset: z.number().int().min(0).optional().catch(undefined),
  limit: z.number().int().min(1).optional().catch(undefined),
  next: text,
  itemSummaries: z.array(z.unknown()).optional().catch(undefined),
  autoCorrections: z.object({ q: text }).optional().catch(undefined),
})

const problemsOf = (key: 'errors' | 'warnings', answer: unknown): EbayProblem[] => {
  if (typeof answer !== 'object' || answer === null || !(key in answer)) return []
  const list = (answer as Record<string, unknown>)[key]
  if (!Array.isArray(list)) return []
  return list.slice(0, 20).map((entry) => problem.catch({ errorId: 0 }).parse(entry))
}

export const errorsOf = (answer: unknown): EbayProblem[] => problemsOf('errors', answer)
export const warningsOf = (answer: unknown): EbayProblem[] => problemsOf('warnings', answer)

/** `12002: The price value is invalid.`, safe to show. */
export function problemText(problems: readonly EbayProblem[]): string {
  return problems
    .slice(0, 3)
    .map(({ errorId, message, longMessage }) => {
      const words = (message ?? longMessage ?? 'no message').replace(/[\s\p{C}]+/gu, ' ').trim()
      return `${errorId}: ${words.slice(0, 200)}`
    })
    .join('; ')
}
