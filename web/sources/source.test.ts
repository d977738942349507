import { expect, it } from 'vitest'
import { rhythmsOf, toneOf, triedAgainAt, wordOf } from './source.ts'

const known = (over: object) => ({ state: 'ok', offBecause: null, lastOutcome: 'ok', ...over }) as const

it('says in a word how a source is: nothing new is not blind', () => {
  expect(wordOf(known({}) as never)).toBe('ok')
  expect(wordOf(known({ lastOutcome: 'empty' }) as never)).toBe('empty')
  expect(wordOf(known({ state: 'outage', lastOutcome: 'captcha' }) as never)).toBe('captcha')
  expect(wordOf(known({ state: 'outage' }) as never)).toBe('not-scanned')
  expect(wordOf(known({ state: 'off', offBecause: 'terms', lastOutcome: null }) as never)).toBe('terms')
  expect(toneOf(known({ state: 'off', offBecause: 'paused' }) as never)).toBe('quiet')
  expect(toneOf(known({ state: 'off', offBecause: 'terms' }) as never)).toBe('bad')
})

it('is tried again once its rest is over, and a rest that is over counts no more', () => {
  const source = (cooldownUntil: string | null) =>
    ({ cooldownUntil, activity: { nextScanAt: '2026-11-30T10:05:00Z' } }) as never
  const now = Date.parse('2026-11-30T10:00:00Z')
  expect(triedAgainAt(source('2026-11-30T10:42:00Z'), now)).toBe('2026-11-30T10:42:00Z')
  expect(triedAgainAt(source('2026-11-30T09:42:00Z'), now)).toBe('2026-11-30T10:05:00Z')
})

it('offers no rhythm that the marketplace forbids, and keeps the one that is set', () => {
  expect(rhythmsOf(300_000, 300_000)[0]).toBe(5)
  expect(rhythmsOf(60_000, 600_000)[0]).toBe(10)
  expect(rhythmsOf(7 * 60_000, 300_000)).toContain(7)
})
