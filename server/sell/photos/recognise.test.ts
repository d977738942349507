import { expect, it } from 'vitest'
import { asProgram } from '../../core/actor.ts'
import { type LookedAt, looksAlike } from './recognise.ts'

const photo: LookedAt = {
  ...{ userId: asProgram(1), jpeg: Uint8Array.from([0xff, 0xd8]), hash: null, found: [] },
}

it('offers what alike listings of a marketplace are called, each title once, the most alike first, and never as sure', async () => {
  const shop = looksAlike({ id: 'shop', name: 'Shop' }, async () => [
    { title: 'Nova 5', category: 'Phones', productId: '240' },
    { title: 'NOVA 5', category: null, productId: null },
    ...Array.from({ length: 9 }, (_, i) => ({ title: `Nova ${i + 6}`, category: null, productId: null })),
  ])
  const found = await shop.recognise(photo, new AbortController().signal)
  expect(found).toHaveLength(5)
  expect(found[0]).toEqual({
    ...{ field: 'title', value: 'Nova 5', confidence: 0.5, origin: 'looks-alike' },
    evidence: 'Shop › Phones › no. 240',
  })
  expect(found.map(({ confidence }) => confidence)).toEqual([0.5, 0.45, 0.4, 0.35, 0.3])
  expect(found[1]!.evidence).toBe('Shop')
})
