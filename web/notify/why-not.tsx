import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Bell, BellOff, CircleHelp } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTimeZone, useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { type Meant, readMeant } from './meant.ts'
import { meantQuery, whyQuery } from './queries.ts'

/** Why one was not told of a listing: paste its link, its number or words of its title. */
export function WhyNot() {
  const t = useTranslations('inbox.whyNot')
  const [meant, setMeant] = useState<Meant | null>(null)
  const [chosen, choose] = useState<number | null>(null)
  const found = useQuery(meantQuery(meant))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('which'))
    choose(null)
    setMeant(readMeant(typed, location.origin))
  }
  const isUnknown = found.error instanceof ApiProblem && found.error.status === 404
  const listings = found.data ?? []
  const [only] = listings
  const id = chosen ?? (listings.length === 1 ? (only?.id ?? null) : null)
  return (
    <details className="mb-5 rounded-md border border-line bg-card">
      <summary className="flex min-h-11 items-center gap-3 px-4 font-semibold">
        <CircleHelp aria-hidden size={18} className="shrink-0 text-muted" />
        {t('title')}
      </summary>
      <div className="space-y-4 border-t border-line px-4 py-4">
        <form className="flex flex-wrap items-start gap-3" onSubmit={submit}>
          <div className="min-w-0 grow basis-64">
            <TextField
              label={t('which')}
              name="which"
              hint={t('hint')}
              required
              problem={isUnknown ? t(meant?.kind === 'address' ? 'unknownLink' : 'unknown') : undefined}
            />
          </div>
          <Button type="submit" className="mt-6">
            {t('ask')}
          </Button>
        </form>
        {found.isError && !isUnknown && <Problem error={found.error} onRetry={() => void found.refetch()} />}
        {found.data?.length === 0 && <p role="status">{t('nothing')}</p>}
        {listings.length > 1 && (
          <ul className="space-y-1" aria-label={t('several')}>
            {listings.map((listing) => (
              <li key={listing.id}>
                <Button
                  look={listing.id === chosen ? 'main' : 'bare'}
                  aria-pressed={listing.id === chosen}
                  className="max-w-full justify-start whitespace-normal! text-start"
                  onClick={() => choose(listing.id)}
                >
                  {listing.title}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {id !== null && <Answer id={id} />}
      </div>
    </details>
  )
}

function Answer({ id }: { id: number }) {
  const t = useTranslations('inbox.whyNot')
  const why = useQuery(whyQuery(id, useTimeZone() ?? 'UTC'))
  if (why.isPending)
    return (
      <div aria-busy="true">
        <Skeleton className="h-20" />
      </div>
    )
  if (why.isError) return <Problem error={why.error} onRetry={() => void why.refetch()} />
  const { items } = why.data
  return (
    <div className="space-y-3" role="status">
      {items.length === 0 && <p>{t('noRules')}</p>}
      <ul className="space-y-2 text-sm">
        {items.map(({ ruleId, ruleName, headline, match }) => {
          const Icon = match === null ? BellOff : Bell
          return (
            <li key={ruleId} className="flex gap-3">
              <Icon aria-hidden size={17} className="mt-0.5 shrink-0 text-muted" />
              <span>
                <strong>{ruleName}</strong> {headline}
              </span>
            </li>
          )
        })}
      </ul>
      <Link to="/listings/$id" params={{ id: String(id) }} hash="why" className={buttonClass()}>
        {t('steps')}
      </Link>
    </div>
  )
}
