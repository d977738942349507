import { readFile, stat } from 'node:fs/promises'
import type { Command } from 'commander'
import { authorized } from '../core/actor.ts'
import { type Open, type Output, table } from '../core/commands.ts'
import { AppError, badInput, errorMessage } from '../core/errors.ts'
import { noCurrency } from '../core/money.ts'
import { formatPrice } from '../model/message.ts'
import { againstValue } from '../model/price-against-value.ts'
import type { CaptureRouteDeps } from './routes.ts'
import { type CapturedListing, type CaptureView, pageBytesMax } from './schema.ts'

/** `deal-scout capture`. */
export function captureCommand(
  program: Command,
  open: Open<Pick<CaptureRouteDeps, 'take'>>,
  output: () => Output,
): void {
  program
    .command('capture <file>')
    .description('takes in the listings of a page that you saved; see docs/capture.md')
    .option('--url <address>', 'where the page is from, if it does not say so itself')
    .action((file: string, flags: { url?: string }) =>
      open(async (deps, actor) => {
        const userId = authorized(actor, 'capture')
        const html = await readPage(file)
        const view = await deps.take(userId, { html, ...(flags.url !== undefined && { url: flags.url }) })
        output().print(view, () => captureText(view))
        if (view.outcome !== 'ok' && view.outcome !== 'empty')
          throw badInput(`${file} was not read: ${view.reason ?? view.outcome}`)
      }),
    )
}

async function readPage(file: string): Promise<string> {
  try {
    const { size } = await stat(file)
    if (size > pageBytesMax)
      throw badInput(`${file} is larger than 8 MiB: save a page that shows fewer listings.`)
    const text = await readFile(file, 'utf8')
    if (text.trim() === '') throw badInput(`${file} is empty: save the page once more.`)
    return text
  } catch (error) {
    if (error instanceof AppError) throw error
    throw badInput(`${file} cannot be read: ${errorMessage(error)}`)
  }
}

function captureText(view: CaptureView): string {
  const { counts, listings, leftOut, isMatched, rules, below } = view
  const head = [
    `${counts.read} ${counts.read === 1 ? 'listing' : 'listings'} read: ${counts.added} new, ${counts.changed} changed, ${counts.unchanged} already known, ${counts.leftOut} left out.`,
    ...rules.map(({ name, listings: count }) => `${count} ${count === 1 ? 'matches' : 'match'} ${name}.`),
    ...(below.best === null ? [] : [belowText(below.listings, below.best.pct)]),
    ...(isMatched ? [] : ['Your rules are still being matched: run it again in some seconds.']),
  ]
  const rows = listings.map(({ id, title, rules: matching, ...priced }) => [
    id,
    formatPrice(priced.priceCents, priced.currency ?? noCurrency),
    worth(priced),
    matching.map(({ name }) => name).join(', ') || null,
    title.slice(0, 80),
  ])
  return [
    ...head,
    ...(rows.length === 0 ? [] : [table(['id', 'price', 'value', 'rules', 'title'], rows)]),
    ...leftOut.map(({ row, reason }) => `  row ${row}: ${reason}`),
  ].join('\n')
}

function belowText(count: number, pct: number): string {
  return count === 1
    ? `1 is ${pct} % below its value.`
    : `${count} are below their value, one of them by ${pct} %.`
}

function worth({ value, belowValuePct }: Pick<CapturedListing, 'value' | 'belowValuePct'>): string | null {
  if (value === null) return null
  const range = `${formatPrice(value.lowCents, value.currency)}–${formatPrice(value.highCents, value.currency)}`
  return belowValuePct === null ? range : `${range} (${againstValue(belowValuePct)})`
}
