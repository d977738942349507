import { z } from 'zod'
import { listingStates } from '../model/listing-schema.ts'

/** Of a page as it is sent, in UTF-8. */
export const pageBytesMax = 8 * 1024 * 1024
/** Of more, the rest is said to be left out. */
export const listingsMax = 1000
/** So many are told of with the reason; all are counted. */
export const leftOutMax = 100
/** A price that is less below its value is within what such values vary by. */
export const belowPctMin = 10

/**
 * What a page turned out to be. `ok` has listings; `empty` says itself that it has none; `no-address` says nowhere where it
 * is from; `unknown-site` is of no site that can be read. The others say why a page of a known site could not be read.
 */
export const captureOutcomes = [
  'ok',
  'empty',
  'no-address',
  'unknown-site',
  'blocked',
  'captcha',
  'auth-expired',
  'rate-limited',
  'parse-drift',
  'unreachable',
] as const
export type CaptureOutcome = (typeof captureOutcomes)[number]

export const captureInputSchema = z
  .strictObject({
    url: z
      .string()
      .min(1)
      .max(4000)
      .optional()
      .describe('where the page is from; may be left out where the saved page says it itself'),
    html: z
      .string()
      .min(1)
      .max(pageBytesMax)
      .optional()
      .describe('the page as the browser has it now; left out = the address alone is handed in'),
    title: z
      .string()
      .max(4000)
      .optional()
      .describe('words that came along with an address alone: they name the listing until it was seen'),
  })
  .refine(({ url, html }) => url !== undefined || html !== undefined, {
    path: ['url'],
    error: 'is needed, or a page (html)',
  })
  .meta({
    example: {
      url: 'https://www.facebook.com/marketplace/houston/search?query=road%20bike',
      html: '<!doctype html><html>…</html>',
    },
  })
export type CaptureInput = z.output<typeof captureInputSchema>

const siteSchema = z.object({ id: z.string(), name: z.string(), homepage: z.string() })
const ruleSchema = z.object({ id: z.int(), name: z.string() })

export const capturedListingSchema = z.object({
  id: z.int(),
  title: z.string(),
  url: z.string(),
  state: z.enum(listingStates),
  priceCents: z.int().nullable().describe('null = the page states none, or not for sure'),
  currency: z.string().nullable(),
  value: z
    .object({ lowCents: z.int(), midCents: z.int(), highCents: z.int(), currency: z.string() })
    .nullable()
    .describe('what such things go for; null = not enough is known of such things'),
  belowValuePct: z
    .int()
    .nullable()
    .describe('how far the price is below the middle of the value, in whole percent; negative = above it'),
  isNew: z.boolean().describe('nobody had shown it to you before'),
  rules: z.array(ruleSchema).describe('your rules that it matches'),
})
export type CapturedListing = z.input<typeof capturedListingSchema>

export const captureSchema = z.object({
  outcome: z.enum(captureOutcomes),
  reason: z.string().nullable().describe('one sentence, wherever something went wrong'),
  marketplace: siteSchema.nullable(),
  counts: z.object({
    read: z.int().describe('listings that were taken in'),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    leftOut: z.int().describe('rows of the page that could not be taken in'),
  }),
  leftOut: z.array(z.object({ row: z.int(), reason: z.string() })).describe(`at most ${leftOutMax} of them`),
  isMatched: z
    .boolean()
    .describe('false = other processes are still matching: send the same again in some seconds'),
  rules: z.array(ruleSchema.extend({ listings: z.int() })).describe('your rules that match, the most first'),
  below: z
    .object({
      listings: z.int(),
      best: z.object({ id: z.int(), pct: z.int() }).nullable(),
    })
    .describe(`listings for sale at least ${belowPctMin} % below their value, and which of them is the most`),
  listings: z.array(capturedListingSchema).describe('in the order of the page'),
  sites: z.array(siteSchema).describe('where the page is of none of them: the sites that can be read'),
})
export type CaptureView = z.input<typeof captureSchema>

export const captureSitesQuery = z.object({
  host: z.string().max(300).optional().describe('a host name: is it of a site whose pages can be read?'),
})
export const captureSitesSchema = z.object({
  items: z.array(siteSchema),
  site: siteSchema.nullable().describe('whose the host is, where one was asked of'),
})
