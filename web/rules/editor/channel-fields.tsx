import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormContext } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { channelNames, channelsQuery } from '../../lib/api/channels.ts'
import { CheckField } from '../../ui/field.tsx'
import type { RuleForm } from '../rule-form.ts'

/** How to be told: the channels that are ready, and those that the rule has already. */
export function ChannelFields({ problem }: { problem: string | undefined }) {
  const t = useTranslations('rule')
  return (
    <div>
      <ChannelChoice name="channels" problem={problem} />
      <Link
        to="/settings/notifications"
        className="inline-flex min-h-8 items-center text-sm underline underline-offset-4"
      >
        {t('moreChannels')}
      </Link>
    </div>
  )
}

/** `fallbackChannels`: tried in this order where one of the others fails. */
export function ChannelChoice({
  name,
  problem,
}: {
  name: 'channels' | 'fallbackChannels'
  problem: string | undefined
}) {
  const t = useTranslations('rule')
  const { register, getValues } = useFormContext<RuleForm>()
  const channels = useQuery(channelsQuery).data?.items ?? []
  const chosen = getValues(name)
  // A channel is when one of its targets is.
  const isReady = (named: string) =>
    channels.some(
      ({ id, channel, ready }) => ready && (named === channel || named === id || named === `${id}:1`),
    )
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-semibold">{t(`fields.${name}`)}</legend>
      <div className="flex flex-wrap gap-x-6">
        {channelNames(channels, (channel) => t('allTargets', { channel }))
          .filter(({ value }) => isReady(value) || chosen.includes(value))
          .map(({ value, text }) => (
            <CheckField key={value} label={text} value={value} {...register(name)} />
          ))}
      </div>
      {problem !== undefined && <p className="text-sm font-medium text-danger">{problem}</p>}
    </fieldset>
  )
}
