/** What has become of a thing of one's own; follows from its sales and posts. */
export const itemStates = ['unlisted', 'listed', 'sold', 'oversold', 'kept', 'lost'] as const
export type ItemState = (typeof itemStates)[number]

/** Why a thing is not for sale although nobody bought it. */
export const asideReasons = ['kept', 'lost'] as const
export type AsideReason = (typeof asideReasons)[number]

/** Oversold comes from any order of events: two sales of one thing, a cancellation taken back, a quantity corrected. */
export function itemState(item: {
  quantity: number
  /** Units of sales that stand. */
  soldQuantity: number
  aside: AsideReason | null
  /** Posts that buyers may still see. */
  openPosts: number
}): ItemState {
  if (item.soldQuantity > item.quantity) return 'oversold'
  if (item.soldQuantity === item.quantity) return 'sold'
  if (item.aside !== null) return item.aside
  return item.openPosts > 0 ? 'listed' : 'unlisted'
}

/** `live` = as you told us; `end-asked` = sold elsewhere, so that you should take it down. */
export const postStates = ['live', 'end-asked', 'ended'] as const
export type PostState = (typeof postStates)[number]

/** Who posts an ad and takes it down: the person, or the program by the marketplace's API. */
export const postVias = ['person', 'api'] as const
export type PostVia = (typeof postVias)[number]

export const saleStates = [
  'awaiting-payment',
  'paid',
  'shipped',
  'delivered',
  'settled',
  'cancelled',
  'refunded',
] as const
export type SaleState = (typeof saleStates)[number]

const nextOf: Readonly<Record<SaleState, readonly SaleState[]>> = {
  'awaiting-payment': ['paid', 'shipped', 'delivered', 'settled', 'cancelled'],
  paid: ['shipped', 'delivered', 'settled', 'cancelled', 'refunded'],
  shipped: ['delivered', 'settled', 'cancelled', 'refunded'],
  delivered: ['settled', 'refunded'],
  settled: ['refunded'],
  cancelled: [],
  refunded: [],
}

/** What a sale may become next; what is cancelled or refunded stays so, since its money went back. */
export const nextSaleStates = (state: SaleState): readonly SaleState[] => nextOf[state]
