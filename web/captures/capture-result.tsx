import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Money } from '../lib/figures/figures.tsx'
import type { Capture } from './queries.ts'

const linkLook = 'font-semibold underline underline-offset-4'

/** What a page was read as: how many listings, which rules they match, what they are worth. */
export function CaptureResult({ capture }: { capture: Capture }) {
  const t = useTranslations('captures.result')
  const { outcome, counts, rules, below, listings, leftOut, sites, isMatched } = capture
  if (outcome !== 'ok')
    return (
      <section role="status" className="rounded-md border border-line bg-card p-5">
        <h2 className="text-lg font-bold">{t('notRead')}</h2>
        <p className="mt-1">{t(`why.${reasonOf(outcome)}`, { name: capture.marketplace?.name ?? '' })}</p>
        {sites.length > 0 && (
          <p className="mt-1 text-muted">{t('sites', { names: sites.map(({ name }) => name).join(', ') })}</p>
        )}
      </section>
    )
  return (
    <section aria-labelledby="captured">
      <div role="status">
        <h2 id="captured" className="text-lg font-bold">
          {t('read', { count: counts.read })}
        </h2>
        <p className="mt-1 text-muted">{t('counts', counts)}</p>
      </div>
      <ul className="mt-3 space-y-1">
        {rules.map(({ id, name, listings: count }) => (
          <li key={id}>
            <Link to="/rules/$id/matches" params={{ id: String(id) }} className={linkLook}>
              {t('match', { count, name })}
            </Link>
          </li>
        ))}
        {below.best !== null && (
          <li>
            <Link to="/listings/$id" params={{ id: String(below.best.id) }} className={linkLook}>
              {t('below', { count: below.listings, percent: below.best.pct })}
            </Link>
          </li>
        )}
        {!isMatched && <li className="text-muted">{t('stillMatching')}</li>}
      </ul>
      <ul className="mt-5 divide-y divide-line">
        {listings.map((one) => (
          <CapturedRow key={one.id} of={one} />
        ))}
      </ul>
      {leftOut.length > 0 && (
        <details className="mt-5">
          <summary className="cursor-pointer font-semibold">
            {t('leftOut', { count: counts.leftOut })}
          </summary>
          <ul className="mt-2 space-y-1 text-sm text-muted">
            {leftOut.map(({ row, reason }) => (
              <li key={row}>{t('row', { row, reason })}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function CapturedRow({ of }: { of: Capture['listings'][number] }) {
  const t = useTranslations('captures.result')
  const { id, title, state, priceCents, currency, value, belowValuePct, isNew, rules } = of
  return (
    <li className="py-3">
      <Link to="/listings/$id" params={{ id: String(id) }} className={linkLook}>
        {title}
      </Link>
      {isNew && <span className="ms-2 text-xs font-semibold text-muted">{t('new')}</span>}
      <p className="flex flex-wrap gap-x-3 text-sm">
        <Money cents={priceCents} currency={currency} />
        {state !== 'active' && <span className="font-semibold">{t(`states.${state}`)}</span>}
        {value === null ? (
          <span className="text-muted">{t('noValue')}</span>
        ) : (
          <span className="text-muted">
            {t.rich('worth', {
              low: () => <Money whole cents={value.lowCents} currency={value.currency} />,
              high: () => <Money whole cents={value.highCents} currency={value.currency} />,
            })}
          </span>
        )}
        {belowValuePct !== null && belowValuePct > 0 && (
          <span className="figure font-semibold text-under">{t('pct', { percent: belowValuePct })}</span>
        )}
        {rules.map((rule) => (
          <span key={rule.id} className="font-semibold">
            {t('matches', { name: rule.name })}
          </span>
        ))}
      </p>
    </li>
  )
}

/** What a person can do about it falls into these. */
function reasonOf(outcome: Exclude<Capture['outcome'], 'ok'>) {
  switch (outcome) {
    case 'empty':
      return 'empty'
    case 'no-address':
      return 'noAddress'
    case 'unknown-site':
      return 'unknownSite'
    case 'blocked':
    case 'captcha':
    case 'auth-expired':
      return 'refused'
    default:
      return 'unread'
  }
}
