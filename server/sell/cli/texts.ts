import { table } from '../../core/commands.ts'
import { formatMoney } from '../../core/money.ts'
import type { ItemPrices, ItemView, ProfitView, SaleView } from '../schema.ts'
import type { SellTasks } from '../task-schema.ts'

const signed = (cents: number, currency: string) =>
  `${cents < 0 ? '−' : ''}${formatMoney(Math.abs(cents), currency)}`

export function costText({ cost }: ItemView): string {
  return cost.length === 0
    ? '; nothing is said of what it cost'
    : `, which cost ${cost.map(({ cents, currency }) => formatMoney(cents, currency)).join(' and ')}`
}

export function itemTable(items: readonly ItemView[]): string {
  if (items.length === 0)
    return 'You have no items yet: deal-scout sell add "Oak desk" --cost 40, or --deal with the number of a deal that you bought.'
  return table(
    ['id', 'state', 'left', 'cost', 'earned', 'on', 'what'],
    items.map((item) => [
      item.id,
      item.state,
      `${item.quantity - item.soldQuantity}/${item.quantity}`,
      item.cost.map(({ cents, currency }) => formatMoney(cents, currency)).join(' + ') || null,
      item.soldQuantity === 0
        ? null
        : item.profit.map(({ netCents, currency }) => signed(netCents, currency)).join(' '),
      item.posts
        .filter(({ state }) => state !== 'ended')
        .map(({ marketplace }) => marketplace)
        .join(', ') || null,
      [...item.title].slice(0, 60).join(''),
    ]),
  )
}

export function itemText(item: ItemView): string {
  const lines = [
    `${item.title} (item ${item.id}, ${item.sku}): ${item.state}, ${item.quantity - item.soldQuantity} of ${item.quantity} left${costText(item)}`,
    item.predicted && `Expected when it was bought: ${signed(item.predicted.cents, item.predicted.currency)}`,
    ...item.profit.map(({ netCents, currency }) => `Earned so far: ${signed(netCents, currency)}`),
    ...item.posts.map(
      ({ id, marketplace, state, url, priceCents, currency }) =>
        `Post ${id} on ${marketplace}: ${state === 'end-asked' ? 'take it down, it sold elsewhere' : state}${priceCents === null ? '' : `, ${formatMoney(priceCents, currency!)}`}${url === null ? '' : `, ${url}`}`,
    ),
    item.details && `What it is like: ${item.details}`,
    item.defects && `What is wrong: ${item.defects}`,
    item.included && `Comes with: ${item.included}`,
    item.note && `Note: ${item.note}`,
  ]
  return lines.filter(Boolean).join('\n')
}

export function saleTable(sales: readonly SaleView[]): string {
  if (sales.length === 0) return 'Nothing is sold yet: deal-scout sell sold ITEM PRICE --on facebook.'
  return table(
    ['id', 'day', 'state', 'left after fees', 'on', 'what'],
    sales.map(({ id, soldOn, state, isReturned, net, marketplace, title }) => [
      id,
      soldOn,
      isReturned ? `${state}, came back` : state,
      net.map(({ cents, currency }) => signed(cents, currency)).join(' '),
      marketplace,
      [...title].slice(0, 60).join(''),
    ]),
  )
}

export function saleText(sale: SaleView): string {
  return [
    `Sale ${sale.id} of "${sale.title}" on ${sale.marketplace}, ${sale.soldOn}: ${sale.state}`,
    ...sale.money.map(
      ({ kind, cents, currency, source }) =>
        `  ${kind} ${formatMoney(cents, currency)}${source === 'rule' ? ' (by your fees)' : ''}`,
    ),
    `It left ${sale.net.map(({ cents, currency }) => signed(cents, currency)).join(' ')}, without what the thing cost.`,
    sale.feesFrom === null ? `Nothing is known of the fees there: give them with --fee.` : null,
  ]
    .filter((line) => line !== null)
    .join('\n')
}

