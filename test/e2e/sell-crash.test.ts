import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { asProgram } from '../../server/core/actor.ts'
import { seededRandom } from '../../server/core/random.ts'
import { type EbayStandIn, startEbayStandIn } from '../../server/marketplaces/ebay/stand-in/server.ts'
import { liveListings } from '../../server/marketplaces/ebay/stand-in/world.ts'
import { writeAd } from '../../server/sell/ads/ads.ts'
import {
  checkApiPost,
  confirmationFor,
  publishApiPost,
  writeDraft,
} from '../../server/sell/api-posts/api-posts.ts'
import { addItem } from '../../server/sell/items.ts'
import { recordSale } from '../../server/sell/sales.ts'
import { itemInputSchema, saleInputSchema } from '../../server/sell/schema.ts'
import { type TestApp, testApp, until } from '../harness/app.ts'
import { connectSeller, ebayEnv, givePhoto, phoneDraft } from '../harness/ebay-seller.ts'

/** The long form: `npm run crash -- sell`. */
const isLong = process.env.CRASH_FORM === 'long'
const [publishes, sales, kills] = isLong
  ? [
      Number(process.env.CRASH_PUBLISHES ?? 2_000),
      Number(process.env.CRASH_SALES ?? 500),
      Number(process.env.CRASH_KILLS ?? 200),
    ]
  : [12, 5, 2]
const seed = 20_261_130
const recoveryMsMax = 15_000
/** One process's hold on a post, as it was renewed last. */
const lease = `(lease_token || ' ' || leased_until)`

/**
 * Two workers post by API while one after the other is killed, and so are half of the answers that matter; meanwhile things
 * sell elsewhere, whose listings are to end. What the marketplace has in the end is held against the books.
 */
