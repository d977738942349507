import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Copy, ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { copyText } from '../../lib/browser.ts'
import { usePerson } from '../../lib/person.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem, Skeleton } from '../../ui/states.tsx'
import { toasts } from '../../ui/toast.tsx'
import { digitsCurrency, readAmount } from '../amounts.ts'
import { type Ad, adQuery, forgetSell, itemQuery, writeAd } from '../queries.ts'
import { SellPage } from '../sell-page.tsx'
import { zipAddress } from '../snap/queries.ts'
import { AdPosted } from './ad-posted.tsx'
import { SharePhotos } from './share-photos.tsx'

const route = getRouteApi('/sell/$id/ads/$marketplace')
/** As large as marketplaces show them. */
const zipPx = 1600

/** A thing's ad for one marketplace, to be copied field by field into the form that the person has open. */
export function AdPage() {
  const t = useTranslations('sell.ads')
  const { id, marketplace } = route.useParams()
  const { posted = '' } = route.useSearch()
  const ad = useQuery(adQuery(Number(id), marketplace))
  const item = useQuery(itemQuery(Number(id)))
  const error = ad.error ?? item.error
  if (error !== null)
    return (
      <SellPage title={t('one')}>
        <Problem error={error} onRetry={() => void ad.refetch()} />
      </SellPage>
    )
  if (ad.data === undefined || item.data === undefined)
    return (
      <SellPage title={t('one')}>
        <div aria-busy="true">
          <Skeleton className="h-96" />
        </div>
      </SellPage>
    )
  return <ShownAd ad={ad.data} title={item.data.title} posted={posted} />
}

function ShownAd({ ad, title, posted }: { ad: Ad; title: string; posted: string }) {
  const t = useTranslations('sell.ads')
  return (
    <SellPage
      title={t('on', { title, name: ad.name })}
      lead={ad.rules}
      actions={
        <a href={ad.composerUrl} className={buttonClass('main')} target="_blank" rel="noreferrer">
          <ExternalLink aria-hidden size={17} />
          {t('form')}
        </a>
      }
    >
      <p className="mb-4">
        <Link
          to="/sell/$id"
          params={{ id: String(ad.itemId) }}
          className="inline-flex min-h-6 items-center underline"
        >
          {t('back', { title })}
        </Link>
      </p>
      <Findings findings={ad.findings} />
      <Fields ad={ad} />
      <AdPosted ad={ad} address={posted} />
    </SellPage>
  )
}

const looks = {
  error: 'border-danger bg-danger-soft',
  warning: 'border-line bg-sunk',
  hint: 'border-line bg-card',
} as const

function Findings({ findings }: Pick<Ad, 'findings'>) {
  const t = useTranslations('sell.ads')
  if (findings.length === 0) return <p className="mb-5 font-semibold">{t('fine')}</p>
  return (
    <ul className="mb-5 space-y-2" aria-label={t('findings')}>
      {findings.map(({ severity, sentence }) => (
        <li key={sentence} className={`rounded-md border px-3 py-2 text-sm ${looks[severity]}`}>
          <strong>{t(`severities.${severity}`)}</strong> {sentence}
        </li>
      ))}
    </ul>
  )
}

/** In the order of the marketplace's form; title, description and price can be written here. */
function Fields({ ad }: { ad: Ad }) {
  const t = useTranslations('sell.ads')
  const { mayWrite } = usePerson()
  const client = useQueryClient()
  const write = useMutation({
    mutationFn: (own: Parameters<typeof writeAd>[2]) => writeAd(ad.itemId, ad.marketplace, own),
    onSuccess(written) {
      client.setQueryData(adQuery(ad.itemId, ad.marketplace).queryKey, written)
      void forgetSell(client)
    },
  })
  return (
    <Section
      id="fields"
      title={t('fields')}
      aside={
        mayWrite &&
        ad.isYours && (
          <Button
            look="bare"
            disabled={write.isPending}
            onClick={() => write.mutate({ title: null, description: null })}
          >
            {t('rewrite')}
          </Button>
        )
      }
    >
      <ol className="space-y-4">
        {ad.fields.map((field) => (
          // Typed anew from what the server has, once that is another text.
          <li key={`${field.name} ${field.value}`} className="flex items-end gap-2">
            <div className="min-w-0 grow">
              <Field field={field} ad={ad} onWrite={(own) => write.mutate(own)} mayWrite={mayWrite} />
            </div>
            {field.value !== null && <CopyButton label={field.label} text={field.value} />}
          </li>
        ))}
      </ol>
      {write.isError && (
        <div className="mt-4">
          <Problem error={write.error} />
        </div>
      )}
    </Section>
  )
}

