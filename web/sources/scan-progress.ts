import type { ScanProgress } from '../lib/live/events.ts'

/** How far a scan is that somebody asked for. */
export interface Asked {
  /** How many searches it has. */
  planned: number
  /** By scan, what was told last. */
  told: Readonly<Record<number, ScanProgress>>
}

export const askedFor = (planned: number): Asked => ({ planned, told: {} })

export const noteProgress = (asked: Asked, progress: ScanProgress): Asked => ({
  ...asked,
  told: { ...asked.told, [progress.scanId]: progress },
})

export interface Standing {
  phase: 'queued' | 'running' | 'done'
  /** Searches that are over. */
  ended: number
  pages: number
  found: number
  added: number
  changed: number
}

export function standingOf({ planned, told }: Asked): Standing {
  const all = Object.values(told)
  const sum = (count: (one: ScanProgress) => number) => all.reduce((total, one) => total + count(one), 0)
  const ended = all.filter(({ state }) => state === 'ended').length
  return {
    phase: all.length === 0 ? 'queued' : ended >= planned ? 'done' : 'running',
    ended,
    pages: sum(({ pages }) => pages),
    found: sum(({ found }) => found),
    added: sum(({ added }) => added),
    changed: sum(({ changed }) => changed),
  }
}
