import { expect, it } from 'vitest'
import type { Deal } from '../queries.ts'
import { deedOf, type Mark, markedBy, readTags, withMarks } from './marks.ts'

const now = new Date('2026-11-29T08:10:00Z')
const unmarked: Mark = {
  ...{ seenAt: null, hiddenAt: null, hiddenReason: null, contactedAt: null, boughtAt: null },
  ...{ note: null, tags: [] },
}
const deal = (id: number, mark: Partial<Mark> = {}) => ({ id, mark: { ...unmarked, ...mark } }) as Deal
const ids = (deals: readonly Deal[]) => deals.map(({ id }) => id)

it('what is hidden here leaves the list, and is back in its place once it is not', () => {
  const deals = [deal(1), deal(2), deal(3)]
  const hidden = new Map([[2, markedBy({ hidden: true, hiddenReason: 'too-far' }, now)]])
  expect(ids(withMarks(deals, hidden, undefined))).toEqual([1, 3])
  expect(ids(withMarks(deals, new Map(), undefined))).toEqual([1, 2, 3])
  expect(
    ids(
      withMarks(
        [deal(1), deal(2, { hiddenAt: now.toISOString() })],
        new Map([[2, markedBy({ hidden: false }, now)]]),
        'hidden',
      ),
    ),
  ).toEqual([1])
})

it('a view of what is contacted or bought loses what is no longer', () => {
  const contacted = [deal(1, { contactedAt: now.toISOString() })]
  expect(ids(withMarks(contacted, new Map([[1, markedBy({ contacted: false }, now)]]), 'contacted'))).toEqual(
    [],
  )
  expect(ids(withMarks(contacted, new Map([[1, markedBy({ bought: true }, now)]]), 'contacted'))).toEqual([1])
})

it('a change sets its own fields and no other', () => {
  expect(markedBy({ hidden: true }, now)).toEqual({ hiddenAt: now.toISOString(), hiddenReason: null })
  expect(markedBy({ contacted: true, note: 'x' }, now)).toEqual({ contactedAt: now.toISOString(), note: 'x' })
  expect(markedBy({ bought: false, tags: [] }, now)).toEqual({ boughtAt: null, tags: [] })
  const marked = withMarks(
    [deal(1, { note: 'mine' })],
    new Map([[1, markedBy({ bought: true }, now)]]),
    undefined,
  )
  expect(marked[0]!.mark).toMatchObject({ note: 'mine', boughtAt: now.toISOString() })
})

it('tags are what stands between commas, each once', () => {
  expect(readTags(' gift,  for  Ana ,,gift')).toEqual(['gift', 'for Ana'])
  expect(readTags('')).toEqual([])
})

it('each change has a word of its own', () => {
  expect(
    [{ hidden: true }, { hidden: false }, { contacted: true }, { bought: true }, { note: 'x' }].map(deedOf),
  ).toEqual(['hidden', 'shownAgain', 'contacted', 'bought', 'noted'])
})
