import type { MoneyKind, MoneySource } from '../money-kinds.ts'
import type { StoredBooking, StoredLine } from './order-store.ts'

/** An amount that follows from what the marketplace says; `reference` is the same for ever. */
export interface DerivedMoney {
  reference: string
  kind: MoneyKind
  /** Never negative, minor units of `currency`. */
  cents: number
  currency: string
  /** When it was: the order, its change, or the booking. */
  at: Date
  source: Extract<MoneySource, 'api' | 'rule'>
  note: string | null
  /** Stands until the marketplace has booked it. */
  isEstimate: boolean
}

/**
 * What the lines of one order and all bookings of it mean for the books, by the line's id. It follows from both and from
 * nothing else, so that it comes out the same in whatever order and however often they came.
 *
 * - Each line has its price, the shipping that was paid and the tax, which is handed on.
 * - Bookings of a fee stand in place of every estimate of it: the marketplace's own, and the person's fees of that day.
 * - What went back is the larger of what the order says and what is booked, each to the line that it is of.
 */
export function moneyOfOrder(
  lines: readonly StoredLine[],
  bookings: readonly StoredBooking[],
): Map<number, DerivedMoney[]> {
  const derived = new Map<number, DerivedMoney[]>(lines.map((line) => [line.id, paidOf(line)]))
  const backOf = new Map(lines.map((line) => [line.id, new Map<string, number>()]))
  const hasFees = new Set<number>()
  // Those that name their line first: what is left over is shared by what is still missing.
  for (const booking of bookings.toSorted(byLineFirst)) {
    const counted = countedAs(booking)
    if (counted === null) continue
    const shares = sharesOf(booking, lines, backOf)
    for (const [line, cents] of shares) {
      const isShared = shares.length > 1
      derived.get(line.id)!.push({
        reference: `${referenceOfBooking(booking)}${isShared ? ` ${line.lineId}` : ''}`,
        ...{ kind: counted, cents, currency: booking.currency, at: booking.bookedAt },
        ...{ source: 'api', note: booking.note || null, isEstimate: false },
      })
      if (booking.kind === 'fee' && !booking.isIn) hasFees.add(line.id)
      if (goesBack(booking)) {
        const back = backOf.get(line.id)!
        const signed = booking.isIn ? -cents : cents
        back.set(booking.currency, (back.get(booking.currency) ?? 0) + signed)
      }
    }
  }
  const estimates = estimatesOf(lines)
  for (const line of lines) {
    const own = derived.get(line.id)!
    if (!hasFees.has(line.id)) own.push(...estimates.get(line.id)!)
    const open = saidBackCents(line) - (backOf.get(line.id)!.get(line.currency) ?? 0)
    if (open > 0)
      own.push({
        reference: `${nameOf(line)} refund`,
        ...{ kind: 'refund', cents: open, currency: line.currency, at: line.changedAt },
        ...{ source: 'api', note: null, isEstimate: false },
      })
  }
  return derived
}

export const referenceOfBooking = ({ marketplace, bookingId }: StoredBooking) =>
  `${marketplace} booking ${bookingId}`

/** An amount of no order. */
export function moneyAlone(booking: StoredBooking): DerivedMoney | null {
  const kind = countedAs(booking)
  if (kind === null) return null
  const { cents, currency, bookedAt, note } = booking
  return {
    reference: referenceOfBooking(booking),
    ...{ kind, cents, currency, at: bookedAt, source: 'api', note: note || null, isEstimate: false },
  }
}

/** Null = it is neither got nor spent, or it is not known which: money that moves to the bank is no income. */
export function countedAs({ kind, isIn, cents }: StoredBooking): MoneyKind | null {
  if (cents === 0 && kind !== 'fee') return null
  switch (kind) {
    // The order says what was paid.
    case 'sale':
    case 'payout':
    case 'other':
      return null
    case 'fee':
    case 'fee-credit':
      return isIn ? 'fee-credit' : 'marketplace-fee'
    case 'refund':
    case 'dispute':
      return isIn ? 'other-income' : 'refund'
    case 'label':
      return isIn ? 'other-income' : 'label'
    case 'charge':
    case 'credit':
      return isIn ? 'other-income' : 'other-cost'
  }
}

const goesBack = ({ kind }: StoredBooking) => kind === 'refund' || kind === 'dispute'
const byLineFirst = (a: StoredBooking, b: StoredBooking) =>
  Number(a.lineId === null) - Number(b.lineId === null) || (a.bookingId < b.bookingId ? -1 : 1)
