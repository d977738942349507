import type { Authorized } from '../../core/actor.ts'
import type { Sql } from '../../core/db.ts'
import type { Box } from '../../core/places-box.ts'
import { type Param, valuesOf } from '../../core/statement.ts'
import type { Risk } from '../../model/risk.ts'
import type { FairValue } from '../../model/score-schema.ts'
import { listedFor } from '../../model/visible-listings.ts'
import type { MergedListing } from '../merge.ts'
import { type StoredListing, type StoredRow, stored, toStored } from '../stored-listing.ts'

/** What the database itself can tell of listings that cannot fit; of an empty list, and of null, any. */
export interface CandidateFilter {
  /** Who asks. */
  person: Authorized<'read'>
  marketplaces: readonly string[]
  categories: readonly string[]
  /** In `currency`; one of them given, a listing without a price in it cannot fit. */
  priceCentsMin: number | null
  priceCentsMax: number | null
  currency: string
  /** Broken things count as in one of them where that is asked for. */
  conditions: readonly string[]
  kinds: readonly string[]
  riskMax: number | null
  discountPctMin: number | null
  /** In one of which it must be; none = anywhere. */
  boxes: readonly Box[]
}

/** The next listings downwards, as far as they were looked at. */
export interface CandidateWindow {
  /** How many were looked at, and the last of them; null where there was none. */
  lookedAt: number
  lowestId: number | null
  /** Those that may fit, the newest first: `at` counts from 1 among all that were looked at. */
  found: { id: number; at: number }[]
}

/** Looks at the next `count` active listings below an id by what stands in their rows; texts are not read. */
export async function candidateWindow(
  sql: Sql,
  filter: CandidateFilter,
  belowId: number | null,
  count: number,
): Promise<CandidateWindow> {
  const { values, param } = valuesOf()
  const person = param(filter.person)
  const fits = candidateSql(filter, param)
  const { rows } = await sql.query<{
    lookedAt: number
    lowestId: number | null
    ids: number[]
    places: number[]
  }>(
    `WITH looked AS (
       SELECT w.id, w.fits, row_number() OVER (ORDER BY w.id DESC) AS at FROM (
         SELECT l.id, (${fits}) AS fits FROM listings l
         WHERE l.state = 'active' ${belowId === null ? '' : `AND l.id < ${param(belowId)}::bigint`} AND ${listedFor('l', person)}
         ORDER BY l.id DESC LIMIT ${param(count)}) AS w)
     SELECT count(*)::int AS "lookedAt", min(id) AS "lowestId",
            coalesce(array_agg(id ORDER BY id DESC) FILTER (WHERE fits), '{}') AS ids,
            coalesce(array_agg(at::int ORDER BY id DESC) FILTER (WHERE fits), '{}') AS places FROM looked`,
    values,
  )
  const { lookedAt, lowestId, ids, places } = rows[0]!
  return { lookedAt, lowestId, found: ids.map((id, index) => ({ id, at: places[index]! })) }
}

/** Active listings by their ids, the newest first; what ended meanwhile is missing. */
export async function activeListingsAmong(
  sql: Sql,
  person: Authorized<'read'>,
  ids: readonly number[],
): Promise<StoredListing[]> {
  const { rows } = await sql.query<StoredRow>(
    `SELECT ${stored} FROM listings l
     WHERE l.id = ANY($1::bigint[]) AND l.state = 'active' AND ${listedFor('l', '$2')} ORDER BY l.id DESC`,
    [ids, person],
    'active-listings-among',
  )
  return rows.map(toStored)
}

/** What of a listing rules look at, without what scores, shows or explains it. */
export interface Glance {
  id: number
  sourceId: number | null
  detailsReadAtMs: number | null
  listing: Pick<
    MergedListing,
    | 'title'
    | 'description'
    | 'marketplace'
    | 'category'
    | 'condition'
    | 'kind'
    | 'thingProbability'
    | 'priceCents'
    | 'currency'
    | 'lat'
    | 'lon'
    | 'shippingCents'
    | 'buyingFormat'
    | 'attributes'
  >
  value: Pick<FairValue, 'midCents' | 'currency' | 'confidence'> | null
  risk: Pick<Risk, 'score'> | null
}

type GlanceRow = Omit<Glance, 'detailsReadAtMs' | 'listing' | 'value' | 'risk'> &
  Omit<Glance['listing'], 'attributes' | 'kind' | 'thingProbability'> & {
    detailsReadAt: Date | null
    kind: Glance['listing']['kind'] | null
    thingProbability: number | null
    sellerKey: string | null
    midCents: number | null
    valueCurrency: string | null
    confidence: number | null
    riskScore: number
  }

