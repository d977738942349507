import { toMajor, toMinor } from '../lib/money.ts'
import type { OwnSelling, Selling } from './queries.ts'

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
  form: Pick<Selling['effective'], 'resaleMarketplace' | 'localMarketplace' | 'sellWithinDays'> & {
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
