import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { usePerson } from '../../lib/person.tsx'
import { Problem } from '../../ui/states.tsx'
import { Switch } from '../../ui/switch.tsx'
import { agree, aiQuery, forgetDescription } from './queries.ts'

/** Whether photos of a thing may be sent to who describes them; nothing where nobody does. */
export function Agreement() {
  const t = useTranslations('sell.describe')
  const client = useQueryClient()
  const { mayWrite } = usePerson()
  const { data } = useQuery(aiQuery)
  const change = useMutation({
    mutationFn: (isAgreed: boolean) => agree(isAgreed ? (data?.recipient ?? null) : null),
    onSettled: () => forgetDescription(client),
  })
  if (data?.recipient == null || data.caps === null) return null
  return (
    <section className="mt-8 max-w-xl space-y-2" aria-label={t('title')}>
      <h2 className="text-lg font-semibold">{t('title')}</h2>
      <p className="text-sm text-muted">{t('sent', { recipient: data.recipient })}</p>
      <p className="text-sm text-muted">
        {data.isPriced
          ? t('caps', {
              ...{ day: data.spent.day.cents ?? 0, dayMax: data.caps.personDayCents },
              ...{ month: data.spent.month.cents ?? 0, monthMax: data.caps.personMonthCents },
            })
          : t('tokenCaps', { day: data.spent.day.tokens, dayMax: data.caps.personDayTokens })}
      </p>
      {mayWrite && (
        <p className="flex items-center gap-3">
          <Switch
            name={t('agree', { recipient: data.recipient })}
            checked={data.isAgreed}
            onChange={(isAgreed) => change.mutate(isAgreed)}
          />
          <span aria-hidden>{t('agree', { recipient: data.recipient })}</span>
        </p>
      )}
      {change.isError && <Problem error={change.error} />}
    </section>
  )
}
