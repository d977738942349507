import type { Authorized } from '../../core/actor.ts'
import type { MapBox } from '../../core/map-box.ts'
import { boxAround } from '../../core/places-box.ts'
import { kmFrom, type Param } from '../../core/statement.ts'
import type { ScoreSql } from '../../model/score-sql.ts'
import { listedFor, ownFor } from '../../model/visible-listings.ts'
import { byDiscount, discountKey } from '../orders/order-sql.ts'
import type { MarkState } from './deal-schema.ts'

/** Up to when a person has looked (null = never), and what they saw one by one. */
export interface SeenUpTo {
  at: Date | null
  listingIds: readonly number[]
}

export interface Point {
  lat: number
  lon: number
}

/** What listings are asked for; of a list with nothing in it, and of null, any. */
export interface ListingFilter {
  /** Who asks. */
  person: Authorized<'read'>
  /** Folded words, all of which must occur; the last may be the beginning of a word. */
  words: string[]
  categories: readonly string[]
  marketplaces: readonly string[]
  conditions: readonly string[]
  kinds: readonly string[]
  priceMeanings: readonly string[]
  state: string | null
  demo: boolean | null
  priceCentsMin: number | null
  priceCentsMax: number | null
  /** How somebody sees them, at least. */
  scoreMin: number | null
  currency: string | null
  /** Only what is known to be within so many km of it; what does not say where it is, is not. */
  within: (Point & { km: number }) | null
  limit: number
}

/** What is asked of deals besides. */
export interface DealFilter extends ListingFilter {
  landedCentsMin: number | null
  landedCentsMax: number | null
  riskMax: number | null
  discountPctMin: number | null
  /** In `currency`, which is then given. */
  profitCentsMin: number | null
  since: Date | null
  /** One of these: what was found to bring such a profit. */
  ids: readonly number[] | null
  ruleId: number | null
  /** Only what is there, or only what does not say where it is. */
  inside: MapBox | 'nowhere' | null
  /** Null = all but what is hidden. */
  mark: MarkState | null
  /** Only what the market shows, or only what is the person's own and not there; left out: both. */
  of?: 'market' | 'own'
  /** What of it was seen, where that was read before: the database then knows how much that is. */
  seen?: SeenUpTo
  /** Of listings that are one thing only the first in the order. */
  isCollapsed: boolean
}

/** What limits `listings l`; with the least score of whom the score is, whose joins are in the statement. */
export function filterSql(
  filter: ListingFilter & Pick<DealFilter, 'of'>,
  param: Param,
  score: ScoreSql | null,
): string {
  const terms: string[] = [listedSql(filter, param)]
  const where = (value: unknown, term: (name: string) => string) => {
    if (value !== null) terms.push(term(param(value)))
  }
  // An index has one of them in order, and not several.
  const oneOf = (names: readonly string[], column: string) => {
    if (names.length === 1) where(names[0], (name) => `${column} = ${name}`)
    else if (names.length > 1) where(names, (name) => `${column} = ANY(${name}::text[])`)
  }
  where(wordsQuery(filter.words), (name) => `l.search @@ ${name}::tsquery`)
  oneOf(filter.categories, 'l.category')
  oneOf(filter.marketplaces, 'l.marketplace')
  oneOf(filter.conditions, 'l.condition')
  where(filter.state, (name) => `l.state = ${name}`)
  where(filter.demo, (name) => `l.demo = ${name}`)
  where(filter.priceCentsMin, (name) => `l.price_cents >= ${name}`)
  where(filter.priceCentsMax, (name) => `l.price_cents <= ${name}`)
  where(filter.currency, (name) => `l.currency = ${name}`)
  if (filter.kinds.length > 0) where(filter.kinds, (name) => `l.kind = ANY(${name}::text[])`)
  if (filter.priceMeanings.length > 0) {
    // What was not read yet is a price; written so that the database can tell how many rows that are.
    const unread = filter.priceMeanings.includes('asked') ? ' OR l.price_meaning IS NULL' : ''
    where(filter.priceMeanings, (name) => `(l.price_meaning = ANY(${name}::text[])${unread})`)
  }
  if (filter.within !== null) terms.push(withinSql(filter.within, filter.within.km, param))
  if (filter.scoreMin !== null && score !== null) terms.push(reaching(score, filter.scoreMin, param))
  return terms.join(' AND ')
}

function listedSql({ person, of }: Pick<DealFilter, 'person' | 'of'>, param: Param): string {
  if (of === 'market') return 'l.owner_id IS NULL'
  if (of === 'own') return ownFor('l', `${param(person)}::bigint`)
  return listedFor('l', `${param(person)}::bigint`)
}