it(`${publishes} ads by API and ${sales} sales, and workers that are killed ${kills} times: nothing is listed twice, and nothing stays up that is sold`, {
  timeout: isLong ? 7_200_000 : 600_000,
}, async () => {
  const random = seededRandom(seed)
  await using site = await startEbayStandIn()
  await using test = await testApp({ env: ebayEnv(site) })
  const { app } = test
  const me = asProgram(app.owner)
  await connectSeller(test, site, me)
  site.world.limit = null
  const items: number[] = []
  for (let n = 0; n < publishes; n++) items.push(await readyItem(test, n))

  let isOver = false
  const recoveries: number[] = []
  let killed = 0
  const workers = [await startWorker(test, site), await startWorker(test, site)]
  const killing = (async () => {
    for (let n = 0; n < kills && !isOver; n++) {
      await sleep((isLong ? 300 : 800) + random() * 700)
      // A lost answer beside a lost process, of calls that were done.
      if (random() < 0.5)
        site.world.faults.push({ path: '/(publish|withdraw)$', when: 'after', kind: 'reset' })
      const at = n % workers.length
      const gone = once(workers[at]!, 'exit')
      workers[at]!.kill('SIGKILL')
      await gone
      const began = Date.now()
      const { rows: inHand } = await app.db.query<{ id: number; lease: string }>(
        `SELECT id, ${lease} AS lease FROM api_posts WHERE wish IS NOT NULL AND leased_until > now()`,
      )
      const restarting = startWorker(test, site)
      // A living process renews its leases within seconds: what stays as it was, the dead one had in hand.
      const leases = inHand.map(({ id, lease }) => `${id} ${lease}`)
      await until(async () => {
        const { rows } = await app.db.query<{ count: number }>(
          `SELECT count(*)::int AS count FROM api_posts WHERE wish IS NOT NULL AND id || ' ' || ${lease} = ANY($1::text[])`,
          [leases],
        )
        return rows[0]!.count === 0
      }, 60_000)
      if (inHand.length > 0) recoveries.push(Date.now() - began)
      killed++
      workers[at] = await restarting
    }
  })()

  const at = (itemId: number) => ({ itemId, marketplace: 'ebay', site: 'EBAY_US' })
  const sold = new Set<number>()
  try {
    for (const [n, itemId] of items.entries()) {
      await checkApiPost(app.sell, me, at(itemId))
      const before = items[n - 8]
      if (before !== undefined) await confirm(before)
    }
    for (const itemId of items.slice(-8)) await confirm(itemId)
    async function confirm(itemId: number): Promise<void> {
      await until(async () => (await stateOf(itemId)).wish === null, 120_000)
      const { confirmation } = await confirmationFor(app.sell, me, at(itemId))
      await publishApiPost(app.sell, me, at(itemId), confirmation)
      if (sold.size < sales && random() < (1.3 * sales) / publishes) {
        // At once, so that it may sell while it is being listed, or a while after.
        await sleep(random() * 600)
        sold.add(itemId)
        await recordSale(
          app.sell,
          me,
          saleInputSchema.parse({
            ...{ itemId, marketplace: 'facebook', priceCents: 20_000, currency: 'USD' },
            ...{ reference: `fb-${itemId}`, shippingPaidCents: 500, feeCents: 1_000 },
          }),
        )
      }
    }
    isOver = !isLong
    await killing
    await until(async () => {
      const { rows } = await app.db.query<{ count: number }>(
        'SELECT count(*)::int AS count FROM api_posts WHERE wish IS NOT NULL',
      )
      return rows[0]!.count === 0
    }, 180_000)
  } finally {
    isOver = true
    await killing.catch(() => {})
    for (const worker of workers) worker.kill('SIGKILL')
  }

  const live = liveListings(site.world)
  const skus = live.map(({ sku }) => sku)
  const { rows: books } = await app.db.query<{
    id: number
    sku: string
    state: string
    listingId: string | null
    post: string | null
  }>(
    `SELECT i.id, i.sku, a.state, a.listing_id AS "listingId", p.state AS post FROM items i
     JOIN api_posts a ON a.item_id = i.id LEFT JOIN posts p ON p.id = a.post_id`,
  )
  const bySku = new Map(books.map((row) => [row.sku, row]))
  const { rows: money } = await app.db.query<{ cents: number }>(
    'SELECT sum(cents)::bigint AS cents FROM money_rows',
  )
  const { rows: calls } = await app.db.query<{ path: string }>(
    `SELECT path FROM post_calls WHERE method <> 'GET'`,
  )
  const logged = countsOf(calls.map(({ path }) => path.split('?')[0]!))
  const done = countsOf(
    site.world.calls
      .filter(({ method, path }) => method !== 'GET' && path.startsWith('/sell'))
      .map(({ path }) => path.split('?')[0]!),
  )
  const result = {
    published: site.world.listings.size,
    duplicates: skus.length - new Set(skus).size,
    orphans: live.filter(
      ({ sku, listingId }) => bySku.get(sku)?.listingId !== listingId || bySku.get(sku)?.post !== 'live',
    ).length,
    siblingsLeft: live.filter(({ sku }) => sold.has(bySku.get(sku)?.id ?? 0)).length,
    lost: books.filter(({ id, state }) => !sold.has(id) && state !== 'live').length,
    unlogged: [...done].filter(([path, count]) => count > (logged.get(path) ?? 0)).length,
    sales: sold.size,
    kills: killed,
    recoveryMsP95: recoveries.toSorted((a, b) => a - b)[Math.floor(recoveries.length * 0.95)] ?? 0,
    centsOff: Number(money[0]!.cents ?? 0) - sold.size * 21_500,
  }
  process.stdout.write(`${JSON.stringify(result)}\n`)
  expect(result).toMatchObject({
    duplicates: 0,
    orphans: 0,
    siblingsLeft: 0,
    lost: 0,
    unlogged: 0,
    centsOff: 0,
  })
  expect(result.published).toBeGreaterThanOrEqual(publishes - sold.size)
  expect(result.kills).toBeGreaterThan(0)
  expect(result.recoveryMsP95).toBeLessThanOrEqual(recoveryMsMax)

  async function stateOf(itemId: number): Promise<{ wish: string | null }> {
    const { rows } = await app.db.query<{ wish: string | null }>(
      'SELECT wish FROM api_posts WHERE item_id = $1',
      [itemId],
    )
    return rows[0]!
  }
})

const countsOf = (paths: readonly string[]): Map<string, number> =>
  new Map([...Map.groupBy(paths, (path) => path)].map(([path, all]) => [path, all.length]))

async function readyItem(test: TestApp, n: number): Promise<number> {
  const { app } = test
  const me = asProgram(app.owner)
  const { id } = await addItem(
    app.sell,
    me,
    itemInputSchema.parse({
      title: `Fairbyte Nova 5 no ${n}`,
      category: 'phones',
      brand: 'Fairbyte',
      condition: 'good',
    }),
  )
  await givePhoto(test, me, id)
  const input = { priceCents: 25_000, currency: 'USD' }
  await writeAd(app.sell, me, { itemId: id, marketplace: 'ebay', input })
  await writeDraft(app.sell, me, { itemId: id, marketplace: 'ebay', site: 'EBAY_US' }, phoneDraft)
  return id
}

async function startWorker(test: TestApp, site: EbayStandIn) {
  const { dataDir } = test.app.config
  const script = fileURLToPath(new URL('./sell-crash-child.ts', import.meta.url))
  const child = spawn(process.execPath, [script], {
    cwd: dataDir,
    env: {
      ...{ ...ebayEnv(site), ...test.database.env, NODE_COMPILE_CACHE: join(dataDir, 'compile-cache') },
      ...{ DATABASE_POOL_SIZE: '8', DEAL_SCOUT_DATA: dataDir, DEAL_SCOUT_DEMO: 'off' },
      DEAL_SCOUT_LOG_LEVEL: 'error',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  child.stdin.on('error', () => {})
  await once(child.stdout, 'data')
  return child
}
