import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../../test/harness/app.ts'
import {
  addThing,
  deskAnswer,
  goodKey,
  type Mood,
  type StandIn,
  startStandIn,
} from '../../../test/harness/model-stand-in.ts'
import { actorByHeader, addPerson, askAs } from '../../../test/harness/people.ts'
import { until } from '../../../test/harness/until.ts'
import type { Authorized, Right } from '../../core/actor.ts'
import type { DescriptionView } from './ai-schema.ts'
import type { AiOutcome } from './outcomes.ts'

const clock = stubClock()
let model: StandIn
let recipient: string
let test: TestApp
let anna: Authorized<Right>

beforeAll(async () => {
  model = await startStandIn()
  recipient = new URL(model.server.baseUrl).host
  test = await opened()
  anna = await addPerson(test.app.db, 'Anna')
})
afterAll(async () => {
  await test[Symbol.asyncDispose]()
  await model[Symbol.asyncDispose]()
})
beforeEach(async () => {
  await test.app.db.query('TRUNCATE items, item_photos, ai_calls, ai_answers, ai_agreements CASCADE')
  await agreeAs(anna)
  Object.assign(model, { mood: 'ok', answer: () => deskAnswer, tokens: { in: 1_000, out: 200 }, delayMs: 0 })
  model.server.requests.length = 0
})
const others: TestApp[] = []
afterEach(async () => {
  for (const other of others.splice(0)) await other[Symbol.asyncDispose]()
})

const env = () => ({
  ...{ AI_PROVIDER: 'compatible', AI_BASE_URL: `${model.server.baseUrl}/v1`, AI_MODEL: 'stand-in' },
  ...{ AI_KEY: goodKey, AI_ALLOW_PRIVATE_NETWORK: 'true', AI_PRICES: 'stand-in=100/500', AI_TIMEOUT_S: '5' },
})
async function opened(over: Record<string, string> = {}): Promise<TestApp> {
  let owner = 0
  const app = await testApp({
    ...{ roles: ['api', 'worker'], env: { ...env(), ...over } },
    overrides: { clock, ...actorByHeader(() => owner) },
  })
  owner = app.app.owner
  return app
}

type Asked = { status: number; body: DescriptionView & { code?: string; detail?: string } }
const ask = (item: number, by: number = anna, of = test) =>
  askAs(of.address, by, 'POST', `/api/items/${item}/description`, {}) as Promise<Asked>
const look = async (item: number, by: number = anna, of = test) =>
  (await askAs(of.address, by, 'GET', `/api/items/${item}/description`)).body as DescriptionView
const settled = (item: number, by: number = anna, of = test) =>
  until(async () => {
    const view = await look(item, by, of)
    return view.state === 'asked' ? null : view
  }, 30_000)
const agreeAs = (person: number, to: string | null = recipient, of = test) =>
  askAs(of.address, person, 'PUT', '/api/sell/ai', { agreedTo: to })
const calls = async (of = test) =>
  (
    await of.app.db.query<{ outcome: AiOutcome | null; state: string; microCents: number; tokens: number }>(
      'SELECT outcome, state, micro_cents AS "microCents", tokens FROM ai_calls ORDER BY id',
    )
  ).rows

