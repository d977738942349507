import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Moment } from '../lib/figures/figures.tsx'
import { usePerson } from '../lib/person.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmButton } from '../ui/confirm.tsx'
import { Section } from '../ui/page.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { changeMailbox, type Mailbox, mailboxesQuery, mailboxQuery, removeMailbox } from './queries.ts'

/** One mailbox: whether it is read, what came of it, and what can be done. */
export function MailboxPart({ mailbox }: { mailbox: Mailbox }) {
  const t = useTranslations('mailbox')
  const { mayWrite } = usePerson()
  const queryClient = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const { id, name, user, host, folder, state, reason, enabled, readAt, failingSince, alsoSales } = mailbox
  const onSettled = () => queryClient.invalidateQueries({ queryKey: mailboxesQuery.queryKey })
  const toggle = useMutation({ mutationFn: () => changeMailbox(id, { enabled: !enabled }), onSettled })
  const toggleSales = useMutation({
    mutationFn: () => changeMailbox(id, { alsoSales: !alsoSales }),
    onSettled,
  })
  const remove = useMutation({ mutationFn: () => removeMailbox(id), onSettled })
  const problem = toggle.error ?? toggleSales.error ?? remove.error
  return (
    <Section title={name} id={`mailbox-${id}`}>
      <div className="space-y-2 text-sm">
        <p className="text-muted wrap-anywhere">{t('where', { user, host, folder })}</p>
        <p className={state === 'failing' ? 'font-semibold text-danger' : 'font-semibold'}>
          {t(`states.${state}`)}
          {readAt !== null && state !== 'failing' && (
            <> {t.rich('readAt', { moment: () => <Moment at={readAt} brief /> })}</>
          )}
          {failingSince !== null && (
            <> {t.rich('since', { moment: () => <Moment at={failingSince} brief /> })}</>
          )}
        </p>
        {reason !== null && <p className="font-medium text-caution">{reason}</p>}
        <p>{t('counts', { mails: mailbox.mails, listings: mailbox.listings })}</p>
        <p>{alsoSales ? t('sales', { count: mailbox.sales }) : t('noSales')}</p>
        {mailbox.unproven > 0 && <p className="text-caution">{t('unproven', { count: mailbox.unproven })}</p>}
        {mailbox.nothing > 0 && <p>{t('nothing', { count: mailbox.nothing })}</p>}
        <p className="text-muted">{t('others', { count: mailbox.others })}</p>
        <div className="flex flex-wrap gap-3">
          <Button onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
            {t(isOpen ? 'hide' : 'more')}
          </Button>
          {mayWrite && (
            <>
              <Button onClick={() => toggle.mutate()} disabled={toggle.isPending}>
                {t(enabled ? 'pause' : 'resume')}
              </Button>
              <Button onClick={() => toggleSales.mutate()} disabled={toggleSales.isPending}>
                {t(alsoSales ? 'salesOff' : 'salesOn')}
              </Button>
              <ConfirmButton
                button={t('remove')}
                title={t('removeTitle', { name })}
                body={t('removeBody')}
                keep={t('keep')}
                busy={remove.isPending}
                onConfirm={() => remove.mutate()}
              />
            </>
          )}
        </div>
        {problem !== null && <Problem error={problem} />}
        {isOpen && <Health id={id} />}
      </div>
    </Section>
  )
}

/** What each sender sent, and what became of the last mails. */
function Health({ id }: { id: number }) {
  const t = useTranslations('mailbox')
  const names = useTranslations('deals.marketplaces')
  const { data, error, refetch } = useQuery(mailboxQuery(id))
  if (error !== null && data === undefined) return <Problem error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Skeleton className="h-24" />
  const nameOf = (marketplace: string) =>
    names.has(marketplace as 'ebay') ? names(marketplace as 'ebay') : marketplace
  return (
    <div className="space-y-4">
      <h3 className="font-semibold">{t('senders')}</h3>
      {data.senders.length === 0 && <p>{t('noSenders')}</p>}
      <ul className="space-y-2">
        {data.senders.map(({ sender, marketplace, mails, listings, drifts, lastMailAt }) => (
          <li key={`${marketplace} ${sender}`} className="wrap-anywhere">
            <p>
              <span className="font-semibold">{nameOf(marketplace)}</span> · {sender}
            </p>
            <p className="text-muted">
              {t('counts', { mails, listings })}{' '}
              {t.rich('lastMail', { moment: () => <Moment at={lastMailAt} brief /> })}
            </p>
            {drifts && <p className="font-medium text-caution">{t('drifts')}</p>}
          </li>
        ))}
      </ul>
      {data.lastMails.length > 0 && <h3 className="font-semibold">{t('lastMails')}</h3>}
      <ul className="space-y-2">
        {data.lastMails.map((mail) => (
          <li key={mail.id} className="wrap-anywhere">
            <p>{mail.subject || t('noSubject')}</p>
            <p className="text-muted">
              {t(`outcomes.${mail.outcome}`)} · <Moment at={mail.readAt} brief />
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}
