import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FileCode2, FileUp, Mail, RefreshCw } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Moment } from '../lib/figures/figures.tsx'
import { usePerson } from '../lib/person.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/states.tsx'
import { scanNow, sourcesQuery } from './queries.ts'
import { SourcesList } from './sources-list.tsx'

/** Where deals come from, and how that is. */
export function SourcesPage() {
  const t = useTranslations('sources')
  const { mayWrite } = usePerson()
  const sources = useQuery(sourcesQuery).data
  return (
    <Page
      wide
      title={t('title')}
      lead={t('lead')}
      actions={
        mayWrite && (
          <div className="flex flex-wrap gap-2">
            <Link to="/sources/mail" className={buttonClass()}>
              <Mail aria-hidden size={16} />
              {t('mail')}
            </Link>
            <Link to="/sources/import" className={buttonClass()}>
              <FileUp aria-hidden size={16} />
              {t('import')}
            </Link>
            <Link to="/sources/capture" className={buttonClass()}>
              <FileCode2 aria-hidden size={16} />
              {t('capture')}
            </Link>
          </div>
        )
      }
    >
      {!mayWrite && <p className="mb-4 rounded-md bg-sunk px-4 py-2 text-sm font-medium">{t('look')}</p>}
      {mayWrite && sources?.length === 0 && <p className="mb-4 font-semibold">{t('none')}</p>}
      {mayWrite && sources !== undefined && sources.length > 0 && <ScanAll />}
      <SourcesList isFull />
    </Page>
  )
}

function ScanAll() {
  const t = useTranslations('sources.scan')
  const queryClient = useQueryClient()
  const { mutate, isPending, data, error } = useMutation({
    mutationFn: () => scanNow(),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['sources'], exact: true }),
  })
  return (
    <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      <Button onClick={() => mutate()} disabled={isPending}>
        <RefreshCw aria-hidden size={16} />
        {t('all')}
      </Button>
      <div aria-live="polite" className="min-w-0">
        {data && <p>{t(data.planned === 0 ? 'nothingPlanned' : 'allQueued', { count: data.planned })}</p>}
        {data?.resting.map(({ sourceId, name, until }) => (
          <p key={sourceId} className="text-caution">
            {t.rich('oneRests', { name, moment: () => <Moment at={until} brief /> })}
          </p>
        ))}
        {error !== null && <Problem error={error} />}
      </div>
    </div>
  )
}
