import { CloudOff, RotateCw } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { Button } from './button.tsx'

/** A place that will hold something of this size. */
export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden className={`animate-pulse rounded-md bg-sunk ${className}`} />
}

/** What could not be done, in the server's own sentence, with what can be done about it. */
export function Problem({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslations('ui')
  const isOurs = error instanceof ApiProblem
  return (
    <div role="alert" className="mx-auto max-w-xl rounded-md border border-danger bg-danger-soft p-5">
      <p className="flex items-start gap-3 font-semibold">
        <CloudOff aria-hidden className="mt-0.5 shrink-0 text-danger" size={20} />
        {isOurs ? error.message : t('unreachable')}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-4 ps-8">
        {onRetry && (
          <Button onClick={onRetry}>
            <RotateCw aria-hidden size={16} />
            {t('retry')}
          </Button>
        )}
        {isOurs && error.requestId !== '' && (
          <p className="text-sm">
            {t('requestId')} <code className="text-2xs select-all">{error.requestId}</code>
          </p>
        )}
      </div>
    </div>
  )
}

/** Where there is nothing to show: why, and what to do. */
export function Empty({
  icon,
  title,
  heading: Heading = 'h2',
  children,
}: {
  icon: ReactNode
  title: string /** `h1` where it is all that the page is. */
  heading?: 'h1' | 'h2'
  children?: ReactNode
}) {
  useEffect(() => {
    if (Heading === 'h1') document.title = `${title} – Deal Scout`
  }, [Heading, title])
  return (
    <div className="mx-auto flex max-w-md flex-col items-center gap-3 px-4 py-14 text-center">
      <span aria-hidden className="flex size-14 items-center justify-center rounded-full bg-sunk text-muted">
        {icon}
      </span>
      <Heading className="text-xl font-bold">{title}</Heading>
      {children}
    </div>
  )
}
