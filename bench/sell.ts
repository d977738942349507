import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { pino } from 'pino'
import { Pool } from 'undici'
import type { App } from '../server/app/app.ts'
import { startEmbeddedPostgres } from '../server/core/postgres/embedded-postgres.ts'
import { userToken } from '../server/marketplaces/ebay/stand-in/actions.ts'
import { type EbayStandIn, startEbayStandIn } from '../server/marketplaces/ebay/stand-in/server.ts'
import type { OrderDeps } from '../server/sell/orders/deps.ts'
import { pollOrders } from '../server/sell/orders/poll-orders.ts'
import { reconcile } from '../server/sell/reconcile/reconcile.ts'
import { connectSeller, ebayEnv } from '../test/harness/ebay-seller.ts'
import { openBenchApp } from './lib-app.ts'
import { recordReads } from './lib-recorded.ts'
import { fillBooks, fillStandIn, type StockItem, sellElsewhere } from './lib-sell-stock.ts'
import { percentile, share } from './lib-statistics.ts'

const pages = {
  items: '/api/items?limit=50',
  itemsFound: '/api/items?limit=50&q=9999',
  itemsListed: '/api/items?limit=50&state=listed',
  itemsSold: '/api/items?limit=50&state=sold',
  itemsOversold: '/api/items?limit=50&state=oversold',
  posts: '/api/sell/tasks',
  sales: '/api/sales?limit=50',
  money: '/api/money?limit=50',
  profitByMonth: '/api/profit?by=month',
  profitByMarketplace: '/api/profit?by=marketplace',
  profitByCategory: '/api/profit?by=category',
  profitByItem: '/api/profit?by=item',
} as const
type Page = keyof typeof pages

/** The first rounds read statements and pages, and compile, for the first time. */
const warmRounds = 3
/** Sold at once, seen by one poll. */
const burst = 20
/** As many as a reconciliation reads at once. */
const readersBare = 16
const never = new AbortController().signal

