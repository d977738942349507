import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Moment } from '../lib/figures/figures.tsx'
import { webAddress } from '../lib/link.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/confirm.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { beginConsent, type Connection, connectionsQuery, endConsent } from './queries.ts'

/** A person's own account at a marketplace, for which they let the program act. */
export function AccountPart({ marketplace }: { marketplace: string }) {
  const t = useTranslations('sources.account')
  const { data, error, refetch } = useQuery(connectionsQuery)
  const connection = data?.find(({ id }) => id === marketplace)
  if (error !== null && data === undefined) return <Problem error={error} onRetry={() => void refetch()} />
  return (
    <section className="mt-3 border-t border-line pt-3 text-sm" aria-label={t('title')}>
      <h3 className="font-semibold">{t('title')}</h3>
      {data === undefined && (
        <div aria-busy="true" className="mt-2">
          <Skeleton className="h-16" />
        </div>
      )}
      {connection !== undefined && <Account connection={connection} />}
    </section>
  )
}

function Account({ connection }: { connection: Connection }) {
  const t = useTranslations('sources.account')
  const queryClient = useQueryClient()
  const [said, setSaid] = useState<string | null>(null)
  const { id, name, state, account, reason, scopesMissing, connectedAt, environment } = connection
  const begin = useMutation({ mutationFn: () => beginConsent(id), onMutate: () => setSaid(null) })
  const end = useMutation({
    mutationFn: () => endConsent(id),
    async onSuccess({ sentence }) {
      setSaid(sentence)
      begin.reset()
      await queryClient.invalidateQueries({ queryKey: connectionsQuery.queryKey })
    },
  })
  const isThere = state !== 'not-connected'
  const address = begin.data && webAddress(begin.data.url)
  const isUsual = environment === 'production'
  return (
    <div className="mt-1 space-y-2">
      <p>
        {state === 'connected' && connectedAt !== null
          ? t.rich(account === null ? 'connected' : 'connectedAs', {
              account: account ?? '',
              moment: () => <Moment at={connectedAt} />,
            })
          : t(state, { name })}{' '}
        {!isUsual && t('world', { environment })}
      </p>
      {reason !== null && <p className="font-medium text-caution">{reason}</p>}
      {scopesMissing.length > 0 && <p className="text-caution">{t('lacks')}</p>}
      {said !== null && <p role="status">{said}</p>}
      <div className="flex flex-wrap gap-3">
        {(isThere || reason === null) && !address && (
          <Button onClick={() => begin.mutate()} disabled={begin.isPending}>
            {t(isThere ? 'again' : 'connect', { name })}
          </Button>
        )}
        {address && (
          <a href={address} target="_blank" rel="noopener noreferrer" className={buttonClass('main')}>
            {t('agree', { name })}
            <ExternalLink aria-hidden size={15} />
          </a>
        )}
        {isThere && (
          <ConfirmButton
            button={t('disconnect')}
            title={t('disconnectTitle', { name })}
            body={t('disconnectBody')}
            keep={t('keep')}
            busy={end.isPending}
            onConfirm={() => end.mutate()}
          />
        )}
      </div>
      {address && <p className="text-muted">{t('agreeHow', { name })}</p>}
      {[begin.error, end.error].map((error) => error && <Problem key={error.message} error={error} />)}
    </div>
  )
}
