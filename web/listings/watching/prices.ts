import type { WatchDetail } from './queries.ts'

export interface PricePoint {
  atMs: number
  value: number
}

/** The prices of one listing of the thing, until it ended or now. */
export interface PriceLine {
  listingId: number | null
  /** Of the listing that is watched. */
  isOwn: boolean
  points: PricePoint[]
  untilMs: number
}

export interface Prices {
  currency: string
  lines: PriceLine[]
  /** What the person was told, numbered from the first on, with the price of then. */
  told: { number: number; notificationId: number; atMs: number; value: number; title: string }[]
}

type Told = Pick<WatchDetail, 'listing' | 'pricePoints' | 'cluster' | 'told'>

/**
 * What the thing was to be had for in all its listings, in the currency of the one that is watched: other currencies cannot
 * be drawn beside it, nor what stands for "make an offer". null = no price is known.
 */
export function pricesOf(detail: Told, nowMs: number): Prices | null {
  const { listing, pricePoints, cluster } = detail
  const priced = (points: WatchDetail['pricePoints']) =>
    points.filter(({ priceCents, isMeant }) => priceCents !== null && isMeant)
  const currency =
    priced(pricePoints).at(-1)?.currency ?? priced(cluster?.pricePoints ?? []).at(-1)?.currency ?? null
  if (currency === null) return null
  const pointsOf = (points: WatchDetail['pricePoints']): PricePoint[] =>
    priced(points)
      .filter((point) => point.currency === currency)
      .map(({ at, priceCents }) => ({ atMs: Date.parse(at), value: priceCents! }))
      .toSorted((a, b) => a.atMs - b.atMs)
  const own = { listingId: listing?.id ?? null, isOwn: true, points: pointsOf(pricePoints) }
  const others = (cluster?.listings ?? [])
    .filter(({ id }) => id !== listing?.id)
    .map(({ id }) => ({
      ...{ listingId: id, isOwn: false },
      points: pointsOf(cluster!.pricePoints.filter(({ listingId }) => listingId === id)),
    }))
  const ends = new Map(cluster?.listings.map(({ id, endedAt }) => [id, endedAt]))
  const lines = [own, ...others]
    .filter(({ points }) => points.length > 0)
    .map((line) => {
      const ended = line.listingId === null ? null : (ends.get(line.listingId) ?? null)
      const lastMs = line.points.at(-1)!.atMs
      return { ...line, untilMs: Math.max(lastMs + 1, ended === null ? nowMs : Date.parse(ended)) }
    })
  return lines.length === 0 ? null : { currency, lines, told: toldIn(detail.told, lines) }
}

function toldIn(told: WatchDetail['told'], lines: readonly PriceLine[]): Prices['told'] {
  const { points } = lines.find(({ isOwn }) => isOwn) ?? lines[0]!
  return told.toReversed().map(({ notificationId, at, title }, index) => {
    const atMs = Date.parse(at)
    const then = points.findLast((point) => point.atMs <= atMs) ?? points[0]!
    return { number: index + 1, notificationId, atMs, value: then.value, title }
  })
}

/** One row of what happened, the newest first. */
export type PriceRow = { atMs: number; key: string } & (
  | { kind: 'price'; value: number; isFirst: boolean; isOwn: boolean; listingId: number | null }
  | { kind: 'told'; number: number; notificationId: number; title: string }
)

export function rowsOf({ lines, told }: Prices): PriceRow[] {
  const prices = lines.flatMap(({ points, isOwn, listingId }) =>
    points.map(
      ({ atMs, value }, index): PriceRow => ({
        ...{ kind: 'price', key: `${listingId}-${atMs}`, atMs, value, isOwn, listingId },
        isFirst: index === 0,
      }),
    ),
  )
  const messages = told.map(
    ({ number, notificationId, atMs, title }): PriceRow => ({
      ...{ kind: 'told', key: `told-${notificationId}`, atMs, number, notificationId, title },
    }),
  )
  // What was told stands above the price that it tells of.
  return [...messages, ...prices].toSorted((a, b) => b.atMs - a.atMs)
}

/** From the first price to the lowest of now, and over how many listings. */
export function storyOf({ lines }: Prices) {
  const points = lines.flatMap((line) => line.points)
  const first = points.reduce((a, b) => (b.atMs < a.atMs ? b : a))
  const latestMs = Math.max(...lines.map(({ untilMs }) => untilMs))
  const last = Math.min(
    ...lines.filter(({ untilMs }) => untilMs === latestMs).map((line) => line.points.at(-1)!.value),
  )
  const changes = lines.reduce((sum, line) => sum + line.points.length - 1, 0)
  return { first: first.value, last, changes, listings: lines.length }
}