/**
 * How long a seller waits who has `--items N` (10,000) of which half are sold, with an ad by API of each at eBay's stand-in,
 * which runs in this process: each page `--rounds N` (40) times over HTTP; as often a sale elsewhere, from the poll that sees it
 * until the ad is gone there; and once the comparison of all posts, orders and books. Each beside the bare work in turn: the
 * statements that the page asks on one connection, the calls to the stand-in without a ledger, a database or a token to look up.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const numberOf = (name: string, otherwise: number) =>
    args.includes(name) ? Number(args[args.indexOf(name) + 1]) || otherwise : otherwise
  const items = numberOf('--items', 10_000)
  const rounds = numberOf('--rounds', 40)
  const dataDir = mkdtempSync(join(tmpdir(), 'deal-scout-bench-'))
  chmodSync(dataDir, 0o711)
  const database = await startEmbeddedPostgres({ dataDir, log: pino({ level: 'silent' }) })
  await using standIn = await startEbayStandIn()
  const env = {
    ...ebayEnv(standIn),
    ...{ DATABASE_URL: database.connectionString, DEAL_SCOUT_PORT: '0', LEARN_FIRST: 'off' },
    ...{ RATE_LIMIT_READ: '0', RATE_LIMIT_WRITE: '0' },
  }
  try {
    const stock = await filled(dataDir, env, standIn, items)
    const lists = await timePages(dataDir, env, database.connectionString, rounds)
    const atEbay = await timeEbay(dataDir, env, standIn, { stock, rounds })
    const ratios = { end: atEbay.endRatio, list: lists.ratio, reconcile: atEbay.reconcileRatio }
    return {
      endP95Ms: atEbay.endP95Ms,
      listP95Ms: Math.max(...Object.values(lists.p95Ms)),
      reconcileS: atEbay.reconcileS,
      calls: atEbay.calls,
      bareRatio: Math.min(...Object.values(ratios)),
      ...{ items, bareRatios: ratios, pagesP95Ms: lists.p95Ms, pagesBareP95Ms: lists.bareP95Ms },
      ...atEbay.more,
    }
  } finally {
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function filled(
  dataDir: string,
  env: Record<string, string>,
  standIn: EbayStandIn,
  items: number,
): Promise<StockItem[]> {
  const app = await openBenchApp(dataDir, { env })
  try {
    await fillBooks(app, items)
    await connectSeller({ app }, standIn, app.owner)
    const stock = await fillStandIn(app, standIn.world)
    await pollOrders(app.sell as OrderDeps, { userId: app.owner, marketplace: 'ebay' }, never)
    await app.db.query('VACUUM ANALYZE')
    return stock
  } finally {
    await app.close()
  }
}

const tenths = (ms: number) => Math.round(ms * 10) / 10
const p95 = (waits: readonly number[]) => tenths(percentile(waits, 95) ?? Number.NaN)

async function timePages(
  dataDir: string,
  env: Record<string, string>,
  connectionString: string,
  rounds: number,
) {
  const app = await openBenchApp(dataDir, { env })
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const address = await app.start(['api'])
    const ask = async (path: string) => {
      const answer = await fetch(`${address}${path}`)
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`)
    }
    const names = Object.keys(pages) as Page[]
    const waits = new Map(names.map((name) => [name, { ours: [] as number[], bare: [] as number[] }]))
    for (const name of names) {
      await ask(pages[name])
      const statements = await recordReads(() => ask(pages[name]))
      for (let round = 0; round < rounds + warmRounds; round++) {
        const [ours, bare] = [
          await timed(() => ask(pages[name])),
          await timed(async () => {
            for (const { name: prepared, text, values } of statements)
              await client.query({ ...(prepared !== undefined && { name: prepared }), text, values })
          }),
        ]
        if (round < warmRounds) continue
        waits.get(name)!.ours.push(ours)
        waits.get(name)!.bare.push(bare)
      }
    }
    const of = (which: 'ours' | 'bare') =>
      Object.fromEntries(names.map((name) => [name, p95(waits.get(name)![which])]))
    const [p95Ms, bareP95Ms] = [of('ours'), of('bare')]
    return { p95Ms, bareP95Ms, ratio: share(sum(Object.values(bareP95Ms)), sum(Object.values(p95Ms))) }
  } finally {
    await client.end()
    await app.close()
  }
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

async function timed(run: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await run()
  return performance.now() - startedAt
}

async function timeEbay(
  dataDir: string,
  env: Record<string, string>,
  standIn: EbayStandIn,
  { stock, rounds }: { stock: StockItem[]; rounds: number },
) {
  const app = await openBenchApp(dataDir, { env })
  const bare = bareCalls(standIn)
  const { world } = standIn
  try {
    const before = world.calls.length
    let found: Awaited<ReturnType<typeof reconcile>> | undefined
    const deps = app.sell as OrderDeps
    const reconcileMs = await timed(async () => {
      found = await reconcile(deps, { userId: app.owner, marketplace: 'ebay' }, never)
    })
    if (found!.problem !== null) throw new Error(found!.problem.reason)
    const made = world.calls.slice(before)
    const bareMs = await timed(() => bare.all(made.map(({ path }) => path)))
    await app.start(['worker'])
    const ends = await timeEnds(app, standIn, { stock, rounds, bare })
    return {
      ...ends,
      reconcileS: tenths(reconcileMs / 1000),
      calls: made.length,
      reconcileRatio: share(bareMs, reconcileMs),
      more: {
        ...ends.more,
        ...{ callsBy: found!.calls, compared: found!.posts, orders: found!.orders, found: found!.found },
        reconcileBareS: tenths(bareMs / 1000),
      },
    }
  } finally {
    await bare.close()
    await app.close()
  }
}

/** From the poll that sees a sale until the ad by API is gone, one at a time and many at once. */
async function timeEnds(
  app: App,
  standIn: EbayStandIn,
  { stock, rounds, bare }: { stock: StockItem[]; rounds: number; bare: ReturnType<typeof bareCalls> },
) {
  const { world } = standIn
  const live = stock.filter(({ isSold }) => !isSold)
  if (live.length < 2 * (rounds + warmRounds) + burst)
    throw new Error('Ask for more --items, or fewer --rounds.')
  const take = (count: number) => live.splice(0, count)
  const waits: number[] = []
  const bareWaits: number[] = []
  for (let round = 0; round < rounds + warmRounds; round++) {
    const [one, other] = take(2) as [StockItem, StockItem]
    const before = world.calls.length
    const [ms] = await endsOf(app, standIn, [one])
    await settled(app)
    const made = world.calls.slice(before)
    const bareMs = await timed(async () => {
      for (const { method, path } of made)
        await bare.call(method, path.replaceAll(one.sku, other.sku).replaceAll(one.offerId, other.offerId))
    })
    if (world.listings.get(other.listingId)!.status !== 'ENDED')
      throw new Error('The bare calls ended nothing.')
    if (round < warmRounds) continue
    waits.push(ms!)
    bareWaits.push(bareMs)
  }
  const atOnce = await endsOf(app, standIn, take(burst))
  const [endP95Ms, endBareP95Ms] = [p95(waits), p95(bareWaits)]
  return {
    endP95Ms,
    endRatio: share(endBareP95Ms, endP95Ms),
    more: { endBareP95Ms, endOfManyP95Ms: p95(atOnce), many: burst },
  }
}

/** Milliseconds from the poll's begin, of each. */
async function endsOf(app: App, { world }: EbayStandIn, sold: readonly StockItem[]): Promise<number[]> {
  for (const one of sold) sellElsewhere(world, one)
  const startedAt = performance.now()
  const [polled, ...ends] = await Promise.all([
    pollOrders(app.sell as OrderDeps, { userId: app.owner, marketplace: 'ebay' }, never),
    ...sold.map(async ({ listingId }) => {
      const deadline = startedAt + 60_000
      while (world.listings.get(listingId)!.status !== 'ENDED') {
        if (performance.now() > deadline) throw new Error('An ad still stands a minute after it was sold.')
        await sleep(1)
      }
      return performance.now() - startedAt
    }),
  ])
  if (polled.problem !== null) throw new Error(polled.problem.reason)
  return ends
}

/** Until nothing is left to do: the next is not to wait for it. */
async function settled({ db }: App): Promise<void> {
  for (;;) {
    const { rows } = await db.query(
      `SELECT FROM api_posts WHERE due_at <= now() OR leased_until > now() LIMIT 1`,
    )
    if (rows.length === 0) return
    await sleep(5)
  }
}

/** The same calls with nothing of ours. */
function bareCalls({ baseUrl, world }: EbayStandIn) {
  const pool = new Pool(baseUrl, { connections: readersBare })
  const headers = {
    ...{ authorization: `Bearer ${userToken(world)}`, accept: 'application/json' },
    'accept-language': 'en-US',
  }
  const call = async (method: string, path: string) => {
    const { body } = await pool.request({ method: method as 'GET', path, headers })
    await body.text()
  }
  return {
    call,
    async all(paths: readonly string[]) {
      const waiting = paths.values()
      const reader = async () => {
        for (const path of waiting) await call('GET', path)
      }
      await Promise.all(Array.from({ length: readersBare }, reader))
    },
    close: () => pool.close(),
  }
}
