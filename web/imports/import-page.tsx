import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { usePerson } from '../lib/person.tsx'
import { Button, buttonClass } from '../ui/button.tsx'
import { DropZone } from '../ui/drop-zone.tsx'
import { Page } from '../ui/page.tsx'
import { Problem, Skeleton } from '../ui/states.tsx'
import { FileOptions } from './file-options.tsx'
import { fileMbMax, pageMibMax } from './import-file.ts'
import { PreviewPart } from './preview-part.tsx'
import { pageMarketplacesQuery } from './queries.ts'
import { ResultPart } from './result-part.tsx'
import { TakingPart } from './taking-part.tsx'
import { useImport } from './use-import.ts'

const accept =
  '.csv,.tsv,.txt,.json,.jsonl,.ndjson,.gz,.html,.htm,.xml,.rss,.atom,text/csv,text/html,application/json,application/gzip'

/** Listings from a file, or from a page that was saved: what would become of it is shown before any is taken in. */
export function ImportPage() {
  const t = useTranslations('imports')
  const { mayWrite } = usePerson()
  const marketplaces = useQuery({ ...pageMarketplacesQuery, enabled: mayWrite }).data?.items ?? []
  const it = useImport()
  const { file, refusal, preview, taking } = it
  const isTaking = taking.isPending
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
      {!mayWrite && <p className="rounded-md bg-sunk px-4 py-2 text-sm font-medium">{t('look')}</p>}
      {mayWrite && !taking.data && (
        <DropZone
          label={file === null ? t('drop') : file.name}
          button={t(file === null ? 'choose' : 'chooseOther')}
          hint={t('hint', { mb: fileMbMax, mib: pageMibMax })}
          accept={accept}
          disabled={isTaking}
          onFile={it.choose}
        />
      )}
      {refusal !== null && (
        <p role="alert" className="mt-4 font-semibold text-danger">
          {t(`refused.${refusal}`, { mb: fileMbMax, mib: pageMibMax })}
        </p>
      )}
      {file !== null && !taking.data && (
        <div className="mt-6 space-y-6">
          <FileOptions
            said={it.said}
            preview={preview.data}
            marketplaces={marketplaces}
            disabled={isTaking}
            onChange={it.say}
          />
          {preview.isPending && (
            <div aria-busy="true">
              <Skeleton className="h-64" />
            </div>
          )}
          {preview.error !== null && <Problem error={preview.error} onRetry={() => void preview.refetch()} />}
          {preview.data && (
            <>
              <PreviewPart
                preview={preview.data}
                isCut={it.isCut}
                said={it.said}
                disabled={isTaking}
                onChange={it.say}
              />
              <TakingPart taking={it} preview={preview.data} />
            </>
          )}
        </div>
      )}
      {taking.data && (
        <ResultPart result={taking.data} name={file?.name ?? ''}>
          <Button look="main" onClick={it.again}>
            {t('another')}
          </Button>
        </ResultPart>
      )}
    </Page>
  )
}
