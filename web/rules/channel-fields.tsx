import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormContext } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { channelsQuery } from '../lib/api/channels.ts'
import { CheckField } from '../ui/field.tsx'
import type { RuleForm } from './rule-form.ts'

/** How to be told: the channels that are ready, and those that the rule has already. */
export function ChannelFields({ problem }: { problem: string | undefined }) {
  const t = useTranslations('rule')
  const { register, getValues } = useFormContext<RuleForm>()
  const channels = useQuery(channelsQuery).data?.items ?? []
  const chosen = getValues('channels')
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-semibold">{t('fields.channels')}</legend>
      <div className="flex flex-wrap gap-x-6">
        {channels
          .filter(({ id, ready }) => ready || chosen.includes(id))
          .map(({ id, name }) => (
            <CheckField key={id} label={name} value={id} {...register('channels')} />
          ))}
      </div>
      {problem !== undefined && <p className="text-sm font-medium text-danger">{problem}</p>}
      <Link
        to="/settings/notifications"
        className="inline-flex min-h-8 items-center text-sm underline underline-offset-4"
      >
        {t('moreChannels')}
      </Link>
    </fieldset>
  )
}