/** The same for deals; `score` is of whom the score and what things cost at home are. */
export function dealFilterSql(filter: DealFilter, param: Param, score: ScoreSql | null): string {
  const terms = [filterSql(filter, param, score)]
  const where = (value: unknown, term: (name: string) => string) => {
    if (value !== null) terms.push(term(param(value)))
  }
  // What is bought is for sale no more.
  if (filter.mark !== 'contacted' && filter.mark !== 'bought') terms.push(`l.state = 'active'`)
  if (score !== null) {
    where(filter.landedCentsMin, (name) => `${score.landed} >= ${name}::bigint`)
    where(filter.landedCentsMax, (name) => `${score.landed} <= ${name}::bigint`)
  }
  where(filter.riskMax, (name) => `l.risk_score <= ${name}`)
  where(filter.since, (name) => `l.first_seen_at >= ${name}::timestamptz`)
  if (filter.discountPctMin !== null) {
    // By the index, and then exactly: the order's figure is rounded.
    terms.push(`${byDiscount('l.')} >= ${param(discountKey(filter.discountPctMin) - 1)}::bigint`)
    terms.push(`l.price_cents * 100 <= l.value_mid_cents * (100 - ${param(filter.discountPctMin)}::bigint)`)
  }
  if (filter.inside === 'nowhere') terms.push('l.lat IS NULL')
  else if (filter.inside !== null) terms.push(insideSql(filter.inside, param))
  where(filter.ids, (name) => `l.id = ANY(${name}::bigint[])`)
  const person = param(filter.person)
  where(
    filter.ruleId,
    (name) =>
      `l.id IN (SELECT m.listing_id FROM matches m
        WHERE m.rule_id = ${name}::bigint AND m.user_id = ${person}::bigint AND m.dismissed_at IS NULL)`,
  )
  const isNewOrSeen = filter.mark === 'new' || filter.mark === 'seen'
  terms.push(markSql(filter.mark, person, isNewOrSeen ? seenSql(filter, param) : null))
  return terms.join(' AND ')
}

/** Read once into a hash where it is `IN`: of what is hidden every list asks, and it is little. */
function markSql(mark: MarkState | null, person: string, seen: string | null): string {
  const marked = (column: string) =>
    `(SELECT k.listing_id FROM listing_marks k WHERE k.user_id = ${person}::bigint AND k.${column} IS NOT NULL)`
  const shown = `l.id NOT IN ${marked('hidden_at')}`
  if (mark === null) return shown
  if (seen !== null) return `${shown} AND ${mark === 'new' ? 'NOT ' : ''}${seen}`
  // Few, and each found by its id.
  return `l.id = ANY(ARRAY${marked(`${mark}_at`)})`
}

/** Whether the person has seen a listing: up to their last look, or one by one. */
export function seenSql({ person, seen }: Pick<DealFilter, 'person' | 'seen'>, param: Param): string {
  if (seen === undefined) {
    const me = `${param(person)}::bigint`
    return `(l.first_seen_at <= coalesce((SELECT s.seen_up_to FROM listing_looks s WHERE s.user_id = ${me}), '-infinity')
      OR EXISTS (SELECT FROM listing_marks k WHERE k.user_id = ${me} AND k.listing_id = l.id AND k.seen_at IS NOT NULL))`
  }
  const oneByOne = `l.id = ANY(${param(seen.listingIds)}::bigint[])`
  return seen.at === null
    ? `(${oneByOne})`
    : `(l.first_seen_at <= ${param(seen.at)}::timestamptz OR ${oneByOne})`
}

/** What is at most so far from a point. */
export function withinSql(from: Point, km: number, param: Param): string {
  const { latMin, latMax, lonMin, lonMax } = boxAround(from, km)
  const box = lonMin === null ? '' : `AND l.lon BETWEEN ${param(lonMin)}::float8 AND ${param(lonMax)}::float8`
  return `l.lat BETWEEN ${param(latMin)}::float8 AND ${param(latMax)}::float8 ${box}
    AND ${kmFrom(param(from.lat), param(from.lon))} <= ${param(km)}::float8`
}

function insideSql({ west, south, east, north }: MapBox, param: Param): string {
  const [from, to] = [param(west), param(east)].map((edge) => `${edge}::float8`)
  // Beyond the line there are two parts.
  const across = west < east ? `l.lon BETWEEN ${from} AND ${to}` : `(l.lon >= ${from} OR l.lon <= ${to})`
  return `l.lat BETWEEN ${param(south)}::float8 AND ${param(north)}::float8 AND ${across}`
}

/** The cheaper bounds go first: few rows are left when the total itself is made. */
export function reaching(score: ScoreSql, points: number, param: Param): string {
  const least = `${param(points)}::int`
  return `l.neutral >= ${param(score.neutralMin(points))}::float8 AND ${score.most} >= ${least} AND ${score.total} >= ${least}`
}

function wordsQuery(words: readonly string[]): string | null {
  if (words.length === 0) return null
  return words
    .map((word, index) => `'${word.replaceAll(/['\\]/g, '')}'${index === words.length - 1 ? ':*' : ''}`)
    .join(' & ')
}
