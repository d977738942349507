import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { moneyText, toMajor } from '../lib/money.ts'
import { Button } from '../ui/button.tsx'
import { StripChart } from '../ui/charts/strip.tsx'
import { Section } from '../ui/page.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { CompTable } from './comp-table.tsx'
import { type Listing, type ListingValue, listingValueQuery } from './queries.ts'
import { struckOutOf, toggled } from './struck-out.ts'

const route = getRouteApi('/board/listings/$id')

/** What it is worth, by which others; whoever doubts one of them strikes it out and sees the value move. */
export function ValueSection({ listing: { id, priceCents, currency } }: { listing: Listing }) {
  const t = useTranslations('listing')
  const struckOut = struckOutOf(route.useSearch())
  const navigate = route.useNavigate()
  const whole = useQuery(listingValueQuery(id, []))
  const left = useQuery({ ...listingValueQuery(id, struckOut), placeholderData: keepPreviousData })
  if (whole.isError || left.isError)
    return (
      <Section id="value" title={t('sections.value')}>
        <Problem
          error={whole.error ?? left.error}
          onRetry={() => void Promise.all([whole.refetch(), left.refetch()])}
        />
      </Section>
    )
  if (!whole.data || !left.data)
    return (
      <Section id="value" title={t('sections.value')}>
        <div aria-busy="true">
          <Skeleton className="h-96" />
        </div>
      </Section>
    )
  const { value, reason, comps } = left.data
  const sure = value?.confidence
  const isOff = (listingId: number) => struckOut.includes(listingId)
  const onToggle = (listingId: number) =>
    void navigate({ search: (search) => ({ ...search, ...toggled(search, listingId) }), ...inPlace })
  return (
    <Section
      id="value"
      title={t('sections.value')}
      aside={
        sure !== undefined && (
          <p className="figure text-sm text-muted">{t('sure', { percent: Math.round(sure * 100) })}</p>
        )
      }
    >
      {value ? (
        <Spread of={left.data} value={value} at={currency === value.currency ? priceCents : null} />
      ) : (
        <p>{reason}</p>
      )}
      {struckOut.length > 0 && (
        <div className="mt-3 flex flex-wrap items-center gap-3 rounded-md bg-sunk px-3 py-2">
          <p role="status" className="grow text-sm font-semibold">
            {wordsOfMove(t, whole.data, left.data, struckOut.length)}
          </p>
          <Button
            onClick={() =>
              void navigate({ search: (search) => ({ ...search, without: undefined }), ...inPlace })
            }
          >
            {t('countAll')}
          </Button>
        </div>
      )}
      <CompTable comps={allOf(whole.data, left.data)} counted={comps} isOff={isOff} onToggle={onToggle} />
    </Section>
  )
}

const inPlace = { state: true, replace: true, resetScroll: false } as const

/** What counts now and what was struck out, by what each weighed before. */
function allOf(whole: ListingValue, left: ListingValue): ListingValue['comps'] {
  const known = new Set(whole.comps.map(({ listingId }) => listingId))
  // In place of what was struck out others may come in.
  return [...whole.comps, ...left.comps.filter(({ listingId }) => !known.has(listingId))]
}

function wordsOfMove(
  t: ReturnType<typeof useTranslations<'listing'>>,
  { value: before }: ListingValue,
  { value: after }: ListingValue,
  count: number,
): string {
  if (before === null) return t('without', { count })
  const mid = moneyText(before.midCents, before.currency, { whole: true })
  if (after === null) return t('withoutNone', { count, before: mid })
  const percent = Math.round((after.midCents / before.midCents - 1) * 100)
  const words = { count, before: mid, after: moneyText(after.midCents, after.currency, { whole: true }) }
  if (percent === 0) return t('withoutSame', words)
  return t(percent < 0 ? 'withoutLess' : 'withoutMore', { ...words, percent: Math.abs(percent) })
}

function Spread({
  of: { comps },
  value,
  at,
}: {
  of: ListingValue
  value: NonNullable<ListingValue['value']>
  at: number | null
}) {
  const t = useTranslations('listing')
  const shown = (cents: number) => moneyText(cents, value.currency, { whole: true })
  return (
    <StripChart
      values={comps.map(({ listingId, adjustedCents, weightShare }) => ({
        ...{ key: listingId, value: adjustedCents, share: weightShare },
      }))}
      band={{ low: value.lowCents, mid: value.midCents, high: value.highCents }}
      at={at}
      caption={t(`bases.${value.basis}`, {
        ...{ count: value.count, low: shown(value.lowCents), mid: shown(value.midCents) },
        high: shown(value.highCents),
      })}
      shown={(cents) =>
        moneyText(Math.round(cents), value.currency, { whole: toMajor(cents, value.currency) >= 5 })
      }
    />
  )
}
