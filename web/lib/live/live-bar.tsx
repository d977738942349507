import { WifiOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { useLostSince } from './live.tsx'

/** A stream that comes back at once is nobody's concern. */
const quietMs = 5_000

/** Says since when what is shown may be old. */
export function LiveBar() {
  const t = useTranslations('live')
  const format = useFormatter()
  const lostSince = useLostSince()
  const [said, say] = useState<number | null>(null)
  useEffect(() => {
    if (lostSince === null) return say(null)
    const timer = setTimeout(() => say(lostSince), Math.max(0, lostSince + quietMs - Date.now()))
    return () => clearTimeout(timer)
  }, [lostSince])
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-18 z-30 text-center sm:bottom-3 sm:inset-s-20 lg:inset-s-56"
    >
      {said !== null && (
        <p className="inline-flex items-center gap-2 rounded-md border border-line bg-card px-3 py-1.5 text-xs font-medium text-muted">
          <WifiOff aria-hidden size={14} />
          {t('lost', { time: format.dateTime(new Date(said), { hour: 'numeric', minute: '2-digit' }) })}
        </p>
      )}
    </div>
  )
}
