import type { Authorized } from '../../core/actor.ts'
import { type Audit, namesOfChanged } from '../../core/audit.ts'
import type { Clock } from '../../core/clock.ts'
import type { Db, Sql } from '../../core/db.ts'
import type { Category } from '../../model/listing-schema.ts'
import type { NetBound, ValueSpan } from '../../model/resold.ts'
import type { FlipProfit, OwnSellingSettings, Resale, SellingSettings } from '../../model/score-schema.ts'
import type { Said } from '../../model/sentences/said.ts'
import type { SellingPlace } from './fees-default.ts'
import { netMost } from './net-most.ts'
import {
  flipProfit,
  type ProfitSubject,
  profitCents,
  type ResaleValue,
  resaleOf,
  whyNoProfit,
} from './profit.ts'
import { defaultSellingSettings, mergeSettings } from './profit-settings.ts'
import { type SaleAt, salesAt } from './sales.ts'
import { type SaleCount, type SellThrough, sellThrough } from './sell-through.ts'
import type { ResaleQuery, ResaleView } from './selling-schema.ts'
import {
  allSellingSettings,
  getSellingSettings,
  holdSellingSettings,
  saleCounts,
  writeSellingSettings,
} from './store.ts'

/** What selling again should bring a person, by how they sell. */
export interface Seller {
  settings: SellingSettings
  resaleOf(subject: Pick<ProfitSubject, 'value' | 'category'>): Resale | null
  profitOf(subject: ProfitSubject): ProfitReport
  /** See `netMost`. */
  netMost(category: Category, span: ValueSpan): NetBound | null
  /** What a thing that is worth so much leaves where it is sold, by marketplace. */
  salesOf(subject: { value: ResaleValue; category: Category }): SalesReport
  /** The same figure alone; null = unknown. */
  profitCentsOf(subject: ProfitSubject): number | null
}

/** One of `profit` and `unknown` is null. */
export interface ProfitReport {
  profit: FlipProfit | null
  unknown: Said | null
  /** What the chance of a sale rests on. */
  chance: Said
}

export interface SalesReport {
  sales: SaleAt[]
  /** Why there are none; null where there are. */
  unknown: Said | null
  chance: Said
}

/** How people sell and what was seen to sell, as last read; what there is of it in a process. */
export interface Selling {
  /**
   * Reads again what is old. The counts of sales take up to a second, so they are read only once they were asked
   * for; who is about to hold locks calls this before, so that they are young when they are needed. `behind` waits for
   * them only where there are none: a list that is asked for takes those of before, and they are read meanwhile.
   */
  catchUp(sql: Sql, options?: CatchUp): Promise<void>
  /** As of the last `catchUp`, by the fees of its day. */
  of(userId: number): Seller
  /** How people sell who set nothing. */
  readonly defaults: SellingSettings
  /** Somebody's settings were changed, or everything was. */
  forget(): void
}

export interface CatchUp {
  withCounts?: boolean | 'behind'
}

/** Other processes' changes are seen after this. */
const settingsMaxAgeMs = 5_000
const countsMaxAgeMs = 600_000

export function createSelling(deps: {
  clock: Clock
  /** Where people may sell. */
  places: Iterable<SellingPlace>
  /** Whether a marketplace's listings may be evidence. */
  allowed(marketplace: string): boolean
  /** What was first seen in this time is still stored, whatever became of it. */
  listingsKeptMs: number
}): Selling {
  const defaults = defaultSellingSettings(deps.places)
  let own = new Map<number, OwnSellingSettings>()
  let counts: SaleCount[] = []
  let sellers = new Map<number, Seller>()
  let day = dayOf(deps.clock.now())
  let settingsAtMs = Number.NEGATIVE_INFINITY
  let countsAtMs = Number.NEGATIVE_INFINITY
  let changes = 0
  let countsWanted = false
  let isCounting = false

  const isOld = (atMs: number, maxAgeMs: number, nowMs: number) => nowMs - atMs >= maxAgeMs || nowMs < atMs

  async function count(sql: Sql, nowMs: number): Promise<void> {
    const read = await saleCounts(sql, new Date(nowMs - deps.listingsKeptMs))
    counts = together(read.filter(({ marketplace }) => deps.allowed(marketplace)))
    sellers = new Map()
    countsAtMs = nowMs
  }

  return {
    defaults,
    async catchUp(sql, { withCounts = false } = {}) {
      const nowMs = deps.clock.now().getTime()
      countsWanted ||= withCounts !== false
      const today = dayOf(deps.clock.now())
      if (today !== day) sellers = new Map()
      day = today
      if (isOld(settingsAtMs, settingsMaxAgeMs, nowMs)) {
        const changesBefore = changes
        own = await allSellingSettings(sql)
        sellers = new Map()
        // A change meanwhile may not be in what was read.
        if (changes === changesBefore) settingsAtMs = nowMs
      }
      if (!countsWanted || !isOld(countsAtMs, countsMaxAgeMs, nowMs)) return
      if (withCounts !== 'behind' || countsAtMs === Number.NEGATIVE_INFINITY) return count(sql, nowMs)
      if (isCounting) return
      isCounting = true
      // Of a failure the next hears who has to wait for them.
      void count(sql, nowMs)
        .catch(() => {})
        .finally(() => {
          isCounting = false
        })
    },
    of(userId) {
      let seller = sellers.get(userId)
      if (!seller) {
        seller = sellerOf(mergeSettings(defaults, own.get(userId) ?? {}), counts, day)
        sellers.set(userId, seller)
      }
      return seller
    },
    forget() {
      changes++
      settingsAtMs = Number.NEGATIVE_INFINITY
    },
  }
}

