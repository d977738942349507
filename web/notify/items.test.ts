import fc from 'fast-check'
import { expect, it } from 'vitest'
import { messageItem } from './items.ts'

it('reads what a message holds of a thing', () => {
  const stored = {
    ...{ listingId: 7, title: 'Aeron chair', priceCents: 22799, currency: 'USD', demo: true },
    ...{ score: { total: 85, parts: [] }, value: { midCents: 51024 }, ruleNames: ['Chairs'] },
  }
  expect(messageItem(stored)).toMatchObject({
    listingId: 7,
    score: 85,
    valueMidCents: 51024,
    ruleNames: ['Chairs'],
  })
})

it('whatever was stored, it neither fails nor makes anything up', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), (stored) => {
      const item = messageItem({ title: '', score: null, value: 3, ruleNames: [1, null], ...stored })
      expect(item.title.length).toBeGreaterThan(0)
      expect(item.ruleNames.every((name) => typeof name === 'string')).toBe(true)
    }),
  )
})