describe('a description by a model', { timeout: 60_000 }, () => {
  it('is offered field by field with what was seen, and costs what the provider says', async () => {
    const item = await addThing(test.app.db, anna)
    expect((await ask(item)).status).toBe(202)
    const view = await settled(item)
    expect(view).toMatchObject({ state: 'answered', problem: null, isStale: false, isRepaired: false })
    expect(view.offers.map(({ field, value }) => [field, value])).toEqual([
      ['category', 'furniture'],
      ['condition', 'good'],
      ['brand', 'Herman Miller'],
      ['title', 'Herman Miller oak desk with two drawers'],
      ['details', 'Oak veneer, steel legs'],
      ['details', 'Two drawers on the left'],
      ['defects', 'Scratch on the front edge'],
      ['included', 'Key for the drawers'],
      ['description-en', 'Oak desk with two drawers and steel legs.'],
    ])
    expect(view.offers[2]).toMatchObject({ confidence: 0.9, words: 'HERMAN MILLER', isTaken: false })
    expect(view.offers[2]!.photoId).toEqual(expect.any(Number))
    // 1,000 tokens in at 100 cents and 200 out at 500 cents a million.
    expect(view.spent).toEqual({ cents: 0.2, tokens: 1_200 })
    expect(await calls()).toMatchObject([{ outcome: 'answered', microCents: 200_000, tokens: 1_200 }])
  })

  it('is asked with photos of 1024 pixels without metadata, in a closed form without tools and prices', async () => {
    const jpeg = await sharp({ create: { width: 2_000, height: 1_500, channels: 3, background: '#a52' } })
      .withExif({ IFD0: { ImageDescription: 'TheSecretPlace' } })
      .jpeg()
      .toBuffer()
    const item = await addThing(test.app.db, anna, { jpegs: Array.from({ length: 6 }, () => jpeg) })
    await test.app.db.query(`UPDATE items SET title = 'TitleOfMine', note = 'NoteOfMine' WHERE id = $1`, [
      item,
    ])
    await ask(item)
    await settled(item)
    const [request, ...more] = model.server.requests
    expect(more).toEqual([])
    expect(request!.url.pathname).toBe('/v1/chat/completions')
    const body = JSON.parse(request!.body) as Record<string, unknown>
    expect(body).toMatchObject({ model: 'stand-in', response_format: { type: 'json_schema' } })
    expect(body).not.toHaveProperty('tools')
    const schema = JSON.stringify((body.response_format as { json_schema: unknown }).json_schema)
    expect(schema).toContain('"additionalProperties":false')
    expect(schema).not.toMatch(/price|url|link|email/i)
    const pictures = [...request!.body.matchAll(/data:image\/jpeg;base64,([\w+/=]+)/g)].map(([, data]) =>
      Buffer.from(data!, 'base64'),
    )
    expect(pictures).toHaveLength(4)
    for (const picture of pictures) {
      const meta = await sharp(picture).metadata()
      expect([meta.width, meta.height, meta.exif]).toEqual([1024, 768, undefined])
    }
    for (const own of ['TheSecretPlace', 'TitleOfMine', 'NoteOfMine', 'Anna'])
      expect(request!.body).not.toContain(own)
  })

  it('costs nothing again for the same photos and facts, whatever title and number are then', async () => {
    const item = await addThing(test.app.db, anna)
    await ask(item)
    await settled(item)
    await askAs(test.address, anna, 'PATCH', `/api/items/${item}`, { title: 'Another title' })
    expect((await ask(item)).body).toMatchObject({ state: 'answered', isStale: false })
    expect(model.server.requests).toHaveLength(1)
    await askAs(test.address, anna, 'PUT', `/api/items/${item}/facts`, { field: 'model', value: 'Aeron' })
    expect(await look(item)).toMatchObject({ state: 'answered', isStale: true })
    await ask(item)
    await settled(item)
    expect(model.server.requests).toHaveLength(2)
  })

  it('is asked for once when two ask at once', async () => {
    model.delayMs = 300
    const item = await addThing(test.app.db, anna)
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(item)))
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(202))
    await settled(item)
    expect(model.server.requests).toHaveLength(1)
    expect(await calls()).toHaveLength(1)
  })

  const kinds: [Mood, AiOutcome, boolean][] = [
    ['prose', 'repaired', true],
    ['cut', 'repaired', true],
    ['extra-keys', 'answered', true],
    ['no-usage', 'answered', true],
    ['nonsense', 'unreadable', false],
    ['declines', 'declined', false],
    ['huge', 'too-large', false],
    ['broken', 'away', false],
    ['hangs', 'timed-out', false],
    ['redirects', 'unreadable', false],
    ['not-its-form', 'unreadable', false],
  ]
  it.each(kinds)('that is %s is %s, and nothing is lost', async (mood, outcome, hasOffers) => {
    model.mood = mood
    const item = await addThing(test.app.db, anna)
    await ask(item)
    const view = await settled(item)
    expect(await calls()).toMatchObject([{ outcome, state: 'done' }])
    expect(view.offers.length > 0).toBe(hasOffers)
    if (hasOffers) expect(view).toMatchObject({ state: 'answered', isRepaired: outcome === 'repaired' })
    else {
      expect(view).toMatchObject({ state: 'failed', problemCode: outcome })
      expect(view.problem).toMatch(/\.$/)
    }
    if (mood === 'extra-keys')
      expect(view.dropped).toEqual([{ field: 'other', because: 'unknown-field', count: 1 }])
    if (mood === 'cut') expect(view.offers.map(({ value }) => value)).not.toContain('Oak desk with two dr')
    // What may have been made is counted at its most where the provider does not say.
    if (['no-usage', 'hangs', 'huge'].includes(mood))
      expect((await calls())[0]!.microCents).toBeGreaterThan(2e6)
    // Asked again it is asked again, unless there is an answer.
    model.mood = 'ok'
    await ask(item)
    await settled(item)
    expect(await calls()).toHaveLength(hasOffers ? 1 : 2)
    expect((await look(item)).offers.length).toBeGreaterThan(0)
  })

  it('waits as long as the provider asks', async () => {
    model.mood = 'throttled'
    const item = await addThing(test.app.db, anna)
    await ask(item)
    const view = await settled(item)
    expect(view).toMatchObject({ state: 'failed', problemCode: 'busy', retryAt: '2026-11-22T12:01:30.000Z' })
    expect(await calls()).toMatchObject([{ microCents: 0, tokens: 0 }])
    const early = await ask(item)
    expect([early.status, early.body.code]).toEqual([429, 'ai-busy'])
    expect(early.body.detail).toContain('2026-11-22 12:01 UTC')
    expect(model.server.requests).toHaveLength(1)
    model.mood = 'ok'
    clock.advance(91_000)
    await ask(item)
    expect(await settled(item)).toMatchObject({ state: 'answered' })
    clock.set('2026-11-22T12:00:00Z')
  })
})

