import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { SearchX, Sprout } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { usePerson } from '../../lib/person.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { Empty } from '../../ui/states.tsx'
import { useChipText } from '../filters/chip-text.ts'
import { type DealSearch, type FilterOn, filterOf, filtersOn, usual, without } from '../filters/filters.ts'
import { facetsQuery } from '../queries.ts'
import { useBlindNames } from './bars.tsx'

/** Which filter to take away, and what that brings; or what happens until there is something. */
export function Nothing({ search }: { search: DealSearch }) {
  const t = useTranslations('deals')
  const on = filtersOn(search)
  const isUsual = on.every(({ key, value }) => key === 'score' && value === usual.score)
  const blind = useBlindNames()
  return (
    <Empty
      icon={isUsual ? <Sprout size={26} /> : <SearchX size={26} />}
      title={t(isUsual ? 'nothingYet' : 'nothingMatches')}
    >
      <p className="text-muted">{t(isUsual ? 'nothingYetHow' : 'nothingMatchesHow')}</p>
      {blind.length > 0 && <p className="font-semibold">{t('bars.without', { names: blind.join(', ') })}</p>}
      {isUsual && (
        <Link to="/welcome" className={buttonClass('main')}>
          {t('say')}
        </Link>
      )}
      <WaysOut search={search} on={on} />
    </Empty>
  )
}

/** Each filter that is on, with what is found without it; the one that costs most first. */
function WaysOut({ search, on }: { search: DealSearch; on: readonly FilterOn[] }) {
  const t = useTranslations('deals')
  const chipText = useChipText()
  const person = usePerson()
  const counts = useQueries({
    queries: on.map(({ key }) => facetsQuery(filterOf(without(search, key), person))),
  }).map(({ data }) => data?.total)
  const ways = on
    .map((filter, index) => ({ filter, total: counts[index] }))
    .toSorted((a, b) => (b.total?.count ?? 0) - (a.total?.count ?? 0))
  return (
    <ul className="flex flex-wrap justify-center gap-2">
      {ways.map(({ filter, total }) => (
        <li key={filter.key}>
          <Link
            to="/deals"
            search={without(search, filter.key)}
            className={`${buttonClass()} whitespace-normal!`}
          >
            {t('without', { filter: chipText(filter) })}
            {total !== undefined && (
              <span
                className={`figure rounded-full px-1.5 text-xs ${total.count > 0 ? 'bg-ink text-card' : 'bg-sunk text-muted'}`}
              >
                {t('brings', { count: total.count, least: total.isCapped ? '+' : '' })}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  )
}
