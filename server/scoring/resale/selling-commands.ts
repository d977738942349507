import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { authorized } from '../../core/actor.ts'
import { type Open, type Output, table } from '../../core/commands.ts'
import { badInput, errorMessage } from '../../core/errors.ts'
import { formatMoney } from '../../core/money.ts'
import { type OwnSellingSettings, ownSellingSettingsSchema } from '../../model/score-schema.ts'
import { changeSelling, readSelling, type SellingSettingsDeps, type SellingSettingsView } from './selling.ts'

/** `deal-scout settings selling …`. */
export function sellingCommands(
  program: Command,
  open: Open<SellingSettingsDeps>,
  output: () => Output,
): void {
  const selling = program
    .command('settings')
    .description('your own settings')
    .command('selling')
    .description('fees and shipping, of which the flip profit is made')
  selling
    .command('show', { isDefault: true })
    .description('what is counted with, and what of it is yours')
    .action(() =>
      open(async (deps, actor) => {
        const view = await readSelling(deps, authorized(actor, 'read'))
        output().print(view, () => settingsText(view))
      }),
    )
  selling
    .command('set <file>')
    .description('replaces your changes by those in a JSON file (- reads it from the input)')
    .action((file: string) => {
      const own = readOwn(file)
      return open(async (deps, actor) => {
        const view = await changeSelling(deps, authorized(actor, 'write'), own)
        output().print(view, () => settingsText(view))
      })
    })
  selling
    .command('reset')
    .description('goes back to the defaults')
    .action(() =>
      open(async (deps, actor) => {
        const view = await changeSelling(deps, authorized(actor, 'write'), {})
        output().print(view, () => 'The defaults count again.')
      }),
    )
}

function readOwn(file: string): OwnSellingSettings {
  const from = file === '-' ? 'the input' : file
  let parsed: unknown
  try {
    parsed = JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'))
  } catch (error) {
    throw badInput(`The settings in ${from} cannot be read as JSON: ${errorMessage(error)}`)
  }
  const result = ownSellingSettingsSchema.safeParse(parsed)
  if (result.success) return result.data
  const fields = Object.fromEntries(
    result.error.issues.map((issue) => [issue.path.join('.') || '(whole)', issue.message]),
  )
  const lines = Object.entries(fields).map(([field, problem]) => `  - ${field}: ${problem}`)
  throw badInput(`The settings in ${from} are not valid:\n${lines.join('\n')}`, fields)
}

function settingsText({ own, effective }: SellingSettingsView): string {
  const { currency, outboundShippingCents, outboundShippingCentsElse } = effective
  const money = (cents: number | null | undefined) =>
    cents === null || cents === undefined ? 'sold locally' : formatMoney(cents, currency)
  const changed = Object.keys(own)
  return [
    changed.length === 0 ? 'Nothing is changed: these are the defaults.' : `Yours: ${changed.join(', ')}.`,
    `Sold on ${effective.resaleMarketplace}, what is too bulky to ship on ${effective.localMarketplace}, within ${effective.sellWithinDays} days.`,
    `${effective.fees.rows.length} rows of fees, ${effective.fees.asOf}: ${effective.fees.source}`,
    '',
    table(
      ['category', 'shipping'],
      [
        ...Object.entries(outboundShippingCents).map(([category, cents]) => [category, money(cents)]),
        ['others', money(outboundShippingCentsElse)],
      ],
    ),
    '',
    'Every figure can be changed: deal-scout settings selling show --json, and docs/deal-score.md.',
  ].join('\n')
}
