import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { moneyText, toMajor } from '../../lib/money.ts'
import { usePerson } from '../../lib/person.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem, Skeleton } from '../../ui/states.tsx'
import { DealTiles } from '../cards/deal-tiles.tsx'
import { askOf } from '../filters/filters.ts'
import { fewDealsQuery, type ValueAnswer, type Worth } from '../queries.ts'
import { dealsBelow, kindWords } from './question.ts'

const shownMax = 6

/** What of the kind is for sale below what it is worth, and the way to all of it. */
export function BuySection({ title, answer, value }: { title: string; answer: ValueAnswer; value: Worth }) {
  const t = useTranslations('value')
  const person = usePerson()
  const { category, categoryFrom } = answer.understood
  const below = (words: string) =>
    dealsBelow(words, {
      category: categoryFrom === 'unknown' ? null : category,
      midMajor: toMajor(value.midCents, value.currency),
      isOwnCurrency: value.currency === person.currency,
    })
  const short = kindWords(title, answer.understood)
  const exact = useQuery(fewDealsQuery(askOf(below(title), person), shownMax))
  const isWide = exact.data?.items.length === 0 && short.toLowerCase() !== title.trim().toLowerCase()
  const wide = useQuery({ ...fewDealsQuery(askOf(below(short), person), shownMax), enabled: isWide })
  const { data, error, refetch } = isWide ? wide : exact
  const search = below(isWide ? short : title)
  const mid = moneyText(value.midCents, value.currency, { whole: true })
  return (
    <Section id="buy" title={t('buy', { mid })}>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && (
        <div aria-busy="true">
          <Skeleton className="h-60" />
        </div>
      )}
      {data?.items.length === 0 && <p>{t('nothingBelow', { words: search.q ?? '' })}</p>}
      {data && data.items.length > 0 && (
        <>
          {isWide && <p className="mb-3 text-sm text-muted">{t('wider', { title, words: short })}</p>}
          <DealTiles deals={data.items} />
        </>
      )}
      {data && (
        <p className="mt-4">
          <Link to="/deals" search={search} className={buttonClass()}>
            {t('allBelow')}
            <ArrowRight aria-hidden size={16} />
          </Link>
        </p>
      )}
    </Section>
  )
}
