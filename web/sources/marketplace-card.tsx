import { Ban, Clock, ExternalLink, ShieldCheck } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { webAddress } from '../lib/link.ts'
import { Button } from '../ui/button.tsx'
import { ConnectForm } from './connect-form.tsx'
import type { Marketplace, Source } from './queries.ts'
import { TermsPart } from './terms-part.tsx'

const sign = { 'aria-hidden': true, size: 17, className: 'mt-0.5 shrink-0 text-muted' } as const

/** A marketplace that can be connected: the time it takes, what it forbids, its terms, and what is connected already. */
export function MarketplaceCard({
  marketplace,
  sources,
  mayAccept,
}: {
  marketplace: Marketplace
  sources: readonly Source[]
  mayAccept: boolean
}) {
  const t = useTranslations('sources')
  const [isOpen, setOpen] = useState(false)
  const { name, terms, allowed, setUpMinutes } = marketplace
  const address = webAddress(terms.url)
  return (
    <article className="rounded-md border border-line bg-card p-4">
      <h2 className="font-bold">{name}</h2>
      <ul className="mt-2 space-y-1.5 text-sm">
        <li className="flex gap-2">
          <Clock {...sign} />
          {t('takes', { minutes: setUpMinutes })}
        </li>
        <li className="flex gap-2">
          <ShieldCheck {...sign} />
          {t(`ways.${terms.class}`)}
        </li>
        {forbiddenBy(terms).map((what) => (
          <li key={what} className="flex gap-2">
            <Ban {...sign} />
            {t(`forbids.${what}`)}
          </li>
        ))}
      </ul>
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
      {terms.acceptOption !== undefined && <TermsPart marketplace={marketplace} mayAccept={mayAccept} />}
      {sources.length > 0 && (
        <ul className="mt-3 space-y-1 border-t border-line pt-3 text-sm">
          {sources.map((source) => (
            <li key={source.id}>
              <strong>{source.name}</strong> {source.stateReason ?? t(`states.${source.state}`)}
            </li>
          ))}
        </ul>
      )}
      {allowed && (
        <div className="mt-4">
          {isOpen ? (
            <ConnectForm marketplace={marketplace} onDone={() => setOpen(false)} />
          ) : (
            <Button onClick={() => setOpen(true)}>{t('connectOne', { name })}</Button>
          )}
        </div>
      )}
    </article>
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
