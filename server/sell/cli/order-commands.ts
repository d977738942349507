import { type Command, Option } from 'commander'
import { authorized } from '../../core/actor.ts'
import { checked, type Open, type Output, table } from '../../core/commands.ts'
import { formatMoney } from '../../core/money.ts'
import type { OrderDeps } from '../orders/deps.ts'
import {
  type FindingView,
  findingPatchSchema,
  findingQuery,
  type OrderLineView,
  orderQuery,
  type PollView,
  placeInputSchema,
  shipmentInputSchema,
} from '../orders/order-schema.ts'
import { orderPage, placeOrderLine, pollPage } from '../orders/orders.ts'
import { shipSale } from '../orders/ship.ts'
import { findingPage, settleOne } from '../reconcile/findings.ts'
import { ownSellers, type Reconciled, reconcile } from '../reconcile/reconcile.ts'
import { centsOf, type Flags, given, numberOf, wholeOf } from './arguments.ts'
import { saleText } from './texts.ts'

export function orderCommands(sell: Command, open: Open<OrderDeps>, output: () => Output): void {
  sell
    .command('orders')
    .description('orders at marketplaces that you connected, latest first')
    .option('--unplaced', 'only those that are no sale in your books and could be one')
    .option('--limit <n>', 'how many', '50')
    .action(({ unplaced, ...flags }: Flags & { unplaced?: string }) =>
      open(async (deps, actor) => {
        const asked = { ...flags, unplaced: unplaced === undefined ? 'false' : 'true' }
        const found = await orderPage(deps, authorized(actor, 'read'), checked(orderQuery, asked))
        output().print(found, () => orderTable(found.items))
      }),
    )
  sell
    .command('place <order>')
    .description('books an order that could not be placed, with a thing that is put into your stock for it')
    .option('--item <id>', 'it is this thing of yours')
    .action((id: string, flags: Flags) =>
      open(async (deps, actor) => {
        const input = checked(placeInputSchema, given({ itemId: wholeOf(flags.item, '--item') }))
        const sale = await placeOrderLine(deps, authorized(actor, 'write'), numberOf(id), input)
        output().print(sale, () => saleText(sale))
      }),
    )
  sell
    .command('ship <sale> <carrier> <tracking>')
    .description('says how a sale travels, and tells the marketplace of its order')
    .option('--label <amount>', 'what the label cost')
    .option('--currency <code>', 'of the label', 'USD')
    .action((id: string, carrier: string, tracking: string, flags: Flags) =>
      open(async (deps, actor) => {
        const currency = flags.currency!.toUpperCase()
        const input = checked(
          shipmentInputSchema,
          given({ carrier, tracking, currency, labelCents: centsOf(flags.label, currency) }),
        )
        const sale = await shipSale(deps, authorized(actor, 'write'), numberOf(id), input)
        output().print(sale, () => saleText(sale))
      }),
    )
  sell
    .command('readings')
    .description('how far your orders were read at each marketplace')
    .action(() =>
      open(async (deps, actor) => {
        const found = await pollPage(deps, authorized(actor, 'read'))
        output().print(found, () => pollTable(found.items))
      }),
    )
  sell
    .command('findings')
    .description('how here and the marketplaces differ')
    .option('--all', 'those that are settled too: the log of what was repaired')
    .option('--limit <n>', 'how many', '50')
    .action(({ all, ...flags }: Flags & { all?: string }) =>
      open(async (deps, actor) => {
        const asked = { ...flags, all: all === undefined ? 'false' : 'true' }
        const found = await findingPage(deps, authorized(actor, 'read'), checked(findingQuery, asked))
        output().print(found, () => findingTable(found.items))
      }),
    )
  sell
    .command('settle <finding>')
    .description('puts a difference right here as it is there, or says that it is well as it is')
    .addOption(
      new Option('--state <state>', 'repaired or dismissed')
        .choices(['repaired', 'dismissed'])
        .default('dismissed'),
    )
    .option('--item <item>', 'which thing of yours it is that a mail says sold')
    .option('--price <amount>', 'what was paid, where a mail left that open')
    .option('--currency <code>', 'of --price')
    .action((id: string, flags: Flags) =>
      open(async (deps, actor) => {
        const { state, item, price, currency } = flags
        const itemId = wholeOf(item, 'the item')
        // Without a currency it is refused, whatever its digits.
        const priceCents = centsOf(price, currency?.toUpperCase() ?? 'USD')
        const patch = checked(findingPatchSchema, given({ state, itemId, priceCents, currency }))
        const finding = await settleOne(deps, authorized(actor, 'write'), numberOf(id), patch)
        output().print(finding, () => `${finding.state}: ${finding.said.sentence}`)
      }),
    )
  sell
    .command('reconcile')
    .description('compares posts, orders and books of ninety days with the marketplaces that you connected')
    .option('--on <marketplace>', 'only this one')
    .action((flags: Flags) =>
      open(async (deps, actor) => {
        const userId = authorized(actor, 'write')
        const done: Reconciled[] = []
        for (const seller of await ownSellers(deps, userId, flags.on))
          done.push(await reconcile(deps, seller, new AbortController().signal))
        output().print({ items: done }, () => reconciledText(done))
      }),
    )
}

function orderTable(orders: readonly OrderLineView[]): string {
  if (orders.length === 0) return 'There are no such orders.'
  return table(
    ['id', 'day', 'order', 'on', 'paid', 'state', 'sale', 'what'],
    orders.map((line) => [
      ...[line.id, line.orderedAt.slice(0, 10), line.orderId, line.marketplace],
      formatMoney(line.priceCents + line.shippingPaidCents, line.currency),
      line.isCancelled ? 'cancelled' : line.payment,
      line.saleId,
      [...line.title].slice(0, 60).join(''),
    ]),
  )
}

function pollTable(polls: readonly PollView[]): string {
  if (polls.length === 0)
    return 'No orders are read: connect an account that sells under /sources, and they are within three minutes.'
  return table(
    ['on', 'read', 'next', 'at once', 'problem'],
    polls.map(({ marketplace, readAt, nextAt, isTold, untold, reason }) => [
      ...[marketplace, readAt ?? 'never', nextAt, isTold ? 'yes' : 'no', reason ?? untold],
    ]),
  )
}

function findingTable(findings: readonly FindingView[]): string {
  if (findings.length === 0) return 'Nothing differs.'
  return table(
    ['id', 'on', 'state', 'what'],
    findings.map(({ id, marketplace, state, said }) => [id, marketplace, state, said.sentence]),
  )
}

function reconciledText(done: readonly Reconciled[]): string {
  if (done.length === 0) return 'No account that sells is connected: connect one under /sources.'
  return done
    .map(({ marketplace, posts, orders, bookings, found, repaired, calls, problem }) => {
      const count = Object.values(found).reduce((sum, one) => sum + one, 0)
      const asked = calls.read + calls.orders + calls.bookings
      const looked = `${marketplace}: ${posts} posts, ${orders} orders and ${bookings} bookings in ${asked} calls; ${count} differ, ${repaired} of them repaired.`
      return problem === null ? looked : `${looked} It was not finished: ${problem.reason}`
    })
    .join('\n')
}
