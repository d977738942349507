import { toMajor, toMinor } from '../lib/money.ts'
import type { NewFee, OwnSelling, Selling } from './queries.ts'

/** What shipping costs where a form leaves it open: it is not shipped. */
export const localWord = '–'

type Shipping = Selling['effective']['outboundShippingCents']

/** An amount as it stands in a field; the dash for what is sold locally. */
export const shippingText = (cents: number | null | undefined, currency: string) =>
  cents === null || cents === undefined ? localWord : String(toMajor(cents, currency))

/** Minor units of what stands in a field; null = sold locally; undefined = no amount. */
export function readShipping(text: string, currency: string): number | null | undefined {
  const given = text.trim().replace(',', '.')
  if (given === '' || given === localWord || given === '-') return null
  return /^\d{1,7}(?:\.\d{1,3})?$/.test(given) ? toMinor(Number(given), currency) : undefined
}

/**
 * All that a person changed: what was changed before, with what the form now has otherwise than what is counted with. Fees
 * stay as they are.
 */
export function changed(
  { own, effective }: Selling,
  form: Pick<
    Selling['effective'],
    'resaleMarketplace' | 'localMarketplace' | 'country' | 'sellWithinDays'
  > & {
    shipping: Shipping
    shippingElse: number | null
  },
): OwnSelling {
  const { shipping, shippingElse, ...plain } = form
  const isSame = JSON.stringify(shipping) === JSON.stringify(effective.outboundShippingCents)
  const others = Object.entries(plain).filter(
    ([name, value]) => value !== effective[name as keyof typeof plain],
  )
  return {
    ...own,
    ...Object.fromEntries(others),
    ...(!isSame && { outboundShippingCents: shipping }),
    ...(shippingElse !== effective.outboundShippingCentsElse && { outboundShippingCentsElse: shippingElse }),
  }
}

/** Hundredths of a percent of what stands in a field; undefined = no share. */
export function readShare(text: string): number | undefined {
  const given = text.trim().replace('%', '').replace(',', '.').trim()
  if (given === '') return 0
  const share = /^\d{1,3}(?:\.\d{1,2})?$/.test(given) ? Math.round(Number(given) * 100) : undefined
  return share !== undefined && share <= 10_000 ? share : undefined
}

const amounts = ['order', 'least', 'paymentFixed'] as const
const shares = ['share', 'paymentShare'] as const
export type FeeField = (typeof amounts)[number] | (typeof shares)[number]

/** A row of fees as it stands in a form, or which of its fields cannot be read. */
export function readFee(
  text: (name: string) => string,
  today: string,
): { row: NewFee } | { wrong: readonly FeeField[] } {
  const currency = text('currency').trim().toUpperCase()
  // Of a code that is none the server says so; its amounts are read as most currencies have them.
  const known = /^[A-Z]{3}$/.test(currency) ? currency : 'USD'
  const cents = Object.fromEntries(
    amounts.map((name) => [name, text(name).trim() === '' ? 0 : readShipping(text(name), known)]),
  )
  const bps = Object.fromEntries(shares.map((name) => [name, readShare(text(name))]))
  const wrong = [
    ...amounts.filter((name) => cents[name] === undefined || cents[name] === null),
    ...shares.filter((name) => bps[name] === undefined),
  ]
  if (wrong.length > 0) return { wrong }
  const category = text('category') as NonNullable<NewFee['categories']>[number] | ''
  const source = text('source').trim()
  return {
    row: {
      ...{ marketplace: text('marketplace').trim(), currency, validFrom: text('validFrom') || null },
      delivery: text('delivery') === 'local' ? 'local' : 'shipped',
      categories: category === '' ? [] : [category],
      bands: [{ upToCents: null, bps: bps.share! }],
      ...{ orderCents: cents.order!, feeCentsMin: cents.least! },
      payment: { bps: bps.paymentShare!, fixedCents: cents.paymentFixed! },
      ...(source !== '' && { source, readOn: today }),
    },
  }
}
