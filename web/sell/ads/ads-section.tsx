import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { buttonClass } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/states.tsx'
import { apiPlacesQuery, connectedQuery } from '../api/queries.ts'
import { type Item, placesQuery } from '../queries.ts'

/** Where an account is connected that lets the program post: one way for each site. */
function ByApi({ item }: { item: Item }) {
  const t = useTranslations('sell.api')
  const places = useQuery(apiPlacesQuery).data?.items ?? []
  const connected = useQuery(connectedQuery).data
  if (connected === undefined) return null
  return places.map(({ id, name, sites }) =>
    connected.includes(id) ? (
      <details key={id} className="mt-3">
        <summary className="min-h-6 cursor-pointer text-sm underline">{t('open', { name })}</summary>
        <ul className="mt-2 flex flex-wrap gap-2">
          {sites.map((site) => (
            <li key={site.id}>
              <Link
                to="/sell/$id/api/$marketplace/$site"
                params={{ id: String(item.id), marketplace: id, site: site.id }}
                className={buttonClass()}
              >
                {site.name}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    ) : (
      <p key={id} className="mt-3">
        <Link to="/sources" className="inline-flex min-h-6 items-center text-sm underline">
          {t('connect', { name })}
        </Link>
      </p>
    ),
  )
}

/** The ways to the ads of a thing, those where it does not stand yet first. */
export function AdsSection({ item }: { item: Item }) {
  const t = useTranslations('sell.ads')
  const { data, error, refetch } = useQuery(placesQuery)
  const stands = new Set(
    item.posts.flatMap(({ marketplace, state }) => (state === 'ended' ? [] : [marketplace])),
  )
  const places = (data?.items ?? []).toSorted((a, b) => Number(stands.has(a.id)) - Number(stands.has(b.id)))
  return (
    <Section
      id="ads"
      title={t('title')}
      aside={
        <Link to="/sell/style" className="inline-flex min-h-6 items-center text-sm underline">
          {t('style')}
        </Link>
      }
    >
      <p className="mb-3 text-sm text-muted">{t('lead')}</p>
      {error !== null && <Problem error={error} onRetry={() => void refetch()} />}
      <ul className="flex flex-wrap gap-2">
        {places.map(({ id, name }) => (
          <li key={id}>
            <Link
              to="/sell/$id/ads/$marketplace"
              params={{ id: String(item.id), marketplace: id }}
              className={buttonClass()}
            >
              {stands.has(id) ? t('stands', { name }) : name}
            </Link>
          </li>
        ))}
      </ul>
      <ByApi item={item} />
    </Section>
  )
}
