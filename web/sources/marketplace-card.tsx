import { Ban, Clock, ExternalLink, ListFilter, ShieldCheck } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Age } from '../lib/figures/figures.tsx'
import { webAddress } from '../lib/link.ts'
import { usePerson } from '../lib/person.tsx'
import { Button } from '../ui/button.tsx'
import { AccountPart } from './account-part.tsx'
import { ConnectForm } from './connect-form.tsx'
import type { Marketplace, Source } from './queries.ts'
import { SourceRow } from './source-row.tsx'
import { TermsPart } from './terms-part.tsx'

const sign = { 'aria-hidden': true, size: 17, className: 'mt-0.5 shrink-0 text-muted' } as const

/** A marketplace: what is connected there and how it is, the way in, what it can filter and forbids, its terms. */
export function MarketplaceCard({
  marketplace,
  sources,
  isFull = false,
}: {
  marketplace: Marketplace
  sources: readonly Source[]
  /** With what its sources do, the account there, and all that it can filter; else what there is to know before connecting. */
  isFull?: boolean
}) {
  const t = useTranslations('sources')
  const { id, name, terms, others, capabilities } = marketplace
  return (
    <article aria-labelledby={`marketplace-${id}`} className="rounded-md border border-line bg-card p-4">
      <h2 id={`marketplace-${id}`} className="text-lg font-bold">
        {name}
      </h2>
      {isFull && sources.length > 0 && (
        <ul className="mt-3 divide-y divide-line border-y border-line">
          {sources.map((source) => (
            <li key={source.id} className="py-3">
              <SourceRow source={source} />
            </li>
          ))}
        </ul>
      )}
      {others.sources > 0 && (
        <p className="mt-2 text-sm">
          {t('others', { count: others.sources })}{' '}
          {others.blind > 0 ? (
            <strong className="text-danger">{t('othersBlind', { count: others.blind })}</strong>
          ) : (
            others.lastOkAt !== null && t.rich('othersSeen', { age: () => <Age at={others.lastOkAt!} /> })
          )}
        </p>
      )}
      <WaysAndLimits marketplace={marketplace} isFull={isFull} />
      <TermsSummary name={name} terms={terms} />
      {isFull && marketplace.alertSteps.length > 0 && <AlertSteps steps={marketplace.alertSteps} />}
      {terms.acceptOption !== undefined && <TermsPart marketplace={marketplace} />}
      {!isFull && sources.length > 0 && (
        <ul className="mt-3 space-y-1 border-t border-line pt-3 text-sm">
          {sources.map((source) => (
            <li key={source.id}>
              <strong>{source.name}</strong> {source.stateReason ?? t(`states.${source.state}`)}
            </li>
          ))}
        </ul>
      )}
      <ConnectPart marketplace={marketplace} isFirst={sources.length === 0} />
      {isFull && capabilities.includes('accounts') && <AccountPart marketplace={id} />}
    </article>
  )
}

function WaysAndLimits({ marketplace, isFull }: { marketplace: Marketplace; isFull: boolean }) {
  const t = useTranslations('sources')
  const { terms, setUpMinutes, intervalMsMin, filters } = marketplace
  const by = (how: 'site' | 'partly' | 'here') =>
    Object.entries(filters).flatMap(([filter, is]) =>
      is === how ? [t(`filters.${filter as keyof typeof filters}`)] : [],
    )
  return (
    <ul className="mt-3 space-y-1.5 text-sm">
      <Fact icon={<ShieldCheck {...sign} />}>{t(`ways.${terms.class}`)}</Fact>
      <Fact icon={<Clock {...sign} />}>
        {t('takes', { minutes: setUpMinutes })}. {t('least', { minutes: intervalMsMin / 60_000 })}
      </Fact>
      {isFull && (
        <Fact icon={<ListFilter {...sign} />}>
          {(['site', 'partly', 'here'] as const).map(
            (how) =>
              by(how).length > 0 && (
                <span key={how} className="block">
                  {t(`filteredBy.${how}`, { filters: by(how).join(', ') })}
                </span>
              ),
          )}
        </Fact>
      )}
      {forbiddenBy(terms).map((what) => (
        <Fact key={what} icon={<Ban {...sign} />}>
          {t(`forbids.${what}`)}
        </Fact>
      ))}
    </ul>
  )
}

/** How a person has the site write to them, which works whether or not it lets itself be asked. */
function AlertSteps({ steps }: { steps: readonly string[] }) {
  const t = useTranslations('sources')
  return (
    <details className="mt-3 text-sm">
      <summary className="min-h-6 cursor-pointer font-semibold">{t('alerts')}</summary>
      <ol className="mt-1 list-decimal space-y-1 ps-5">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  )
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-2">
      {icon}
      <div className="min-w-0">{children}</div>
    </li>
  )
}

function TermsSummary({ name, terms }: Pick<Marketplace, 'name' | 'terms'>) {
  const t = useTranslations('sources')
  const address = webAddress(terms.url)
  return (
    <p className="mt-3 text-sm text-muted">
      {terms.summary}{' '}
      {address !== null && (
        <a
          href={address}
          target="_blank"
          rel="noopener noreferrer"
          className="inline-flex min-h-6 items-center gap-1 font-semibold text-ink underline underline-offset-4"
        >
          {t('terms', { name })}
          <ExternalLink aria-hidden size={14} />
        </a>
      )}
    </p>
  )
}

function ConnectPart({ marketplace, isFirst }: { marketplace: Marketplace; isFirst: boolean }) {
  const t = useTranslations('sources')
  const { mayWrite } = usePerson()
  const [isOpen, setOpen] = useState(false)
  const { name, allowed, unavailable } = marketplace
  if (!allowed || !mayWrite) return null
  return (
    <div className="mt-4 space-y-2">
      {isOpen ? (
        <ConnectForm marketplace={marketplace} onDone={() => setOpen(false)} />
      ) : (
        <>
          {unavailable !== null && isFirst && <p className="text-sm text-caution">{unavailable}</p>}
          {isFirst ? (
            <Button onClick={() => setOpen(true)}>{t('connectOne', { name })}</Button>
          ) : (
            <Button onClick={() => setOpen(true)} aria-label={t('connectAnotherName', { name })}>
              {t('connectAnother')}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

/** What its terms forbid that one might expect of it. */
function forbiddenBy({ class: way, noComps, noPhotos }: Marketplace['terms']) {
  return [
    ...(way === 'unofficial' ? (['programs'] as const) : []),
    ...(noComps ? (['comps'] as const) : []),
    ...(noPhotos ? (['photos'] as const) : []),
  ]
}