describe('what is taken over', { timeout: 60_000 }, () => {
  const take = (item: number, offers: unknown, by: number = anna) =>
    askAs(test.address, by, 'POST', `/api/items/${item}/description/take`, { offers })

  it('is what the person chose, with confidence and the origin; all of it or nothing', async () => {
    const item = await addThing(test.app.db, anna)
    await askAs(test.address, anna, 'PATCH', `/api/items/${item}`, { details: 'From 1998' })
    await ask(item)
    await settled(item)
    const bad = await take(item, [
      { field: 'brand', value: 'Herman Miller' },
      { field: 'title', value: 'Something else' },
    ])
    expect([bad.status, (bad.body as { code: string }).code]).toEqual([409, 'offer-gone'])
    const before = (await askAs(test.address, anna, 'GET', `/api/items/${item}`)).body as object
    expect(before).toMatchObject({ brand: null, title: 'Untitled thing' })
    const taken = await take(item, [
      { field: 'brand', value: 'Herman Miller' },
      { field: 'title', value: 'Herman Miller oak desk with two drawers' },
      { field: 'condition', value: 'good' },
      { field: 'details', value: 'Oak veneer, steel legs' },
      { field: 'details', value: 'Two drawers on the left' },
      { field: 'description-en', value: 'Oak desk with two drawers and steel legs.' },
    ])
    expect(taken.status).toBe(200)
    expect((taken.body as DescriptionView).isStale).toBe(false)
    expect((await askAs(test.address, anna, 'GET', `/api/items/${item}`)).body).toMatchObject({
      ...{ brand: 'Herman Miller', title: 'Herman Miller oak desk with two drawers', condition: 'good' },
      details: 'From 1998\nOak veneer, steel legs\nTwo drawers on the left',
      ...{ defects: null, included: null },
    })
    const { facts } = (await askAs(test.address, anna, 'GET', `/api/items/${item}/photos`)).body as {
      facts: { field: string; origin: string; confidence: number; evidence: string | null }[]
    }
    expect(facts.find(({ field }) => field === 'brand')).toMatchObject({
      ...{ origin: 'model', confidence: 0.9, evidence: 'HERMAN MILLER' },
    })
    const isTaken = (await look(item)).offers.filter((one) => one.isTaken).map(({ field }) => field)
    expect(isTaken.toSorted()).toEqual(
      ['brand', 'category', 'condition', 'description-en', 'details', 'details', 'title'].toSorted(),
    )
    // The ad says it, in the language that it is in.
    const ad = (await askAs(test.address, anna, 'GET', `/api/items/${item}/ads/mercari`)).body as {
      written: { description: string }
    }
    expect(ad.written.description).toContain('Oak desk with two drawers and steel legs.')
    expect(model.server.requests).toHaveLength(1)
  })

  it('is nobody else’s', async () => {
    const item = await addThing(test.app.db, anna)
    await ask(item)
    await settled(item)
    const other = await addPerson(test.app.db, 'Otto')
    await agreeAs(other)
    for (const answer of [
      await ask(item, other),
      await askAs(test.address, other, 'GET', `/api/items/${item}/description`),
      await take(item, [{ field: 'brand', value: 'Herman Miller' }], other),
    ])
      expect(answer.status).toBe(404)
  })
})

