import { words } from '../server/core/text.ts'
import { recogniseCategory } from '../server/listings/normalize/category.ts'
import type { ListingDetail } from '../server/listings/schema.ts'
import type { Category } from '../server/model/listing-schema.ts'
import { type Identity, readIdentity } from '../server/scoring/comps/identity.ts'
import { isKnownMaker } from '../server/scoring/price-model/features.ts'
import type { ValueAnswer } from '../server/scoring/value/answer/value-schema.ts'
import type { ImportedMarket } from './lib-imported-market.ts'
import { type CaseRow, isSameModel, median, type SeenListing, wholePrice } from './lib-judge.ts'
import { type AnsweredValue, readQuotedRule, wholeCategories } from './lib-judge-sentence.ts'

/** What of a stored listing the judging needs besides its view. */
interface Known {
  id: number
  marketplace: string
  externalId: string
  title: string
  category: string
  siteCategory: string | null
  currency: string | null
  priceCents: number
  /** By its title alone, whose words a buyer looks for. */
  identity: Identity
}

/** A rule of the thing itself, as its buyer would write it. */
type ThingRule = Record<string, unknown> & { name: string }

/** Fields of a view that not every version of the program has. */
type Later = { kind?: string; priceMeaning?: string }

/** A market that is looked at as its user does. */
export interface JudgedMarket {
  look(row: CaseRow): Promise<SeenListing | null>
  answer(title: string): Promise<AnsweredValue | null>
  /** For each title the clusters of the listings that have it, in the sources that the row names. */
  clusters(row: CaseRow): Promise<(number | null)[][]>
}

export async function openJudgedMarket({ app }: ImportedMarket): Promise<JudgedMarket> {
  const address = await app.start(['api'])
  const send = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${address}${path}`, {
      method,
      ...(body !== undefined && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`)
    return (text === '' ? null : JSON.parse(text)) as T
  }
  const ask = (title: string) => send<ValueAnswer>('GET', `/api/value?${new URLSearchParams({ title })}`)
  const known = await knownListings(app)
  const byKey = new Map(known.map((one) => [`${one.marketplace} ${one.externalId}`, one]))
  const counts = new Map<string, WordCounts>()

  return {
    answer: async (title) => (await ask(title)).value,

    async look(row) {
      const { source, externalId, priceCents } = row.import ?? {}
      const own = byKey.get(`${source} ${externalId}`)
      if (own === undefined) return null
      const detail = await send<ListingDetail & Later>('GET', `/api/listings/${own.id}`)
      const kinds = await kindsOf(
        app,
        detail.comps.map(({ id }) => id),
      )
      const whole = wholeOf(known, own, row.should, detail.category)
      const { listingsWith, total } = wordCounts(counts, known, detail.category)
      return {
        ...detail,
        comps: detail.comps.map((comp) => {
          const kind = kinds.get(comp.id)
          return {
            ...comp,
            ...(kind !== undefined && { kind }),
            same: isSameModel(detail.title, comp.title, (word) => listingsWith.get(word) ?? 0, total),
          }
        }),
        wholeCents: whole.cents,
        toldFor: await toldFor(send, own.id, whole.rule),
        evidenceFor: await evidenceFor(app, ask, own, Number(priceCents)),
      }
    },

    async clusters({ titles = [], source = '' }) {
      const named = new Set(
        known.map(({ marketplace }) => marketplace).filter((name) => source.includes(name)),
      )
      const result: (number | null)[][] = []
      for (const title of titles) {
        const said = titleKey(title)
        const ids = known.filter(
          (one) => (named.size === 0 || named.has(one.marketplace)) && titleKey(one.title) === said,
        )
        result.push(
          await Promise.all(
            ids.map(async ({ id }) => {
              const { cluster } = await send<ListingDetail>('GET', `/api/listings/${id}`)
              return cluster?.id ?? null
            }),
          ),
        )
      }
      return result
    },
  }
}

/** A title without what a row says about it in parentheses at its end. */
export function titleKey(title: string): string {
  return words(title.replace(/\s*\((?:clusters?|listings?) [^)]*\)\s*$/i, '')).join(' ')
}

async function knownListings({ db }: ImportedMarket['app']): Promise<Known[]> {
  const { rows } = await db.query<{
    id: string
    marketplace: string
    external_id: string
    title: string
    category: string
    site_category: string | null
    currency: string | null
    price_cents: string | null
  }>(
    `SELECT id, marketplace, external_id, title, category, site_category, currency, price_cents
     FROM listings ORDER BY id`,
  )
  return rows.map((row) => ({
    id: Number(row.id),
    marketplace: row.marketplace,
    externalId: row.external_id,
    title: row.title,
    category: row.category,
    siteCategory: row.site_category,
    currency: row.currency,
    priceCents: Number(row.price_cents ?? 0),
    identity: readIdentity({ title: row.title }, isKnownMaker),
  }))
}

