/** What an amount is of. Income first, then what it costs; `collected-tax` is neither: it is handed on. */
export const incomeKinds = ['item-price', 'shipping-paid', 'fee-credit', 'other-income'] as const
export const costOfGoodsKinds = ['cost-of-goods', 'shipping-in'] as const
export const outlayKinds = [
  ...costOfGoodsKinds,
  'marketplace-fee',
  'payment-fee',
  'ad-fee',
  'label',
  'packaging',
  'refund',
  'supplies',
  'mileage',
  'other-cost',
] as const
export const moneyKinds = [...incomeKinds, ...outlayKinds, 'collected-tax'] as const
export type MoneyKind = (typeof moneyKinds)[number]

/** Who says so: a marketplace's own account, the person, the fee table of that day, a file, a marketplace's mail. */
export const moneySources = ['api', 'typed', 'rule', 'import', 'mail'] as const
export type MoneySource = (typeof moneySources)[number]

export const feeKinds = ['marketplace-fee', 'payment-fee', 'ad-fee'] as const
export const shippingKinds = ['label', 'packaging'] as const

const income: ReadonlySet<MoneyKind> = new Set(incomeKinds)

/** How an amount counts: 1 = it is got, −1 = it is spent, 0 = neither. Amounts themselves are never negative. */
export function signOf(kind: MoneyKind): -1 | 0 | 1 {
  return kind === 'collected-tax' ? 0 : income.has(kind) ? 1 : -1
}

/** By what a profit is told. */
export const profitGroups = ['month', 'marketplace', 'category', 'item'] as const
export type ProfitGroup = (typeof profitGroups)[number]
