import type { Log } from './log.ts'

/** What is known of something that comes and goes: each try tells it how that went. */
export interface Outage {
  missed(reason: string): void
  answered(): void
}

/**
 * A try that works between two that do not is no recovery (on a full disk reading works, and what writes tries every few
 * seconds): it is back once nothing failed for so long.
 */
const quietMs = 6_000

/**
 * Says that something is away when it is first missed and once a minute while it stays so, however many tries fail; and
 * once that it is back, and how long it was away.
 */
export function createOutage(options: {
  log: Pick<Log, 'error' | 'warn'>
  /** Begins the sentence, with a capital letter. */
  name: string
  everyMs?: number
  nowMs?: () => number
}): Outage {
  const { log, name, everyMs = 60_000, nowMs = () => performance.now() } = options
  let saidAtMs = Number.NEGATIVE_INFINITY
  let current: { sinceMs: number; lastMs: number; answeredMs: number | null; isSaid: boolean } | null = null
  let tries = 0
  return {
    missed(reason) {
      const now = nowMs()
      current ??= { sinceMs: now, lastMs: now, answeredMs: null, isSaid: false }
      current.lastMs = now
      current.answeredMs = null
      tries++
      if (now - saidAtMs < everyMs) return
      log.error(
        { reason, awayMs: Math.round(now - current.sinceMs), failed: tries },
        `${name} is away: ${reason}`,
      )
      saidAtMs = now
      tries = 0
      current.isSaid = true
    },
    answered() {
      if (current === null) return
      const now = nowMs()
      current.answeredMs ??= now
      if (now - current.lastMs < quietMs) return
      const awayMs = Math.round(current.answeredMs - current.sinceMs)
      if (current.isSaid) log.warn({ awayMs }, `${name} is back after ${(awayMs / 1000).toFixed(1)} s`)
      current = null
    },
  }
}
