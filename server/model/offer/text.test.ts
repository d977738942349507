import { describe, expect, it } from 'vitest'
import { unglued } from './text.ts'

describe('a text whose line breaks were lost', () => {
  it.each([
    ['in good conditionCash only', 'in good condition. Cash only'],
    ['Pick up in LutonBest offer', 'Pick up in Luton. Best offer'],
    ['used onceStill boxed', 'used once. Still boxed'],
    ['64GBScreen is fine', '64GB. Screen is fine'],
  ])('%s', (text, apart) => {
    expect(unglued(text)).toBe(apart)
  })

  it.each([
    'iPhone 8 and MacBook Pro',
    'PlayStation 4',
    'ThinkPad',
    'eBay',
    'AirPods',
    'OnePlus',
    'McDonald',
    'GoPro YouTube',
    'AllSaints',
  ])('names stay whole: %s', (text) => {
    expect(unglued(text)).toBe(text)
  })
})
