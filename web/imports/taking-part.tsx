import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Problem } from '../ui/states.tsx'
import type { Preview } from './queries.ts'
import type { Importing } from './use-import.ts'

/** The deed itself, with how much has gone and how many rows were read. */
export function TakingPart({ taking: it, preview }: { taking: Importing; preview: Preview }) {
  const t = useTranslations('imports.taking')
  const { taking, sent, rows } = it
  const isStopped = taking.error instanceof Error && taking.error.message === 'stopped'
  const nothing = preview.read === 0 || (!it.isCut && preview.rejected === preview.read)
  return (
    <div className="space-y-3">
      {taking.isPending ? (
        <>
          <ProgressBar name={t('sending')} share={sent >= 1 ? null : sent} />
          <div aria-live="polite" className="text-sm">
            <p>{sent >= 1 ? t('reading') : t('sent', { percent: Math.floor(sent * 100) })}</p>
            {rows !== null && (
              <p>
                {t('rows', {
                  ...{ rows: rows.rows, added: rows.added, changed: rows.changed },
                  ...{ unchanged: rows.unchanged, rejected: rows.rejected },
                })}
              </p>
            )}
          </div>
          <Button onClick={it.stop}>{t('stop')}</Button>
        </>
      ) : (
        <Button look="main" onClick={it.take} disabled={it.preview.isFetching || nothing}>
          {t(it.isCut ? 'takeAll' : 'take', { count: preview.read - preview.rejected })}
        </Button>
      )}
      {isStopped && <p role="alert">{t('stopped')}</p>}
      {taking.error !== null && !isStopped && <Problem error={taking.error} />}
    </div>
  )
}
