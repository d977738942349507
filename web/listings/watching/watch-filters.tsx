import { Link, useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { Watch } from './queries.ts'
import { counts, readWatchSearch, type WatchSearch, watchSorts } from './watching.ts'

/** On a phone in one line, which is drawn aside. */
const row = 'flex gap-1.5 max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4 sm:flex-wrap'

/** In which state and under which tags what is watched is shown, and in which order; all of it stands in the address. */
export function WatchFilters({ search, watches }: { search: WatchSearch; watches: readonly Watch[] }) {
  const t = useTranslations('watching')
  const navigate = useNavigate()
  const { state, tag, sort } = search
  const { all, states, tags } = counts(watches, search)
  const goTo = (to: WatchSearch) =>
    ({ to: '/watching', search: readWatchSearch({ ...to }), replace: true }) as const
  return (
    <div className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
      <div className="min-w-0 grow basis-60 space-y-2">
        <ul aria-label={t('byState')} className={row}>
          <Chip link={goTo({ ...search, state: undefined })} isOn={state === undefined} count={all}>
            {t('all')}
          </Chip>
          {states.map(({ value, count }) => (
            <Chip
              key={value}
              link={goTo({ ...search, state: value === state ? undefined : value })}
              isOn={value === state}
              count={count}
            >
              {t(`states.${value}`)}
            </Chip>
          ))}
        </ul>
        {tags.length > 0 && (
          <ul aria-label={t('byTag')} className={row}>
            {tags.map(({ value, count }) => (
              <Chip
                key={value}
                link={goTo({ ...search, tag: value === tag ? undefined : value })}
                isOn={value === tag}
                count={count}
              >
                <span className="max-w-40 truncate">#{value}</span>
              </Chip>
            ))}
          </ul>
        )}
      </div>
      <select
        aria-label={t('sort')}
        value={sort ?? 'lately'}
        onChange={({ target }) =>
          void navigate(goTo({ ...search, sort: target.value as NonNullable<WatchSearch['sort']> }))
        }
        className="h-9 rounded-md border border-line bg-card px-2 text-sm font-medium"
      >
        {watchSorts.map((one) => (
          <option key={one} value={one}>
            {t(`sorts.${one}`)}
          </option>
        ))}
      </select>
    </div>
  )
}

function Chip({
  link,
  isOn,
  count,
  children,
}: {
  link: { to: '/watching'; search: WatchSearch; replace: true }
  isOn: boolean
  count: number
  children: ReactNode
}) {
  return (
    <li>
      <Link
        {...link}
        resetScroll={false}
        aria-current={isOn ? 'true' : undefined}
        activeProps={{}}
        className={`flex h-8 items-center gap-1.5 rounded-full border px-3 text-sm font-medium whitespace-nowrap ${isOn ? 'border-ink bg-ink text-card' : 'border-line bg-card text-ink hover:border-ink'}`}
      >
        {children}
        <span className={`figure text-xs ${isOn ? 'text-card' : 'text-muted'}`}>{count}</span>
      </Link>
    </li>
  )
}
