import type { Thing } from './schema.ts'

/** A made-up listing for tests; what a test is about it says itself. */
export function thingFor(listingId: number, more: Partial<Thing> = {}): Thing {
  return {
    listingId,
    marketplace: 'market-a',
    externalId: `ext-${listingId}`,
    title: 'Untitled',
    description: null,
    brand: null,
    category: 'other',
    condition: null,
    priceCents: null,
    currency: 'USD',
    lat: null,
    lon: null,
    location: null,
    postedAtMs: Date.UTC(2026, 0, 1) + listingId * 60_000,
    state: 'active',
    attributes: {},
    imageUrls: [],
    photoHashes: [],
    repostOf: null,
    demo: false,
    ...more,
  }
}

/** A repeatable stream of numbers from 0 up to 1. */
export function randomFrom(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return (state - 1) / 2_147_483_646
  }
}
