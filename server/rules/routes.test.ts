import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import { seenListing } from '../../test/harness/factories.ts'
import { findPlace } from '../core/places.ts'
import { ingest } from '../flows/ingest.ts'
import { matchSubject } from '../flows/match-subject.ts'
import { listNewest } from '../listings/list-store.ts'
import { noRates } from '../model/exchange-rates.ts'
import { type RulePreview, type RuleView, ruleInputSchema } from '../model/rule-schema.ts'
import { matchRule } from './explain/reference.ts'
import { draftRule, readRule } from './rules.ts'
import { lockRulesForEdit } from './store.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'] })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(() =>
  test.app.db.transaction(async (tx) => {
    await lockRulesForEdit(tx)
    await tx.query('DELETE FROM rules')
  }),
)

const whole = {
  name: 'Sofa under $300',
  keywords: { all: ['sofa'], any: ['grey', 'blue'], none: ['leather'] },
  categories: ['furniture'],
  conditions: ['good', 'like-new'],
  priceCentsMin: 5_000,
  priceCentsMax: 30_000,
  currency: 'USD',
  places: [{ place: 'Oakland, CA', radiusKm: 30 }],
  scoreMin: 60,
  weights: { price: 50, profit: 0, condition: 30, recency: 0, distance: 0, photos: 20, keyword: 0 },
  marketplaces: ['craigslist'],
  channels: ['inbox', 'webhook'],
  enabled: true,
}

async function make(body: object): Promise<RuleView> {
  const answer = await test.call('POST', '/api/rules', body)
  expect(answer).toMatchObject({ status: 201 })
  return answer.body as RuleView
}
const patch = (id: number, body: unknown) => test.call('PATCH', `/api/rules/${id}`, body)
const count = async () =>
  ((await test.call('GET', '/api/rules?limit=200')).body as { items: unknown[] }).items.length
const waitingJobs = async (ruleId: number) => {
  const { rows } = await test.app.db.query<{ revision: number }>(
    `SELECT (data->>'revision')::int AS revision FROM jobs.job
     WHERE name = 'match-existing' AND state = 'created' AND (data->>'ruleId')::int = $1 ORDER BY 1`,
    [ruleId],
  )
  return rows.map(({ revision }) => revision)
}

