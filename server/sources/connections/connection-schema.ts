import { z } from 'zod'

export const marketplaceParam = z.object({ id: z.string().min(1).max(100) })

export const connectionStates = ['not-connected', 'connected', 'expired', 'needs-consent'] as const

export const connectionSchema = z.object({
  /** Of the marketplace. */
  id: z.string(),
  name: z.string(),
  /** Which of its worlds is meant, such as a sandbox. */
  environment: z.string(),
  /** `expired` = the consent is over; `needs-consent` = the marketplace does not take it any more. */
  state: z.enum(connectionStates),
  /** One sentence: what is wrong or missing, and what to do. */
  reason: z.string().nullable(),
  /** Whose account it is there, where the consent covers that. */
  account: z.string().nullable(),
  scopes: z.array(z.string()),
  /** Asked for by this installation and not agreed to yet: connect again. */
  scopesMissing: z.array(z.string()),
  accessExpiresAt: z.iso.datetime().nullable(),
  /** Until when it can be renewed without another consent. */
  refreshExpiresAt: z.iso.datetime().nullable(),
  connectedAt: z.iso.datetime().nullable(),
  updatedAt: z.iso.datetime().nullable(),
})
export type ConnectionView = z.output<typeof connectionSchema>

export const consentSchema = z.object({
  /** To be opened in a browser in which the same person is signed in here. */
  url: z.string(),
  expiresAt: z.iso.datetime(),
})

export const disconnectedSchema = z.object({ sentence: z.string() })

const word = z.string().max(8000).optional()
/** What a marketplace hangs to the address by which a browser comes back; it may hang more. */
export const returnQuery = z.object({ state: word, code: word, error: word })
export type Returned = z.output<typeof returnQuery>

export const challengeQuery = z.object({ challenge_code: z.string().regex(/^[\x21-\x7e]{1,500}$/) })
export const challengeAnswer = z.record(z.string(), z.string())

/** What is sealed of an account. */
export const tokensSchema = z.object({ access: z.string(), refresh: z.string() })
