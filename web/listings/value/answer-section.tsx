import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Age, DemoMark } from '../../lib/figures/figures.tsx'
import { moneyText } from '../../lib/money.ts'
import { buttonClass } from '../../ui/button.tsx'
import { RangeBar } from '../../ui/charts/range-bar.tsx'
import { Section } from '../../ui/page.tsx'
import type { ValueAnswer, Worth } from '../queries.ts'
import { type ValueSearch, withDetail } from './question.ts'
import { ValueEvidence } from './value-evidence.tsx'

/** What a thing is worth, how sure that is and by what; or why nobody can say, and what would help. */
export function AnswerSection({
  search,
  whole,
  left,
  struckOut,
  isDemo,
  onToggle,
  onCountAll,
}: {
  search: ValueSearch
  whole: ValueAnswer
  left: ValueAnswer
  struckOut: readonly number[]
  isDemo: boolean
  onToggle(listingId: number): void
  onCountAll(): void
}) {
  const t = useTranslations('value')
  const { value, reason, understood, price, saleRatio, notes, openDetails } = left
  return (
    <Section
      id="value"
      title={t('worth')}
      aside={value && <p className="text-sm font-semibold">{t(`sureness.${value.sureness}`)}</p>}
    >
      <div role="status">
        {value ? <Headline value={value} isDemo={isDemo} /> : <p className="font-semibold">{reason}</p>}
        {price && <p className="mt-2">{price.sentence}.</p>}
      </div>
      {value && price && price.currency === value.currency && (
        <RangeBar tall range={rangeOf(value, price.priceCents)} label={`${price.sentence}.`} />
      )}
      <p className="mt-2 text-sm text-muted">{t('understood', { sentence: understood.sentence })}</p>
      {saleRatio && <p className="text-sm text-muted">{saleRatio.sentence}</p>}
      {notes.length > 0 && (
        <ul className="mt-2 list-disc space-y-1 ps-5 text-sm">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {value === null && <WaysOn />}
      <div className="mt-4">
        <ValueEvidence
          {...{ whole, left, struckOut, onToggle, onCountAll }}
          at={price && price.currency === value?.currency ? price.priceCents : null}
        >
          <Details search={search} details={openDetails} />
        </ValueEvidence>
      </div>
    </Section>
  )
}

function Headline({ value, isDemo }: { value: Worth; isDemo: boolean }) {
  const t = useTranslations('value')
  const shown = (cents: number) => moneyText(cents, value.currency, { whole: true })
  const words = { low: shown(value.lowCents), high: shown(value.highCents), count: value.count }
  const isOneAge = value.oldestAt.slice(0, 10) === value.newestAt.slice(0, 10)
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="figure text-4xl font-extrabold tracking-tight">{shown(value.midCents)}</span>
        <span>{t(value.basis === 'sold' ? 'rangeSold' : 'range', words)}</span>
        <DemoMark demo={isDemo} />
      </p>
      <p className="mt-1 text-sm text-muted">
        {t.rich(isOneAge ? `by.${value.method}One` : `by.${value.method}`, {
          ...{ count: value.count, basis: t(`bases.${value.basis}`) },
          newest: () => <Age at={value.newestAt} />,
          oldest: () => <Age at={value.oldestAt} />,
        })}
      </p>
    </>
  )
}

const rangeOf = ({ lowCents, midCents, highCents }: Worth, at: number) => ({
  ...{ low: lowCents, mid: midCents, high: highCents, at },
})

/** What was not told: each value is one press. */
function Details({ search, details }: { search: ValueSearch; details: ValueAnswer['openDetails'] }) {
  const t = useTranslations('value')
  const nameOf = useTranslations('deals.conditions')
  if (details.length === 0) return null
  return (
    <div className="mt-4">
      <h3 className="font-bold">{t('surer')}</h3>
      <dl className="mt-2 space-y-2">
        {details.map(({ detail, options }) => (
          <div key={detail} className="flex flex-wrap items-center gap-2">
            <dt className="w-full shrink-0 text-sm font-semibold sm:w-24">{t(`details.${detail}`)}</dt>
            {options.map(({ value, count }) => (
              <dd key={value}>
                <Link
                  to="/value"
                  search={withDetail(search, detail, value)}
                  resetScroll={false}
                  className={`${buttonClass()} min-h-8!`}
                >
                  {detail === 'condition' ? nameOf(value as 'good') : value}
                  <span className="figure text-xs font-normal text-muted">{t('ofComps', { count })}</span>
                </Link>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </div>
  )
}

/** Where nobody can say what it is worth. */
function WaysOn() {
  const t = useTranslations('value')
  return (
    <p className="mt-3 flex flex-wrap gap-2">
      <Link to="/rules/new" className={buttonClass()}>
        {t('watchFor')}
      </Link>
      <Link to="/welcome" search={{ step: 'sources' }} className={buttonClass()}>
        {t('connect')}
      </Link>
    </p>
  )
}
