import { afterAll, beforeAll, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../../test/harness/app.ts'
import { seenListing } from '../../../test/harness/factories.ts'
import { actorByHeader, addPerson, askAs } from '../../../test/harness/people.ts'
import { ingest } from '../../flows/ingest.ts'
import type { DealView } from '../deals/card-schema.ts'
import type { ManyMarked } from './mark-schema.ts'

const clock = stubClock()
let test: TestApp
let ben: number
let ids: number[]

beforeAll(async () => {
  const owner = () => test.app.owner
  test = await testApp({ roles: ['api'], overrides: { clock, ...actorByHeader(owner) } })
  ben = await addPerson(test.app.db, 'Ben')
  const sightings = Array.from({ length: 12 }, (_, n) => ({
    marketplace: n < 6 ? 'shop' : 'other',
    seen: seenListing({ title: `Road bike ${n}`, externalId: `${n}`, priceCents: 10_000 + n }),
    observedAtMs: clock.now().getTime() - n * 60_000,
  }))
  await ingest(test.app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
  ids = (await deals()).map(({ id }) => id)
  expect(ids.length).toBe(12)
})
afterAll(() => test[Symbol.asyncDispose]())

const as = (person: number, method: string, path: string, body?: unknown) =>
  askAs(test.address, person, method, path, body)
async function ok<Answer>(person: number, method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await as(person, method, path, body)
  expect({ path, status: answer.status, text: answer.text }).toMatchObject({ status: 200 })
  return answer.body
}
async function deals(query = '', person: number = test.app.owner): Promise<DealView[]> {
  return (await ok<{ items: DealView[] }>(person, 'GET', `/api/deals?sort=newest&limit=200${query}`)).items
}
const shownIds = async (query = '', person: number = test.app.owner) =>
  (await deals(query, person)).map(({ id }) => id)
const mark = (id: number, body: unknown, person: number = test.app.owner) =>
  ok<{ mark: Record<string, unknown>; undo: { undo: string; expiresAt: string } }>(
    person,
    'PUT',
    `/api/listings/${id}/mark`,
    body,
  )
const many = (body: unknown, person: number = test.app.owner) =>
  ok<ManyMarked>(person, 'POST', '/api/listings/marks', body)
const undo = (id: string, person: number = test.app.owner) =>
  ok<ManyMarked>(person, 'POST', '/api/listings/marks/undo', { undo: id })

it('what is hidden is left out of deals and shown where it is asked for, to that person alone', async () => {
  const id = ids[3]!
  const { undo: back } = await mark(id, { hidden: true, hiddenReason: 'too-far' })
  expect(await shownIds()).toEqual(ids.filter((one) => one !== id))
  for (const sort of ['score', 'discount', 'price', 'distance', 'profit'])
    expect(
      (
        await ok<{ items: DealView[] }>(
          test.app.owner,
          'GET',
          `/api/deals?sort=${sort}&currency=USD&near=Oakland, CA&withinKm=20000&limit=200`,
        )
      ).items.map((item) => item.id),
    ).not.toContain(id)
  expect((await deals('&state=hidden')).map((deal) => [deal.id, deal.mark.hiddenReason])).toEqual([
    [id, 'too-far'],
  ])
  expect(await shownIds('', ben)).toEqual(ids)
  expect((await deals('', ben)).find((deal) => deal.id === id)!.mark.hiddenAt).toBeNull()
  // Another cannot take it back.
  expect((await as(ben, 'POST', '/api/listings/marks/undo', { undo: back.undo })).status).toBe(404)
  await undo(back.undo)
  expect(await shownIds()).toEqual(ids)
})

it('sets what is given and leaves the rest, and takes back just that', async () => {
  const id = ids[0]!
  await mark(id, { note: 'ask for the receipt', tags: ['gift', 'gift', ' winter '] })
  const contacted = await mark(id, { contacted: true })
  expect(contacted.mark).toMatchObject({
    note: 'ask for the receipt',
    tags: ['gift', 'winter'],
    contactedAt: clock.now().toISOString(),
    seenAt: clock.now().toISOString(),
  })
  clock.advance(60_000)
  expect((await mark(id, { contacted: true })).mark.contactedAt).toBe(contacted.mark.contactedAt)
  await mark(id, { note: 'too late' })
  await undo(contacted.undo.undo)
  const [deal] = (await deals()).filter((one) => one.id === id)
  expect(deal!.mark).toMatchObject({
    note: 'too late',
    tags: ['gift', 'winter'],
    contactedAt: null,
    seenAt: null,
  })
  // Once only.
  expect(
    (await as(test.app.owner, 'POST', '/api/listings/marks/undo', { undo: contacted.undo.undo })).status,
  ).toBe(404)
  await mark(id, { note: null, tags: [] })
  const { rows } = await test.app.db.query('SELECT FROM listing_marks WHERE listing_id = $1', [id])
  expect(rows).toEqual([])
})

it('an undo can be undone, and is good for a day', async () => {
  const id = ids[1]!
  const hidden = await mark(id, { hidden: true, hiddenReason: 'other' })
  const back = await undo(hidden.undo.undo)
  expect(await shownIds()).toContain(id)
  const again = await undo(back.undo.undo)
  expect((await deals('&state=hidden')).map((deal) => deal.mark.hiddenReason)).toEqual(['other'])
  clock.advance(86_400_000)
  expect(
    (await as(test.app.owner, 'POST', '/api/listings/marks/undo', { undo: again.undo.undo })).status,
  ).toBe(404)
  await mark(id, { hidden: false, seen: false })
})

it('marks all that fits a filter, or a list of ids, in one go with one undo', async () => {
  const answer = await many({ filter: { marketplace: 'other' }, mark: { hidden: true } })
  expect(answer).toMatchObject({ marked: 6, missing: [] })
  const left = await shownIds()
  expect(left.length).toBe(6)
  const both = await many({ ids: [...left, 987_654], mark: { bought: true } })
  expect(both).toMatchObject({ marked: 6, missing: [987_654] })
  expect((await shownIds('&state=bought')).toSorted()).toEqual(left.toSorted())
  await undo(both.undo.undo)
  expect(await shownIds('&state=bought')).toEqual([])
  await undo(answer.undo.undo)
  expect(await shownIds()).toEqual(ids)
})

it('what was bought is shown when it is no longer for sale', async () => {
  const id = ids[5]!
  await mark(id, { bought: true })
  await test.app.db.query(`UPDATE listings SET state = 'sold' WHERE id = $1`, [id])
  expect(await shownIds()).not.toContain(id)
  expect(await shownIds('&state=bought')).toEqual([id])
  await test.app.db.query(`UPDATE listings SET state = 'active' WHERE id = $1`, [id])
  await mark(id, { bought: false, seen: false })
})

it('new is what came since the person looked and was not marked seen', async () => {
  expect(await shownIds('&state=new')).toEqual(ids)
  await mark(ids[2]!, { seen: true })
  const at = (await deals())[6]!.firstSeenAt
  const looked = await many({ seenUpTo: at })
  expect(looked.seenUpTo).toBe(at)
  const isNew = ids.slice(0, 6).filter((id) => id !== ids[2])
  expect(await shownIds('&state=new')).toEqual(isNew)
  expect(await shownIds('&state=seen')).toEqual(ids.filter((id) => !isNew.includes(id)))
  expect((await deals()).filter((deal) => deal.isNew).map(({ id }) => id)).toEqual(isNew)
  expect(await shownIds('&state=new', ben)).toEqual(ids)
  // A page from before does not make it new again.
  expect((await many({ seenUpTo: '2020-01-01T00:00:00Z' })).seenUpTo).toBe(at)
  await undo(looked.undo.undo)
  expect(await shownIds('&state=new')).toEqual(ids.filter((id) => id !== ids[2]))
})

it('two of one person at once lose nothing', async () => {
  const id = ids[7]!
  const answers = await Promise.all([
    mark(id, { note: 'one' }),
    mark(id, { tags: ['two'] }),
    mark(id, { contacted: true }),
    many({ ids, mark: { seen: true } }),
  ])
  expect((await deals()).find((deal) => deal.id === id)!.mark).toMatchObject({ note: 'one', tags: ['two'] })
  expect(await shownIds('&state=contacted')).toEqual([id])
  for (const { undo: back } of answers) await undo(back.undo)
  const { rows } = await test.app.db.query(
    'SELECT listing_id FROM listing_marks WHERE note IS NOT NULL OR contacted_at IS NOT NULL',
  )
  expect(rows).toEqual([])
})

it.each([
  [{}, /nothing is asked for/],
  [{ ids: [1] }, /goes with ids or a filter/],
  [{ mark: { seen: true } }, /goes with ids or a filter/],
  [{ ids: [1], filter: {}, mark: { seen: true } }, /not both/],
  [{ ids: [1], mark: {} }, /says nothing/],
  [{ ids: [1], mark: { hiddenReason: 'other' } }, /is of what is hidden/],
  [{ filter: { profitCentsMin: 5 }, mark: { seen: true } }, /needs a currency/],
  [{ filter: { sort: 'price' }, mark: { seen: true } }, /sort/],
  [{ seenUpTo: '2999-01-01T00:00:00Z' }, /future/],
  [{ ids: [1], mark: { note: 'a\u0000b' } }, /note/],
])('refuses %j in words and marks nothing', async (body, sentence) => {
  const answer = await as(test.app.owner, 'POST', '/api/listings/marks', body)
  expect({ status: answer.status, text: answer.text }).toMatchObject({
    status: 422,
    text: expect.stringMatching(sentence),
  })
})

it('marks nothing that the person does not see', async () => {
  expect((await as(ben, 'PUT', '/api/listings/987654/mark', { seen: true })).status).toBe(404)
  const sighting = {
    ...{ marketplace: 'feed', observedAtMs: clock.now().getTime() },
    seen: seenListing({ title: 'Road bike mine', externalId: 'mine' }),
  }
  await ingest(test.app.pipeline, {
    ...{ sightings: [sighting], sourceId: null, scanId: null, demo: false },
    ownerId: test.app.owner,
  })
  const [mine] = await deals('&marketplace=feed')
  expect((await as(ben, 'PUT', `/api/listings/${mine!.id}/mark`, { seen: true })).status).toBe(404)
  expect(await many({ ids: [mine!.id], mark: { seen: true } }, ben)).toMatchObject({
    marked: 0,
    missing: [mine!.id],
  })
  // When the market shows it, too, what was marked goes along.
  await mark(mine!.id, { note: 'mine first' })
  await ingest(test.app.pipeline, { sightings: [sighting], sourceId: null, scanId: null, demo: false })
  const [shown] = await deals('&marketplace=feed')
  expect(shown!.id).not.toBe(mine!.id)
  expect(shown!.mark.note).toBe('mine first')
})
