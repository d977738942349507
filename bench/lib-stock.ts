import type { App } from '../server/app/app.ts'
import { ingest } from '../server/flows/ingest.ts'
import { scoreSubject } from '../server/flows/score-subject.ts'
import { activeListingsBelow } from '../server/listings/list-store.ts'
import { type ListingWrite, lockMarketplaces, writeListings } from '../server/listings/store.ts'
import type { StoredListing } from '../server/listings/stored-listing.ts'
import type { FairValue } from '../server/model/score-schema.ts'
import { neutralScore } from '../server/scoring/score.ts'
import type { Row } from './lib-listings.ts'
import { placed, randomFrom } from './lib-people.ts'

const marketplace = 'shop'
const makers = [
  'Trek',
  'Canon',
  'Sony',
  'Fender',
  'Makita',
  'Apple',
  'Dyson',
  'Honda',
  'Herman Miller',
  'Bose',
]
const nouns = [
  'road bike',
  'camera',
  'headphones',
  'guitar',
  'drill',
  'laptop',
  'vacuum',
  'generator',
  'chair',
  'speaker',
]
const perStatement = 1_000
const dayMs = 86_400_000

/** So many listings of each model, on average. */
export const listingsPerModel = 100

/** One listing of each model, with a place of its own. */
export function modelRows(count: number): Row[] {
  return placed(
    Array.from({ length: count }, (_, n) => ({
      marketplace,
      seen: {
        externalId: `model-${n}`,
        title: `${makers[n % makers.length]} modell${n} ${nouns[n % nouns.length]}`,
        url: `https://example.com/model-${n}`,
        priceCents: 5_000 + ((n * 7_919) % 90_000),
        currency: 'USD',
        condition: 'good',
        imageUrls: [`https://example.com/${n}.jpg`],
        description:
          `A ${nouns[n % nouns.length]} in the state that the pictures show. Kept dry, comes with what belongs to it. `.repeat(
            3,
          ),
      },
    })),
  )
}

/**
 * Fills the database with so many active listings for sale, each of one of the models and valued by the others of it, as
 * a long time of scans leaves them, and counts them as comparables. Returns the models.
 */
export async function fillStock(app: App, count: number): Promise<Row[]> {
  const models = modelRows(Math.max(10, Math.round(count / listingsPerModel)))
  for (let at = 0; at < models.length; at += 200)
    await ingest(app.pipeline, {
      sightings: models.slice(at, at + 200).map((row) => ({ ...row, observedAtMs: nowMs(app) })),
      sourceId: null,
      scanId: null,
      demo: false,
    })
  const templates = await activeListingsBelow(app.db, app.owner, null, models.length)
  const random = randomFrom(3)
  for (let at = templates.length; at < count; at += perStatement) {
    const rows = Array.from({ length: Math.min(perStatement, count - at) }, (_, i) =>
      copyOf(templates[(at + i) % templates.length]!, at + i, random, nowMs(app)),
    )
    await app.db.transaction(async (tx) => {
      await lockMarketplaces(tx, [marketplace])
      await writeListings(tx, rows)
    })
  }
  await app.db.query('DELETE FROM comp_moves')
  await app.db.query(
    `INSERT INTO comp_groups (key, is_market, size, moved)
     SELECT comp_group, false, count(*), 0 FROM listings WHERE comp_group <> comp_market GROUP BY 1
     UNION ALL SELECT comp_market, true, count(*), 0 FROM listings WHERE comp_market IS NOT NULL GROUP BY 1`,
  )
  await app.db.query(
    `INSERT INTO comp_worlds (currency, demo, size, moved) SELECT currency, demo, count(*), 0 FROM listings GROUP BY 1, 2`,
  )
  await app.db.query('VACUUM ANALYZE')
  return models
}

const nowMs = (app: App) => app.pipeline.clock.now().getTime()

/** Another of the same model: at its own price, age, place, condition and number of photos. */
function copyOf(template: StoredListing, n: number, random: () => number, now: number): ListingWrite {
  const { listing, rank } = template
  const midCents = listing.priceCents!
  const wide = 0.1 + random() * 0.8
  const value: FairValue = {
    lowCents: Math.round(midCents * Math.exp(-wide)),
    midCents,
    highCents: Math.round(midCents * Math.exp(wide)),
    currency: 'USD',
    count: 8 + Math.floor(random() * 40),
    basis: 'asking',
    method: 'similar',
    confidence: 0.2 + random() * 0.75,
    oldestAtMs: now - 90 * dayMs,
    newestAtMs: now,
    compIds: Array.from({ length: 12 }, () => Math.floor(random() * n)),
  }
  const seenAtMs = now - Math.floor(random() ** 2 * 60 * dayMs)
  // The sum of uniform ones is nearly normal: prices differ by a third.
  const deviation = (random() + random() + random() + random() - 2) * 0.6
  const one = {
    ...listing,
    externalId: `x${n}`,
    url: `https://example.com/${n}`,
    priceCents: Math.max(200, Math.round(midCents * Math.exp(deviation) + 33)),
    shippingCents: random() < 0.3 ? 900 : null,
    condition: (['new', 'like-new', 'good', 'good', 'fair', null] as const)[Math.floor(random() * 6)]!,
    imageUrls: Array.from(
      { length: Math.floor(random() * 8) },
      (_, i) => `https://example.com/photos/${n}/${i}.jpg`,
    ),
    ...(random() < 0.1
      ? { lat: null, lon: null }
      : { lat: listing.lat! + random() - 0.5, lon: listing.lon! + random() - 0.5 }),
    postedAtMs: random() < 0.5 ? seenAtMs : null,
    observedAtMs: now,
    kindProbability: 0.9 + random() * 0.1,
    thingProbability: 0.9 + random() * 0.1,
  }
  const { points, priceShare } = neutralScore(
    scoreSubject(
      { listing: one, firstSeenAtMs: seenAtMs, value },
      { place: null, keywordShare: null, travel: null },
    ),
  )
  return {
    listing: one,
    ...{
      ownerId: null,
      sourceId: null,
      demo: false,
      firstSeenAtMs: seenAtMs,
      endedAtMs: null,
      detailsReadAtMs: null,
      lastScanId: null,
    },
    value,
    rank: { ...rank, neutral: points, priceShare },
    risk: null,
    textHash: null,
    scoredAtMs: now,
    searchWords: one.title.toLowerCase().split(' '),
  }
}
