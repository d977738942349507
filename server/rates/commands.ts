import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { authorized } from '../core/actor.ts'
import { type Open, type Output, table } from '../core/commands.ts'
import { badInput, errorMessage } from '../core/errors.ts'
import { fetchRates, importRates, type RateDeps, readRates, typeRate, untypeRate } from './rates.ts'
import { type RatesView, rateInputSchema, rateParams } from './schema.ts'

/** `deal-scout rates …`. */
export function rateCommands(program: Command, open: Open<RateDeps>, output: () => Output): void {
  const rates = program.command('rates').description('exchange rates')
  rates
    .command('show', { isDefault: true })
    .description('what one euro is in each currency')
    .action(() =>
      open(async (deps) => {
        const view = await readRates(deps)
        output().print(view, () => ratesText(view))
      }),
    )
  rates
    .command('set <currency> <perEuro>')
    .description('types what one euro is in a currency, e.g. set USD 1.09')
    .option('--day <date>', 'from which it holds (default: today)')
    .action((code: string, perEuro: string, { day }: { day?: string }) => {
      const { currency } = rateParams.parse({ currency: code })
      const input = rateInputSchema.parse({ perEuro: Number(perEuro), ...(day !== undefined && { day }) })
      return open(async (deps, actor) => {
        const view = await typeRate(deps, authorized(actor, 'admin'), currency, input)
        output().print(view, () => ratesText(view))
      })
    })
  rates
    .command('remove <currency>')
    .description('takes back what was typed of a currency')
    .action((code: string) => {
      const { currency } = rateParams.parse({ currency: code })
      return open(async (deps, actor) => {
        const view = await untypeRate(deps, authorized(actor, 'admin'), currency)
        output().print(view, () => ratesText(view))
      })
    })
  rates
    .command('fetch')
    .description('asks the European Central Bank at once')
    .option('--history', 'all since 1999, for books of years gone by')
    .action(({ history }: { history?: true }) =>
      open(async (deps, actor) => {
        authorized(actor, 'admin')
        const written = await fetchRates(deps, history ? 'all' : 'quarter')
        output().print({ written }, () => `${written} rates are new.`)
      }),
    )
  rates
    .command('import <file>')
    .description(
      'takes a saved table of the European Central Bank (eurofxref-….xml; - reads it from the input)',
    )
    .action((file: string) => {
      const xml = textOf(file)
      return open(async (deps, actor) => {
        authorized(actor, 'admin')
        const written = await importRates(deps, xml)
        output().print({ written }, () => `${written} rates are new.`)
      })
    })
}

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw badInput(`${file} cannot be read: ${errorMessage(error)}`)
  }
}

function ratesText({ items, isFetched }: RatesView): string {
  const more = isFetched
    ? 'Those of the European Central Bank are fetched each working day.'
    : 'None are fetched: type them with deal-scout rates set, or let the European Central Bank be asked with EXCHANGE_RATES=ecb.'
  if (items.length === 0) return `There are no exchange rates. ${more}`
  const rows = items.map(({ currency, perEuro, day, source }) => [currency, String(perEuro), day, source])
  return [table(['currency', 'one euro', 'of', 'from'], rows), '', more].join('\n')
}
