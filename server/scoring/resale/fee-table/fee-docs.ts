import { formatMoney } from '../../../core/money.ts'
import type { FeeRow } from '../../../model/score-schema.ts'
import { defaultFeeTable, type SellingPlace } from '../fees-default.ts'

/** docs/fees.md: every default row with where its figures were read and when. */
export function feesMarkdown(places: Iterable<SellingPlace>): string {
  const { asOf, source, rows } = defaultFeeTable(places)
  const sorted = rows.toSorted((a, b) =>
    a.marketplace < b.marketplace ? -1 : a.marketplace > b.marketplace ? 1 : 0,
  )
  return `# What marketplaces take

Written by \`npm run generate\` from the rows that stand beside each marketplace and in \`fees-default.ts\`. As of ${asOf}; ${source}.
A row whose source is an address was read there, or in a stored copy of it, on the day beside it; the others were not read at the
marketplace. **Check what you pay, and [correct the table](selling.md#what-marketplaces-take).**

| marketplace | of what | takes | for the payment | counts from | source | read on |
|---|---|---|---|---|---|---|
${sorted.map(lineOf).join('\n')}
`
}

const percent = (bps: number) => `${bps / 100} %`

function lineOf(row: FeeRow): string {
  const { marketplace, delivery, currency, country, categories, payment, validFrom, source, readOn } = row
  const of = [delivery === 'local' ? 'local' : 'shipped', currency, country, ...categories].filter(Boolean)
  const money = (cents: number) => formatMoney(cents, currency)
  const paid = [payment.bps > 0 && percent(payment.bps), payment.fixedCents > 0 && money(payment.fixedCents)]
  const from = source?.startsWith('https://') ? `<${source}>` : source
  const cells = [
    ...[marketplace, of.join(', '), takes(row), paid.filter(Boolean).join(' + ') || '–'],
    ...[validFrom ?? 'ever', from ?? '–', readOn ?? '–'],
  ]
  return `| ${cells.join(' | ')} |`
}

function takes({ bands, bandsApply, currency, ...row }: FeeRow): string {
  const money = (cents: number) => formatMoney(cents, currency)
  const { orderCents, smallOrder, flatBelow, feeCentsMin, feeCentsMax } = row
  const whole = bandsApply === 'to-the-whole' && bands.length > 1 ? ' of all of it' : ''
  const parts = [
    ...bands.flatMap(({ upToCents, bps }, at) =>
      bps === 0 && bands.length === 1
        ? []
        : `${percent(bps)}${upToCents === null ? (at > 0 ? ' above' : '') : ` up to ${money(upToCents)}`}${whole}`,
    ),
    ...(orderCents > 0 ? [`${money(orderCents)} per order`] : []),
    ...(smallOrder === null
      ? []
      : [`${money(smallOrder.orderCents)} per order up to ${money(smallOrder.upToCents)}`]),
    ...(flatBelow === null
      ? []
      : [`${money(flatBelow.feeCents)} alone below ${money(flatBelow.priceCents)}`]),
    ...(feeCentsMin > 0 ? [`at least ${money(feeCentsMin)}`] : []),
    ...(feeCentsMax === null ? [] : [`at most ${money(feeCentsMax)}`]),
  ]
  return parts.length === 0 ? 'nothing' : parts.join(', ')
}
