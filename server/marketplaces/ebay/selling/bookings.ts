import type { BookingThere, Step } from '../../../model/selling.ts'
import type { SellingContext } from '../../selling-contract.ts'
import { addressOf, type Came, call, connected, type Failed, failed, isFailed } from './call.ts'
import { centsIn, type Json, moneyOf, objectOf, rowsOf, textOf, timeOf } from './json.ts'
import { forgetKey, knownKey, makeKey, type SigningKey, signatureHeaders } from './signing.ts'
import { checkClock, connectAgain } from './words.ts'

const finances = '/sell/finances/v1/transaction'
const pageRows = 200
/** eBay gives 90 days of its books at a time; a day less, so that none falls between two. */
const spanMs = 89 * 86_400_000

export async function bookings(
  since: Date,
  cursor: string | null,
  ctx: SellingContext,
): Step<{ bookings: BookingThere[]; next: string | null }> {
  const place = /^(\d{1,4}):(\d{1,9})$/.exec(cursor ?? '0:0')
  if (place === null) return { outcome: 'refused', reason: 'This is no place in eBay’s books: begin again.' }
  const [span, offset] = [Number(place[1]), Number(place[2])]
  const from = since.getTime() + span * spanMs
  const isNow = from + spanMs >= ctx.clock.now().getTime()
  const until = isNow ? '' : new Date(from + spanMs).toISOString()
  const filter = encodeURIComponent(`transactionDate:[${new Date(from).toISOString()}..${until}]`)
  const came = await signed(`${finances}?filter=${filter}&limit=${pageRows}&offset=${offset}`, ctx)
  if (isFailed(came)) return came
  const rows = rowsOf(came.json?.transactions)
  const warnings = [...came.warnings]
  const found = rows.flatMap((row) => bookingsOf(row, warnings))
  const isMore = rows.length === pageRows || textOf(came.json?.next) !== null
  const next = isMore && rows.length > 0 ? `${span}:${offset + rows.length}` : isNow ? null : `${span + 1}:0`
  return { value: { bookings: found, next }, warnings }
}

/** Numbers by which eBay says that this seller's calls have to be signed, or that the signature is not good. */
const isUnsigned = ({ status, codes }: Failed) =>
  status === 403 && codes.some((code) => /^215[01]\d\d$/.test(code))

/** Signs once eBay has asked for it: it does so of sellers in the EU and the UK, and does not say where a seller is. */
async function signed(path: string, ctx: SellingContext): Promise<Came | Failed> {
  const connection = connected(ctx)
  if (isFailed(connection)) return connection
  const ask = (key: SigningKey | null) => {
    const url = addressOf(connection, ctx, 'apiz', path)
    const headers = key === null ? {} : signatureHeaders(key, { method: 'GET', url }, ctx.clock.now())
    return call({ step: 'read-books', method: 'GET', host: 'apiz', path, headers }, ctx)
  }
  const known = await knownKey(connection, ctx)
  const first = await ask(known)
  if (!isFailed(first) || !isUnsigned(first)) return first
  if (known !== null) await forgetKey(connection, ctx)
  const made = await makeKey(connection, ctx)
  if (isFailed(made)) return made
  const again = await ask(made)
  return isFailed(again) && isUnsigned(again)
    ? failed('away', `${again.reason.replace(connectAgain, '').trim()} ${checkClock}`, {
        codes: again.codes,
      })
    : again
}

const kinds: Readonly<Record<string, BookingThere['kind']>> = {
  SALE: 'sale',
  REFUND: 'refund',
  CREDIT: 'credit',
  DISPUTE: 'dispute',
  SHIPPING_LABEL: 'label',
  NON_SALE_CHARGE: 'charge',
  PAYOUT: 'payout',
  WITHDRAWAL: 'payout',
}

