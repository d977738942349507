import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { moneyText } from '../../lib/money.ts'
import { usePerson } from '../../lib/person.tsx'
import type { Sale } from '../queries.ts'
import { ShipForm } from './ship-form.tsx'

/** What a sale has of a marketplace's order: what to know of it, where it goes, what it took and how it travels. */
export function SaleOrder({ sale }: { sale: Sale }) {
  const t = useTranslations('sell.orders')
  const { mayWrite } = usePerson()
  const { order, shipment } = sale
  const canShip = mayWrite && sale.next.includes('shipped')
  const isOff = sale.state === 'cancelled' || sale.state === 'refunded'
  return (
    <div className="mt-1 space-y-1 text-sm">
      {order !== null && <Ordered order={order} />}
      {shipment !== null && (
        <p>
          {t(`shipment.${shipment.state}`, { carrier: shipment.carrier, tracking: shipment.tracking })}
          {shipment.reason !== null && ` ${shipment.reason}`}
        </p>
      )}
      {!isOff && (
        <Link
          to="/sell/sales/$sale/slip"
          params={{ sale: String(sale.id) }}
          className="inline-flex min-h-6 items-center underline"
        >
          {t('slip')}
        </Link>
      )}
      {canShip && <ShipForm sale={sale} />}
    </div>
  )
}

/** What to know of the marketplace's order, where it goes and what it took. */
function Ordered({ order }: { order: NonNullable<Sale['order']> }) {
  const t = useTranslations('sell.orders')
  const { fee, shipTo, said } = order
  return (
    <>
      <p className="text-muted">{t('number', { order: order.orderId })}</p>
      {said.map(({ code, sentence }) => (
        <p key={code} className="font-semibold">
          {sentence}
        </p>
      ))}
      {fee.expectedCents !== null && fee.bookedCents !== null && fee.expectedCents !== fee.bookedCents && (
        <p>
          {t('fee', {
            expected: moneyText(fee.expectedCents, fee.currency),
            booked: moneyText(fee.bookedCents, fee.currency),
          })}
        </p>
      )}
      {shipTo !== null && (
        <address className="whitespace-pre-line not-italic select-all">
          {[shipTo.name, ...shipTo.lines, shipTo.country].filter((line) => line !== '').join('\n')}
        </address>
      )}
    </>
  )
}
