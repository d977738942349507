import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { MatchSubject } from '../server/model/rule-schema.ts'
import { createMatcher, type MatchedRule, type Matcher } from '../server/rules/matcher/matcher.ts'
import { bruteForce, type PlainRule, plainRule } from './lib-brute-force.ts'
import { createWorld, type World } from './lib-rules.ts'
import { createSqlRules } from './lib-rules-sql.ts'

const listingCount = 5000
/** Each listing counts with its fastest time of so many: what is measured is the matcher, not who else is at work. */
const rounds = 3
const changeCount = 50_000

/**
 * Listings per second against `--rules N` (default 100,000) made-up rules with words by Zipf's law, beside the same
 * listings by a loop over all rules and by PostgreSQL (both sampled, and held to the same answers). Per core: by the
 * process's own CPU time. `--alone` leaves the two others out, `--sizes` adds 10,000 and 100,000 rules, `--unread` the
 * listings as search pages show them: without descriptions, which their own pages may add.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const count = Number(args[args.indexOf('--rules') + 1]) || 100_000
  const world = createWorld()
  const listings = world.listings(listingCount)
  // Warms the code up, and lets go of what making the world took.
  measure(world, 10_000, listings.slice(0, 1000))
  const figures = measure(world, count, listings)
  const others = args.includes('--alone') ? {} : await compare(world, count, listings, figures)
  const sizes = args.includes('--sizes')
    ? [10_000, 100_000].map((size) => ({ rules: size, ...summary(measure(world, size, listings)) }))
    : undefined
  const unread = args.includes('--unread')
    ? summary(measure(world, count, listings.map(asUnread)))
    : undefined
  return { rules: count, ...summary(figures), ...others, ...(sizes && { sizes }), ...(unread && { unread }) }
}

function asUnread(subject: MatchSubject): MatchSubject {
  return { ...subject, description: null, unread: true }
}

type Measured = ReturnType<typeof measure>

function summary({ matcher: _, ...figures }: Measured) {
  return figures
}

function measure(world: World, count: number, listings: readonly MatchSubject[]) {
  const before = memoryUsed()
  const { matcher, buildMs } = build(world, count)
  const bytesPerRule = (memoryUsed() - before) / count

  const best = new Float64Array(listings.length).fill(Number.POSITIVE_INFINITY)
  let matches = 0
  match(matcher, world, listings.slice(0, 1000))
  const cpuStart = cpuMs()
  for (let round = 0; round < rounds; round++) {
    matches = 0
    for (const [at, subject] of listings.entries()) {
      const from = performance.now()
      matches += matchOne(matcher, world, subject)
      best[at] = Math.min(best[at]!, performance.now() - from)
    }
  }
  const micros = ((cpuMs() - cpuStart) * 1000) / (rounds * listings.length)
  best.sort()
  const changes = changesPerSecond(matcher, world, count, listings)
  return {
    matcher,
    listingsPerSecond: Math.round(1e6 / micros),
    matchesPerListing: round(matches / listings.length, 1),
    p50Micros: round(best[best.length >> 1]! * 1000, 1),
    p99Micros: round(best[Math.floor(best.length * 0.99)]! * 1000, 1),
    bytesPerRule: round(bytesPerRule, 1),
    buildMs: Math.round(buildMs),
    ...changes,
  }
}

/** By CPU time, without making the rules up: they come in pages, as from a database. */
function build(world: World, count: number): { matcher: Matcher; buildMs: number } {
  const matcher = createMatcher()
  const load = matcher.load()
  let buildMs = 0
  let page: MatchedRule[] = []
  const timed = (run: () => void) => {
    const from = cpuMs()
    run()
    buildMs += cpuMs() - from
  }
  const take = () => timed(() => page.forEach(load.take))
  for (const rule of world.rules(count)) {
    page.push(rule)
    if (page.length < 10_000) continue
    take()
    page = []
  }
  take()
  timed(load.done)
  return { matcher, buildMs }
}

function matchOne(matcher: Matcher, world: World, subject: MatchSubject): number {
  const score = world.scoreOf(subject)
  return matcher.match(subject, { score: () => score, landedCents: () => null, profitCents: () => null })
    .length
}

function match(matcher: Matcher, world: World, listings: readonly MatchSubject[]): void {
  for (const subject of listings) matchOne(matcher, world, subject)
}

/** Every edit writes another rule over one that is there; after each ten a listing is matched. */
function changesPerSecond(matcher: Matcher, world: World, count: number, listings: readonly MatchSubject[]) {
  let [changeMs, slowestMs, at] = [0, 0, 0]
  const changes = Math.min(changeCount, count)
  for (const rule of world.rules(changes, 2)) {
    const changed = { ...rule, id: 1 + ((rule.id * 7919) % count) }
    const from = performance.now()
    matcher.add(changed)
    const tookMs = performance.now() - from
    changeMs += tookMs
    slowestMs = Math.max(slowestMs, tookMs)
    if (++at % 10 === 0) matchOne(matcher, world, listings[at % listings.length]!)
  }
  return {
    changesPerSecond: Math.round((changes * 1000) / changeMs),
    slowestChangeMs: round(slowestMs, 2),
  }
}

/** Samples small enough to be over in a minute or two. */
async function compare(
  world: World,
  count: number,
  listings: readonly MatchSubject[],
  { listingsPerSecond }: Measured,
) {
  // The measured one was edited since.
  const matcher = createMatcher(world.rules(count))
  const expected = listings.slice(0, sampleMax).map((subject) => {
    const score = world.scoreOf(subject)
    const found = matcher.match(subject, {
      score: () => score,
      landedCents: () => null,
      profitCents: () => null,
    })
    return Array.from(found.ruleIds.subarray(0, found.length)).sort((a, b) => a - b)
  })
  const plain: PlainRule[] = []
  for (const rule of world.rules(count)) plain.push(plainRule(rule))
  const bruteSample = Math.max(20, Math.min(sampleMax, Math.round(20_000_000 / count)))
  const bruteForcePerSecond = await perSecond(bruteSample, async (at) => {
    const subject = listings[at]!
    return bruteForce(plain, subject, world.scoreOf(subject))
  })
  plain.length = 0
  await using sql = await createSqlRules(() => world.rules(count))
  const postgresPerSecond = await perSecond(sampleMax, (at) => {
    const subject = listings[at]!
    return sql.match(subject, world.scoreOf(subject))
  })
  return {
    bruteForceListingsPerSecond: round(bruteForcePerSecond, 2),
    speedupBruteForce: Math.round(listingsPerSecond / bruteForcePerSecond),
    postgresListingsPerSecond: round(postgresPerSecond, 2),
    speedupPostgres: Math.round(listingsPerSecond / postgresPerSecond),
  }

  async function perSecond(sample: number, find: (at: number) => Promise<number[]>): Promise<number> {
    for (let at = 0; at < Math.min(10, sample); at++) await find(at)
    let tookMs = 0
    for (let at = 0; at < sample; at++) {
      const from = performance.now()
      const found = await find(at)
      tookMs += performance.now() - from
      if (found.sort((a, b) => a - b).join() !== expected[at]!.join())
        throw new Error(`listing ${at}: ${found.length} matches instead of ${expected[at]!.length}`)
    }
    return (sample * 1000) / tookMs
  }
}

const sampleMax = 200

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * What is in use after everything else was let go: a plain collection keeps what is only cached, such as compiled
 * scripts of 20 MB, and that would be taken from the matcher's figure when it goes later.
 */
function memoryUsed(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: object) => void
  for (let i = 0; i < 2; i++) collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits))
}