describe('a rule', () => {
  it('comes back as it was sent, with what was made of it', async () => {
    const made = await make(whole)
    expect(made).toMatchObject({
      ...whole,
      places: [{ place: 'Oakland, CA', label: expect.stringMatching(/Oakland/), radiusKm: 30 }],
      demo: false,
      revision: 1,
    })
    const answer = await test.call('GET', `/api/rules/${made.id}`)
    expect(answer).toMatchObject({ status: 200, body: made })
  })

  it('needs only a name; the rest has defaults', async () => {
    expect(await make({ name: 'All' })).toMatchObject({
      keywords: { all: [], any: [], none: [] },
      categories: [],
      priceCentsMin: null,
      priceCentsMax: null,
      currency: 'USD',
      places: [],
      query: null,
      scoreMin: null,
      weights: null,
      marketplaces: [],
      channels: ['inbox'],
      enabled: true,
    })
  })

  const long = 'x'.repeat(201)
  const bad: [Record<string, unknown>, string][] = [
    [{ name: '' }, 'name'],
    [{ name: '   ' }, 'name'],
    [{ name: long }, 'name'],
    [{ name: 7 }, 'name'],
    [{ name: null }, 'name'],
    [{ name: 'NUL \u0000 in it' }, 'name'],
    [{ name: 'half \ud800 a character' }, 'name'],
    [{ keywords: { all: 'sofa' } }, 'keywords.all'],
    [{ keywords: { all: [''] } }, 'keywords.all.0'],
    [{ keywords: { any: ['ok', long] } }, 'keywords.any.1'],
    [{ keywords: { none: ['🛋️'] } }, 'keywords.none.0'],
    [{ keywords: { none: ['NUL \u0000'] } }, 'keywords.none.0'],
    [{ keywords: { all: Array.from({ length: 51 }, (_, n) => `word${n}`) } }, 'keywords.all'],
    [{ keywords: { some: ['x'] } }, 'keywords'],
    [{ keywords: null }, 'keywords'],
    [{ categories: ['spaceships'] }, 'categories.0'],
    [{ conditions: ['shiny'] }, 'conditions.0'],
    [{ priceCentsMin: -1 }, 'priceCentsMin'],
    [{ priceCentsMin: 1.5 }, 'priceCentsMin'],
    [{ priceCentsMax: '300' }, 'priceCentsMax'],
    [{ priceCentsMax: 1e14 }, 'priceCentsMax'],
    [{ priceCentsMin: 31_000, priceCentsMax: 30_000 }, 'priceCentsMax'],
    [{ currency: 'usd' }, 'currency'],
    [{ currency: 'ZZZ' }, 'currency'],
    [{ currency: '$' }, 'currency'],
    [{ places: [], place: 'Nowhere at all, ZZ' }, 'place'],
    [{ places: [], place: '' }, 'place'],
    [{ places: [], place: 'NUL \u0000' }, 'place'],
    [{ place: null, radiusKm: 10 }, 'place'],
    [{ places: [], place: 'Oakland, CA', radiusKm: 0 }, 'radiusKm'],
    [{ places: [], place: 'Oakland, CA', radiusKm: 30_000 }, 'radiusKm'],
    [{ places: [], place: 'Oakland, CA', radiusKm: 'far' }, 'radiusKm'],
    [{ scoreMin: 101 }, 'scoreMin'],
    [{ scoreMin: 59.5 }, 'scoreMin'],
    [{ weights: 'greedy' }, 'weights'],
    [{ weights: { price: 60, condition: 30 } }, 'weights'],
    [{ weights: { price: 99.5, condition: 0.5 } }, 'weights'],
    [{ weights: { price: 100, colour: 0 } }, 'weights'],
    [{ marketplaces: ['craigslist', 'olx'] }, 'marketplaces'],
    [{ channels: ['pigeon'] }, 'channels'],
    [{ channels: [7] }, 'channels.0'],
    [{ enabled: 'yes' }, 'enabled'],
    [{ colour: 'red' }, '(whole)'],
  ]

  it.each(bad)('%j is refused naming %s, and nothing is made or changed', async (change, field) => {
    const made = await make(whole)
    for (const [method, path, body] of [
      ['POST', '/api/rules', { ...whole, ...change }],
      ['POST', '/api/rules/preview', { ...whole, ...change }],
      ['PUT', `/api/rules/${made.id}`, { ...whole, ...change }],
      // A place taken away takes its radius along.
      ['PATCH', `/api/rules/${made.id}`, change],
    ] as const) {
      const answer = await test.call(method, path, body)
      expect(answer, method).toMatchObject({
        status: 422,
        body: { code: 'bad-input', detail: expect.any(String) },
      })
      expect(Object.keys((answer.body as { fields: object }).fields), method).toEqual([field])
    }
    expect(await count()).toBe(1)
    expect((await test.call('GET', `/api/rules/${made.id}`)).body).toEqual({
      ...made,
      stats: expect.anything(),
    })
  })

  it('says of an expression what is wrong, with a ^ under the character', async () => {
    const query = 'sofa OR\noak AND (red'
    expect(await test.call('POST', '/api/rules', { ...whole, query })).toMatchObject({
      status: 422,
      body: {
        fields: {
          query: 'This parenthesis is not closed: put a ) where its part ends.\noak AND (red\n        ^',
        },
      },
    })
    expect(await test.call('POST', '/api/rules', { ...whole, query: 'sofa OR oak' })).toMatchObject({
      status: 201,
      body: { query: 'sofa OR oak' },
    })
  })

  it('several wrong things are told at once, with what would be right', async () => {
    const { body } = await test.call('POST', '/api/rules', {
      ...whole,
      marketplaces: ['olx'],
      channels: ['pigeon'],
      places: [{ place: 'Nowhere at all, ZZ' }],
    })
    expect((body as { fields: object }).fields).toMatchObject({
      marketplaces: expect.stringMatching(/"olx" .*craigslist/),
      channels: expect.stringMatching(/"pigeon" .*inbox/),
      place: expect.stringMatching(/ZIP/),
    })
  })

  it('PATCH keeps what it does not name, of keywords too', async () => {
    const { id } = await make(whole)
    expect(await patch(id, { priceCentsMax: 25_000 })).toMatchObject({
      status: 200,
      body: { ...whole, priceCentsMax: 25_000, revision: 2 },
    })
    expect((await patch(id, { keywords: { none: [] } })).body).toMatchObject({
      keywords: { ...whole.keywords, none: [] },
      revision: 3,
    })
    expect((await patch(id, { place: null })).body).toMatchObject({
      places: [],
    })
    expect((await patch(id, { place: '94110', scoreMin: null })).body).toMatchObject({
      places: [{ place: '94110', radiusKm: 40 }],
      scoreMin: null,
      name: whole.name,
    })
  })

  it('two changes at once do not undo each other', async () => {
    const { id } = await make(whole)
    const changes = [
      { name: 'Other' },
      { priceCentsMax: 20_000 },
      { scoreMin: 10 },
      { enabled: false },
      { radiusKm: 7 },
    ]
    const answers = await Promise.all(changes.map((change) => patch(id, change)))
    expect(answers.map(({ status }) => status)).toEqual(changes.map(() => 200))
    const { body } = await test.call('GET', `/api/rules/${id}`)
    const { radiusKm, ...others } = Object.assign({}, whole, ...changes)
    expect(body).toMatchObject({ ...others, places: [{ place: 'Oakland, CA', radiusKm }], revision: 6 })
  })

  it('PUT replaces the whole', async () => {
    const { id } = await make(whole)
    expect(await test.call('PUT', `/api/rules/${id}`, { name: 'All' })).toMatchObject({
      status: 200,
      body: {
        id,
        name: 'All',
        keywords: { all: [], any: [], none: [] },
        places: [],
        scoreMin: null,
        revision: 2,
      },
    })
  })

  it('every revision that is switched on is sent to look at what is there; the earlier one does not stand in its way', async () => {
    const { id } = await make(whole)
    await patch(id, { priceCentsMax: 40_000 })
    await patch(id, { enabled: false })
    await patch(id, { enabled: true })
    expect(await waitingJobs(id)).toEqual([1, 2, 4])
  })

  it('that is deleted is gone, and its matches are seen no more; what was notified stays', async () => {
    const { id } = await make({ name: 'Anvils', keywords: { all: ['anvil'] } })
    await ingest(test.app.pipeline, {
      sightings: [{ marketplace: 'shop', seen: seenListing({ title: 'Anvil' }), observedAtMs: Date.now() }],
      sourceId: null,
      scanId: null,
      demo: false,
    })
    const notified = async () =>
      ((await test.call('GET', '/api/notifications')).body as { items: { title: string }[] }).items
    expect(await notified()).toHaveLength(1)
    expect((await test.call('DELETE', `/api/rules/${id}`)).status).toBe(204)
    expect((await test.call('GET', `/api/rules/${id}/matches`)).status).toBe(404)
    expect(await notified()).toHaveLength(1)
    for (const [method, body] of [['GET'], ['DELETE'], ['PUT', whole], ['PATCH', {}]] as const) {
      expect(await test.call(method, `/api/rules/${id}`, body), method).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      })
    }
  })

  it.each(['abc', '0', '-1', '1.5', '99999999999999999999'])('an id of %s is bad input', async (id) => {
    expect((await test.call('GET', `/api/rules/${id}`)).status).toBe(422)
    expect((await patch(id as never, {})).status).toBe(422)
  })
})

