import { asProgram } from '../../server/core/actor.ts'
import { AppError } from '../../server/core/errors.ts'
import {
  bookOther,
  cancel,
  deleteOfferThere,
  editThere,
  endThere,
  refund,
  sellForeign,
  sell as sellThere,
} from '../../server/marketplaces/ebay/stand-in/actions.ts'
import { amount } from '../../server/marketplaces/ebay/stand-in/answers.ts'
import { duplicates } from '../../server/marketplaces/ebay/stand-in/control.ts'
import type { Fault } from '../../server/marketplaces/ebay/stand-in/faults.ts'
import { book } from '../../server/marketplaces/ebay/stand-in/money.ts'
import { type EbayStandIn, startEbayStandIn } from '../../server/marketplaces/ebay/stand-in/server.ts'
import { createWorld, liveListings, type Row } from '../../server/marketplaces/ebay/stand-in/world.ts'
import { writeAd } from '../../server/sell/ads/ads.ts'
import {
  checkApiPost,
  confirmationFor,
  endApiPost,
  publishApiPost,
  writeDraft,
} from '../../server/sell/api-posts/api-posts.ts'
import { carryOn } from '../../server/sell/api-posts/carry-on.ts'
import { claimApiPost } from '../../server/sell/api-posts/lease-store.ts'
import { reviseApiPost } from '../../server/sell/api-posts/revise.ts'
import { addItem } from '../../server/sell/items.ts'
import { signOf } from '../../server/sell/money-kinds.ts'
import type { OrderDeps } from '../../server/sell/orders/deps.ts'
import { pollOrders } from '../../server/sell/orders/poll-orders.ts'
import { listFindings } from '../../server/sell/reconcile/finding-store.ts'
import { settleOne } from '../../server/sell/reconcile/findings.ts'
import { reconcile } from '../../server/sell/reconcile/reconcile.ts'
import { changeSale, recordSale } from '../../server/sell/sales.ts'
import { itemInputSchema, saleInputSchema } from '../../server/sell/schema.ts'
import { itemState } from '../../server/sell/states.ts'
import { stubClock, type TestApp, testApp } from './app.ts'
import { Crash, dyingDesk } from './dying-desk.ts'
import { connectSeller, ebayEnv, givePhoto, phoneDraft } from './ebay-seller.ts'
import { backOf, isCancelled, paidOf, signedOf, sumsOf } from './seller-amounts.ts'

export type Deed =
  | { does: 'publish' | 'withdraw'; crashAfter: number | null }
  | { does: 'revise'; cents: number }
  | { does: 'sold there'; taxCents: number; units: number }
  | { does: 'sold elsewhere'; reference: string }
  | { does: 'edited there'; cents: number; quantity: number }
  | { does: 'refunded there'; percent: number; creditPercent: number }
  | { does: 'booked there'; type: string; cents: number; currency: string; isOfOrder: boolean }
  | { does: 'fault'; fault: Fault }
  | {
      does:
        | ('sold by hand-made ad' | 'deleted there' | 'ended there' | 'cancelled there' | 'returned')
        | ('cancelled elsewhere' | 'books are late' | 'books come' | 'books come twice')
        | ('poll' | 'work' | 'reconcile')
    }

const marketplace = 'ebay'
const never = new AbortController().signal
const minuteMs = 60_000
const elsewhereCents = 20_000
/** How many of the one and of the other thing there are. */
const units = [1, 3] as const
const tables = 'items, posts, sales, money_rows, order_lines, market_bookings, order_polls, sell_findings'

interface Thing {
  id: number
  sku: string
  quantity: number
  /** Sales elsewhere, by their order's number. */
  elsewhere: Map<string, { saleId: number; stands: boolean }>
}

/** A seller with two things, eBay's stand-in, and a clock that both go by. */
export type Shop = Awaited<ReturnType<typeof openShop>>

