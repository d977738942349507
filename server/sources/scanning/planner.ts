import { createHash } from 'node:crypto'
import { errorMessage } from '../../core/errors.ts'
import type { FieldValues } from '../../core/fields.ts'
import type { CompiledQuery, Marketplace, SearchQuery } from '../../marketplaces/contract.ts'
import type { Rule, RulePlace } from '../../model/rule-schema.ts'

/** A source as the planner sees it. */
export interface PlannedSource {
  id: number
  userId: number
  /** It serves everybody's rules, else only its owner's. */
  shared: boolean
  /** See `quotaOf`. */
  quota: string
  marketplace: string
  settings: FieldValues
  demo: boolean
  browse: boolean
}

/** One query to one source, and the rules that need it (none when the source is only browsed). */
export interface PlannedScan {
  sourceId: number
  requestKey: string
  request: Record<string, string>
  quota: string
  ruleIds: number[]
}

/** A rule in no site's language, at one of its places. */
export function ruleQuery(rule: Rule, place: RulePlace | undefined = rule.places[0]): SearchQuery {
  return {
    all: rule.all,
    any: rule.any,
    none: rule.none,
    categories: rule.categories,
    conditions: rule.conditions,
    ...(rule.priceCentsMin !== null && { priceCentsMin: rule.priceCentsMin }),
    ...(rule.priceCentsMax !== null && { priceCentsMax: rule.priceCentsMax }),
    currency: rule.currency,
    ...(place && { place }),
  }
}

/** The newest of everything: what a source is asked when it is browsed. */
export const everything: SearchQuery = {
  all: [],
  any: [],
  none: [],
  categories: [],
  conditions: [],
  currency: 'USD',
}

/** How a source is asked for a rule. */
export interface RuleSearch {
  rule: Rule
  query: CompiledQuery
}

/** How a source is asked for each of these rules, at each of its places, that is enabled and wants its marketplace, in their order. */
export function ruleSearches(
  rules: readonly Rule[],
  source: Pick<PlannedSource, 'settings'>,
  marketplace: Marketplace,
): RuleSearch[] {
  return rules
    .filter(
      (rule) =>
        rule.enabled && (rule.marketplaces.length === 0 || rule.marketplaces.includes(marketplace.id)),
    )
    .flatMap((rule) => {
      const places = rule.places.length > 0 ? rule.places : [undefined]
      return places.map((place) => ({
        rule,
        query: compile(marketplace, ruleQuery(rule, place), source.settings),
      }))
    })
}

/** Settings that an earlier version accepted may not compile any more: that stops this source, not the others. */
function compile(marketplace: Marketplace, query: SearchQuery, settings: FieldValues): CompiledQuery {
  try {
    return marketplace.compile(query, settings)
  } catch (error) {
    return { request: {}, pushed: [], residual: [], impossible: errorMessage(error) }
  }
}

export interface ScanPlan {
  add(rules: readonly Rule[]): void
  scans(): PlannedScan[]
}

/**
 * The fewest scans that serve all enabled rules: rules whose queries compile to the same request on a source share
 * one scan. Order and result do not depend on the order of rules or sources, nor on how the rules come in.
 */
export function beginPlan(
  sources: readonly PlannedSource[],
  marketplaces: ReadonlyMap<string, Marketplace>,
): ScanPlan {
  const scans = new Map<string, Omit<PlannedScan, 'ruleIds'> & { ruleIds: Set<number> }>()
  const take = (
    { id: sourceId, quota }: PlannedSource,
    { request, impossible }: CompiledQuery,
    ruleId: number | null,
  ) => {
    if (impossible !== undefined) return
    const requestKey = canonicalJson(request)
    const key = `${sourceId} ${requestKey}`
    const scan = scans.get(key) ?? { sourceId, requestKey, request, quota, ruleIds: new Set() }
    if (ruleId !== null) scan.ruleIds.add(ruleId)
    scans.set(key, scan)
  }
  const known = sources.flatMap((source) => {
    const marketplace = marketplaces.get(source.marketplace)
    return marketplace ? [{ source, marketplace }] : []
  })
  for (const { source, marketplace } of known) {
    if (source.browse) take(source, compile(marketplace, everything, source.settings), null)
  }
  return {
    add(rules) {
      for (const { source, marketplace } of known) {
        const served = source.shared ? rules : rules.filter(({ userId }) => userId === source.userId)
        for (const { rule, query } of ruleSearches(served, source, marketplace)) take(source, query, rule.id)
      }
    },
    scans: () =>
      [...scans.values()]
        .map((scan) => ({ ...scan, ruleIds: [...scan.ruleIds].sort((a, b) => a - b) }))
        .sort((a, b) => a.sourceId - b.sourceId || (a.requestKey < b.requestKey ? -1 : 1)),
  }
}

function canonicalJson(request: Record<string, string>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(request).sort(([a], [b]) => (a < b ? -1 : 1))))
}

/** Time between two scans of one query, never less than the site's own; the demo bothers nobody. */
export function scanIntervalMs(
  source: { demo: boolean; intervalMs: number },
  marketplace: Pick<Marketplace, 'budget'> | undefined,
): number {
  return source.demo ? source.intervalMs : Math.max(source.intervalMs, marketplace?.budget.intervalMsMin ?? 0)
}

/** A scan may be due later than its interval by this share of it. */
export const jitter = 0.1

/**
 * When a scan that started at `startedAt` is due again: the interval, plus up to a tenth of it by a hash of scan
 * and round, so that many scans neither run together nor at a steady beat.
 */
export function nextDueAt(scanId: number, startedAt: Date, intervalMs: number): Date {
  const hash = createHash('sha256').update(`${scanId} ${startedAt.getTime()}`).digest().readUInt32BE(0)
  return new Date(startedAt.getTime() + intervalMs + Math.floor((hash / 2 ** 32) * intervalMs * jitter))
}