describe('the list of rules', () => {
  it('comes in pages that miss and repeat nothing', async () => {
    for (let n = 0; n < 7; n++) await make({ name: `Rule ${n}` })
    const names: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const { body } = await test.call('GET', `/api/rules?limit=3${next === '' ? '' : `&cursor=${next}`}`)
      const page = body as { items: RuleView[]; next: string | null }
      names.push(...page.items.map(({ name }) => name))
      next = page.next
    }
    expect(names).toEqual(Array.from({ length: 7 }, (_, n) => `Rule ${n}`))
  })

  it.each(['limit=0', 'limit=201', 'limit=x'])('?%s is bad input', async (query) => {
    expect(await test.call('GET', `/api/rules?${query}`)).toMatchObject({
      status: 422,
      body: { code: 'bad-input' },
    })
  })
})

describe('an import', () => {
  const send = (body: object) => test.call('POST', '/api/rules/import', body)
  const table = 'name,all,max_price\nDesk,desk,50\nLamp,lamp,20\n'

  it('makes all rules of a file; a dry run only says them', async () => {
    const before = await count()
    const dry = await send({ text: table, dryRun: true })
    expect(dry).toMatchObject({
      status: 200,
      body: {
        format: 'csv',
        rules: [
          { where: 'row 2', name: 'Desk', wants: 'desk, up to 50 USD', notes: [], problems: {}, id: null },
          { where: 'row 3', name: 'Lamp' },
        ],
        notes: [],
      },
    })
    expect(await count()).toBe(before)
    const { status, body } = await send({ text: table })
    expect(status).toBe(201)
    const { rules } = body as { rules: { id: number }[] }
    expect(await count()).toBe(before + 2)
    const made = await test.call('GET', `/api/rules/${rules[1]!.id}`)
    expect(made.body).toMatchObject({ name: 'Lamp', priceCentsMax: 2_000 })
  })

  it('takes what the API lists', async () => {
    await make({ ...whole, name: 'Listed' })
    const list = (await test.call('GET', '/api/rules?limit=200')).body as { items: { name: string }[] }
    const listed = list.items.filter(({ name }) => name === 'Listed')
    const { status, body } = await send({ text: JSON.stringify({ items: listed, next: null }) })
    expect(status).toBe(201)
    const { rules } = body as { rules: { id: number }[] }
    expect((await test.call('GET', `/api/rules/${rules[0]!.id}`)).body).toMatchObject({
      ...whole,
      name: 'Listed',
    })
  })

  it('makes none where one is wrong, and names it', async () => {
    const before = await count()
    const text = JSON.stringify([
      { name: 'A' },
      { name: 'B', query: '(sofa' },
      { name: 'C', channels: ['pigeon'] },
    ])
    expect(await send({ text })).toMatchObject({
      status: 422,
      body: {
        code: 'bad-input',
        fields: {
          'rule 2: query': expect.stringMatching(/^This parenthesis is not closed/),
          'rule 3: channels': expect.stringMatching(/"pigeon" is not a channel here/),
        },
      },
    })
    for (const bad of [
      { text: '{"watching": {}}' },
      { text: 'x' },
      { text: '' },
      { text: table, format: 'excel' },
      { text: JSON.stringify(Array.from({ length: 1_001 }, () => ({ name: 'x' }))) },
    ])
      expect((await send(bad)).status, bad.text.slice(0, 20)).toBe(422)
    expect((await send({ text: 'x'.repeat(5 * 1024 * 1024 + 1) })).status).toBe(422)
    expect((await send({ text: 'x'.repeat(11 * 1024 * 1024) })).status).toBe(413)
    expect(await count()).toBe(before)
  })
})