export function tasksText({ toEnd, oversold, toShip, toCheck }: SellTasks): string {
  const lines = [
    ...oversold.map(
      ({ title, tooMany, saleId, marketplace }) =>
        `"${title}" is sold ${tooMany} too often. Call off the newest sale: deal-scout sell sale ${saleId} cancelled (${marketplace}).`,
    ),
    ...toEnd.map(
      ({ id, title, marketplace, url }) =>
        `Take "${title}" down on ${marketplace}${url === null ? '' : `: ${url}`}. Done? deal-scout sell ended ${id}`,
    ),
    ...toShip.map(
      ({ saleId, title, soldOn }) =>
        `Send "${title}" (sold ${soldOn}): deal-scout sell sale ${saleId} shipped`,
    ),
    ...toCheck.map(
      ({ id, title, marketplace, why, endsAt, url, manageUrl }) =>
        `${{ 'runs-out': `The ad of "${title}" on ${marketplace} runs out on ${endsAt?.slice(0, 10)}: renew it`, renewable: `"${title}" can be moved up on ${marketplace}`, 'long-ago': `Does "${title}" still stand on ${marketplace}?` }[why]} ${url ?? manageUrl ?? ''}`.trimEnd() +
        ` Done? deal-scout sell stands ${id}`,
    ),
  ]
  return lines.length === 0 ? 'Nothing waits for you.' : lines.join('\n')
}

export function profitText({ rows, totals, together, salesWithoutCost }: ProfitView): string {
  if (rows.length === 0) return 'Nothing was earned or spent in that time.'
  const cells = (row: ProfitView['totals'][0]) => [
    row.sales,
    signed(row.grossCents, row.currency),
    signed(row.costCents, row.currency),
    signed(row.feesCents + row.shippingCents + row.refundsCents + row.otherCents, row.currency),
    signed(row.netCents, row.currency),
    row.predictedCents === null ? null : signed(row.predictedCents, row.currency),
  ]
  return [
    table(
      ['of', 'sales', 'taken', 'cost', 'fees and the like', 'earned', 'expected'],
      [
        ...rows.map((row) => [row.label ?? row.key ?? 'nothing in particular', ...cells(row)]),
        ...totals.map((row) => [`all, ${row.currency}`, ...cells(row)]),
        ...(together === null
          ? []
          : [[`all, in ${together.currency}`, ...cells({ ...together, predictedCents: null })]]),
      ],
    ),
    togetherText(together),
    salesWithoutCost > 0
      ? `Of ${salesWithoutCost} sales nobody said what the thing cost: book it with deal-scout sell spent cost-of-goods AMOUNT --item ID.`
      : '',
  ]
    .filter(Boolean)
    .join('\n')
}

/** At which rates all was counted in one currency, and what is not in it. */
function togetherText(together: ProfitView['together']): string {
  if (together === null) return ''
  const { currency, rateDays, without } = together
  const rates =
    rateDays === null
      ? ''
      : `In ${currency}: each day at its exchange rate, ${rateDays.from} to ${rateDays.to}.`
  const left =
    without.length === 0
      ? ''
      : `Without what has no exchange rate of its day: ${without.join(', ')} (deal-scout rates).`
  return [rates, left].filter(Boolean).join(' ')
}

export function pricesText({ value, reason, suggestions, floorCents, comps }: ItemPrices): string {
  if (value === null) return reason
  const { currency } = value
  return [
    reason,
    table(
      ['ask', 'price', 'ask more', 'leaves most', 'earned'],
      suggestions.map(({ name, priceCents, askMore, of, places: [best] }) => [
        name,
        formatMoney(priceCents, currency),
        `${askMore} of ${of}`,
        best ? `${signed(best.leavesCents, currency)} on ${best.marketplace}, ${best.delivery}` : null,
        best?.profitCents == null ? null : signed(best.profitCents, currency),
      ]),
    ),
    floorCents === null ? null : `Below ${formatMoney(floorCents, currency)} you lose money.`,
    'By these:',
    ...comps
      .slice(0, 8)
      .map((comp) => `  ${formatMoney(comp.priceCents, comp.currency)}  ${comp.title}  ${comp.url}`),
  ]
    .filter((line) => line !== null)
    .join('\n')
}
