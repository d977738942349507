import { expect, test } from 'vitest'
import { checksOf, type Facts, isAllThere, reachOf, waysTo } from './checks.ts'

const good: Facts = {
  ...{ isSecure: true, hasWorker: true, isKept: true, hasPush: true, isApple: false, isOnHome: false },
  ...{ permission: 'granted', keysProblem: null },
}
const last = (change: Partial<Facts>) => checksOf({ ...good, ...change }).at(-1)

test('what is missing is named, and nothing that only hangs on it', () => {
  expect(checksOf(good).map(({ state }) => state)).toEqual(['ok', 'ok', 'ok', 'ok'])
  expect(last({ isSecure: false, hasWorker: false, hasPush: false })).toEqual({
    id: 'secure',
    state: 'missing',
  })
  expect(last({ hasWorker: false })).toEqual({ id: 'worker', state: 'missing' })
  expect(last({ hasPush: false })).toEqual({ id: 'push', state: 'missing' })
  expect(last({ hasPush: false, permission: null, isApple: true })).toEqual({ id: 'home', state: 'missing' })
  expect(last({ hasPush: false, permission: null, isApple: true, isOnHome: true })).toEqual({
    ...{ id: 'push', state: 'missing' },
  })
  expect(last({ permission: 'denied' })).toEqual({ id: 'permission', state: 'missing' })
  expect(checksOf({ ...good, keysProblem: 'No keys.' })).toContainEqual({ id: 'keys', state: 'missing' })
  expect(isAllThere(checksOf({ ...good, permission: 'default', isKept: false }))).toBe(true)
  expect(isAllThere(checksOf({ ...good, permission: 'denied' }))).toBe(false)
})

test('an address is for this computer, for who trusts plain http, or for phones', () => {
  for (const here of [
    'http://127.0.0.1:3000',
    'http://localhost:3000',
    'http://[::1]:3000',
    'http://a.localhost',
  ])
    expect(reachOf(here)).toBe('here')
  expect(reachOf('http://192.168.1.7:3000')).toBe('plain')
  expect(reachOf('https://deals.example')).toBe('secure')
})

test('the ways lead to the port that is used', () => {
  for (const { lines } of waysTo('3123')) expect(lines).toContain('3123')
})
