import { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { ingest } from '../flows/ingest.ts'
import { discountPct } from '../model/price-against-value.ts'
import { valueCommand } from './commands.ts'
import { fitRows } from './price-model/price-net.ts'
import { lawRows, nowMs } from './samples.ts'
import type { ValueAnswer } from './value/answer/value-schema.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp({
    roles: ['api'],
    overrides: { clock: stubClock(new Date(nowMs)), learn: async (rows) => fitRows(rows) },
  })
  const page = { sourceId: null, scanId: null, demo: false }
  const sightings = (rows: ReturnType<typeof lawRows>, marketplace: string) =>
    rows.map((row) => ({
      marketplace,
      observedAtMs: row.observedAtMs,
      seen: {
        externalId: `${marketplace} ${row.listingId}`,
        title: row.title,
        url: `https://example.com/${row.listingId}`,
        priceCents: row.priceCents,
        currency: row.currency,
        condition: row.condition!,
        brand: row.brand!,
        siteCategory: 'Cell Phones',
        postedAt: new Date(row.observedAtMs).toISOString(),
        basis: row.basis,
      },
    }))
  await ingest(test.app.pipeline, { ...page, sightings: sightings(lawRows(300), 'test-market') })
  await ingest(test.app.pipeline, {
    ...page,
    sightings: sightings(lawRows(5, { seed: 8, change: () => ({ currency: 'EUR' }) }), 'test-market-eu'),
  })
  await ingest(test.app.pipeline, {
    ...page,
    demo: true,
    sightings: sightings(lawRows(40, { seed: 9, change: () => ({ currency: 'GBP' }) }), 'test-demo'),
  })
  await test.app.valuer.settled()
})
afterAll(() => test[Symbol.asyncDispose]())

const thing = { title: 'quillon p2 128GB', brand: 'quillon', category: 'phones', condition: 'good' }

async function ask(query: Record<string, string>): Promise<{ status: number; body: ValueAnswer }> {
  return test.call('GET', `/api/value?${new URLSearchParams(query)}`)
}
async function post(
  body: unknown,
): Promise<{ status: number; body: ValueAnswer & { fields?: object; code?: string } }> {
  return test.call('POST', '/api/value', body)
}
/** An answer without a value. */
async function reasonOf(query: Record<string, string>): Promise<string> {
  const { status, body } = await ask(query)
  expect([status, body.value, body.comps]).toEqual([200, null, []])
  return body.reason
}

