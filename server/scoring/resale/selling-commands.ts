import { readFileSync, writeFileSync } from 'node:fs'
import type { Command } from 'commander'
import { authorized } from '../../core/actor.ts'
import { checked, type Open, type Output, table } from '../../core/commands.ts'
import { badInput, errorMessage } from '../../core/errors.ts'
import { formatMoney } from '../../core/money.ts'
import { type OwnSellingSettings, ownSellingSettingsSchema } from '../../model/score-schema.ts'
import { exportFees, importFees } from './fee-table/fee-files.ts'
import { changeSelling, readSelling, type SellingSettingsDeps, type SellingSettingsView } from './selling.ts'
import { type FeeImported, feeImportSchema } from './selling-schema.ts'

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
  feeCommands(selling, open, output)
}

function feeCommands(selling: Command, open: Open<SellingSettingsDeps>, output: () => Output): void {
  const fees = selling
    .command('fees')
    .description('the table of fees: what marketplaces take, since when, and where that was read')
  fees
    .command('export <file>')
    .description('writes all rows that are counted with as CSV (- writes to the output)')
    .action((file: string) =>
      open(async (deps, actor) => {
        const csv = await exportFees(deps, authorized(actor, 'read'))
        writeFileSync(file === '-' ? 1 : file, csv)
        if (file !== '-') output().print({ file }, () => `Written to ${file}.`)
      }),
    )
  fees
    .command('import <file>')
    .description('adds the rows of such a file to yours: all, or none and what is wrong (- reads the input)')
    .option('--dry-run', 'only say what would be taken')
    .action((file: string, { dryRun = false }: { dryRun?: boolean }) => {
      const text = textOf(file)
      return open(async (deps, actor) => {
        const asked = checked(feeImportSchema, { text, dryRun })
        const done = await importFees(deps, authorized(actor, 'write'), asked)
        output().print(done, () => importedText(done))
      })
    })
}

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (error) {
    throw badInput(`The file ${file} cannot be read: ${errorMessage(error)}`)
  }
}

function importedText({ added, replaced, known, problems, dryRun }: FeeImported): string {
  const would = dryRun ? 'would be ' : ''
  return [
    `${added} ${would}added, ${replaced} ${would}written anew, ${known} known already.`,
    ...problems.map(({ line, reason }) => `Line ${line}: ${reason}.`),
    ...(problems.length > 0 ? ['With these nothing is taken.'] : []),
  ].join('\n')
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
