import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { CircleAlert, CircleCheck, Stethoscope } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Moment } from '../lib/figures/figures.tsx'
import { Span } from '../lib/figures/size.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Badge } from './badge.tsx'
import { Known } from './known.tsx'
import { type CheckResult, doctorQuery } from './queries.ts'
import { useCheckWords } from './words.ts'

/** Where what is not well can be mended in the app. */
const pages = {
  sources: '/sources',
  mailboxes: '/sources/mail',
  'connected accounts': '/sources',
  terms: '/sources',
  channels: '/settings/notifications',
  backup: '/admin/backups',
  disk: '/admin/storage',
} as const

/** Whether everything that Deal Scout needs is there, as `deal-scout doctor` says it. */
export function DoctorPage() {
  const t = useTranslations('admin.doctor')
  const query = useQuery(doctorQuery)
  return (
    <Page
      wide
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button look="main" disabled={query.isFetching} onClick={() => void query.refetch()}>
          <Stethoscope aria-hidden size={16} />
          {t(query.isFetching ? 'running' : 'run')}
        </Button>
      }
    >
      <Known query={query} block="h-24" count={4}>
        {(checks) => {
          const bad = checks.filter(({ ok }) => !ok)
          const at = new Date(query.dataUpdatedAt).toISOString()
          return (
            <>
              <p role="status" className="mb-4 font-semibold">
                {bad.length === 0
                  ? t('allWell', { count: checks.length })
                  : t('notWell', { count: bad.length })}{' '}
                <span className="text-sm font-normal text-muted">
                  {t.rich('at', { moment: () => <Moment at={at} /> })}
                </span>
              </p>
              <ul className="divide-y divide-line border-y border-line">
                {[...bad, ...checks.filter(({ ok }) => ok)].map((check) => (
                  <li key={check.name} className="py-4">
                    <Check check={check} />
                  </li>
                ))}
              </ul>
            </>
          )
        }}
      </Known>
    </Page>
  )
}

/** Begins as a sentence does; names and paths stay as they are written. */
const begun = (text: string) =>
  /^\p{Ll}+[\s,:;.]/u.test(text) ? text[0]!.toUpperCase() + text.slice(1) : text

function Check({ check: { name, ok, critical, detail, ms } }: { check: CheckResult }) {
  const t = useTranslations('admin.doctor')
  const words = useCheckWords()(name)
  const page = Object.hasOwn(pages, name) ? pages[name as keyof typeof pages] : undefined
  const Icon = ok ? CircleCheck : CircleAlert
  return (
    <article aria-label={words?.name ?? name} className="flex gap-3">
      <Icon aria-hidden size={20} className={`mt-0.5 shrink-0 ${ok ? 'text-under' : 'text-danger'}`} />
      <div className="min-w-0 grow">
        <h2 className="flex flex-wrap items-center gap-x-2 gap-y-1 font-bold">
          <span className="inline-block first-letter:uppercase">{words?.name ?? name}</span>
          <Badge tone={ok ? 'good' : 'bad'}>{t(ok ? 'well' : critical ? 'cannotServe' : 'wrong')}</Badge>
          <span className="text-xs font-normal text-muted">
            <Span ms={ms} />
          </span>
        </h2>
        {words !== null && <p className="text-sm text-muted">{words.looksAt}</p>}
        <p className={`mt-1 text-sm ${ok ? '' : 'font-medium'}`}>{begun(detail)}</p>
        {!ok && words !== null && (
          <p className="mt-2 rounded-md bg-sunk px-3 py-2 text-sm">
            <strong>{t('toDo')}</strong> {words.fix}
          </p>
        )}
        {!ok && page !== undefined && (
          <Link to={page} className={`${buttonClass()} mt-2`}>
            {t('open')}
          </Link>
        )}
      </div>
    </article>
  )
}
