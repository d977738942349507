import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Affairs, needsOf } from './needs.ts'
import { needKinds } from './schema.ts'

const well: Affairs = {
  ...{ blindSources: [], deadJobs: 0, failedDeliveries: 0 },
  ...{ sources: 1, rules: 1, channels: 1, hasHome: true },
}
const blind = {
  id: 7,
  marketplace: 'shop',
  name: 'My shop',
  since: null,
  sentence: 'It asks for a code.',
  sentenceSaid: null,
}

it('says nothing where all is well', () => {
  expect(needsOf(well)).toEqual([])
  expect(needsOf({ ...well, deadJobs: null })).toEqual([])
})

it('names at most four, the most urgent first, whatever is wrong', () => {
  fc.assert(
    fc.property(
      fc.record({
        blindSources: fc.array(fc.constant(blind), { maxLength: 3 }),
        deadJobs: fc.option(fc.nat(3)),
        failedDeliveries: fc.nat(3),
        sources: fc.nat(1),
        rules: fc.nat(1),
        channels: fc.nat(1),
        hasHome: fc.boolean(),
      }),
      (affairs) => {
        const kinds = needsOf(affairs).map(({ kind }) => kind)
        const wrong = needKinds.filter(
          (kind) =>
            ({
              'blind-source': affairs.blindSources.length > 0,
              'dead-jobs': (affairs.deadJobs ?? 0) > 0,
              'failed-deliveries': affairs.failedDeliveries > 0,
              'no-source': affairs.sources === 0,
              'no-rule': affairs.rules === 0,
              'no-channel': affairs.channels === 0,
              'no-home': !affairs.hasHome,
            })[kind],
        )
        expect(kinds).toEqual(wrong.slice(0, 4))
      },
    ),
  )
})

it('says in a sentence what shows nothing and why', () => {
  expect(needsOf({ ...well, blindSources: [blind] })).toMatchObject([
    {
      ...{ kind: 'blind-source', count: 1, path: '/api/sources/7' },
      sentence: 'My shop shows nothing: It asks for a code.',
    },
  ])
  const [two] = needsOf({ ...well, blindSources: [blind, { ...blind, id: 8 }] })
  expect(two!.sentence).toBe('2 sources show nothing, My shop among them: It asks for a code.')
  const params = { since: '2026-11-22T12:00:00.000Z', outcome: 'blocked', answered: 'It asks for a code.' }
  const [coded] = needsOf({
    ...well,
    blindSources: [{ ...blind, sentenceSaid: { code: 'source-unseen', params } }],
  })
  expect(coded).toMatchObject({
    ...{ code: 'need-unseen', params: { ...params, count: 1, name: 'My shop' } },
    sentence: 'My shop shows nothing: Nothing seen since 2026-11-22 12:00 UTC: It asks for a code.',
  })
})
