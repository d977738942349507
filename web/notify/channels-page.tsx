import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { type Channel, channelsQuery } from '../lib/api/channels.ts'
import { Page, Section } from '../ui/page.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { ChannelCard } from './channel-card.tsx'
import { PreferencesForm } from './preferences-form.tsx'
import { preferencesQuery } from './queries.ts'

/** When and by what a person is told. */
export function ChannelsPage() {
  const t = useTranslations('channels')
  const preferences = useQuery(preferencesQuery)
  const channels = useQuery(channelsQuery)
  const failed = [preferences, channels].find(({ isError, data }) => isError && !data)
  const retry = () => void Promise.all([preferences.refetch(), channels.refetch()])
  const items = channels.data?.items ?? []
  const isReady = (one: Channel) => items.some(({ channel, ready }) => ready && channel === one.channel)
  const shown = items.toSorted((a, b) => Number(isReady(b)) - Number(isReady(a)))
  return (
    <Page title={t('title')} lead={preferences.data && t('lead', { zone: preferences.data.timeZone })}>
      {failed && <Problem error={failed.error} onRetry={retry} />}
      {(preferences.isPending || channels.isPending) && (
        <div aria-busy="true" className="space-y-3">
          <Skeleton className="h-48" />
          <Skeleton className="h-96" />
        </div>
      )}
      {preferences.data && channels.data && (
        <>
          <Section title={t('when')}>
            <PreferencesForm preferences={preferences.data} />
          </Section>
          <Section title={t('ways')}>
            <ul className="space-y-2">
              {shown.map((channel) => (
                <li key={channel.id}>
                  <ChannelCard channel={channel} />
                </li>
              ))}
            </ul>
          </Section>
        </>
      )}
    </Page>
  )
}
