import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { App } from '../server/app/app.ts'
import { badInput } from '../server/core/errors.ts'
import { readIdentity } from '../server/scoring/comps/identity.ts'
import { isKnownMaker } from '../server/scoring/price-model/features.ts'
import { openImportedMarket } from './lib-imported-market.ts'

const shared = fileURLToPath(new URL('../../shared/', import.meta.url))
const topMax = 40
const topShare = 0.25
const rankedMin = 40
const twinsMin = 3
const curseTop = 100

interface Gold {
  source: string
  externalId: string
  kind: string
  price: string
  category: string
}

/**
 * How trustworthy the top of the deals list is. Every file of `--data DIR` is taken in with its dates moved into the
 * last 20 days, prices are learned, and the listings of `--gold FILE` (read by hand: kind, meaning of the price,
 * category) that are for sale are ranked as the list of deals does. By category with at least 40 gold rows: how many
 * of the best 40 (the best quarter of fewer than 160) are no deals, how many ask less than the median of their twins
 * (same maker, model, storage and size, year within one), and how often the stated interval holds the twins' median
 * among the 100 best and among all (`curseCoverage` of `coverage`). `--sheet FILE` writes the tops to be read, and those
 * of all that is for sale.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined)
  const dir = option('--data') ?? join(shared, 'data')
  const goldFile = option('--gold') ?? join(shared, 'gold/kinds.jsonl.gz')
  if (!existsSync(dir) || !existsSync(goldFile)) {
    if (option('--data') || option('--gold'))
      throw badInput(`there is no ${existsSync(dir) ? goldFile : dir}`)
    return { skipped: 'the shared data is absent' }
  }
  const gold = readGold(goldFile)
  await using market = await openImportedMarket(dir)
  const { app, imported, learnedMs } = market
  const listed = await rankedListings(app, gold)
  const ranked = listed.filter(({ kind }) => kind !== unread)
  const sheet = option('--sheet')
  if (sheet)
    writeFileSync(sheet, `${sheetOf(ranked)}\n\nThe best of all that is for sale:\n\n${sheetOf(listed)}`)
  return { imported, learnedMs, ...figures(ranked) }
}

function readGold(file: string): Map<string, Gold> {
  const bytes = readFileSync(file)
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
  const rows = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Gold)
  return new Map(rows.map((row) => [`${row.source} ${row.externalId}`, row]))
}

interface Ranked extends Gold {
  id: number
  title: string
  priceCents: number
  score: number
  value: { lowCents: number; midCents: number; highCents: number; confidence: number | null } | null
  ourCategory: string
  /** Prices of the same thing, its own aside. */
  twins: number[]
}

const unread = 'unread'
const isJunk = ({ kind, price }: Gold) =>
  kind !== unread && (kind !== 'thing' || (price !== 'asked' && price !== 'free'))

/** What is for sale, best first, as the list of deals has it where it is asked for nothing else. */
async function rankedListings(app: App, gold: Map<string, Gold>): Promise<Ranked[]> {
  const listed = await listedDeals(app)
  const { rows } = await app.db.query<{
    id: string
    marketplace: string
    external_id: string
    title: string
    category: string
    price_cents: string | null
    currency: string | null
    brand: string | null
    attributes: Record<string, string>
    value: Ranked['value']
  }>(
    `SELECT id, marketplace, external_id, title, category, price_cents, currency, brand, attributes, value FROM listings`,
  )
  const twins = new Map<string, { id: number; year: number; priceCents: number }[]>()
  const identityOf = (row: (typeof rows)[number]) => {
    const identity = readIdentity(row, isKnownMaker)
    if (identity.brand === null || identity.model === null) return null
    const key = [
      row.currency,
      row.category,
      identity.brand,
      identity.model,
      identity.storageGb,
      identity.size,
      identity.traits,
    ]
    return { key: key.join('|'), year: identity.year }
  }
  for (const row of rows) {
    const identity = Number(row.price_cents) > 0 ? identityOf(row) : null
    if (identity === null) continue
    const known = twins.get(identity.key) ?? []
    known.push({ id: Number(row.id), year: identity.year, priceCents: Number(row.price_cents) })
    twins.set(identity.key, known)
  }
  const byId = new Map(rows.map((row) => [Number(row.id), row]))
  return listed.map(({ id, score }) => {
    const row = byId.get(id)!
    const { marketplace: source, external_id: externalId } = row
    const label = gold.get(`${source} ${externalId}`) ?? {
      ...{ source, externalId, kind: unread, price: unread, category: row.category },
    }
    const identity = identityOf(row)
    const own = (identity && twins.get(identity.key)) ?? []
    return {
      ...label,
      id,
      title: row.title,
      priceCents: Number(row.price_cents ?? 0),
      score,
      value: row.value,
      ourCategory: row.category,
      twins: own
        .filter((twin) => twin.id !== id && Math.abs(twin.year - identity!.year) <= 1)
        .map(({ priceCents }) => priceCents),
    }
  })
}