describe('what a thing is worth', () => {
  it('comes with interval, evidence and what was understood', async () => {
    const { status, body } = await ask(thing)
    expect(status).toBe(200)
    const value = body.value!
    expect(value).toMatchObject({ currency: 'USD', method: 'similar', basis: 'asking' })
    expect(value.lowCents).toBeLessThanOrEqual(value.midCents)
    expect(value.midCents).toBeLessThanOrEqual(value.highCents)
    // The law: 10 000 × 1.6 × 1.3 × 2^0.4.
    expect(Math.abs(value.midCents / 27_446 - 1)).toBeLessThan(0.2)
    expect(body.understood).toMatchObject({
      brand: 'quillon',
      model: 'p2',
      storageGb: 128,
      quantity: 1,
      category: 'phones',
      categoryFrom: 'given',
      condition: 'good',
      kind: 'the thing itself',
      sentence: 'quillon p2, 128 GB, in good condition, under phones.',
    })
    expect(body.reason).toMatch(
      /^\$\d+.* 8 of 10 between \$.*similar listings \(most at \$.* to \$.*, all asked, .*sure|guide|guess/,
    )
    expect(body.price).toBeNull()
  })

  it('shows comps that can be followed, heaviest first, each with why it is not the same', async () => {
    const { comps, value } = (await ask(thing)).body
    expect(comps.length).toBe(Math.min(20, value!.count))
    const shares = comps.map((comp) => comp.weightShare)
    expect(shares).toEqual(shares.toSorted((a, b) => b - a))
    for (const comp of comps) {
      expect(comp.url).toMatch(/^https:\/\/example\.com\/\d+$/)
      expect(comp.adjustedCents).toBeGreaterThan(0)
      expect(comp.ageDays).toBeGreaterThanOrEqual(0)
      expect(comp.currency).toBe('USD')
      const storage = /(\d+)GB/.exec(comp.title)![1]
      if (storage !== '128') expect(comp.adjustments).toContain(`${storage} GB instead of 128 GB`)
      if (comp.condition !== 'good') expect(comp.adjustments).toContain(`${comp.condition} instead of good`)
    }
    expect(comps.some((comp) => /with other details [+−]\d+ %$/.test(comp.adjustments))).toBe(true)
  })

  it('compares a price with it, in the words of the deal score', async () => {
    const { value, price } = (await ask({ ...thing, price: '$100' })).body
    expect(price).toMatchObject({ priceCents: 10_000, currency: 'USD' })
    expect(price!.percentFromMid).toBe(-discountPct(10_000, value!.midCents))
    expect(price!.sentence).toMatch(/^\$100 is \d+ % below the fair value of \$/)
    expect((await post({ ...thing, price: 100 })).body.price).toEqual(price)
    expect((await ask({ ...thing, price: '0' })).body.price).toMatchObject({
      percentFromMid: -100,
      sentence: 'Free',
    })
    expect((await ask({ ...thing, price: '1234' })).body.price!.sentence).toContain('it says nothing')
  })

  it('is another without the comparables that are struck out, and shows as many as are asked for', async () => {
    const all = (await ask({ ...thing, compsMax: '256' })).body
    expect(all.comps.length).toBe(all.value!.count)
    expect((await ask({ ...thing, compsMax: '3' })).body.comps).toEqual(all.comps.slice(0, 3))
    const cheapest = all.comps
      .toSorted((a, b) => a.adjustedCents - b.adjustedCents)
      .slice(0, Math.floor(all.comps.length / 2))
      .map(({ listingId }) => listingId)
    const left = (await ask({ ...thing, compsMax: '256', exclude: cheapest.join(',') })).body
    expect(left.comps.map(({ listingId }) => listingId)).not.toEqual(expect.arrayContaining([cheapest[0]]))
    expect(left.value!.midCents).toBeGreaterThan(all.value!.midCents)
    expect((await post({ ...thing, compsMax: 256, exclude: cheapest })).body).toEqual(left)
    expect((await ask({ ...thing, exclude: 'seventeen' })).status).toBe(422)
  })

  it('says which details it was not told and the comparables differ in; told, they are open no more', async () => {
    const open = (await ask({ title: 'quillon', brand: 'quillon', category: 'phones' })).body.openDetails
    expect(open.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining(['model', 'storage', 'condition']),
    )
    const storage = open.find(({ detail }) => detail === 'storage')!
    expect(storage.options.map(({ value }) => value)).toEqual(expect.arrayContaining(['128GB']))
    expect(storage.options.every(({ count }) => count >= 2)).toBe(true)
    const told = (await ask(thing)).body
    expect(told.understood.storageGb).toBe(128)
    expect(told.openDetails.map(({ detail }) => detail)).not.toEqual(
      expect.arrayContaining(['storage', 'condition']),
    )
    expect((await ask({ title: 'xyzzy' })).body.openDetails).toEqual([])
  })

  it('POST takes attributes, which count', async () => {
    const bare = { title: 'quillon', brand: 'quillon', category: 'phones', condition: 'good' }
    const told = await post({ ...bare, attributes: { model: 'p3', storage: '256 GB' } })
    expect(told.body.understood).toMatchObject({ model: 'p3', storageGb: 256 })
    expect(told.body.value!.midCents).toBeGreaterThan((await post(bare)).body.value!.midCents)
  })

  it('reads conditions in any words, and says when it does not know them', async () => {
    expect((await ask({ ...thing, condition: 'Used - Good' })).body.understood.condition).toBe('good')
    expect((await ask({ ...thing, condition: 'wie neu' })).body.understood.condition).toBe('like-new')
    const { understood, notes } = (await ask({ ...thing, condition: 'well loved' })).body
    expect(understood.condition).toBeNull()
    expect(notes.join()).toContain('"well loved"')
    const [fresh, poor] = [
      await ask({ ...thing, condition: 'new' }),
      await ask({ ...thing, condition: 'poor' }),
    ]
    expect(fresh.body.value!.midCents).toBeGreaterThan(poor.body.value!.midCents)
  })

  it('recognises the category where it is not given', async () => {
    const { body } = await ask({ title: 'quillon p2 128GB smartphone', brand: 'quillon' })
    expect(body.understood).toMatchObject({ category: 'phones', categoryFrom: 'inferred' })
    expect(body.value).not.toBeNull()
  })

  it('values by the demo only when asked to, and says so', async () => {
    const { body } = await ask({ ...thing, demo: 'true' })
    expect(body.value!.currency).toBe('GBP')
    expect(body.notes.join()).toContain('made-up')
    expect(await reasonOf({ ...thing, currency: 'GBP' })).toContain('none in GBP')
  })
})

describe('where nothing can be said, it is said', () => {
  it('another currency', async () => {
    expect(await reasonOf({ ...thing, currency: 'JPY' })).toBe(
      'Not enough comparable listings: there are comparables in USD, EUR, none in JPY; currencies are never mixed or converted. Ask in one of those, or import listings in JPY.',
    )
    // The price's currency is meant where none is named.
    expect(await reasonOf({ ...thing, title: 'nothing alike', brand: '', price: '€80' })).toContain(
      'of phones in EUR there are 5 in all (8 are needed). There are 300 in USD',
    )
  })

  it.each([
    ['', 'no words that could be compared'],
    ['🎉🎉🎉', 'no words that could be compared'],
    ['...---...', 'no words that could be compared'],
    ['xyzzy', 'does not tell what kind of thing it is'],
    ['קריאה', 'does not tell what kind of thing it is'],
    ['自行车', 'does not tell what kind of thing it is'],
    ['oak dining table', 'of furniture in USD there are 0 in all'],
  ])('%j', async (title, words) => {
    const reason = await reasonOf({ title })
    expect(reason).toMatch(/^Not enough comparable listings: /)
    expect(reason).toContain(words)
  })

  it.each([
    ['WANTED quillon p2', 'somebody looks for the thing', 'wanted, not offered'],
    ['quillon p2 screen repair service', 'a service is offered', 'a service'],
    ['quillon p2 for rent', 'let, not sold', 'for rent'],
    ['quillon p2 for trade', 'in trade', 'for trade'],
  ])('%s is no offer', async (title, words, kind) => {
    const { body } = await ask({ ...thing, title })
    expect([body.value, body.understood.kind]).toEqual([null, kind])
    expect(body.reason).toContain('This is not an offer to sell')
    expect(body.reason).toContain(words)
  })

  it('a lot is valued as a lot, with little confidence where only single things are known', async () => {
    const { body } = await ask({ ...thing, title: 'Lot of 3 quillon p2 128GB' })
    expect(body.understood).toMatchObject({ quantity: 3, kind: 'a lot' })
    if (body.value) {
      expect(body.value.confidence).toBeLessThanOrEqual(0.5)
      expect(body.notes.join(' ')).toContain('all 3 pieces together')
    }
  })

  it('a word that fits hundreds of listings has a wide interval, not a precise one', async () => {
    const [one, all] = [await ask({ title: 'quillon', category: 'phones' }), await ask(thing)]
    const width = ({ body }: typeof one) => body.value!.highCents / body.value!.lowCents
    expect(width(one)).toBeGreaterThan(width(all))
    expect(one.body.value!.confidence).toBeLessThan(all.body.value!.confidence)
  })

  it('an empty title with a category is the range of the category, called weak', async () => {
    const { value, notes } = (await ask({ title: '', category: 'phones' })).body
    expect(value).toMatchObject({ method: 'category' })
    expect(value!.confidence).toBeLessThanOrEqual(0.5)
    expect(notes.join(' ')).toContain('whole category')
  })
})

describe('hostile input', () => {
  it.each([
    ['NUL', { title: 'quillon\0p2' }],
    ['half a character', { title: 'quillon \ud800' }],
    ['NUL in an attribute', { title: 'quillon', attributes: { size: '\0' } }],
    ['no title', {}],
    ['a title that is a list', { title: ['a'] }],
    ['an unknown category', { title: 'a', category: 'spaceships' }],
    ['no currency', { title: 'a', currency: 'dollars' }],
    ['no price', { title: 'a', price: 'a lot of money' }],
    ['a negative price', { title: 'a', price: -4 }],
    ['a price in another currency', { title: 'a', price: '€20', currency: 'USD' }],
    ['unknown fields', { title: 'a', prize: 20 }],
    ['a title without an end', { title: 'a'.repeat(1001) }],
  ])('%s is refused with the field', async (_, body) => {
    const answer = await post(body)
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({ code: 'bad-input' })
    expect(Object.keys(answer.body.fields ?? {}).length).toBeGreaterThan(0)
  })

  it('a NUL in an address too', async () => {
    expect((await test.call('GET', '/api/value?title=quillon%00')).status).toBe(422)
  })

  it('ten thousand words of description and every script get an answer', async () => {
    const description = 'ordinary words about it, paid $300. '.repeat(2500)
    for (const title of [
      'quillon p2 128GB',
      'كتاب 😀 книга 本 หนังสือ ﷽ ＡＢＣ',
      '%_\\\'"; DROP TABLE listings; --',
    ]) {
      const { status, body } = await post({ ...thing, title, description })
      expect(status).toBe(200)
      expect(body.value === null || body.value.lowCents >= 1).toBe(true)
    }
  })
})

describe('deal-scout value', () => {
  async function run(...words: string[]): Promise<{ text: string; value: ValueAnswer }> {
    let printed: { text: string; value: ValueAnswer } | undefined
    const program = new Command().exitOverride().configureOutput({ writeErr() {} })
    valueCommand(
      program,
      (use) => use(test.app.value, { userId: test.app.owner, roles: ['owner'] }),
      () => ({
        json: false,
        print(value, text) {
          printed = { text: text(), value: value as ValueAnswer }
        },
      }),
    )
    await program.parseAsync(['value', ...words], { from: 'user' })
    return printed!
  }

  it('prints the value, its confidence in words and the comps as a table', async () => {
    const { text, value } = await run(
      ...['quillon', 'p2', '128GB', '--brand', 'quillon', '--category', 'phones'],
      ...['--condition', 'good', '--price', '100'],
    )
    const lines = text.split('\n')
    expect(lines[0]).toBe('Understood: quillon p2, 128 GB, in good condition, under phones.')
    expect(text).toMatch(/8 of 10 between \$[\d.]+ and \$[\d.]+/)
    expect(text).toMatch(
      /: (?:quite sure|fairly sure|a rough guide|little more than a guess) \(confidence \d+ %\)\./,
    )
    expect(text).toMatch(/\$100 is \d+ % below the fair value/)
    expect(text).toMatch(/\nsimilarity +weight +price +as yours +days +where +title +differs in\n/)
    expect(value).toEqual((await ask({ ...thing, price: '100' })).body)
  })

  it('prints the reason where there is none, also for an empty title', async () => {
    expect((await run('')).text).toContain('Not enough comparable listings: the title has no words')
    expect((await run('wanted: quillon p2')).text).toContain('This is not an offer to sell')
  })

  it('refuses what cannot be meant, naming the option', async () => {
    await expect(run('quillon', '--currency', 'dollars')).rejects.toThrow(
      'currency: a three-letter currency code',
    )
    await expect(run('quillon', '--price', 'cheap')).rejects.toThrow('is not a price such as 120')
    await expect(run('quillon\0')).rejects.toThrow('title: ')
  })
})

describe('what selling it would leave', () => {
  const leaves = (query: Record<string, string>) =>
    test.call('GET', `/api/resale?${new URLSearchParams(query)}`)

  it('is told by marketplace, with when the fees were read and how likely a sale is', async () => {
    const { status, body } = await leaves({ category: 'phones', midCents: '20000', currency: 'usd' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ currency: 'USD', priceCents: 20_000, unknown: null })
    const { sales, chance, fees } = body as {
      sales: { isUsual: boolean; leavesCents: number }[]
      chance: string
      fees: { asOf: string }
    }
    expect(sales.some(({ isUsual }) => isUsual)).toBe(true)
    expect(sales.every(({ leavesCents }) => leavesCents <= 20_000)).toBe(true)
    expect([chance, fees.asOf].every((words) => words.length > 3)).toBe(true)
  })

  it('says why there is nothing to tell', async () => {
    const none = await leaves({ category: 'phones', midCents: '20000', currency: 'JPY' })
    expect(none.body).toMatchObject({ sales: [], unknown: expect.stringContaining('JPY') })
    expect((await leaves({ category: 'phones', midCents: '0', currency: 'USD' })).status).toBe(422)
    expect((await leaves({ category: 'spaceships', midCents: '1', currency: 'USD' })).status).toBe(422)
  })
})
