import { asProgram } from '../../core/actor.ts'
import type { BookingThere, OrderLine, OrderThere, SellingProblem } from '../../model/selling.ts'
import type { OrderDeps, OrderDesk } from './deps.ts'

export const place = 'ebay'

export function lineThere(over: Partial<OrderLine> = {}): OrderLine {
  return {
    ...{ lineId: '1', sku: null, listingId: null, title: 'Oak desk', quantity: 1, priceCents: 10_000 },
    ...{ shippingPaidCents: 0, taxCents: 0, refundedCents: 0, currency: 'USD' },
    ...over,
  }
}

export function orderThere(at: Date, over: Partial<OrderThere> = {}): OrderThere {
  return {
    ...{ orderId: '12-00001-00001', createdAt: at, changedAt: at, payment: 'paid', isCancelled: false },
    ...{ isShipped: false, feeCents: null, feeCurrency: null, buyer: 'buyer_1' },
    shipTo: { name: 'Ann Example', lines: ['1 Main Street', 'Springfield IL 62701'], country: 'US' },
    lines: [lineThere()],
    ...over,
  }
}

export function bookingThere(at: Date, over: Partial<BookingThere> = {}): BookingThere {
  return {
    ...{ id: 'b1', orderId: '12-00001-00001', lineId: null, kind: 'fee', cents: 1341, isIn: false },
    ...{ currency: 'USD', at, note: 'FINAL_VALUE_FEE' },
    ...over,
  }
}

/** A marketplace in memory: it shows what changed since, in pages, and can fail. */
export class DeskInMemory implements OrderDesk {
  sold: OrderThere[] = []
  booked: BookingThere[] = []
  ads = new Map<string, Awaited<ReturnType<OrderDesk['read']>>>()
  shipped: Parameters<OrderDesk['ship']>[0][] = []
  asked: { since: Date; cursor: string | null }[] = []
  askedBooks: Date[] = []
  /** Of its books: as where they are read by spans of time. */
  isLastPageEmpty = false
  problem: SellingProblem | null = null
  /** Of the next telling, after it was done. */
  shipProblem: SellingProblem | null = null
  warnings: string[] = []
  pageSize = 2
  /** How it answers when it is asked to tell at once, and how often it was. */
  listening: Awaited<ReturnType<NonNullable<OrderDesk['listen']>>> = {
    value: { isTold: true },
    warnings: [],
  }
  askedToTell = 0

  async listen() {
    this.askedToTell++
    return this.listening
  }

  async orders(since: Date, cursor: string | null) {
    this.asked.push({ since, cursor })
    if (this.problem !== null) return this.problem
    const changed = this.sold
      .filter(({ changedAt }) => changedAt >= since)
      .toSorted((a, b) => a.changedAt.getTime() - b.changedAt.getTime())
    const from = Number(cursor ?? 0)
    const next = from + this.pageSize < changed.length ? String(from + this.pageSize) : null
    return { value: { orders: changed.slice(from, from + this.pageSize), next }, warnings: this.warnings }
  }
  async bookings(since: Date, cursor: string | null) {
    if (this.problem !== null) return this.problem
    this.askedBooks.push(since)
    if (cursor === 'empty') return { value: { bookings: [], next: null }, warnings: [] }
    const later = this.booked.filter(({ at }) => at >= since)
    const from = Number(cursor ?? 0)
    const after = this.isLastPageEmpty ? 'empty' : null
    const next = from + this.pageSize < later.length ? String(from + this.pageSize) : after
    return { value: { bookings: later.slice(from, from + this.pageSize), next }, warnings: [] }
  }
  async ship(order: Parameters<OrderDesk['ship']>[0]) {
    this.shipped.push(order)
    this.sold = this.sold.map((one) =>
      one.orderId === order.orderId
        ? { ...one, isShipped: true, changedAt: new Date(one.changedAt.getTime() + 1000) }
        : one,
    )
    const problem = this.shipProblem
    this.shipProblem = null
    return problem ?? { value: null, warnings: [] }
  }
  async read(sku: string) {
    return this.problem ?? this.ads.get(sku) ?? { value: null, warnings: [] }
  }
}

/** The program's own dependencies with that marketplace in place of connected accounts. */
export function withDesk(deps: OrderDeps, desk: DeskInMemory, userIds: readonly number[]): OrderDeps {
  const sites = [{ id: 'EBAY_US', name: 'eBay.com', currency: 'USD' }]
  return {
    ...deps,
    sellingPlaces: new Map([[place, { id: place, name: 'eBay', sites }]]),
    deskOf: async () => (desk.problem?.outcome === 'consent' ? desk.problem : (desk as never)),
    connectedSellers: async () => userIds.map((userId) => ({ userId, marketplace: place })),
  }
}

export const me = (userId: number) => asProgram(userId)
