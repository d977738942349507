import type { Step } from '../../../model/selling.ts'
import type { SellingContext } from '../../selling-contract.ts'
import { call, isFailed } from './call.ts'
import { rowsOf } from './json.ts'

export async function ship(
  order: {
    orderId: string
    lineIds: readonly string[]
    carrier: string
    tracking: string
    shippedAt: Date
  },
  ctx: SellingContext,
): Step<null> {
  // People copy them with blanks and dashes, which eBay refuses.
  const tracking = order.tracking.replaceAll(/[\s-]/g, '')
  if (!/^[A-Za-z0-9]{1,100}$/.test(tracking))
    return { outcome: 'refused', reason: 'A tracking number has letters and digits only: check it.' }
  if (order.lineIds.length === 0)
    return { outcome: 'refused', reason: 'Nothing of this order was chosen to ship.' }
  const path = `/sell/fulfillment/v1/order/${encodeURIComponent(order.orderId)}/shipping_fulfillment`
  const before = await call({ step: 'read-shipments', method: 'GET', path }, ctx)
  if (isFailed(before)) return before
  const told = rowsOf(before.json?.fulfillments)
    .filter(({ shipmentTrackingNumber }) => shipmentTrackingNumber === tracking)
    .flatMap(({ lineItems }) => rowsOf(lineItems).map(({ lineItemId }) => lineItemId))
  const left = order.lineIds.filter((id) => !told.includes(id))
  if (left.length === 0) return { value: null, warnings: [] }
  const came = await call(
    {
      ...{ step: 'ship', method: 'POST', path },
      body: {
        lineItems: left.map((lineItemId) => ({ lineItemId })),
        shippedDate: order.shippedAt.toISOString(),
        ...{ shippingCarrierCode: order.carrier.trim(), trackingNumber: tracking },
      },
    },
    ctx,
  )
  return isFailed(came) ? came : { value: null, warnings: came.warnings }
}
