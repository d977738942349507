import type { Authorized } from '../../core/actor.ts'
import { badInput, notFound } from '../../core/errors.ts'
import { page, whole } from '../../core/paging.ts'
import { words } from '../../core/text.ts'
import { type OfferKind, type PriceMeaning, priceMeanings } from '../../model/offer/kinds.ts'
import { scoresOf } from '../list-store.ts'
import { type DealDeps, distanceFrom, filterOf, noOrigin, originOf, turnedTo } from '../listing-pages.ts'
import type { DealView } from './card-schema.ts'
import { readCards } from './card-store.ts'
import { dealView, pricedOf } from './cards.ts'
import { type DealFilterQuery, type DealQuery, dealFilterQuery } from './deal-schema.ts'
import type { DealFilter, Point } from './filter-store.ts'
import { listDeals } from './order-store.ts'
import type { At, DealLook, Position } from './position.ts'

/** The kinds that a query names; none = all of them. */
export function kindsNamed({ kind = [] }: Pick<DealFilterQuery, 'kind'>): OfferKind[] {
  return kind.includes('any') ? [] : kind.filter((name) => name !== 'any')
}

/** What of prices a list of deals holds: offers to haggle, rates and fillers are in one only where kinds were named. */
function dealPrices(free: DealFilterQuery['free'], isDefault: boolean): PriceMeaning[] {
  if (free === 'only') return ['free']
  const priced = isDefault ? (['asked'] as const) : priceMeanings.filter((meaning) => meaning !== 'free')
  return free === 'also' ? [...priced, 'free'] : [...priced]
}

function needsCurrency(field: string, problem: string) {
  return badInput(`${field} ${problem}.`, { [field]: problem })
}

/** What is asked for, and who looks: all that a statement over deals takes. */
export interface AskedDeals {
  filter: DealFilter
  look: DealLook
  costs: Awaited<ReturnType<DealDeps['costsFor']>>
  origin: Point | null
  /** A search for nothing but symbols finds nothing, rather than everything. */
  isUnsearchable: boolean
}

/** Refuses what cannot be answered: a distance from nowhere, amounts of several currencies, another's rule. */
export async function askedDeals(
  deps: DealDeps,
  person: Authorized<'read'>,
  query: DealFilterQuery,
  { asOfMs, limit }: { asOfMs: number; limit: number },
): Promise<AskedDeals> {
  const origin = await originOf(deps, person, query)
  if (query.currency === undefined)
    for (const field of ['landedCentsMin', 'landedCentsMax', 'profitCentsMin'] as const)
      if (query[field] !== undefined)
        throw needsCurrency(field, 'needs a currency: amounts of several cannot be compared')
  if (query.ruleId !== undefined && !(await deps.hasRule(person, query.ruleId))) throw notFound('rule')
  const isDefault = query.kind === undefined
  const costs = await deps.costsFor(person)
  return {
    filter: {
      ...filterOf(person, { ...query, kind: isDefault ? ['thing'] : kindsNamed(query) }, origin, limit),
      priceMeanings: dealPrices(query.free, isDefault),
      landedCentsMin: query.landedCentsMin ?? null,
      landedCentsMax: query.landedCentsMax ?? null,
      riskMax: query.riskMax ?? null,
      discountPctMin: query.discountPctMin ?? null,
      profitCentsMin: query.profitCentsMin ?? null,
      since: query.since === undefined ? null : new Date(query.since),
      ...{ ids: null, ruleId: query.ruleId ?? null, inside: query.bbox ?? null },
      mark: query.state ?? null,
      isCollapsed: query.collapse === 'cluster',
    },
    look: {
      score: await deps.scoreBy(person, asOfMs),
      profitOf: (listing) => costs.of(listing).profitCents,
      netMost: costs.netMost,
      from: origin,
      asOfMs,
    },
    ...{ costs, origin },
    isUnsearchable: query.q !== undefined && query.q.trim() !== '' && words(query.q).length === 0,
  }
}

/** Of what the person sees. */
export async function dealsPage(deps: DealDeps, person: Authorized<'read'>, query: DealQuery) {
  const { turn, asOfMs, from } = turnedTo(`deals by ${query.sort}`, query, deps.clock)
  const asked = await askedDeals(deps, person, query, { asOfMs, limit: query.limit + 1 })
  refuseOrder(query, asked)
  if (asked.isUnsearchable) return whole<DealView>([])
  const rows = await dealCards(deps, person, asked, query.sort, from)
  return page(
    rows,
    turn,
    ({ key, view }) => [key, view.id, asOfMs],
    ({ view }) => view,
  )
}

/** Refuses an order of what cannot be compared. */
export function refuseOrder(
  { sort, currency }: Pick<DealQuery, 'sort' | 'currency'>,
  { origin }: AskedDeals,
): void {
  if (sort === 'distance' && origin === null) throw noOrigin('sort')
  if ((sort === 'price' || sort === 'profit') && currency === undefined)
    throw needsCurrency('sort', `by ${sort} needs a currency: amounts of several cannot be compared`)
}

/** The cards that follow a position in that order, each with its own. */
export async function dealCards(
  deps: DealDeps,
  person: Authorized<'read'>,
  asked: AskedDeals,
  sort: DealQuery['sort'],
  at: At,
): Promise<(Position & { view: DealView })[]> {
  const positions = await listDeals(deps.db, asked.filter, sort, asked.look, at)
  const ids = positions.map(({ id }) => id)
  const keys = new Map(positions.map(({ id, key }) => [id, key]))
  // The very number that they stand in their order by.
  const cards = await cardsOf(deps, person, asked, ids, sort === 'score' ? keys : null)
  return cards.map((view) => ({ id: view.id, key: keys.get(view.id)!, view }))
}

/** In the order of the ids. `scores` null = they are asked for. */
async function cardsOf(
  deps: DealDeps,
  person: Authorized<'read'>,
  { look, costs, origin }: Pick<AskedDeals, 'look' | 'costs' | 'origin'>,
  ids: readonly number[],
  scores: ReadonlyMap<number, number> | null,
): Promise<DealView[]> {
  const [cards, scoreOf] = await Promise.all([
    readCards(deps.db, ids, person),
    scores ?? scoresOf(deps.db, [...ids], look.score),
  ])
  return cards.map((card) =>
    dealView(card, {
      distanceKm: distanceFrom(origin, card.stored),
      score: scoreOf.get(card.stored.id) ?? 0,
      asOfMs: look.asOfMs,
      costs: costs.of(pricedOf(card)),
    }),
  )
}

/** Listings by their ids, in that order and whatever became of them; without those that are not the person's to see. */
export async function namedCards(
  deps: DealDeps,
  person: Authorized<'read'>,
  ids: readonly number[],
): Promise<DealView[]> {
  const query = dealFilterQuery.parse({ kind: 'any' })
  const asked = await askedDeals(deps, person, query, { asOfMs: deps.clock.now().getTime(), limit: 0 })
  return cardsOf(deps, person, asked, ids, null)
}