/** Counts of several marketplaces as one. */
function together(counts: readonly SaleCount[]): SaleCount[] {
  const sums = new Map<string, SaleCount>()
  for (const { category, band, atRisk, sold } of counts) {
    const key = `${category} ${band}`
    const sum = sums.get(key)
    if (sum) {
      sum.atRisk += atRisk
      sum.sold += sold
    } else sums.set(key, { category, band, atRisk, sold })
  }
  return [...sums.values()]
}

/** In UTC: when fees change is not known by the hour. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)

function sellerOf(settings: SellingSettings, counts: readonly SaleCount[], day: string): Seller {
  const chances = new Map<Category, SellThrough>()
  const chanceOf = (category: Category) => {
    let chance = chances.get(category)
    if (!chance) {
      chance = sellThrough(counts, category, settings.sellWithinDays)
      chances.set(category, chance)
    }
    return chance
  }
  const optionsOf = (category: Category) => ({ sellThrough: chanceOf(category), day })
  return {
    settings,
    netMost: (category, span) => netMost(category, settings, optionsOf(category), span),
    resaleOf: (subject) => resaleOf(subject, settings, optionsOf(subject.category)),
    salesOf(subject) {
      const chance = chanceOf(subject.category)
      const sales = salesAt(subject, settings, day)
      const { currency } = subject.value
      const bought = { ...subject, priceCents: 0, shippingCents: 0, currency, distanceKm: null }
      const unknown = sales.length > 0 ? null : whyNoProfit(bought, settings, optionsOf(subject.category))
      return { sales, unknown, chance: chance.said }
    },
    profitCentsOf: (subject) => profitCents(subject, settings, optionsOf(subject.category)),
    profitOf(subject) {
      const chance = chanceOf(subject.category)
      const options = { sellThrough: chance, day }
      return {
        profit: flipProfit(subject, settings, options),
        unknown: whyNoProfit(subject, settings, options),
        chance: chance.said,
      }
    },
  }
}

export interface SellingSettingsDeps {
  db: Db
  clock: Clock
  audit: Audit
  selling: Selling
}

export interface SellingSettingsView {
  own: OwnSellingSettings
  effective: SellingSettings
}

export async function readSelling(
  deps: SellingSettingsDeps,
  userId: Authorized<'read'>,
): Promise<SellingSettingsView> {
  return view(deps.selling, await getSellingSettings(deps.db, userId))
}

/** What selling a thing that is worth so much would leave the person, by marketplace. */
export async function readResale(
  { db, selling }: SellingSettingsDeps,
  userId: Authorized<'read'>,
  { category, midCents, currency, basis }: ResaleQuery,
): Promise<ResaleView> {
  await selling.catchUp(db, { withCounts: 'behind' })
  const seller = selling.of(userId)
  const { sales, unknown, chance } = seller.salesOf({ category, value: { midCents, currency, basis } })
  const { asOf, source } = seller.settings.fees
  return {
    ...{ currency, priceCents: midCents, sales, unknown: unknown?.sentence ?? null },
    ...{ chance: chance.sentence, fees: { asOf, source } },
  }
}

/** Replaces all that the person changed; `{}` goes back to the defaults. */
export function changeSelling(
  deps: SellingSettingsDeps,
  userId: Authorized<'write'>,
  own: OwnSellingSettings,
): Promise<SellingSettingsView> {
  return changeSellingBy(deps, userId, () => own)
}

/** Makes of what the person changed before what they have changed now; null = it stays. One change at a time. */
export async function changeSellingBy(
  deps: SellingSettingsDeps,
  userId: Authorized<'write'>,
  change: (before: OwnSellingSettings) => OwnSellingSettings | null,
): Promise<SellingSettingsView> {
  const own = await deps.db.transaction(async (tx) => {
    const before = await holdSellingSettings(tx, userId)
    const own = change(before)
    if (own === null) return before
    const details = { of: 'selling', changed: namesOfChanged(before, own) }
    if (details.changed !== '')
      await deps.audit.note(tx, { what: 'settings-changed', person: userId, details })
    await writeSellingSettings(tx, userId, own, deps.clock.now())
    tx.afterCommit(() => deps.selling.forget())
    return own
  })
  return view(deps.selling, own)
}

function view({ defaults }: Selling, own: OwnSellingSettings): SellingSettingsView {
  return { own, effective: mergeSettings(defaults, own) }
}