/** One row of eBay's books and its fees apart: together they are what eBay booked, to the cent. */
function bookingsOf(row: Json, warnings: string[]): BookingThere[] {
  const type = textOf(row.transactionType) ?? 'OTHER'
  const id = textOf(row.transactionId)
  const at = timeOf(row.transactionDate)
  const amount = moneyOf(row.amount)
  if (id === null || at === null || amount === null) {
    warnings.push(`A row of eBay’s books could not be read (${id ?? 'no number'}): look at it there.`)
    return []
  }
  const { currency } = amount
  const orderId = textOf(row.orderId) ?? referenceOf(row)
  const net = row.bookingEntry === 'DEBIT' ? -amount.cents : amount.cents
  const fees = feesOf(row, currency)
  if (fees === null)
    warnings.push(
      `The fees of ${orderId ?? id} at eBay are in another currency: what is shown is what is left.`,
    )
  const common = { orderId, currency, at }
  const note = [textOf(row.feeType), textOf(row.transactionMemo)].filter((part) => part !== null).join(': ')
  const isRefund = type === 'REFUND'
  // eBay books the sale without its fees, and the refund without what it gives back of them.
  const total = (fees ?? []).reduce((sum, { cents }) => sum + cents, 0)
  const gross = isRefund ? net - total : net + total
  const own: BookingThere = {
    ...common,
    id: `${type}:${id}`,
    lineId: onlyLine(row),
    kind: kindOf(type, row, orderId),
    ...{ cents: Math.abs(gross), isIn: gross >= 0, note: note === '' ? type : note },
  }
  const seen = new Map<string, number>()
  return [
    own,
    ...(fees ?? []).map(({ cents, lineId, feeType, memo }): BookingThere => {
      const name = `${own.id}:${lineId ?? ''}:${feeType}`
      const count = (seen.get(name) ?? 0) + 1
      seen.set(name, count)
      const isIn = isRefund === cents >= 0
      return {
        ...common,
        id: count === 1 ? name : `${name}:${count}`,
        ...{ lineId, kind: isIn ? 'fee-credit' : 'fee', cents: Math.abs(cents), isIn },
        note: memo === null ? feeType : `${feeType}: ${memo}`,
      }
    }),
  ]
}

function kindOf(type: string, row: Json, orderId: string | null): BookingThere['kind'] {
  if (type !== 'NON_SALE_CHARGE') return kinds[type] ?? 'other'
  if (row.bookingEntry === 'CREDIT') return 'fee-credit'
  // Of an order, such as for the ad that led to it.
  return orderId === null ? 'charge' : 'fee'
}

function referenceOf(row: Json): string | null {
  const reference = rowsOf(row.references).find(({ referenceType }) => referenceType === 'ORDER_ID')
  return textOf(reference?.referenceId)
}

function onlyLine(row: Json): string | null {
  const lines = rowsOf(row.orderLineItems)
  return lines.length === 1 ? textOf(lines[0]!.lineItemId) : null
}

interface FeeRow {
  cents: number
  lineId: string | null
  feeType: string
  memo: string | null
}

/** Each fee with its line, and what the total has beside them; null where they are in another currency. */
function feesOf(row: Json, currency: string): FeeRow[] | null {
  const fees: FeeRow[] = []
  for (const line of rowsOf(row.orderLineItems))
    for (const fee of rowsOf(line.marketplaceFees)) {
      const cents = centsIn(currency, fee.amount)
      if (cents === null) return null
      const feeType = textOf(fee.feeType) ?? 'FEE'
      if (cents !== 0)
        fees.push({ cents, lineId: textOf(line.lineItemId), feeType, memo: textOf(fee.feeMemo) })
    }
  if (row.totalFeeAmount === undefined) return fees
  const total = centsIn(currency, objectOf(row.totalFeeAmount))
  if (total === null) return null
  const left = total - fees.reduce((sum, { cents }) => sum + cents, 0)
  if (left !== 0) fees.push({ cents: left, lineId: null, feeType: 'OTHER_FEES', memo: null })
  return fees
}
