import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { usePerson } from '../lib/person.tsx'
import { buttonClass } from '../ui/button.tsx'
import { Page, Section } from '../ui/page.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { ConnectPart } from './connect-part.tsx'
import { MailboxPart } from './mailbox-part.tsx'
import { mailboxesQuery } from './queries.ts'

/** A person's own mail: what is read of it, how that goes, and how another mailbox is connected. */
export function MailboxPage() {
  const t = useTranslations('mailbox')
  const { mayWrite } = usePerson()
  const { data, error, refetch } = useQuery(mailboxesQuery)
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Link to="/sources" className={buttonClass()}>
          {t('back')}
        </Link>
      }
    >
      {error !== null && data === undefined && <Problem error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Skeleton className="h-24" />}
      {data?.map((mailbox) => (
        <MailboxPart key={mailbox.id} mailbox={mailbox} />
      ))}
      {mayWrite ? (
        <Section title={t('connect.title')} id="connect">
          <p className="mb-4 text-sm text-muted">{t('connect.promise')}</p>
          <ConnectPart />
        </Section>
      ) : (
        <p className="text-sm font-medium">{t('look')}</p>
      )}
    </Page>
  )
}
