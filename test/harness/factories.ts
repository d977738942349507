import type { SeenListing } from '../../server/model/listing-schema.ts'
import type { RuleInput } from '../../server/model/rule-schema.ts'
import { ruleInputSchema } from '../../server/model/rule-schema.ts'

let count = 0

/** A listing as an adapter would see it; every call has an id of its own. */
export function seenListing(over: Partial<SeenListing> = {}): SeenListing {
  count++
  return {
    externalId: `x${count}`,
    title: `Road bike number ${count}`,
    url: `https://example.com/listings/${count}`,
    priceCents: 30_000,
    currency: 'USD',
    condition: 'good',
    postedAt: '2026-11-22T10:00:00Z',
    ...over,
  }
}

export function ruleInput(over: Record<string, unknown> = {}): RuleInput {
  return ruleInputSchema.parse({
    name: 'A rule',
    keywords: { all: ['road bike'], any: [], none: [] },
    ...over,
  })
}
