import { type Command, Option } from 'commander'
import { authorized } from '../../core/actor.ts'
import { checked, type Open, type Output, table } from '../../core/commands.ts'
import { badInput } from '../../core/errors.ts'
import { formatMoney, minorDigits } from '../../core/money.ts'
import {
  type BookSettings,
  bookChangesSchema,
  distanceUnits,
  driveInputSchema,
  mileageRateSchema,
} from '../books/book-schema.ts'
import { bookSettings, changeBookSettings } from '../books/book-settings.ts'
import { getBookSettings } from '../books/book-store.ts'
import { addDrive } from '../books/mileage.ts'
import type { SellDeps } from '../deps.ts'
import { type Flags, given, wholeOf } from './arguments.ts'

export function driveCommands(sell: Command, open: Open<SellDeps>, output: () => Output): void {
  sell
    .command('drive <distance> <unit>')
    .description('books a drive, in mi or km, by your rate of that day')
    .option(
      '--rate <amount>',
      'what each mile or kilometre costs, e.g. 0.70 (default: your rate of that day)',
    )
    .option('--currency <code>', 'of the rate')
    .option('--item <id>', 'for this item')
    .option('--sale <id>', 'for this sale')
    .option('--day <day>', 'when, e.g. 2026-11-30 (default: today)')
    .option('--note <text>', 'where to, and why')
    .action((distance: string, unit: string, flags: Flags) =>
      open(async (deps, actor) => {
        const currency = flags.rate === undefined ? flags.currency : (flags.currency ?? 'USD')
        const input = checked(
          driveInputSchema,
          given({
            ...{ distance: numberIn(distance), unit, currency, onDate: flags.day, note: flags.note },
            ...{ itemId: wholeOf(flags.item, '--item'), saleId: wholeOf(flags.sale, '--sale') },
            ...(flags.rate !== undefined && { centsPerUnit: rateIn(flags.rate, currency!) }),
          }),
        )
        const row = await addDrive(deps, authorized(actor, 'write'), input)
        output().print(
          row,
          () => `Amount ${row.id}: ${formatMoney(row.cents, row.currency)} on ${row.onDate}, ${row.note}.`,
        )
      }),
    )
  sell
    .command('rates')
    .description('what a mile or a kilometre counts, on which days')
    .action(() =>
      open(async (deps, actor) => {
        const view = await bookSettings(deps.db, authorized(actor, 'read'))
        output().print(view, () => ratesText(view))
      }),
    )
  sell
    .command('rate <amount>')
    .description('adds a rate of your own, e.g. 0.30; the same unit, currency and first day replaces yours')
    .addOption(new Option('--per <unit>', 'mile or kilometre').choices(distanceUnits).default('mi'))
    .option('--currency <code>', 'of the rate', 'USD')
    .option('--from <day>', 'its first day (default: since ever)')
    .option('--to <day>', 'its last day')
    .option('--source <text>', 'where you read it')
    .action((amount: string, flags: Flags) =>
      open(async (deps, actor) => {
        const currency = flags.currency!.toUpperCase()
        const rate = checked(
          mileageRateSchema,
          given({
            ...{ unit: flags.per, currency, centsPerUnit: rateIn(amount, currency) },
            ...{ validFrom: flags.from, validTo: flags.to, source: flags.source },
          }),
        )
        const { mileageRates } = await getBookSettings(deps.db, authorized(actor, 'read'))
        const others = mileageRates.filter(
          (one) =>
            one.unit !== rate.unit || one.currency !== rate.currency || one.validFrom !== rate.validFrom,
        )
        const changes = checked(bookChangesSchema, { mileageRates: [...others, rate] })
        const view = await changeBookSettings(deps, authorized(actor, 'write'), changes)
        output().print(view, () => ratesText(view))
      }),
    )
}

function numberIn(text: string): number {
  if (!/^\d{1,6}(?:\.\d{1,2})?$/.test(text)) throw badInput(`"${text}" is no distance: write it like 12.5.`)
  return Number(text)
}

/** Minor units and tenths of them. */
function rateIn(text: string, currency: string): number {
  const digits = minorDigits(currency.toUpperCase()) + 1
  const match = /^(\d{1,6})(?:\.(\d{1,4}))?$/.exec(text)
  const fraction = match?.[2] ?? ''
  if (match === null || fraction.length > digits)
    throw badInput(`"${text}" is no rate: write it like 0.70, with at most ${digits} digits after the point.`)
  return Number(`${match[1]}${fraction.padEnd(digits, '0')}`) / 10
}

function ratesText({ mileageRates }: BookSettings): string {
  return table(
    ['rate', 'per', 'from', 'to', 'source'],
    mileageRates.map(({ unit, currency, centsPerUnit, validFrom, validTo, source, isOwn }) => [
      `${(centsPerUnit / 10 ** minorDigits(currency)).toFixed(minorDigits(currency) + 1)} ${currency}`,
      ...[unit, validFrom, validTo, isOwn ? (source ?? 'yours') : source],
    ]),
  )
}
