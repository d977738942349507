import { readFile, stat } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { authorized } from '../../core/actor.ts'
import { checked, type Open, type Output } from '../../core/commands.ts'
import { badInput } from '../../core/errors.ts'
import { formatMoney } from '../../core/money.ts'
import type { SellDeps } from '../deps.ts'
import { type SellImported, sellImportCharsMax, sellImportSchema } from '../imports/import-schema.ts'
import { importThings } from '../imports/import-things.ts'
import { dateOrders } from '../imports/read-table.ts'
import type { Flags } from './arguments.ts'

export function importCommand(sell: Command, open: Open<SellDeps>, output: () => Output): void {
  sell
    .command('import <file>')
    .description('takes a table (CSV) of things for sale or sold into your stock and books')
    .option('--currency <code>', 'of amounts that name none', 'USD')
    .option('--on <marketplace>', 'of rows that do not say where')
    .addOption(new Option('--dates <order>', 'of dates such as 04/05/2026').choices(dateOrders))
    .option('--dry-run', 'only say what would be read')
    .action((file: string, { on, dates, currency, dryRun }: Flags & { dryRun?: string }) =>
      open(async (deps, actor) => {
        const asked = checked(sellImportSchema, {
          ...{ text: await textOf(file), currency, marketplace: on ?? null },
          ...{ dateOrder: dates ?? null, dryRun: dryRun !== undefined },
        })
        const done = await importThings(deps, authorized(actor, 'write'), asked)
        output().print(done, () => importedText(done))
      }),
    )
}

async function textOf(file: string): Promise<string> {
  const { size } = await stat(file).catch(() => {
    throw badInput(`${file} cannot be read: is it there, and yours to read?`)
  })
  if (size > 4 * sellImportCharsMax)
    throw badInput(`${file} has ${Math.round(size / 1e6)} MB, which is too much: cut it.`)
  return readFile(file, 'utf8')
}

function importedText(done: SellImported): string {
  const { dryRun, rows, items, posts, sales, known, rejected, rejectedMore, fields, unread, sample } = done
  return [
    `${dryRun ? 'It would be' : 'Taken'}: ${items} things, ${sales} sales and ${posts} ads from ${rows} rows${known > 0 ? `; ${known} were known` : ''}.`,
    `Read: ${fields.join(', ')}.${unread.length > 0 ? ` Not read: ${unread.join(', ')}.` : ''}`,
    ...(dryRun
      ? sample.map(
          ({ row, title, costCents, soldCents, currency, soldOn, marketplace }) =>
            `  ${row}: ${title}${costCents === null ? '' : `, cost ${formatMoney(costCents, currency)}`}${soldCents === null ? '' : `, sold for ${formatMoney(soldCents, currency)}${soldOn === null ? '' : ` on ${soldOn}`}`}${marketplace === null ? '' : ` on ${marketplace}`}`,
        )
      : []),
    ...rejected.map(({ row, reason }) => `Row ${row} was left out: ${reason}.`),
    ...(rejectedMore > 0 ? [`And ${rejectedMore} more rows.`] : []),
  ].join('\n')
}
