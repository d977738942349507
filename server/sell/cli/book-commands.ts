import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { type Command, Option } from 'commander'
import { authorized } from '../../core/actor.ts'
import { checked, type Open, type Output } from '../../core/commands.ts'
import { formatMoney } from '../../core/money.ts'
import type { SellDeps } from '../deps.ts'
import { addMoney, removeMoney } from '../money.ts'
import { moneyKinds, profitGroups } from '../money-kinds.ts'
import { profit, sellCsv } from '../profit.ts'
import { exportQuery, moneyInputSchema, profitQuery } from '../schema.ts'
import { centsOf, type Flags, given, numberOf, wholeOf } from './arguments.ts'
import { profitText } from './texts.ts'

export function bookCommands(sell: Command, open: Open<SellDeps>, output: () => Output): void {
  sell
    .command('spent <kind> <amount>')
    .description(`books an amount: ${moneyKinds.slice(1).join(', ')}`)
    .option('--currency <code>', 'of the amount', 'USD')
    .option('--item <id>', 'of this item')
    .option('--sale <id>', 'of this sale')
    .option('--day <day>', 'when, e.g. 2026-11-30 (default: today)')
    .option('--note <text>', 'what it was')
    .action((kind: string, amount: string, flags: Flags) =>
      open(async (deps, actor) => {
        const currency = flags.currency!.toUpperCase()
        const input = checked(
          moneyInputSchema,
          given({
            ...{ kind, currency, cents: centsOf(amount, currency), note: flags.note, onDate: flags.day },
            ...{ itemId: wholeOf(flags.item, '--item'), saleId: wholeOf(flags.sale, '--sale') },
          }),
        )
        const row = await addMoney(deps, authorized(actor, 'write'), input)
        output().print(
          row,
          () => `Amount ${row.id}: ${row.kind} ${formatMoney(row.cents, row.currency)} on ${row.onDate}.`,
        )
      }),
    )
  sell
    .command('unspent <amount>')
    .description('strikes out an amount that you booked, by its number')
    .action((id: string) =>
      open(async (deps, actor) => {
        await removeMoney(deps, authorized(actor, 'write'), numberOf(id))
        output().print({ removed: numberOf(id) }, () => `Amount ${id} is struck out.`)
      }),
    )
  sell
    .command('profit')
    .description('what you earned, beside what was expected')
    .addOption(new Option('--by <group>', 'what each line is of').choices(profitGroups).default('month'))
    .option('--from <day>', 'from this day on')
    .option('--to <day>', 'up to this day')
    .option('--currency <code>', 'in which all are summed up, too (default: yours)')
    .action((flags: Flags) =>
      open(async (deps, actor) => {
        const view = await profit(deps, authorized(actor, 'read'), checked(profitQuery, flags))
        output().print(view, () => profitText(view))
      }),
    )
  sell
    .command('export <what> <file>')
    .description('a year of your books as CSV: sales, money, inventory or year (as in a US Schedule C)')
    .option('--year <year>', 'which (default: this one)')
    .action((what: string, file: string, flags: Flags) =>
      open(async (deps, actor) => {
        const query = checked(exportQuery, given({ what, year: flags.year }))
        await pipeline(await sellCsv(deps, authorized(actor, 'read'), query), createWriteStream(file))
        output().print({ file }, () => `Written to ${file}.`)
      }),
    )
}
