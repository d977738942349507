import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Printer } from 'lucide-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { moneyText } from '../../lib/money.ts'
import { usePerson } from '../../lib/person.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckField, TextField } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { Problem, Skeleton } from '../../ui/states.tsx'
import { type Slip, slipQuery } from '../queries.ts'
import { useDay } from '../use-day.ts'

const route = getRouteApi('/sell/sales/$sale/slip')

/** What goes into a parcel, to be printed: what is typed here is on the paper alone, neither kept nor sent. */
export function SlipPage() {
  const t = useTranslations('sell.slip')
  const { sale } = route.useParams()
  const { data, error, refetch } = useQuery(slipQuery(Number(sale)))
  return (
    <Page title={t('title')}>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {error === null && data === undefined && (
        <div aria-busy="true">
          <Skeleton className="h-96" />
        </div>
      )}
      {data !== undefined && <ShownSlip slip={data} />}
    </Page>
  )
}

function ShownSlip({ slip }: { slip: Slip }) {
  const t = useTranslations('sell.slip')
  const { name } = usePerson()
  const [shop, setShop] = useState(name)
  const [thanks, setThanks] = useState('')
  const [prices, setPrices] = useState(false)
  return (
    <>
      <div className="mb-6 space-y-4 print:hidden">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label={t('shop')}
            value={shop}
            maxLength={100}
            onChange={({ target }) => setShop(target.value)}
          />
          <TextField
            label={t('thanks')}
            hint={t('thanksHint')}
            value={thanks}
            maxLength={300}
            onChange={({ target }) => setThanks(target.value)}
          />
        </div>
        <CheckField
          label={t('withPrices')}
          checked={prices}
          onChange={({ target }) => setPrices(target.checked)}
        />
        <p className="flex flex-wrap items-center gap-4">
          <Button look="main" onClick={() => print()}>
            <Printer aria-hidden size={17} />
            {t('print')}
          </Button>
          <Link to="/sell/sales" className="inline-flex min-h-6 items-center underline">
            {t('back')}
          </Link>
        </p>
      </div>
      <Paper {...{ slip, shop, thanks, prices }} />
    </>
  )
}

function Paper({
  slip: { orderId, orderedAt, orderedOn, shipTo, items },
  shop,
  thanks,
  prices,
}: {
  slip: Slip
  shop: string
  thanks: string
  prices: boolean
}) {
  const t = useTranslations('sell.slip')
  const format = useFormatter()
  const day = useDay()
  const date =
    orderedAt !== null ? format.dateTime(new Date(orderedAt), { dateStyle: 'medium' }) : day(orderedOn!)
  const address = shipTo && [shipTo.name, ...shipTo.lines, shipTo.country].filter((line) => line !== '')
  return (
    <article
      aria-label={t('title')}
      className="space-y-6 rounded-md border border-line bg-card p-5 wrap-anywhere print:border-0 print:bg-transparent print:p-0"
    >
      {shop.trim() !== '' && <p className="text-lg font-bold">{shop.trim()}</p>}
      <div className="flex flex-wrap justify-between gap-x-10 gap-y-4">
        <div>
          <h2 className="text-sm font-semibold">{t('to')}</h2>
          {address === null ? (
            <p>{t('noAddress')}</p>
          ) : (
            <address className="whitespace-pre-line not-italic">{address.join('\n')}</address>
          )}
        </div>
        <dl className="grid grid-cols-[auto_1fr] content-start gap-x-4">
          {orderId !== null && (
            <>
              <dt className="font-semibold">{t('order')}</dt>
              <dd>{orderId}</dd>
            </>
          )}
          <dt className="font-semibold">{t('date')}</dt>
          <dd>{date}</dd>
        </dl>
      </div>
      <table className="w-full border-collapse text-start text-sm">
        <thead>
          <tr className="border-b-2 border-current">
            <Head>{t('item')}</Head>
            <Head>{t('sku')}</Head>
            <Head end>{t('quantity')}</Head>
            {prices && <Head end>{t('price')}</Head>}
          </tr>
        </thead>
        <tbody>
          {items.map(({ title, sku, quantity, priceCents, currency }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two of one kind are two lines, which stay where they are
            <tr key={at} className="break-inside-avoid border-b border-line align-top">
              <td className="py-2 pe-3">{title}</td>
              <td className="py-2 pe-3">{sku}</td>
              <td className="py-2 text-end">{quantity}</td>
              {prices && (
                <td className="py-2 ps-3 text-end">
                  {priceCents !== null && currency !== null && moneyText(priceCents, currency)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {thanks.trim() !== '' && <p>{thanks.trim()}</p>}
    </article>
  )
}

function Head({ end = false, children }: { end?: boolean; children: string }) {
  return (
    <th scope="col" className={`py-1 font-semibold ${end ? 'ps-3 text-end' : 'pe-3 text-start'}`}>
      {children}
    </th>
  )
}
