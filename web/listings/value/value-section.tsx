import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Section } from '../../ui/page.tsx'
import { Problem, Skeleton } from '../../ui/states.tsx'
import { type Listing, listingValueQuery } from '../queries.ts'
import { struckOutOf, toggled } from './struck-out.ts'
import { ValueEvidence } from './value-evidence.tsx'

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
  const { value, reason } = left.data
  const sure = value?.confidence
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
      {value === null && <p>{reason}</p>}
      <ValueEvidence
        whole={whole.data}
        left={left.data}
        struckOut={struckOut}
        at={currency === value?.currency ? priceCents : null}
        onToggle={(listingId) =>
          void navigate({ search: (search) => ({ ...search, ...toggled(search, listingId) }), ...inPlace })
        }
        onCountAll={() =>
          void navigate({ search: (search) => ({ ...search, without: undefined }), ...inPlace })
        }
      />
    </Section>
  )
}

const inPlace = { state: true, replace: true, resetScroll: false } as const