export async function openShop() {
  const clock = stubClock('2026-11-22T12:00:00Z')
  const site = await startEbayStandIn({ now: () => clock.now() })
  const test = await testApp({ env: ebayEnv(site), overrides: { clock } })
  await connectSeller(test, site, test.app.owner)
  const deps = test.app.sell as OrderDeps
  const me = asProgram(test.app.owner)
  const seller = { userId: test.app.owner, marketplace }
  const { tokens } = site.world
  let things: Thing[] = []
  let late: Row[] = []
  let isLate = false
  const returned = new Set<string>()

  async function begin(): Promise<void> {
    clock.set('2026-11-22T12:00:00Z')
    Object.assign(
      site.world,
      createWorld(() => clock.now()),
      { tokens },
    )
    site.world.limit = null
    ;[late, isLate] = [[], false]
    returned.clear()
    await test.app.db.query(`TRUNCATE ${tables}, api_posts, post_calls, api_photos, item_photos CASCADE`)
    things = []
    for (const quantity of units) things.push(await thing(quantity))
  }

  async function thing(quantity: number): Promise<Thing> {
    const item = await addItem(
      deps,
      me,
      itemInputSchema.parse({
        ...{ title: `Fairbyte Nova 5 of ${quantity}`, category: 'phones', brand: 'Fairbyte' },
        ...{ condition: 'good', quantity, costCents: 900, currency: 'USD' },
      }),
    )
    await givePhoto(test, me, item.id)
    await writeAd(deps, me, { itemId: item.id, marketplace, input: { priceCents: 2_500, currency: 'USD' } })
    await writeDraft(deps, me, at(item), phoneDraft)
    return { id: item.id, sku: item.sku, quantity, elsewhere: new Map() }
  }

  const at = ({ id }: Pick<Thing, 'id'>) => ({ itemId: id, marketplace, site: 'EBAY_US' })

  /** What waits is worked off, by a process that may end after so many calls. */
  async function work(crashAfter: number | null = null, waitMs = 0): Promise<void> {
    let left = crashAfter ?? Number.POSITIVE_INFINITY
    const dying: OrderDeps = {
      ...deps,
      async deskOf(userId, place) {
        const desk = await deps.deskOf(userId, place)
        return 'outcome' in desk ? desk : dyingDesk(desk, () => left-- <= 0)
      },
    }
    clock.advance(waitMs)
    for (const which of ['ends', 'others', 'ends'] as const)
      for (;;) {
        const claimed = await claimApiPost(deps.db, which, clock.now())
        if (claimed === null) break
        try {
          await carryOn(dying, claimed, never)
        } catch (error) {
          if (!(error instanceof Crash)) throw error
          // Nobody else takes what it had before its lease is over.
          clock.advance(minuteMs)
          left = Number.POSITIVE_INFINITY
        }
      }
  }

  /** What a person may ask for at any time, and is told where it cannot be done. */
  async function ask(run: () => Promise<unknown>): Promise<boolean> {
    try {
      await run()
      return true
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return false
    }
  }

  async function publish(one: Thing, crashAfter: number | null): Promise<void> {
    if (!(await ask(() => checkApiPost(deps, me, at(one))))) return
    await work(crashAfter)
    await ask(async () => {
      const { confirmation } = await confirmationFor(deps, me, at(one))
      await publishApiPost(deps, me, at(one), confirmation)
    })
    await work(crashAfter)
  }

  const ordersOf = ({ sku }: Thing) =>
    [...site.world.orders.values()].filter(({ lineItems }) => (lineItems as Row[])[0]!.sku === sku)
  const lastOrder = (one: Thing) => ordersOf(one).at(-1)
  const isOpen = (order: Row) => !isCancelled(order) && !returned.has(String(order.orderId))

  function giveBack(order: Row, cents: number, creditCents: number, isWhole = false): void {
    holding(() => refund(site.world, String(order.orderId), cents, { creditCents, isWhole }))
  }

  /** What is booked meanwhile comes later where the books are late. */
  function holding<T>(run: () => T): T {
    const before = site.world.transactions.length
    const done = run()
    if (isLate) late.push(...site.world.transactions.splice(before))
    return done
  }

  async function does(which: number, deed: Deed): Promise<void> {
    clock.advance(5_000)
    const one = things[which]!
    const { world } = site
    const live = liveListings(world, one.sku)[0]
    const order = lastOrder(one)
    switch (deed.does) {
      case 'publish':
        return publish(one, deed.crashAfter)
      case 'withdraw':
        await ask(() => endApiPost(deps, me, at(one)))
        return work(deed.crashAfter)
      case 'revise':
        await ask(() => reviseApiPost(deps, me, at(one), { priceCents: deed.cents }))
        return work()
      case 'sold there': {
        const quantity = Math.min(deed.units, live?.quantity ?? 0)
        if (live === undefined || quantity === 0) return
        const { taxCents } = deed
        return void holding(() => sellThere(world, one.sku, { quantity, shippingCents: 499, taxCents }))
      }
      case 'sold by hand-made ad':
        return holding(() => sellByHand(one))
      case 'sold elsewhere': {
        const reference = `${one.sku} ${deed.reference}`
        const sale = { itemId: one.id, marketplace: 'facebook', currency: 'USD', reference, feeCents: 0 }
        const { id } = await recordSale(
          deps,
          me,
          saleInputSchema.parse({ ...sale, priceCents: elsewhereCents }),
        )
        if (!one.elsewhere.has(reference)) one.elsewhere.set(reference, { saleId: id, stands: true })
        return
      }
      case 'cancelled elsewhere': {
        const sale = [...one.elsewhere.values()].find(({ stands }) => stands)
        if (sale === undefined) return
        await changeSale(deps, me, sale.saleId, { state: 'cancelled' })
        sale.stands = false
        return
      }
      case 'deleted there':
        return deleteOfferThere(world, one.sku)
      case 'ended there':
        return live === undefined ? undefined : endThere(world, one.sku)
      case 'edited there':
        if (live === undefined || live.quantity === 0) return
        return editThere(world, one.sku, { priceCents: deed.cents, quantity: deed.quantity })
      case 'refunded there': {
        if (order === undefined) return
        const cents = Math.max(1, Math.floor((paidOf(order) * deed.percent) / 100))
        return giveBack(order, cents, Math.floor((Math.min(cents, 100) * deed.creditPercent) / 100))
      }
      case 'cancelled there': {
        if (order === undefined || !isOpen(order)) return
        cancel(world, String(order.orderId))
        const cents = paidOf(order) - backOf(order)
        return cents > 0 ? giveBack(order, cents, 0, true) : undefined
      }
      case 'returned': {
        if (order === undefined || !isOpen(order)) return
        const { rows } = await deps.db.query<{ saleId: number }>(
          'SELECT sale_id AS "saleId" FROM order_lines WHERE order_id = $1 AND sale_id IS NOT NULL',
          [order.orderId],
        )
        if (rows.length === 0) return
        await changeSale(deps, me, rows[0]!.saleId, { state: 'refunded', returned: true })
        returned.add(String(order.orderId))
        const cents = paidOf(order) - backOf(order)
        return cents > 0 ? giveBack(order, cents, 0, true) : undefined
      }
      case 'booked there': {
        const { type, cents, currency, isOfOrder } = deed
        const orderId = isOfOrder && order !== undefined ? { orderId: String(order.orderId) } : {}
        return void holding(() => bookOther(world, { type, cents, currency, ...orderId }))
      }
      case 'books are late':
        isLate = true
        return
      case 'books come':
        return comeLate()
      case 'books come twice': {
        const last = world.transactions.at(-1)
        return last === undefined ? undefined : void world.transactions.push({ ...last })
      }
      case 'poll':
        return void (await pollOrders(deps, seller, never))
      case 'work':
        return work(null, 10_000)
      case 'reconcile':
        return void (await reconcile(deps, seller, never))
      case 'fault':
        return void world.faults.push({ ...deed.fault })
    }
  }

  function comeLate(): void {
    site.world.transactions.push(...late.splice(0))
    isLate = false
  }

  /** By an ad that the person made there under the same SKU. */
  function sellByHand({ sku }: Thing): void {
    const { world } = site
    const made = sellForeign(world, [{ title: 'By hand', priceCents: 3_100, currency: 'USD' }])
    const [line] = made.lineItems as [Row]
    line.sku = sku
    const fee = { feeType: 'FINAL_VALUE_FEE', amount: amount(411, 'USD') }
    book(world, {
      ...{ transactionType: 'SALE', bookingEntry: 'CREDIT', orderId: made.orderId },
      ...{ amount: amount(3_100 - 411, 'USD'), totalFeeAmount: fee.amount },
      orderLineItems: [{ lineItemId: line.lineItemId, marketplaceFees: [fee] }],
    })
  }

  /** Nothing fails any more, all is booked, and the program has had time: a day, with its nightly look. */
  async function rest(): Promise<void> {
    site.world.faults.splice(0)
    comeLate()
    for (let round = 0; round < 4; round++) {
      await pollOrders(deps, seller, never)
      for (let turn = 0; turn < 3; turn++) await work(null, 20 * minuteMs)
      const { problem } = await reconcile(deps, seller, never)
      if (problem !== null) throw new Error(problem.reason)
      // What is deleted there the person ends here.
      for (const { id, kind, state } of await listFindings(deps.db, me, {
        open: true,
        from: null,
        limit: 500,
      }))
        if (kind === 'not-there' && state === 'open') await settleOne(deps, me, id, { state: 'repaired' })
    }
    await work(null, 20 * minuteMs)
  }

  /** What it has come to, here. */
  async function found() {
    const { rows: money } = await deps.db.query<{ kind: never; cents: number; currency: string }>(
      `SELECT kind, cents, currency FROM money_rows WHERE kind <> 'cost-of-goods'`,
    )
    const { rows: items } = await deps.db.query<{
      sku: string
      quantity: number
      sold: number
      stands: number
    }>(
      `SELECT i.sku, i.quantity, (SELECT count(*)::int FROM api_posts a WHERE a.item_id = i.id AND a.state IN ('live', 'changed-there')) AS stands,
         coalesce((SELECT sum(s.quantity)::int FROM sales s WHERE s.item_id = i.id AND s.state <> 'cancelled' AND NOT s.is_returned), 0) AS sold
       FROM items i ORDER BY i.id`,
    )
    const { rows: waiting } = await deps.db.query(
      `SELECT sku, state, wish, problem FROM api_posts WHERE wish IS NOT NULL`,
    )
    const { rows: calls } = await deps.db.query<{ call: string }>(
      `SELECT method || ' ' || path AS call FROM post_calls WHERE method <> 'GET'`,
    )
    return {
      money: sumsOf(money.map(({ kind, cents, currency }) => [currency, signOf(kind) * cents])),
      items: items.map(({ sku, quantity, sold, stands }) => ({
        ...{
          sku,
          sold,
          isOversold: itemState({ quantity, soldQuantity: sold, aside: null, openPosts: 0 }) === 'oversold',
        },
        ads: stands,
      })),
      waiting,
      calls: calls.map(({ call }) => call).sort(),
    }
  }

  /** The same by what the stand-in has, and by what was done elsewhere. */
  async function expected(): Promise<Awaited<ReturnType<typeof found>>> {
    const { world } = site
    const booked = new Map(world.transactions.map((row) => [String(row.transactionId), row]))
    const elsewhere = things.flatMap(({ elsewhere: sales }) => [...sales.values()])
    return {
      money: sumsOf([
        ...[...booked.values()].map(signedOf),
        ...elsewhere.map(({ stands }): [string, number] => ['USD', stands ? elsewhereCents : 0]),
      ]),
      items: things.map((one) => {
        const there = ordersOf(one).filter(isOpen)
        const sold =
          there.reduce((sum, { lineItems }) => sum + Number((lineItems as Row[])[0]!.quantity), 0) +
          [...one.elsewhere.values()].filter(({ stands }) => stands).length
        const ads = liveListings(world, one.sku).length
        // Of what is sold out, nothing stands there.
        return { sku: one.sku, sold, isOversold: sold > one.quantity, ads: sold >= one.quantity ? 0 : ads }
      }),
      waiting: [],
      calls: world.calls
        .filter(({ method, path }) => method !== 'GET' && !path.startsWith('/identity'))
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    }
  }

  return {
    ...{ site, test, begin, does, rest, found, expected },
    twice: () => duplicates(site.world),
  }
}

export async function closeShop({ test, site }: Pick<Shop, 'test' | 'site'>): Promise<void> {
  await (test as TestApp)[Symbol.asyncDispose]()
  await (site as EbayStandIn)[Symbol.asyncDispose]()
}
