import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupPhotos, likeness } from './group.ts'

const look = (...shares: number[]) =>
  Buffer.from(Array.from({ length: 64 }, (_, at) => shares[at] ?? 0)).toString('hex')
const wood = look(200, 55)
const steel = look(0, 0, 200, 55)
const never = () => 0

let next = 0
const photo = (over: Partial<Parameters<typeof groupPhotos>[0][number]> = {}) => ({
  ...{ id: ++next, takenAt: null, hash: null, look: wood, groupNo: null, position: 0 },
  ...over,
})
const at = (time: string) => `2026-11-30T${time}`
const idsOf = (groups: { id: number }[][]) => groups.map((group) => group.map(({ id }) => id))

describe('photos are grouped to things', () => {
  it('one after the other of one thing stay together; another thing begins another group', () => {
    const [a, b, c, d] = [
      photo({ takenAt: at('10:00:00') }),
      photo({ takenAt: at('10:00:09') }),
      photo({ takenAt: at('10:00:40'), look: steel }),
      photo({ takenAt: at('10:00:48'), look: steel }),
    ]
    expect(idsOf(groupPhotos([d, b, a, c], never))).toEqual([
      [a.id, b.id],
      [c.id, d.id],
    ])
  })

  it('alike an hour later is another thing, unless it is the same picture', () => {
    const [a, b] = [
      photo({ takenAt: at('10:00:00'), hash: 'x' }),
      photo({ takenAt: at('11:00:00'), hash: 'x' }),
    ]
    expect(groupPhotos([a, b], never)).toHaveLength(2)
    expect(idsOf(groupPhotos([a, b], () => 1))).toEqual([[a.id, b.id]])
  })

  it('without a time, looks alone tell', () => {
    const [a, b, c] = [photo(), photo(), photo({ look: steel })]
    expect(idsOf(groupPhotos([a, b, c], never))).toEqual([[a.id, b.id], [c.id]])
  })

  it('where a person put a photo it stays, in the order that they gave', () => {
    const [a, b, c] = [
      photo({ takenAt: at('10:00:00'), groupNo: 7, position: 2 }),
      photo({ takenAt: at('10:00:01') }),
      photo({ takenAt: at('12:00:00'), look: steel, groupNo: 7, position: 1 }),
    ]
    expect(idsOf(groupPhotos([a, b, c], () => 0))).toEqual([[b.id], [c.id, a.id]])
  })

  it('none is lost or doubled, whatever there is', () => {
    const some = fc.record({
      id: fc.integer({ min: 1, max: 1000 }),
      takenAt: fc.option(
        fc.integer({ min: 0, max: 86_399 }).map((s) => new Date(s * 1000).toISOString().slice(0, 19)),
      ),
      look: fc.option(fc.constantFrom(wood, steel)),
      hash: fc.constant(null),
      groupNo: fc.option(fc.integer({ min: 1, max: 3 })),
      position: fc.nat({ max: 5 }),
    })
    fc.assert(
      fc.property(fc.uniqueArray(some, { selector: ({ id }) => id, maxLength: 30 }), (photos) => {
        const ids = groupPhotos(photos, never)
          .flat()
          .map(({ id }) => id)
        expect(ids.toSorted((x, y) => x - y)).toEqual(photos.map(({ id }) => id).toSorted((x, y) => x - y))
      }),
    )
  })
})

it('likeness is 1 of itself, 0 of nothing shared, and the same both ways', () => {
  expect(likeness(wood, wood)).toBe(1)
  expect(likeness(wood, steel)).toBe(0)
  expect(likeness(wood, null)).toBe(0)
  expect(likeness(look(100, 100), wood)).toBe(likeness(wood, look(100, 100)))
})
