import { pino } from 'pino'
import { type StubClock, stubClock } from '../../test/harness/app.ts'
import type { Sql } from '../core/db.ts'
import { words } from '../core/text.ts'
import { joinTheSure } from './assign.ts'
import { relationOf } from './relation.ts'
import type { Evidence, FoundThing, Thing, ThingIndex } from './schema.ts'
import { type Clusterer, type ClustererDeps, createClusterer } from './service.ts'

const key = (text: string | null) => words(text ?? '').join(' ')

function evidenceOf(a: Thing, b: Thing): Evidence {
  const isSame = key(a.description) === key(b.description)
  const sentence = isSame ? 'the descriptions are the same' : 'the titles are the same'
  return {
    score: isSame ? 0.97 : 0.5,
    verdict: isSame ? 'same' : 'unsure',
    isContradicted: false,
    kind: relationOf(a, b),
    parts: [{ name: 'text', weight: isSame ? 5 : 0.5, sentence }],
    reason: sentence,
  }
}

/** An index that finds equal descriptions (sure) and equal titles (unsure), whatever the spelling. */
export function exactIndex(): ThingIndex & { ids(): number[] } {
  const things = new Map<number, Thing>()
  let lastCandidates = 0
  return {
    upsert: (thing) => void things.set(thing.listingId, thing),
    remove: (listingId) => void things.delete(listingId),
    clear: () => things.clear(),
    get: (listingId) => things.get(listingId),
    get size() {
      return things.size
    },
    get lastCandidates() {
      return lastCandidates
    },
    ids: () => [...things.keys()].toSorted((a, b) => a - b),
    find(thing, limit) {
      const found: FoundThing[] = []
      for (const other of things.values()) {
        if (other.listingId === thing.listingId) continue
        const isSame = key(thing.description) !== '' && key(thing.description) === key(other.description)
        if (isSame || key(thing.title) === key(other.title))
          found.push({ listingId: other.listingId, evidence: evidenceOf(thing, other) })
      }
      lastCandidates = found.length
      return found
        .toSorted((a, b) => b.evidence.score - a.evidence.score || a.listingId - b.listingId)
        .slice(0, limit)
    },
  }
}

const columns = `id AS "listingId", marketplace, external_id AS "externalId", title, description, brand, category, condition,
  price_cents AS "priceCents", currency, lat, lon, location,
  (extract(epoch FROM coalesce(posted_at, first_seen_at)) * 1000)::bigint AS "postedAtMs", state, attributes,
  image_urls AS "imageUrls", '{}'::text[] AS "photoHashes", repost_of AS "repostOf", demo`

export async function thingsOf(sql: Sql, where: string, values: unknown[] = []): Promise<Thing[]> {
  return (await sql.query<Thing>(`SELECT ${columns} FROM listings WHERE ${where} ORDER BY id`, values)).rows
}

export const thingsSince: ClustererDeps['thingsSince'] = async (sql, mark) => {
  const { rows } = await sql.query<{ xid: string }>(
    'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xid',
  )
  return {
    things: await thingsOf(sql, 'changed_xid >= $1::xid8', [mark ?? '0']),
    mark: rows[0]!.xid,
  }
}

/** One process of several on the same database. */
export function testProcess(over: Partial<ClustererDeps> = {}): {
  clusterer: Clusterer
  index: ReturnType<typeof exactIndex>
  clock: StubClock
} {
  const index = exactIndex()
  const clock = stubClock()
  const clusterer = createClusterer({
    clock,
    log: pino({ level: 'silent' }),
    index,
    decide: joinTheSure,
    thingsSince,
    ...over,
  })
  return { clusterer, index, clock }
}

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
    ownerId: null,
    demo: false,
    ...more,
  }
}

/** A thing with a description of its own. */
export function thing(over: Partial<Thing> & { listingId: number }): Thing {
  return thingFor(over.listingId, {
    marketplace: 'shop',
    title: `Thing ${over.listingId}`,
    description: `Thing number ${over.listingId}`,
    priceCents: 30_000,
    postedAtMs: 0,
    ...over,
  })
}