describe('nothing is sent', { timeout: 60_000 }, () => {
  it('while it is off', async () => {
    const off = await opened({ AI_PROVIDER: 'off' })
    others.push(off)
    const berta = await addPerson(off.app.db, 'Berta')
    const item = await addThing(off.app.db, berta)
    const refused = await ask(item, berta, off)
    expect([refused.status, refused.body.code]).toEqual([409, 'ai-off'])
    expect((await agreeAs(berta, recipient, off)).status).toBe(409)
    expect((await askAs(off.address, berta, 'GET', '/api/sell/ai')).body).toMatchObject({
      ...{ isOn: false, recipient: null, sent: null },
    })
    expect(model.server.requests).toHaveLength(0)
  })

  it('before the person agreed, nor once they took it back, nor to somebody else', async () => {
    const item = await addThing(test.app.db, anna)
    await agreeAs(anna, null)
    const refused = await ask(item)
    expect([refused.status, refused.body.code]).toEqual([409, 'ai-not-agreed'])
    expect(refused.body.detail).toContain(recipient)
    const wrong = await agreeAs(anna, 'api.openai.com')
    expect((wrong.body as { code: string }).code).toBe('ai-other-recipient')
    const state = (await agreeAs(anna)).body as { isAgreed: boolean; sent: string }
    expect(state).toMatchObject({ isAgreed: true, sent: expect.stringContaining(`go to ${recipient}`) })
    await test.app.db.query(`UPDATE ai_agreements SET recipient = 'api.openai.com'`)
    expect((await ask(item)).body.code).toBe('ai-not-agreed')
    expect(model.server.requests).toHaveLength(0)
  })

  it('into a private network that the operator did not allow', async () => {
    const shut = await opened({ AI_ALLOW_PRIVATE_NETWORK: 'false' })
    others.push(shut)
    const berta = await addPerson(shut.app.db, 'Berta')
    const item = await addThing(shut.app.db, berta)
    await agreeAs(berta, recipient, shut)
    await ask(item, berta, shut)
    expect(await settled(item, berta, shut)).toMatchObject({ state: 'failed', problemCode: 'not-allowed' })
    expect(await calls(shut)).toMatchObject([{ microCents: 0 }])
    expect(model.server.requests).toHaveLength(0)
  })

  it('of a thing without photos, or of photos that are still being read', async () => {
    const none = await addThing(test.app.db, anna, { photos: 0 })
    expect((await ask(none)).body.code).toBe('no-photos')
    const item = await addThing(test.app.db, anna)
    await test.app.db.query('UPDATE item_photos SET candidates = NULL WHERE item_id = $1', [item])
    expect((await ask(item)).body.code).toBe('photos-being-read')
    expect(model.server.requests).toHaveLength(0)
  })
})

describe('the key', { timeout: 60_000 }, () => {
  it('that is wrong is said, and told to nobody', async () => {
    const lines: string[] = []
    const wrong = await opened({ AI_KEY: 'sk-CnryWrongKey0123456789Z' })
    others.push(wrong)
    const berta = await addPerson(wrong.app.db, 'Berta')
    const item = await addThing(wrong.app.db, berta)
    await agreeAs(berta, recipient, wrong)
    await ask(item, berta, wrong)
    const view = await settled(item, berta, wrong)
    expect(view).toMatchObject({ state: 'failed', problemCode: 'key-refused' })
    const rows = await wrong.app.db.query('SELECT to_jsonb(c) AS row FROM ai_calls c')
    const told = JSON.stringify([
      view,
      rows.rows,
      lines,
      await askAs(wrong.address, berta, 'GET', '/api/sell/ai'),
    ])
    expect(told).not.toContain('CnryWrongKey')
    // The stand-in repeats the key in its refusal, as some do.
    expect(model.server.requests).toHaveLength(1)
    expect(await calls(wrong)).toMatchObject([{ microCents: 0 }])
  })
})

describe('Anthropic’s messages', { timeout: 60_000 }, () => {
  it('are spoken, too', async () => {
    const other = await opened({ AI_PROVIDER: 'anthropic' })
    others.push(other)
    const berta = await addPerson(other.app.db, 'Berta')
    const item = await addThing(other.app.db, berta)
    await agreeAs(berta, recipient, other)
    await ask(item, berta, other)
    expect(await settled(item, berta, other)).toMatchObject({ state: 'answered' })
    const [request] = model.server.requests
    expect(request!.url.pathname).toBe('/v1/messages')
    expect(request!.headers['anthropic-version']).toBe('2023-06-01')
    expect(await calls(other)).toMatchObject([{ outcome: 'answered', microCents: 200_000 }])
  })
})
