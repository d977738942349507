import { expect, it } from 'vitest'
import type { WatchEvent } from './schema.ts'
import type { Known } from './watch.ts'
import { watchTitle } from './words.ts'

const wishes = { thresholdCents: 20_000, currency: 'USD' }
const known: Known = { state: 'active', priceCents: 18_000, currency: 'USD' }
const title = (events: WatchEvent[], over: Partial<Known> = {}) =>
  watchTitle(events, wishes, { ...known, ...over }, 22_000, 'Road bike').sentence

it('says in one line what happened, the price first for somebody who wants to buy', () => {
  expect(title(['below'])).toBe('Now $180, below your $200: Road bike')
  expect(title(['below'], { priceCents: 20_000 })).toBe('Now $200, at your $200: Road bike')
  expect(title(['below', 'drop'])).toBe('Now $180 (was $220), below your $200: Road bike')
  expect(title(['drop'])).toBe('Now $180 (was $220): Road bike')
  expect(title(['drop'], { priceCents: 0 })).toBe('Now free (was $220): Road bike')
  expect(title(['back'])).toBe('Back on sale for $180: Road bike')
  expect(title(['back'], { priceCents: null })).toBe('Back on sale: Road bike')
  expect(title(['back', 'below', 'drop'])).toBe(
    'Back on sale for $180 (was $220), below your $200: Road bike',
  )
  expect(title(['rise'], { priceCents: 25_000 })).toBe('Now $250 (up from $220): Road bike')
  expect(title(['back', 'rise'], { priceCents: 25_000 })).toBe(
    'Back on sale for $250 (up from $220): Road bike',
  )
  expect(title(['sold'])).toBe('Sold: Road bike')
  expect(title(['gone'])).toBe('No longer there: Road bike')
})