/** A look at listings by their ids, the newest first; those of which the offer was not read yet are in `unread`. */
export async function glancesAt(
  sql: Sql,
  ids: readonly number[],
): Promise<{ glances: Glance[]; unread: number[] }> {
  const { rows } = await sql.query<GlanceRow>(
    `SELECT l.id, l.source_id AS "sourceId", l.details_read_at AS "detailsReadAt", l.title, l.description, l.marketplace,
            l.category, l.condition, l.kind, l.thing_probability AS "thingProbability", l.price_cents AS "priceCents",
            l.currency, l.lat, l.lon, l.shipping_cents AS "shippingCents", l.buying_format AS "buyingFormat",
            l.attributes->>'sellerKey' AS "sellerKey", (l.value->>'midCents')::float8 AS "midCents",
            l.value->>'currency' AS "valueCurrency", (l.value->>'confidence')::float8 AS confidence,
            l.risk_score AS "riskScore"
     FROM listings l WHERE l.id = ANY($1::bigint[]) ORDER BY l.id DESC`,
    [ids],
    'glances-at',
  )
  return {
    glances: rows.flatMap((row) => glanceOf(row) ?? []),
    unread: rows.filter(({ kind }) => kind === null).map(({ id }) => id),
  }
}

function glanceOf(row: GlanceRow): Glance | null {
  const { id, sourceId, detailsReadAt, sellerKey, midCents, valueCurrency, riskScore, ...listing } = row
  const { kind, thingProbability, confidence } = row
  if (kind === null || thingProbability === null) return null
  return {
    ...{ id, sourceId, detailsReadAtMs: detailsReadAt?.getTime() ?? null },
    listing: { ...listing, kind, thingProbability, attributes: sellerKey === null ? {} : { sellerKey } },
    value:
      midCents === null || valueCurrency === null || confidence === null
        ? null
        : { midCents, currency: valueCurrency, confidence },
    risk: { score: riskScore },
  }
}

/** True for every listing that may fit; false only where one of the columns says that it cannot. */
function candidateSql(filter: CandidateFilter, param: Param): string {
  const terms: string[] = []
  const oneOf = (column: string, names: readonly string[]) => `${column} = ANY(${param([...names])}::text[])`
  const { marketplaces, categories, conditions, kinds, priceCentsMin, priceCentsMax, boxes } = filter
  if (marketplaces.length > 0) terms.push(oneOf('l.marketplace', marketplaces))
  if (categories.length > 0) terms.push(oneOf('l.category', categories))
  if (priceCentsMin !== null || priceCentsMax !== null) {
    terms.push(`l.currency = ${param(filter.currency)}`)
    if (priceCentsMin !== null) terms.push(`l.price_cents >= ${param(priceCentsMin)}::bigint`)
    if (priceCentsMax !== null) terms.push(`l.price_cents <= ${param(priceCentsMax)}::bigint`)
  }
  if (conditions.length > 0) {
    // What was not read yet may be broken.
    const broken = conditions.includes('for-parts') ? ` OR l.kind = 'broken' OR l.kind IS NULL` : ''
    terms.push(`(${oneOf('l.condition', conditions)}${broken})`)
  }
  if (kinds.length > 0) terms.push(`(l.kind IS NULL OR ${oneOf('l.kind', kinds)})`)
  if (filter.riskMax !== null) terms.push(`l.risk_score <= ${param(filter.riskMax)}::int`)
  // A little less than what is asked for: the rule itself looks at it to the cent.
  if (filter.discountPctMin !== null)
    terms.push(
      `l.price_cents * 100 <= l.value_mid_cents * (100 - ${param(filter.discountPctMin)}::bigint) + l.value_mid_cents / 100 + 1`,
    )
  if (boxes.length > 0) terms.push(`(${boxes.map((box) => boxSql(box, param)).join(' OR ')})`)
  return terms.length === 0 ? 'true' : `coalesce(${terms.join(' AND ')}, false)`
}

function boxSql({ latMin, latMax, lonMin, lonMax }: Box, param: Param): string {
  const across =
    lonMin === null ? '' : ` AND l.lon BETWEEN ${param(lonMin)}::float8 AND ${param(lonMax)}::float8`
  return `(l.lat BETWEEN ${param(latMin)}::float8 AND ${param(latMax)}::float8${across})`
}
