import { pino } from 'pino'
import { type StubClock, stubClock } from '../../test/harness/app.ts'
import type { Sql } from '../core/db.ts'
import { words } from '../core/text.ts'
import { joinTheSure } from './assign.ts'
import { relationOf } from './relation.ts'
import type { Evidence, FoundRecord, ListingRecord, RecordIndex } from './schema.ts'
import { type Clusterer, type ClustererDeps, createClusterer } from './service.ts'

const key = (text: string | null) => words(text ?? '').join(' ')

function evidenceOf(a: ListingRecord, b: ListingRecord): Evidence {
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
export function exactIndex(): RecordIndex & { ids(): number[] } {
  const records = new Map<number, ListingRecord>()
  let lastCandidates = 0
  return {
    upsert: (record) => void records.set(record.listingId, record),
    remove: (listingId) => void records.delete(listingId),
    clear: () => records.clear(),
    get: (listingId) => records.get(listingId),
    get size() {
      return records.size
    },
    get lastCandidates() {
      return lastCandidates
    },
    ids: () => [...records.keys()].toSorted((a, b) => a - b),
    find(record, limit) {
      const found: FoundRecord[] = []
      for (const other of records.values()) {
        if (other.listingId === record.listingId) continue
        const isSame = key(record.description) !== '' && key(record.description) === key(other.description)
        if (isSame || key(record.title) === key(other.title))
          found.push({ listingId: other.listingId, evidence: evidenceOf(record, other) })
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

export async function recordsOf(sql: Sql, where: string, values: unknown[] = []): Promise<ListingRecord[]> {
  return (
    await sql.query<ListingRecord>(`SELECT ${columns} FROM listings WHERE ${where} ORDER BY id`, values)
  ).rows
}

export const recordsSince: ClustererDeps['recordsSince'] = async (sql, mark) => {
  const { rows } = await sql.query<{ xid: string }>(
    'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xid',
  )
  return {
    records: await recordsOf(sql, 'changed_xid >= $1::xid8', [mark ?? '0']),
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
    recordsSince,
    ...over,
  })
  return { clusterer, index, clock }
}

/** A made-up listing for tests; what a test is about it says itself. */
export function recordFor(listingId: number, more: Partial<ListingRecord> = {}): ListingRecord {
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
export function record(over: Partial<ListingRecord> & { listingId: number }): ListingRecord {
  return recordFor(over.listingId, {
    marketplace: 'shop',
    title: `Thing ${over.listingId}`,
    description: `Thing number ${over.listingId}`,
    priceCents: 30_000,
    postedAtMs: 0,
    ...over,
  })
}