describe('a preview', () => {
  it('finds exactly what the rule would match among what is stored, and writes nothing', async () => {
    const listings = Array.from({ length: 60 }, (_, n) =>
      seenListing({
        title: `${n % 2 === 0 ? 'Teak' : 'Pine'} ${n % 3 === 0 ? 'bench' : 'stool'} ${n}`,
        priceCents: n * 1_000,
        // Without one it is unknown whether it fits.
        ...(n % 5 === 0 ? { condition: undefined } : { condition: n % 7 === 0 ? 'fair' : 'good' }),
      } as never),
    )
    await ingest(test.app.pipeline, {
      sightings: listings.map((seen) => ({ marketplace: 'shop', seen, observedAtMs: Date.now() })),
      sourceId: null,
      scanId: null,
      demo: false,
    })
    const body = {
      name: 'Teak',
      keywords: { all: ['teak'], none: ['stool'] },
      conditions: ['good'],
      priceCentsMax: 40_000,
    }
    const answer = await test.call('POST', '/api/rules/preview', body)
    expect(answer.status).toBe(200)
    const preview = answer.body as RulePreview
    const rule = draftRule(
      readRule(test.app.rules, { findPlace }, ruleInputSchema.parse(body)),
      test.app.owner,
    )
    const any = {
      person: test.app.owner,
      words: [],
      categories: [],
      marketplaces: ['shop'],
      conditions: [],
      kinds: [],
      priceMeanings: [],
      state: null,
      demo: null,
      priceCentsMin: null,
      priceCentsMax: null,
      scoreMin: null,
      currency: null,
      within: null,
      limit: 200,
    }
    const verdicts = (await listNewest(test.app.db, any, null)).map((stored) => ({
      id: stored.id,
      verdict: matchRule(rule, matchSubject(stored, false, noRates), {
        score: () => 0,
        landedCents: () => null,
        profitCents: () => null,
      }).verdict,
    }))
    const of = (wanted: string) => verdicts.filter(({ verdict }) => verdict === wanted).map(({ id }) => id)
    expect(of('yes').length).toBeGreaterThan(2)
    expect(of('unknown').length).toBeGreaterThan(0)
    expect(preview).toMatchObject({
      matches: of('yes').length,
      // The shop has no pages of its own to read.
      unknown: 0,
      unstated: of('unknown').length,
      lastWeek: of('yes').length,
    })
    expect(preview.items.map(({ listingId }) => listingId).toSorted()).toEqual(of('yes').toSorted())
    expect(preview.items.map(({ score }) => score)).toEqual(
      preview.items.map(({ score }) => score).toSorted((a, b) => b - a),
    )
    expect(await count()).toBe(0)
    expect((await test.app.db.query('SELECT FROM matches')).rowCount).toBe(0)
  })
})
