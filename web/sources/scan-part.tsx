import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Moment } from '../lib/figures/figures.tsx'
import { Button } from '../ui/button.tsx'
import { ProgressBar } from '../ui/progress-bar.tsx'
import { Problem } from '../ui/states.tsx'
import type { Source } from './queries.ts'
import { useScan } from './use-scan.ts'

/** Scans at once, and says how far it is, or why not. */
export function ScanPart({ source }: { source: Source }) {
  const t = useTranslations('sources.scan')
  const { ask, isBusy, error, answer, standing } = useScan(source)
  const rests = standing === null ? answer?.resting[0] : undefined
  return (
    <div className="min-w-0 grow basis-full">
      <Button
        onClick={ask}
        disabled={isBusy || source.state === 'off'}
        aria-label={t('nowName', { name: source.name })}
      >
        <RefreshCw aria-hidden size={16} className={isBusy ? 'animate-spin' : ''} />
        {t('now')}
      </Button>
      <div aria-live="polite" className="text-sm">
        {standing !== null && (
          <div className="mt-2 space-y-1.5">
            {standing.phase !== 'done' && (
              <ProgressBar
                name={t('progress', { name: source.name })}
                share={source.activity.queries > 1 ? standing.ended / source.activity.queries : null}
              />
            )}
            <p>{t(standing.phase, { ...standing, queries: source.activity.queries })}</p>
          </div>
        )}
        {rests !== undefined && (
          <p className="mt-2 font-medium text-caution">
            {t.rich('rests', { moment: () => <Moment at={rests.until} brief />, sentence: rests.sentence })}
          </p>
        )}
        {answer?.planned === 0 && <p className="mt-2 font-medium text-caution">{t('nothingPlanned')}</p>}
        {error !== null && (
          <div className="mt-2">
            <Problem error={error} />
          </div>
        )}
      </div>
    </div>
  )
}
