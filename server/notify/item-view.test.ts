import fc from 'fast-check'
import { expect, it } from 'vitest'
import { itemView } from './item-view.ts'
import { notificationItemSchema } from './schema.ts'

it('reads what a message holds of a thing', () => {
  const stored = {
    ...{ listingId: 7, title: 'Aeron chair', priceCents: 22799, currency: 'USD', demo: true },
    ...{ score: { total: 85, parts: [] }, value: { midCents: 51024 }, ruleNames: ['Chairs'] },
    risk: { level: 'high', sentences: ['No photo.'] },
  }
  expect(itemView(stored)).toMatchObject({
    ...{ listingId: 7, score: { total: 85 }, value: { midCents: 51024, lowCents: null } },
    ...{ ruleNames: ['Chairs'], risk: { level: 'high', sentences: ['No photo.'] }, url: null },
  })
})

it('whatever was stored, it neither fails nor makes anything up, and is what the API says', () => {
  const strange = fc.record(
    {
      ...{ score: fc.anything(), value: fc.anything(), risk: fc.anything(), ruleNames: fc.anything() },
      ...{ title: fc.anything(), priceCents: fc.anything(), listingId: fc.anything() },
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(strange, fc.anything()), (stored) => {
      const item = itemView(stored)
      expect(item.title.length).toBeGreaterThan(0)
      expect(notificationItemSchema.parse(item)).toEqual(item)
    }),
  )
})