const nameOf = ({ marketplace, orderId, lineId }: StoredLine) => `${marketplace} line ${orderId} ${lineId}`

function paidOf(line: StoredLine): DerivedMoney[] {
  const row = (what: string, kind: MoneyKind, cents: number): DerivedMoney => ({
    reference: `${nameOf(line)} ${what}`,
    ...{ kind, cents, currency: line.currency, at: line.orderedAt },
    ...{ source: 'api', note: null, isEstimate: false },
  })
  return [
    row('price', 'item-price', line.priceCents),
    ...(line.shippingPaidCents > 0 ? [row('shipping', 'shipping-paid', line.shippingPaidCents)] : []),
    ...(line.taxCents > 0 ? [row('tax', 'collected-tax', line.taxCents)] : []),
  ]
}

/** What the order says went back of a line; of what was called off, all that was paid. */
export function saidBackCents(line: StoredLine): number {
  const paid = line.priceCents + line.shippingPaidCents
  const isAll = line.isCancelled || line.payment === 'refunded'
  return isAll ? Math.max(paid, line.refundedCents) : line.refundedCents
}

/** Which lines a booking is of, with the cents of each; where it names none that is known, it is of the whole order. */
function sharesOf(
  booking: StoredBooking,
  lines: readonly StoredLine[],
  backOf: ReadonlyMap<number, ReadonlyMap<string, number>>,
): [StoredLine, number][] {
  const named = lines.find(({ lineId }) => lineId === booking.lineId)
  if (named !== undefined) return [[named, booking.cents]]
  if (lines.length === 1) return [[lines[0]!, booking.cents]]
  const open = lines.map((line) =>
    goesBack(booking) && !booking.isIn && line.currency === booking.currency
      ? Math.max(0, saidBackCents(line) - (backOf.get(line.id)!.get(line.currency) ?? 0))
      : 0,
  )
  const openCents = Math.min(
    booking.cents,
    open.reduce((sum, cents) => sum + cents, 0),
  )
  const byOpen = shared(openCents, open)
  const byPrice = shared(
    booking.cents - openCents,
    lines.map(({ priceCents }) => priceCents),
  )
  return lines.flatMap((line, index): [StoredLine, number][] => {
    const cents = byOpen[index]! + byPrice[index]!
    // A fee of nothing is what was taken, too: no estimate stands beside it.
    return cents === 0 && booking.kind !== 'fee' ? [] : [[line, cents]]
  })
}

/** Whole cents in proportion to the weights, which add up to all of it; in equal parts where nothing weighs. */
export function shared(cents: number, weights: readonly number[]): number[] {
  const isEmpty = weights.every((weight) => weight === 0)
  const parts = weights.map((weight) => BigInt(isEmpty ? 1 : weight))
  const all = parts.reduce((sum, part) => sum + part, 0n)
  const upTo = (weight: bigint) => (BigInt(cents) * weight) / all
  let through = 0n
  return parts.map((part) => {
    const before = through
    through += part
    return Number(upTo(through) - upTo(before))
  })
}

/** What is taken is not booked yet: as the marketplace reckons it, else by the person's fees of that day. */
function estimatesOf(lines: readonly StoredLine[]): Map<number, DerivedMoney[]> {
  const { feeCents, feeCurrency } = lines[0]!
  const shares =
    feeCents === null
      ? null
      : shared(
          feeCents,
          lines.map(({ priceCents }) => priceCents),
        )
  return new Map(
    lines.map((line, index): [number, DerivedMoney[]] => {
      const row = (
        what: string,
        kind: MoneyKind,
        cents: number | null,
        by: Partial<DerivedMoney>,
      ): DerivedMoney[] =>
        cents === null || cents === 0
          ? []
          : [
              {
                reference: `${nameOf(line)} ${what}`,
                ...{ kind, cents, currency: line.currency, at: line.orderedAt },
                ...({ source: 'rule', note: null, isEstimate: true } as const),
                ...by,
              },
            ]
      if (line.isCancelled) return [line.id, []]
      if (shares !== null)
        return [
          line.id,
          row('fee', 'marketplace-fee', shares[index]!, {
            ...{ source: 'api', currency: feeCurrency ?? line.currency },
          }),
        ]
      return [
        line.id,
        [
          ...row('fee', 'marketplace-fee', line.expectedFeeCents, {}),
          ...row('payment', 'payment-fee', line.expectedPaymentCents, {}),
        ],
      ]
    }),
  )
}
