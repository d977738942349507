import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { channelsQuery } from '../../lib/api/channels.ts'
import { Page, Section } from '../../ui/page.tsx'
import { Problem, Skeleton } from '../../ui/states.tsx'
import { Devices } from './devices.tsx'
import { OpenThere } from './open-there.tsx'
import { ThisDevice } from './this-device.tsx'

/** Deal Scout as an app on a phone that is told: what is there, what is missing, and the way to it. */
export function PhonePage() {
  const t = useTranslations('phone')
  const channels = useQuery(channelsQuery)
  const items = channels.data?.items ?? []
  // Where its keys cannot be used, a channel of browsers has no key; it is the one whose forms browsers fill in.
  const targets = items.filter(({ subscribeKey, fields }) => subscribeKey !== null || isOfBrowsers(fields))
  const first = targets.find(({ id, channel }) => id === channel)
  return (
    <Page title={t('title')} lead={t('lead')}>
      {channels.isError && !channels.data && (
        <Problem error={channels.error} onRetry={() => void channels.refetch()} />
      )}
      {channels.isPending && (
        <div aria-busy="true" className="space-y-3">
          <Skeleton className="h-64" />
          <Skeleton className="h-40" />
        </div>
      )}
      {channels.data && (
        <>
          <Section title={t('here')}>
            <ThisDevice targets={targets} keysProblem={first?.unavailable ?? null} />
          </Section>
          <Section title={t('devices')}>
            <Devices targets={targets} />
          </Section>
        </>
      )}
      <Section title={t('open')}>
        <OpenThere />
      </Section>
      <Section title={t('share')}>
        <p className="text-sm">{t('shareLead')}</p>
      </Section>
    </Page>
  )
}

const isOfBrowsers = (fields: readonly { name: string }[]) => fields.some(({ name }) => name === 'p256dh')