/** By id, where the program keeps kinds at all. */
async function kindsOf({ db }: ImportedMarket['app'], ids: number[]): Promise<Map<number, string>> {
  const { rows } = await db.query<{ id: string; kind: string | null }>(
    `SELECT id, to_jsonb(listings)->>'kind' AS kind FROM listings WHERE id = ANY($1::bigint[])`,
    [ids],
  )
  return new Map(rows.flatMap(({ id, kind }) => (kind === null ? [] : [[Number(id), kind] as const])))
}

/**
 * What the whole of it costs, and the rule of who wants one: by the listings of the same maker and model where they ask
 * what wholes do, else by all of the category in that marketplace. A model that costs a fraction of that is an
 * accessory's own.
 */
function wholeOf(
  known: readonly Known[],
  own: Known,
  should: string,
  category: Category,
): { cents: number | null; rule: ThingRule | null } {
  const named = wholeCategories(should)
  const site = recogniseCategory('', own.siteCategory ?? undefined)
  const wholes =
    named.length === 0
      ? [site]
      : named.includes(category)
        ? [category]
        : named.includes(site)
          ? [site]
          : named
  const pricesOf = (test: (one: Known) => boolean) =>
    known.flatMap((one) =>
      one.id !== own.id && one.priceCents > 0 && one.currency === own.currency && test(one)
        ? [one.priceCents]
        : [],
    )
  const medians = wholes.flatMap((whole) => {
    const price =
      median(pricesOf((one) => one.category === whole && one.marketplace === own.marketplace)) ??
      median(pricesOf((one) => one.category === whole))
    return price === null ? [] : [{ whole, price }]
  })
  const { whole, price } = medians.toSorted((a, b) => a.price - b.price)[0] ?? { whole: null, price: null }
  const { brand, model, storageGb } = own.identity
  const twins =
    brand === null || model === null
      ? null
      : wholePrice(
          pricesOf(
            ({ identity, category: other }) =>
              other === whole &&
              identity.brand === brand &&
              identity.model === model &&
              identity.traits === 0 &&
              (storageGb === 0 || identity.storageGb === 0 || identity.storageGb === storageGb),
          ),
        )
  const isOfWholes = twins !== null && price !== null && twins >= price * twinShareMin
  const quoted = readQuotedRule(should)
  const rule =
    quoted !== null
      ? {
          name: `"${quoted.words}"`,
          keywords: { all: [quoted.words] },
          priceCentsMax: quoted.priceCentsMax,
          scoreMin: quoted.scoreMin,
        }
      : isOfWholes
        ? { name: `"${model}"`, keywords: { all: [model!] } }
        : whole === null
          ? null
          : { name: `${whole} of score ${dealFrom}`, categories: [whole], scoreMin: dealFrom }
  return {
    cents: isOfWholes ? twins : price,
    rule: rule && { ...rule, ...(own.currency !== null && { currency: own.currency }) },
  }
}
const twinShareMin = 0.25
const dealFrom = 70

/** Name of the rule, which is made for this and taken away again, where the listing fits it. */
async function toldFor(
  send: <T>(method: string, path: string, body?: unknown) => Promise<T>,
  listingId: number,
  rule: ThingRule | null,
): Promise<string | null> {
  if (rule === null) return null
  const { id } = await send<{ id: number }>('POST', '/api/rules', rule)
  const { fits } = await send<{ fits: { verdict: string } }>('GET', `/api/rules/${id}/trace/${listingId}`)
  await send('DELETE', `/api/rules/${id}`)
  return fits.verdict === 'yes' ? `the rule ${rule.name}` : null
}

/** How many values of others, and of its own words asked about, rest on this price of it. */
async function evidenceFor(
  { db }: ImportedMarket['app'],
  ask: (title: string) => Promise<ValueAnswer>,
  { id, title, priceCents }: Known,
  written: number,
): Promise<number> {
  if (priceCents !== written) return 0
  const { rows } = await db.query<{ count: string }>(
    `SELECT count(*) FROM listings WHERE value->'compIds' @> to_jsonb($1::bigint) AND id <> $1`,
    [id],
  )
  const { comps } = await ask(title)
  return Number(rows[0]!.count) + comps.filter(({ listingId }) => listingId === id).length
}

interface WordCounts {
  /** Listings with a word in their title. */
  listingsWith: Map<string, number>
  total: number
}

/** Of the titles of a category, counted once. */
function wordCounts(
  counts: Map<string, WordCounts>,
  known: readonly Known[],
  category: string,
): Readonly<WordCounts> {
  const before = counts.get(category)
  if (before !== undefined) return before
  const own = known.filter((one) => one.category === category)
  const listingsWith = new Map<string, number>()
  for (const { title } of own)
    for (const word of new Set(words(title))) listingsWith.set(word, (listingsWith.get(word) ?? 0) + 1)
  const counted = { listingsWith, total: own.length }
  counts.set(category, counted)
  return counted
}
