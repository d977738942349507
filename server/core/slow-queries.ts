import type { Log } from './log.ts'

type Queried = (source: string, seconds: number) => void

/**
 * Says, beside `queried`, which statements took longer than `slowMs`, by who asks them (see createQuerySources) and never by
 * their text, which can hold what people wrote: each at once, then once in `everyMs` with how many there were. 0 = never.
 */
export function slowQueries(
  queried: Queried,
  options: { log: Pick<Log, 'warn'>; slowMs: number; everyMs?: number; nowMs?: () => number },
): Queried {
  const { log, slowMs, everyMs = 60_000, nowMs = () => performance.now() } = options
  const bySource = new Map<string, { saidAtMs: number; count: number; slowestMs: number }>()
  return (source, seconds) => {
    queried(source, seconds)
    const ms = seconds * 1000
    if (slowMs === 0 || ms < slowMs) return
    const known = bySource.get(source)
    const count = (known?.count ?? 0) + 1
    const slowestMs = Math.max(known?.slowestMs ?? 0, ms)
    if (known && nowMs() - known.saidAtMs < everyMs) {
      known.count = count
      known.slowestMs = slowestMs
      return
    }
    bySource.set(source, { saidAtMs: nowMs(), count: 0, slowestMs: 0 })
    log.warn({ source, count, slowestMs: Math.round(slowestMs) }, `slow in the database: ${source}`)
  }
}