interface FieldProps {
  field: Ad['fields'][number]
  ad: Ad
  mayWrite: boolean
  onWrite(own: Parameters<typeof writeAd>[2]): void
}

function Field({ field, ad, mayWrite, onWrite }: FieldProps) {
  const t = useTranslations('sell.ads')
  const { name, label, value, charactersMax } = field
  const [length, setLength] = useState([...(value ?? '')].length)
  if (name === 'price') return <PriceField {...{ field, ad, mayWrite, onWrite }} />
  if (name !== 'title' && name !== 'description')
    return (
      <div>
        <p className="mb-1 text-sm font-semibold">{label}</p>
        <p className="wrap-anywhere">{value ?? t(`none.${name}`, { count: ad.photosMax ?? 0 })}</p>
        {name === 'photos' && ad.photoCount > 0 && (
          <p className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-2">
            <SharePhotos ad={ad} />
            <a
              href={zipAddress(ad.itemId, zipPx)}
              className="inline-flex min-h-6 items-center text-sm underline"
              download
            >
              {t('zip', { count: ad.photoCount })}
            </a>
          </p>
        )}
      </div>
    )
  const shared = {
    label,
    readOnly: !mayWrite,
    defaultValue: value ?? '',
    ...(charactersMax !== null && { hint: t('characters', { length, max: charactersMax }) }),
    ...(charactersMax !== null &&
      length > charactersMax && { problem: t('tooLong', { max: charactersMax }) }),
    onChange: (event: { target: { value: string } }) => setLength([...event.target.value].length),
    onBlur: (event: { target: { value: string } }) => {
      const typed = event.target.value.trim()
      if (typed !== (value ?? '')) onWrite({ [name]: typed === '' ? null : typed })
    },
  }
  return name === 'title' ? (
    <TextField {...shared} maxLength={300} />
  ) : (
    <TextArea {...shared} rows={Math.min(18, (value ?? '').split('\n').length + 2)} maxLength={20_000} />
  )
}

function PriceField({ field, ad, mayWrite, onWrite }: FieldProps) {
  const t = useTranslations('sell')
  const person = usePerson()
  const [isWrong, setWrong] = useState(false)
  const currency = ad.price?.currency ?? person.currency
  return (
    <TextField
      label={`${field.label} (${currency})`}
      inputMode="decimal"
      readOnly={!mayWrite}
      defaultValue={field.value ?? ''}
      {...(isWrong && { problem: t('noAmount') })}
      onBlur={({ target }) => {
        const typed = target.value.trim()
        const cents = typed === '' ? null : readAmount(typed, digitsCurrency(currency, person.currency))
        setWrong(cents === undefined)
        if (cents === undefined || cents === (ad.price?.cents ?? null)) return
        onWrite(cents === null ? { priceCents: null, currency: null } : { priceCents: cents, currency })
      }}
    />
  )
}

function CopyButton({ label, text }: { label: string; text: string }) {
  const t = useTranslations('sell.ads')
  const copy = async () =>
    toasts.add({ title: (await copyText(text)) ? t('copied', { label }) : t('notCopied') })
  return (
    <Button aria-label={t('copyOne', { label })} onClick={() => void copy()}>
      <Copy aria-hidden size={17} />
      <span className="max-sm:sr-only">{t('copy')}</span>
    </Button>
  )
}
