import { type Command, Option } from 'commander'
import { authorized } from '../../core/actor.ts'
import { checked, type Open, type Output } from '../../core/commands.ts'
import type { SellDeps } from '../deps.ts'
import { changeSale, recordSale, salePage, sellTasks } from '../sales.ts'
import { saleInputSchema, salePatchSchema, saleQuery } from '../schema.ts'
import { saleStates } from '../states.ts'
import { centsOf, type Flags, given, numberOf, wholeOf } from './arguments.ts'
import { saleTable, saleText, tasksText } from './texts.ts'

export function saleCommands(sell: Command, open: Open<SellDeps>, output: () => Output): void {
  sell
    .command('sold <item> <price>')
    .description('writes a sale down, e.g. sold 12 120 --on facebook')
    .option('--on <marketplace>', 'where it sold (or --post)')
    .option('--post <id>', 'the post that sold it')
    .option('--currency <code>', 'of the amounts', 'USD')
    .option('--reference <number>', "the order's number: the same one again is the same sale")
    .option('--quantity <n>', 'how many of them', '1')
    .option('--shipping-paid <amount>', 'what the buyer paid for shipping')
    .option('--fee <amount>', 'all that the marketplace took (default: by your fees)')
    .option('--label <amount>', 'what sending it cost')
    .option('--packaging <amount>', 'what the box cost')
    .option('--local', 'handed over, not sent')
    .option('--day <day>', 'when, e.g. 2026-11-30 (default: today)')
    .option('--note <text>', 'a note of yours')
    .action((id: string, price: string, { local, ...flags }: Flags & { local?: string }) =>
      open(async (deps, actor) => {
        const currency = flags.currency!.toUpperCase()
        const input = checked(
          saleInputSchema,
          given({
            ...{ itemId: numberOf(id), currency, marketplace: flags.on, reference: flags.reference },
            ...{ postId: wholeOf(flags.post, '--post'), quantity: wholeOf(flags.quantity, '--quantity') },
            priceCents: centsOf(price, currency),
            shippingPaidCents: centsOf(flags.shippingPaid, currency),
            feeCents: centsOf(flags.fee, currency),
            labelCents: centsOf(flags.label, currency),
            packagingCents: centsOf(flags.packaging, currency),
            delivery: local === undefined ? undefined : 'local',
            ...{ soldOn: flags.day, note: flags.note },
          }),
        )
        const sale = await recordSale(deps, authorized(actor, 'write'), input)
        output().print(sale, () => saleText(sale))
      }),
    )
  sell
    .command('sales')
    .description('what you sold, latest first')
    .option('--item <id>', 'only of this item')
    .addOption(new Option('--state <state>', 'only these').choices(saleStates))
    .option('--limit <n>', 'how many', '50')
    .action(({ item, ...flags }: Flags) =>
      open(async (deps, actor) => {
        const query = checked(saleQuery, given({ ...flags, itemId: item }))
        const found = await salePage(deps, authorized(actor, 'read'), query)
        output().print(found, () => saleTable(found.items))
      }),
    )
  sell
    .command('sale <id> <state>')
    .description('what became of a sale: paid, shipped, delivered, settled, cancelled or refunded')
    .option('--refund <amount>', 'with refunded: what went back (default: all that was paid)')
    .option('--currency <code>', 'of the refund', 'USD')
    .option('--returned', 'with refunded: the thing came back')
    .action((id: string, state: string, flags: Flags & { returned?: string }) =>
      open(async (deps, actor) => {
        const patch = checked(
          salePatchSchema,
          given({
            state,
            refundCents: centsOf(flags.refund, flags.currency!.toUpperCase()),
            returned: flags.returned === undefined ? undefined : true,
          }),
        )
        const sale = await changeSale(deps, authorized(actor, 'write'), numberOf(id), patch)
        output().print(sale, () => saleText(sale))
      }),
    )
  sell
    .command('tasks')
    .description('what waits for you: posts to take down, things sold too often, parcels to send')
    .action(() =>
      open(async (deps, actor) => {
        const tasks = await sellTasks(deps, authorized(actor, 'read'))
        output().print(tasks, () => tasksText(tasks))
      }),
    )
}
