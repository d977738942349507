import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useMarketplaceName } from '../../listings/marketplace-name.ts'
import { isDemoQuery, valueQuery } from '../../listings/queries.ts'
import { AnswerSection } from '../../listings/value/answer-section.tsx'
import { BuySection } from '../../listings/value/buy-section.tsx'
import type { ValueSearch } from '../../listings/value/question.ts'
import { struckOutOf, toggled } from '../../listings/value/struck-out.ts'
import { SaleSection } from '../../selling/sale-section.tsx'
import { Problem, Skeleton } from '../../ui/states.tsx'
import { Market } from './market.tsx'

const route = getRouteApi('/value')
const inPlace = { state: true, replace: true, resetScroll: false } as const

/** The answer to a title, and what follows from it. */
export function Answered({ search, title }: { search: ValueSearch; title: string }) {
  const t = useTranslations('value')
  const navigate = route.useNavigate()
  const nameOf = useMarketplaceName()
  const demo = useQuery(isDemoQuery)
  const { category, condition, price, marketplace } = search
  const asked = {
    ...{ title, demo: String(demo.data ?? false) },
    ...(category && { category }),
    ...(condition && { condition }),
    ...(price && { price }),
    ...(marketplace && { marketplace }),
  }
  const struckOut = struckOutOf(search)
  const isReady = demo.data !== undefined
  const whole = useQuery({ ...valueQuery(asked, []), enabled: isReady })
  const left = useQuery({
    ...valueQuery(asked, struckOut),
    enabled: isReady,
    // Of another question nothing stands for this one.
    placeholderData: (before, query) =>
      JSON.stringify(query?.queryKey[1]) === JSON.stringify(asked) ? keepPreviousData(before) : undefined,
  })
  const error = demo.error ?? whole.error ?? left.error
  if (error !== null)
    return (
      <Problem
        error={error}
        onRetry={() => void Promise.all([demo, whole, left].map((query) => query.isError && query.refetch()))}
      />
    )
  if (!whole.data || !left.data)
    return (
      <div aria-busy="true">
        <span role="status" className="sr-only">
          {t('loading')}
        </span>
        <Skeleton className="h-160" />
      </div>
    )
  const { value, understood, price: given } = left.data
  return (
    <>
      <AnswerSection
        {...{ search, struckOut }}
        whole={whole.data}
        left={left.data}
        isDemo={demo.data ?? false}
        onToggle={(id) => void navigate({ search: (now) => ({ ...now, ...toggled(now, id) }), ...inPlace })}
        onCountAll={() => void navigate({ search: (now) => ({ ...now, without: undefined }), ...inPlace })}
      />
      {value && <BuySection title={title} answer={left.data} value={value} />}
      {value && (
        <SaleSection
          ask={{
            ...{ category: understood.category, midCents: value.midCents, currency: value.currency },
            basis: value.basis,
          }}
          costCents={given && given.currency === value.currency ? given.priceCents : null}
          nameOf={nameOf}
        />
      )}
      <Market search={search} named={understood} />
    </>
  )
}
