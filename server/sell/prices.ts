import type { Authorized } from '../core/actor.ts'
import type { SellDeps } from './deps.ts'
import { shownItem } from './items.ts'
import type { ItemPrices, ItemView } from './schema.ts'

const placesMax = 3

/**
 * Three prices to ask: where four fifths of what such things ask lie above, the middle, and where four fifths lie below;
 * with what each leaves at the best places, and how many of the comparables ask more. None where the value is unknown.
 */
export async function itemPrices(
  deps: SellDeps,
  userId: Authorized<'read'>,
  id: number,
): Promise<ItemPrices> {
  const item = await shownItem(deps.db, userId, id)
  const { value, reason, reasonSaid, comps } = await deps.worthOf(userId, item)
  if (value === null) return { value: null, reason, reasonSaid, comps: [], suggestions: [], floorCents: null }
  const { currency } = value
  const leaves = await deps.leavesOf(userId)
  const costCents = costOfOne(item, currency)
  const suggestionOf = (name: ItemPrices['suggestions'][0]['name'], cents: number) => {
    const priceCents = asked(cents)
    const asking = comps.filter((comp) => comp.currency === currency)
    return {
      ...{ name, priceCents },
      askMore: asking.filter((comp) => comp.adjustedCents > priceCents).length,
      of: asking.length,
      places: leaves({ priceCents, currency, category: item.category })
        .slice(0, placesMax)
        .map((sale) => ({ ...sale, profitCents: costCents === null ? null : sale.leavesCents - costCents })),
    }
  }
  const suggestions = [
    suggestionOf('fast', value.lowCents),
    suggestionOf('fair', value.midCents),
    suggestionOf('patient', value.highCents),
  ]
  return {
    ...{ value, reason, reasonSaid, comps, suggestions },
    floorCents:
      costCents === null
        ? null
        : floorOf(
            costCents,
            (priceCents) => leaves({ priceCents, currency, category: item.category })[0]?.leavesCents ?? null,
          ),
  }
}

/** As sellers write prices: whole units, from 20 on fives, from 200 on tens. */
function asked(cents: number): number {
  const step = cents >= 20_000 ? 1000 : cents >= 2000 ? 500 : 100
  return Math.max(step, Math.round(cents / step) * step)
}

/** What one of them cost; null where nobody said, or in another currency. */
function costOfOne({ cost, quantity }: ItemView, currency: string): number | null {
  if (cost.length !== 1 || cost[0]!.currency !== currency) return null
  return Math.round(cost[0]!.cents / quantity)
}

const floorMaxCents = 10_000_000_000

/** The least price that leaves what the thing cost at the best place; fees only rise with the price. */
function floorOf(costCents: number, leavesOf: (priceCents: number) => number | null): number | null {
  if (leavesOf(100) === null) return null
  let [low, high] = [0, Math.max(100, costCents)]
  while ((leavesOf(high) ?? 0) < costCents) {
    if (high > floorMaxCents) return null
    high *= 2
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if ((leavesOf(middle) ?? 0) < costCents) low = middle
    else high = middle
  }
  return high
}
