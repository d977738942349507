import { describe, expect, it } from 'vitest'
import { saysCracked } from './cracked.ts'

describe('a cracked glass is read in the words of a text', () => {
  it.each([
    'Galaxy S9 with a cracked screen',
    'The back glass is cracked, all else works',
    'Screen cracked. Unlocked',
    '64GBScreen Cracked Unlocked',
    'Display has a small crack in the corner',
    'shattered front and back',
    'There is a crack on the screen',
  ])('%s', (text) => {
    expect(saysCracked(text)).toBe(true)
  })

  it.each([
    'No cracks on the screen',
    'Screen is not cracked',
    'never had a cracked screen',
    'The screen protector is cracked, the glass below is fine',
    'cracked screen was replaced last week',
    'Not broken. Screen is perfect',
    'Screen without any cracks',
    'Great phone',
    '',
  ])('denied or of something else: %s', (text) => {
    expect(saysCracked(text)).toBe(false)
  })

  it('reads a text without end in time', () => {
    const text = 'screen and the back and glass of a broken one is '.repeat(20_000)
    const startedAt = performance.now()
    saysCracked(text.slice(0, 20_000))
    expect(performance.now() - startedAt).toBeLessThan(200)
  })
})
