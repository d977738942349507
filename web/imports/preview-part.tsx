import { useTranslations } from 'use-intl'
import { Money } from '../lib/figures/figures.tsx'
import { webAddress } from '../lib/link.ts'
import type { Said } from './import-file.ts'
import type { Field, Preview } from './queries.ts'

const fields = [
  ...['source', 'externalId', 'title', 'url', 'description', 'price', 'priceCents', 'salePrice', 'soldPrice'],
  ...['currency', 'shipping', 'shippingCents', 'category', 'condition', 'brand', 'model', 'location', 'city'],
  ...['region', 'postalCode', 'country', 'lat', 'lon', 'posted', 'snapshot', 'basis', 'status', 'sold'],
  ...['images', 'extra', 'buyingFormat', 'endsAt', 'bidCount', 'repostOf', 'seller'],
] as Field[]
/** Without these no row can be taken in. */
const needed: readonly Field[] = ['title', 'externalId', 'url']

/** What a file would be taken in as: its columns, and its first rows as they would be read. */
export function PreviewPart({
  preview,
  isCut,
  said,
  disabled,
  onChange,
}: {
  preview: Preview
  isCut: boolean
  said: Said
  disabled: boolean
  onChange(more: Partial<Said>): void
}) {
  const t = useTranslations('imports.preview')
  const { kind, read, rejected, columns } = preview
  return (
    <section aria-labelledby="preview-title" className="border-t-2 border-ink pt-5">
      <h2 id="preview-title" className="text-lg font-bold tracking-tight">
        {t(kind === 'page' ? 'page' : 'rows', { read, isCut: String(isCut) })}
      </h2>
      <p className={`mt-1 text-sm ${rejected > 0 ? 'font-medium text-caution' : 'text-muted'}`}>
        {t('rejected', { rejected })}
      </p>
      {columns.length > 0 && <Columns {...{ preview, said, disabled, onChange }} />}
      <ol className="mt-4 divide-y divide-line border-y border-line">
        {preview.rows.map(({ line, listing, problems }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other name, and the list is only ever replaced.
          <li key={`${index} ${line}`} className="flex gap-3 py-2 text-sm">
            <span className="figure w-8 shrink-0 text-end text-xs leading-5 text-muted">{line}</span>
            <div className="min-w-0 grow">
              {listing === null ? (
                problems.map((problem) => (
                  <p key={problem} className="font-medium text-danger">
                    {problem}
                  </p>
                ))
              ) : (
                <Row listing={listing} />
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Row({ listing }: { listing: NonNullable<Preview['rows'][number]['listing']> }) {
  const { title, priceCents, currency, condition, location, source } = listing
  const address = webAddress(listing.url ?? '')
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <p className="min-w-0 font-semibold">
        {address === null ? (
          title
        ) : (
          <a
            href={address}
            target="_blank"
            rel="noopener noreferrer"
            className="inline-block min-h-6 underline underline-offset-4"
          >
            {title}
          </a>
        )}
        <span className="block text-xs font-normal text-muted">
          {[source, condition, location].filter(Boolean).join(' · ')}
        </span>
      </p>
      <Money cents={priceCents} currency={currency} />
    </div>
  )
}

function Columns({
  preview: { columns },
  said,
  disabled,
  onChange,
}: {
  preview: Preview
  said: Said
  disabled: boolean
  onChange(more: Partial<Said>): void
}) {
  const t = useTranslations('imports.columns')
  const unknown = columns.filter(({ field }) => field === null).length
  const isLacking =
    !columns.some(({ field }) => field === 'title') ||
    !columns.some(({ field }) => field !== null && needed.includes(field) && field !== 'title')
  return (
    <details open={isLacking} className="mt-3 rounded-md border border-line bg-card">
      <summary className="min-h-11 px-4 py-2.5 text-sm font-semibold">
        {t('title', { known: columns.length - unknown, unknown })}
      </summary>
      {isLacking && <p className="px-4 pb-2 text-sm font-medium text-caution">{t('lacking')}</p>}
      <ul className="divide-y divide-line border-t border-line">
        {columns.map(({ name, field, example }) => (
          <li
            key={name}
            className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] items-center gap-3 px-4 py-2 text-sm"
          >
            <span className="min-w-0">
              <strong className="block">{name}</strong>
              {example !== null && <span className="line-clamp-1 text-xs text-muted">{example}</span>}
            </span>
            <select
              aria-label={t('means', { name })}
              disabled={disabled}
              value={field ?? ''}
              onChange={({ target }) =>
                onChange({
                  columns: {
                    ...said.columns,
                    [name]: target.value === '' ? null : (target.value as Field),
                  },
                })
              }
              className="h-10 w-full rounded-md border border-line bg-card px-2 text-sm"
            >
              <option value="">{t('nothing')}</option>
              {fields.map((one) => (
                <option key={one} value={one}>
                  {t(`fields.${one}`)}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ul>
    </details>
  )
}
