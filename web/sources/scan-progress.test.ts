import { expect, it } from 'vitest'
import type { ScanProgress } from '../lib/live/events.ts'
import { type Asked, askedFor, noteProgress, standingOf } from './scan-progress.ts'

const told = (over: Partial<ScanProgress>): ScanProgress => ({
  ...{ sourceId: 1, scanId: 1, state: 'running', pages: 0, found: 0, added: 0, changed: 0, outcome: null },
  ...over,
})
const after = (planned: number, ...all: ScanProgress[]): Asked => all.reduce(noteProgress, askedFor(planned))

it('waits, runs with what was read, and is done once each of its searches is over', () => {
  expect(standingOf(after(2)).phase).toBe('queued')
  const running = after(2, told({}), told({ pages: 1, found: 200 }))
  expect(standingOf(running)).toMatchObject({ phase: 'running', pages: 1, found: 200, ended: 0 })
  const half = after(2, told({ state: 'ended', pages: 2, found: 240, added: 3 }), told({ scanId: 2 }))
  expect(standingOf(half)).toMatchObject({ phase: 'running', ended: 1, found: 240 })
  const done = noteProgress(half, told({ scanId: 2, state: 'ended', pages: 1, found: 10, changed: 1 }))
  expect(standingOf(done)).toEqual({ phase: 'done', ended: 2, pages: 3, found: 250, added: 3, changed: 1 })
})
