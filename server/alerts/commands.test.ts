import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../test/harness/app.ts'
import { ruleCommands } from './commands.ts'
import { ruleView } from './rules.ts'
import { changeRules, listRules } from './store.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp()
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(() =>
  test.app.db.transaction(async (tx) => {
    await changeRules(tx)
    await tx.query('DELETE FROM rules')
  }),
)

/** Runs `deal-scout rules …` and returns what it prints. */
async function rules(...words: string[]): Promise<string> {
  const printed: string[] = []
  const program = new Command().exitOverride()
  ruleCommands(
    program,
    (run) => run(test.app.rules),
    () => ({ json: false, print: (_, text) => void printed.push(text()) }),
  )
  await program.parseAsync(['rules', ...words], { from: 'user' })
  return printed.join('\n')
}

const stored = async () =>
  (await listRules(test.app.db, { userId: test.app.owner, afterId: 0, limit: 100 })).map(ruleView)

describe('deal-scout rules', () => {
  it('says how to make the first one', async () => {
    expect(await rules()).toBe(
      'There are no rules yet. Make one: deal-scout rules add "Road bike" --all "road bike" --max 600',
    )
  })

  it('makes a rule of flags and says it in words', async () => {
    const said = await rules(
      'add',
      'Sofa',
      '--all',
      'sofa',
      'living room',
      '--any',
      'grey',
      'blue',
      '--none',
      'leather',
      '--category',
      'furniture',
      '--condition',
      'good',
      'like-new',
      '--min',
      '50',
      '--max',
      '299.99',
      '--near',
      'Oakland, CA',
      '--radius-km',
      '25',
      '--score',
      '60',
      '--marketplace',
      'craigslist',
      'ebay',
      '--channel',
      'inbox',
      'webhook',
    )
    const wants =
      'sofa and "living room", any of grey, blue, not leather, furniture, good or like-new, from 50 USD, up to 299.99 USD, ' +
      'within 25 km of Oakland, CA, score at least 60, on craigslist or ebay'
    const [rule] = await stored()
    expect(said).toBe(`Rule ${rule!.id} "Sofa" is made: ${wants}.`)
    expect(rule).toMatchObject({
      priceCentsMin: 5_000,
      priceCentsMax: 29_999,
      currency: 'USD',
      places: [{ radiusKm: 25 }],
      scoreMin: 60,
    })
    expect(await rules('show', String(rule!.id))).toMatch(
      new RegExp(
        `^Rule ${rule!.id} "Sofa": .*\\.\nIt tells by inbox, webhook\\.\nIt is switched on, was made on [\\d-]{10} and last changed on [\\d-]{10}\\.$`,
      ),
    )
    expect(await rules('list')).toContain(wants)
  })

  it('takes weights by name, from a file also other ones, and says them', async () => {
    expect(await rules('add', 'Resell', '--all', 'lens', '--weights', 'flipper')).toMatch(
      /lens, scored as flipper\.$/,
    )
    const file = join(test.app.config.dataDir, 'own.json')
    writeFileSync(file, JSON.stringify({ name: 'Own', weights: { price: 60, condition: 40 } }))
    await rules('import', file)
    const [resell, own] = await stored()
    expect(resell?.weights).toBe('flipper')
    expect(own?.weights).toMatchObject({ price: 60, condition: 40, profit: 0 })
    expect(await rules('show', String(own!.id))).toContain('scored by price 60 + condition 40')
    expect(await rules('preview', 'Resell', '--weights', 'bargain')).toMatch(/no listings to look at/)
  })

  it('counts amounts in the minor units of their currency', async () => {
    await rules('add', 'Yen', '--max', '12000', '--currency', 'JPY')
    await rules('add', 'Dinar', '--max', '12.345', '--currency', 'kwd')
    expect((await stored()).map(({ priceCentsMax }) => priceCentsMax)).toEqual([12_000, 12_345])
    expect(await rules('list')).toMatch(/up to 12000 JPY[\s\S]*up to 12\.345 KWD/)
  })

  it.each([
    [
      ['--max', 'abc'],
      /^--max "abc" is not an amount: write a number of USD without its sign, such as 600 or 599\.99\.$/,
    ],
    [['--max', '$600'], /^--max "\$600" is not an amount/],
    [['--max', '1,200'], /^--max "1,200" is not an amount/],
    [['--min', '-5'], /^--min "-5" is not an amount/],
    [['--min', ''], /^--min "" is not an amount/],
    [['--max', 'NaN'], /is not an amount/],
    [['--radius-km', 'far', '--near', 'Oakland, CA'], /^--radius-km "far" is not a number\.$/],
    [['--score', ''], /^--score "" is not a number\.$/],
    [['--score', '300'], /^The rule is not valid:\n {2}- scoreMin: /],
    [['--min', '10', '--max', '5'], /priceCentsMax: must not be below priceCentsMin/],
    [['--currency', 'dollars'], /currency: a three-letter currency code/],
    [['--radius-km', '5'], /place: is needed when a radius is given/],
    [['--near', 'Nowhere at all, ZZ'], /place: "Nowhere at all, ZZ" was not found; write a ZIP code/],
    [['--weights', 'greedy'], /weights: either one of balanced, bargain, flipper, collector, or/],
    [['--category', 'spaceships'], /categories\.0: /],
    [['--channel', 'pigeon'], /channels: "pigeon" is not a channel here; there are .*inbox/],
  ])('refuses %j with a sentence and makes nothing', async (flags, sentence) => {
    await expect(rules('add', 'Bad', ...flags)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(sentence),
    })
    await expect(rules('preview', 'Bad', ...flags)).rejects.toMatchObject({ code: 'bad-input' })
    expect(await stored()).toEqual([])
  })

  it('previews without making', async () => {
    expect(await rules('preview', 'All')).toBe('There are no listings to look at yet.')
    expect(await stored()).toEqual([])
  })

  it('makes all rules of a file or, when one is bad, none, and says which', async () => {
    const file = join(test.app.config.dataDir, 'rules.json')
    writeFileSync(file, JSON.stringify([{ name: 'One' }, { name: 'Two', marketplaces: ['olx'] }]))
    await expect(rules('import', file)).rejects.toMatchObject({
      message: expect.stringMatching(
        /rules\.json, rule 2 is not valid:\n {2}- marketplaces: "olx" is not a marketplace here/,
      ),
    })
    expect(await stored()).toEqual([])
    writeFileSync(file, JSON.stringify([{ name: 'One' }, { name: 'Two' }]))
    expect(await rules('import', file)).toBe('2 rules are made.')
    writeFileSync(file, JSON.stringify({ name: 'Three' }))
    expect(await rules('import', file)).toBe('1 rule is made.')
    writeFileSync(file, '{"name": ')
    await expect(rules('import', file)).rejects.toMatchObject({
      message: expect.stringMatching(/cannot be read as JSON/),
    })
    await expect(rules('import', `${file}.not`)).rejects.toMatchObject({ code: 'bad-input' })
    expect(await stored()).toHaveLength(3)
  })

  it('removes a rule; one that is not there is said', async () => {
    await rules('add', 'One')
    const [{ id } = { id: 0 }] = await stored()
    expect(await rules('remove', String(id))).toBe(`Rule ${id} is gone.`)
    await expect(rules('remove', String(id))).rejects.toMatchObject({ message: 'There is no such rule.' })
    await expect(rules('show', String(id))).rejects.toMatchObject({ message: 'There is no such rule.' })
  })
})
