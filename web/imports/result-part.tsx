import { Link } from '@tanstack/react-router'
import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { saveFile } from '../lib/browser.ts'
import { csvText } from '../lib/csv.ts'
import { Button, buttonClass } from '../ui/button.tsx'
import { rejectRows } from './import-file.ts'
import type { ImportResult } from './queries.ts'

const counts = ['added', 'changed', 'unchanged', 'rejected', 'history', 'matches'] as const

/** What became of a file, what was wrong, and the rejected rows to take along. */
export function ResultPart({
  result,
  name,
  children,
}: {
  result: ImportResult
  name: string
  children: ReactNode
}) {
  const t = useTranslations('imports.result')
  const format = useFormatter()
  const { rejects, problems, incomplete } = result
  const save = () =>
    saveFile(`${name.replace(/\.[a-z.]+$/i, '')}.rejects.csv`, 'text/csv', csvText(rejectRows(rejects)))
  return (
    <section aria-labelledby="result-title" className="space-y-4">
      <div role="status">
        <h2 id="result-title" className="text-lg font-bold">
          {t('title', { name, rows: result.rows })}
        </h2>
      </div>
      {incomplete !== null && (
        <p className="font-semibold text-danger">{t('incomplete', { why: incomplete })}</p>
      )}
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {counts.map((count) => (
          <div key={count} className="rounded-md border border-line bg-card p-3">
            <dt className="text-xs text-muted">{t(count)}</dt>
            <dd className="figure text-2xl font-extrabold">{format.number(result[count])}</dd>
          </div>
        ))}
      </dl>
      {result.history > 0 && <p className="text-sm text-muted">{t('historyWhat')}</p>}
      {result.waiting > 0 && <p className="text-sm text-muted">{t('waiting', { count: result.waiting })}</p>}
      {result.rejected > 0 && (
        <div className="space-y-2">
          <h3 className="font-semibold">{t('wrong')}</h3>
          <ul className="space-y-1 text-sm">
            {problems.map(({ problem, rows }) => (
              <li key={problem}>
                {t('problem', { count: rows })} {problem}
              </li>
            ))}
          </ul>
          <Button onClick={save}>
            <Download aria-hidden size={16} />
            {t('save')}
          </Button>
          {result.rejected > rejects.length && (
            <p className="text-sm text-muted">{t('onlyFirst', { count: rejects.length })}</p>
          )}
        </div>
      )}
      <div className="flex flex-wrap gap-3">
        {children}
        <Link to="/deals" className={buttonClass()}>
          {t('toDeals')}
        </Link>
      </div>
    </section>
  )
}
