import { loadAllAdapters } from '../server/app/adapters.ts'
import { seededRandom } from '../server/core/random.ts'
import type { Marketplace } from '../server/marketplaces/contract.ts'
import type { Rule } from '../server/model/rule-schema.ts'
import { sampleRule } from '../server/rules/samples.ts'
import {
  beginPlan,
  everything,
  type PlannedScan,
  type PlannedSource,
  scanIntervalMs,
} from '../server/sources/scanning/planner.ts'
import { exampleSettings } from '../server/sources/state/filters.ts'

const sourcesMax = 12
const intervalMs = 300_000
const hourMs = 3_600_000
/** What people look for, the n-th thing n times more rarely than the first. */
const things = 2000
const rulesPerPerson = 10

/**
 * `npm run bench -- sources [--rules=100000]`: what is planned for the rules of many people over twelve shared sources, how many
 * requests an hour that asks of each host, and what its gap lets through. Twice as many people who want the same things must not
 * make more requests; twice as many things may.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const given = args.find((arg) => arg.startsWith('--rules='))?.slice('--rules='.length)
  const count = Math.max(1000, Number(given ?? 100_000) || 100_000)
  const { marketplaces } = await loadAllAdapters()
  const sources = sourcesOf(marketplaces)
  const plan = (rules: Rule[]) => planned(sources, marketplaces, rules)
  // Warms the code up.
  plan(rulesOf(1000, things))
  const whole = plan(rulesOf(count, things))
  const half = plan(rulesOf(count / 2, things))
  const wide = plan(rulesOf(count, things * 2))
  return {
    ...{ rules: count, people: count / rulesPerPerson, sources: sources.length },
    ...{ distinctWishes: whole.wishes, scans: whole.scans.length, plannerMs: whole.ms },
    requestsPerHour: Math.round(
      sum(whole.scans.map(({ sourceId }) => perHour(sources, marketplaces, sourceId))),
    ),
    hosts: hostsOf(sources, marketplaces, whole.scans),
    halfThePeople: { distinctWishes: half.wishes, scans: half.scans.length, plannerMs: half.ms },
    twiceTheThings: { distinctWishes: wide.wishes, scans: wide.scans.length, plannerMs: wide.ms },
    scansPerWish: round(whole.scans.length / whole.wishes),
    scansPerWishOfHalf: round(half.scans.length / half.wishes),
  }
}

const round = (value: number) => Number(value.toFixed(2))
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

/** One of each marketplace as its form begins, then those of the first that have a choice of sites. */
function sourcesOf(marketplaces: ReadonlyMap<string, Marketplace>): PlannedSource[] {
  const wished = [...marketplaces.values()].flatMap((marketplace) => {
    const settings = exampleSettings(marketplace.fields)
    const site = marketplace.fields.find(({ type, target }) => type === 'select' && target)
    const others = (site?.values ?? []).filter((value) => value !== settings[site!.name])
    return [settings, ...others.map((value) => ({ ...settings, [site!.name]: value }))].map((one, at) => ({
      ...{ marketplace, settings: one, at },
    }))
  })
  return wished
    .filter(({ marketplace, settings }) => compiles(marketplace, settings))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, sourcesMax)
    .map(({ marketplace, settings }, at) => ({
      ...{ id: at + 1, userId: 1, shared: true, marketplace: marketplace.id, settings },
      ...{ quota: marketplace.quotaOf?.(settings, {}) || marketplace.id, demo: false, browse: false },
    }))
}

function compiles(marketplace: Marketplace, settings: PlannedSource['settings']): boolean {
  try {
    return marketplace.compile({ ...everything, all: ['lamp'] }, settings).impossible === undefined
  } catch {
    return false
  }
}

/** Rules of people who want things by Zipf's law, each at one of the prices that people name for it. */
function rulesOf(count: number, of: number): Rule[] {
  const random = seededRandom(1)
  const weights = Array.from({ length: of }, (_, n) => 1 / (n + 1))
  const all = sum(weights)
  const ends: number[] = []
  for (const weight of weights) ends.push((ends.at(-1) ?? 0) + weight / all)
  const thing = () => {
    const at = random()
    let low = 0
    for (let high = of - 1; low < high; ) {
      const middle = (low + high) >> 1
      if (ends[middle]! < at) low = middle + 1
      else high = middle
    }
    return low
  }
  return Array.from({ length: count }, (_, at) => {
    const wanted = thing()
    return sampleRule({
      ...{ id: at + 1, userId: 1 + Math.floor(at / rulesPerPerson), enabled: true },
      all: [`thing${wanted}`, `kind${wanted % 97}`],
      priceCentsMax: (1 + (wanted % 20)) * 5000,
      currency: wanted % 3 === 0 ? 'EUR' : 'USD',
    })
  })
}

function planned(
  sources: readonly PlannedSource[],
  marketplaces: ReadonlyMap<string, Marketplace>,
  rules: readonly Rule[],
): { scans: PlannedScan[]; wishes: number; ms: number } {
  const startedAt = performance.now()
  const plan = beginPlan(sources, marketplaces)
  plan.add(rules)
  const scans = plan.scans()
  const ms = Math.round(performance.now() - startedAt)
  const wishes = new Set(
    rules.map(({ all, priceCentsMax, currency }) => JSON.stringify([all, priceCentsMax, currency])),
  )
  return { scans, wishes: wishes.size, ms }
}

function perHour(
  sources: readonly PlannedSource[],
  marketplaces: ReadonlyMap<string, Marketplace>,
  sourceId: number,
): number {
  const source = sources[sourceId - 1]!
  return hourMs / scanIntervalMs({ demo: false, intervalMs }, marketplaces.get(source.marketplace))
}

/** Of each host what is wished, what its gap lets through, and after how long each query has its turn. */
function hostsOf(
  sources: readonly PlannedSource[],
  marketplaces: ReadonlyMap<string, Marketplace>,
  scans: readonly PlannedScan[],
) {
  const byHost = Map.groupBy(sources, ({ marketplace, quota }) =>
    `${marketplace} ${quota === marketplace ? '' : quota}`.trim(),
  )
  return Object.fromEntries(
    [...byHost].map(([host, of]) => {
      const ids = new Set(of.map(({ id }) => id))
      const own = scans.filter(({ sourceId }) => ids.has(sourceId))
      const { hostGapMs } = marketplaces.get(of[0]!.marketplace)!.budget
      const wished = sum(own.map(({ sourceId }) => perHour(sources, marketplaces, sourceId)))
      const allowed = hourMs / hostGapMs
      return [
        host,
        {
          ...{ queries: own.length, wishedPerHour: Math.round(wished) },
          perHour: Math.round(Math.min(wished, allowed)),
          leastGapMs: Math.max(hostGapMs, Math.round(hourMs / Math.max(1, wished))),
          turnMinutes: round(
            Math.max(own.length > 0 ? (own.length * hourMs) / wished : 0, own.length * hostGapMs) / 60_000,
          ),
        },
      ]
    }),
  )
}