/** All pages of the list, as a person turns them. */
async function listedDeals(app: App): Promise<{ id: number; score: number }[]> {
  const address = await app.start(['api'])
  const listed: { id: number; score: number }[] = []
  let cursor: string | null = null
  do {
    const query: Record<string, string> = { limit: '200', ...(cursor !== null && { cursor }) }
    const response = await fetch(`${address}/api/deals?${new URLSearchParams(query)}`)
    if (!response.ok)
      throw new Error(`the list of deals answered ${response.status}: ${await response.text()}`)
    const page = (await response.json()) as { items: { id: number; score: number }[]; next: string | null }
    listed.push(...page.items)
    cursor = page.next
  } while (cursor !== null)
  return listed
}

function figures(ranked: Ranked[]): Record<string, unknown> {
  const byCategory = Map.groupBy(ranked, ({ category }) => category)
  const categories: Record<string, unknown> = {}
  for (const [category, rows] of [...byCategory].sort((a, b) => b[1].length - a[1].length)) {
    if (rows.length >= rankedMin) categories[category] = figuresOf(rows)
  }
  return { categories, all: figuresOf(ranked) }
}

const topOf = (rows: Ranked[]) => rows.slice(0, Math.min(topMax, Math.ceil(rows.length * topShare)))

function figuresOf(rows: Ranked[]): Record<string, unknown> {
  const top = topOf(rows)
  const withTwins = top.filter(({ twins }) => twins.length >= twinsMin)
  return {
    ranked: rows.length,
    top: top.length,
    topJunk: top.filter(isJunk).length,
    topBelowTwins: share(withTwins, ({ priceCents, twins }) => priceCents < median(twins)),
    topWithTwins: withTwins.length,
    curseCoverage: coverage(rows.slice(0, curseTop)),
    coverage: coverage(rows),
  }
}

/** How often the interval holds the median of the twins, where there are enough of them. */
function coverage(rows: Ranked[]): number | null {
  const known = rows.filter(({ twins, value }) => twins.length >= twinsMin && value !== null)
  return share(known, ({ twins, value }) => {
    const middle = median(twins)
    return value!.lowCents <= middle && middle <= value!.highCents
  })
}

function share(rows: Ranked[], test: (row: Ranked) => boolean): number | null {
  return rows.length === 0 ? null : Number((rows.filter(test).length / rows.length).toFixed(3))
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

function sheetOf(ranked: Ranked[]): string {
  const money = (cents: number | undefined) => (cents === undefined ? '–' : (cents / 100).toFixed(0))
  const lines: string[] = []
  for (const [category, rows] of Map.groupBy(ranked, (row) => row.category)) {
    if (rows.length < rankedMin) continue
    lines.push(`# ${category}: ${rows.length} ranked`)
    for (const row of topOf(rows)) {
      const { value } = row
      lines.push(
        [
          isJunk(row) ? `JUNK ${row.kind}/${row.price}` : row.kind === unread ? '–' : 'ok',
          row.score,
          `${money(row.priceCents)} of ${money(value?.lowCents)}–${money(value?.midCents)}–${money(value?.highCents)}`,
          `sure ${value?.confidence ?? '–'}`,
          `twins ${row.twins.length === 0 ? '–' : `${row.twins.length} × ${money(median(row.twins))}`}`,
          row.ourCategory,
          row.title.slice(0, 100),
          `${row.source} ${row.externalId}`,
        ].join(' | '),
      )
    }
    lines.push('')
  }
  return lines.join('\n')
}
