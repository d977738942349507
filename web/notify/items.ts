/** A thing in a message, as it was when the message was written; what it lacks was not known. */
export interface MessageItem {
  listingId: number | null
  title: string
  priceCents: number | null
  currency: string | null
  score: number | null
  location: string | null
  marketplaceName: string | null
  distanceKm: number | null
  ruleNames: string[]
  valueMidCents: number | null
  demo: boolean
}

type Unread = Readonly<Record<string, unknown>>

const numberOf = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : null)
const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
const partsOf = (value: unknown): Unread =>
  typeof value === 'object' && value !== null ? (value as Unread) : {}

/** Messages are kept as they were stored, by programs of before too: what is there is read, and nothing is assumed. */
export function messageItem(stored: Unread): MessageItem {
  const { ruleNames, value, score } = stored
  return {
    listingId: numberOf(stored.listingId),
    title: textOf(stored.title) ?? '…',
    priceCents: numberOf(stored.priceCents),
    currency: textOf(stored.currency),
    score: numberOf(partsOf(score).total),
    location: textOf(stored.location),
    marketplaceName: textOf(stored.marketplaceName),
    distanceKm: numberOf(stored.distanceKm),
    ruleNames: Array.isArray(ruleNames) ? ruleNames.filter((name) => typeof name === 'string') : [],
    valueMidCents: numberOf(partsOf(value).midCents),
    demo: stored.demo === true,
  }
}
