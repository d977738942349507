import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Command } from 'commander'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { ruleCommands } from './commands.ts'
import { ruleView } from './rules.ts'
import { listRules, lockRulesForEdit } from './store.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp({ overrides: { clock: stubClock() } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(() =>
  test.app.db.transaction(async (tx) => {
    await lockRulesForEdit(tx)
    await tx.query('DELETE FROM rules')
  }),
)

/** Runs `deal-scout rules …` and returns what it prints. */
async function rules(...words: string[]): Promise<string> {
  const printed: string[] = []
  const program = new Command().exitOverride()
  ruleCommands(
    program,
    (run) => run(test.app.rules, { userId: test.app.owner, roles: ['owner'] }),
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
        `^Rule ${rule!.id} "Sofa": .*\\.\nIt notifies by inbox, webhook\\.\nIt is switched on, was made on [\\d-]{10} and last changed on [\\d-]{10}\\.$`,
      ),
    )
    expect(await rules('list')).toContain(wants)
  })

  it('takes weights by name, from a file also other ones, and says them', async () => {
    expect(await rules('add', 'Resell', '--all', 'lens', '--weights', 'flipper')).toMatch(
      /lens, scored as flipper\.$/,
    )
    const file = join(test.app.config.dataDir, 'own.json')
    writeFileSync(
      file,
      JSON.stringify({ name: 'Own', priceCentsMax: 900, weights: { price: 60, condition: 40 } }),
    )
    await rules('import', file)
    const [resell, own] = await stored()
    expect(resell?.weights).toBe('flipper')
    expect(own?.weights).toMatchObject({ price: 60, condition: 40, profit: 0 })
    expect(await rules('show', String(own!.id))).toContain('scored by price 60 + condition 40')
    expect(await rules('preview', 'Resell', '--weights', 'bargain')).toMatch(/no listings to look at/)
  })

  it('takes every further condition and way of notifying by flags, and says them all', async () => {
    const now = test.app.clock.now()
    const said = await rules(
      ...[
        'add',
        'Desk',
        '--query',
        '(desk OR table) -"for parts"',
        '--max-landed',
        '250',
        '--min-discount',
        '20%',
      ],
      ...[
        '--min-confidence',
        '30',
        '--max-risk',
        '40',
        '--min-profit',
        '15.50',
        '--seller-only',
        'anna_k',
        'bob',
      ],
      ...[
        '--seller-not',
        'scrooge',
        '--handover',
        'local',
        '--place',
        'Oakland, CA=25',
        '94110=15mi',
        'Fresno, CA',
      ],
      ...['--rhythm', 'daily', '--cooldown', '90m', '--only-new', '--drop-at-least', '20', '5%'],
      ...['--expires', '30d', '--snooze', '12h', '--channel', 'email', '--fallback', 'inbox', 'webhook'],
    )
    const [rule] = await stored()
    expect(rule).toMatchObject({
      query: '(desk OR table) -"for parts"',
      landedCentsMax: 25_000,
      discountPctMin: 20,
      confidencePctMin: 30,
      riskMax: 40,
      profitCentsMin: 1_550,
      sellersOnly: ['anna_k', 'bob'],
      sellersNot: ['scrooge'],
      handover: 'local',
      places: [{ radiusKm: 25 }, { radiusKm: 24.1 }, { radiusKm: 40 }],
      rhythm: 'daily',
      cooldownMinutes: 90,
      onlyNew: true,
      dropCentsMin: 2_000,
      dropPctMin: 5,
      expiresAt: new Date(now.getTime() + 30 * 86_400_000).toISOString(),
      snoozedUntil: new Date(now.getTime() + 12 * 3_600_000).toISOString(),
      channels: ['email'],
      fallbackChannels: ['inbox', 'webhook'],
    })
    const wants =
      'fitting (desk OR table) -"for parts", up to 250 USD with shipping and the way, ' +
      'within 25 km of Oakland, CA or within 24.1 km of San Francisco, CA 94110 or within 40 km of Fresno, CA, for pick-up, ' +
      'at least 20 % below its fair value, its value at least 30 % sure, risk at most 40, profit at least 15.5 USD, ' +
      'only from anna_k or bob, not from scrooge'
    expect(said).toBe(`Rule ${rule!.id} "Desk" is made: ${wants}.`)
    const shown = (await rules('show', String(rule!.id))).split('\n')
    expect(shown.slice(0, 6)).toEqual([
      `Rule ${rule!.id} "Desk": ${wants}.`,
      'It notifies by email, when that fails by inbox, then webhook.',
      'It notifies daily.',
      'Between two of its messages there are 90 minutes at least.',
      'It notifies of new things only, no lower prices.',
      'It notifies of a lower price again only from 20 USD and 5 % down.',
    ])
    expect(shown[6]).toMatch(
      /^It is snoozed until 20\d\d-\d\d-\d\d \d\d:\d\d UTC: what matches is kept and notified then\.$/,
    )
    expect(shown[7]).toMatch(/^It switches itself off at 20\d\d/)
  })

  it('edits what the flags say, leaves the rest, and takes back what is cleared', async () => {
    await rules(
      'add',
      'Yen desk',
      '--all',
      'desk',
      '--none',
      'toy',
      '--max',
      '9000',
      '--currency',
      'JPY',
      '--place',
      'Fresno, CA',
    )
    const { id } = (await stored())[0]!
    const edit = (...flags: string[]) => rules('edit', String(id), ...flags)
    expect(await edit('--max', '8000', '--any', 'oak', '--name', 'Desk')).toBe(
      `Rule ${id} "Desk" is changed: desk, any of oak, not toy, up to 8000 JPY, within 40 km of Fresno, CA.`,
    )
    expect(await edit('--clear', 'none', 'place', '--max', '70', '--currency', 'usd')).toMatch(
      /: desk, any of oak, up to 70 USD\.$/,
    )
    expect(await edit('--clear', 'any', '--none', 'metal', '--near', '94110', '--radius-km', '5')).toMatch(
      /: desk, not metal, up to 70 USD, within 5 km of San Francisco, CA 94110\.$/,
    )
    await expect(edit('--currency', 'EUR')).rejects.toMatchObject({
      message: expect.stringMatching(
        /^Another currency does not convert the rule's amounts: write priceCentsMax anew/,
      ),
    })
    await edit('--only-new', '--off')
    expect((await stored())[0]).toMatchObject({ onlyNew: true, enabled: false })
    await edit('--clear', 'only-new', 'max', '--on')
    expect((await stored())[0]).toMatchObject({ onlyNew: false, enabled: true, priceCentsMax: null })
    const before = await stored()
    for (const [flags, sentence] of [
      [[], /^Nothing is to be changed: say what by flags/],
      [['--on', '--off'], /^Give one of --on and --off/],
      [
        ['--clear', 'currency'],
        /^--clear "currency": there is no such thing to clear; there are all, any, none, query/,
      ],
      [['--score', '300'], /^The rule is not valid:\n {2}- scoreMin: /],
      [
        ['--query', '(oak'],
        /^The rule is not valid:\n {2}- query: This parenthesis is not closed.*\n\(oak\n\^$/,
      ],
    ] as const) {
      await expect(edit(...flags)).rejects.toMatchObject({
        code: 'bad-input',
        message: expect.stringMatching(sentence),
      })
    }
    expect(await stored()).toEqual(before)
    await expect(rules('edit', '999', '--on')).rejects.toMatchObject({ message: 'There is no such rule.' })
    await expect(rules('edit', 'desk', '--on')).rejects.toMatchObject({
      message: '"desk" is not the id of a rule: "deal-scout rules list" shows them.',
    })
  })

  it('snoozes for a time or until one, and wakes', async () => {
    await rules('add', 'One', '--all', 'one')
    const { id } = (await stored())[0]!
    const until = async () => (await stored())[0]?.snoozedUntil
    await rules('snooze', String(id), '3d')
    expect(await until()).toBe(new Date(test.app.clock.now().getTime() + 3 * 86_400_000).toISOString())
    expect(await rules('snooze', String(id), 'until', '2099-12-24')).toBe(
      `Rule ${id} "One" is snoozed until 2099-12-24 00:00 UTC.`,
    )
    expect(await until()).toBe('2099-12-24T00:00:00.000Z')
    await rules('snooze', String(id), 'until 2099-12-24T09:00+01:00')
    expect(await until()).toBe('2099-12-24T08:00:00.000Z')
    for (const [text, sentence] of [
      ['yesterday', /^The time "yesterday" is not a time: write 3d or 12h/],
      ['2099-02-30', /is not a time/],
      ['2001-01-01', /is over: write a time to come/],
      ['0h', /is not a time/],
    ] as const)
      await expect(rules('snooze', String(id), text)).rejects.toMatchObject({
        code: 'bad-input',
        message: expect.stringMatching(sentence),
      })
    expect(await rules('snooze', String(id), 'off')).toBe(
      `Rule ${id} "One" is awake: it notifies of what matches.`,
    )
    expect(await until()).toBeNull()
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
    [['--query', 'sofa AND'], /query: After “AND” something to look for is missing.*\nsofa AND\n {5}\^/s],
    [['--cooldown', 'often'], /^--cooldown "often" is not a time: write a number with m, h, d or w/],
    [['--expires', '2001-01-01'], /^--expires "2001-01-01" is over/],
    [['--min-discount', 'half'], /^--min-discount "half" is not a number/],
    [['--drop-at-least', '5e'], /^--drop-at-least "5e" is not an amount/],
    [['--handover', 'pigeon'], /handover: /],
    [['--place', 'Oakland, CA', '--near', '94110'], /place: is short for one entry of places/],
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
    expect(await rules('preview', 'All')).toMatch(
      /^There are no listings to look at yet\.\n\nNo connected source can be asked for it\./,
    )
    expect(await stored()).toEqual([])
  })

  it('makes all rules of a file or, when one is bad, none, and says which', async () => {
    const file = join(test.app.config.dataDir, 'rules.json')
    const one = { name: 'One', keywords: { all: ['desk'] } }
    writeFileSync(file, JSON.stringify([one, { ...one, name: 'Two', marketplaces: ['olx'] }]))
    await expect(rules('import', file)).rejects.toMatchObject({
      message: expect.stringMatching(
        /^No rule is made\.\nrule 2 is not valid:\n {2}- marketplaces: "olx" is not a marketplace here/,
      ),
    })
    expect(await stored()).toEqual([])
    writeFileSync(file, JSON.stringify([one, { ...one, name: 'Two' }]))
    expect(await rules('import', file)).toBe('2 rules are made.')
    writeFileSync(file, JSON.stringify({ ...one, name: 'Three' }))
    expect(await rules('import', file)).toBe('1 rule is made.')
    writeFileSync(file, '{"name": ')
    await expect(rules('import', file)).rejects.toMatchObject({
      message: expect.stringMatching(/cannot be read as JSON/),
    })
    await expect(rules('import', `${file}.not`)).rejects.toMatchObject({ code: 'bad-input' })
    expect(await stored()).toHaveLength(3)
  })

  it('makes a rule that every listing matches only for who says that everything is meant', async () => {
    const narrow = [
      ['--max', '5'],
      ['--query', 'desk -toy'],
      ['--category', 'furniture'],
      ['--place', '94110'],
    ]
    const wide = [[], ['--none', 'toy'], ['--query', '-toy'], ['--marketplace', 'ebay'], ['--score', '0']]
    for (const flags of wide) {
      await expect(rules('add', 'Road bike', ...flags), flags.join(' ')).rejects.toMatchObject({
        message: expect.stringMatching(
          /its name is only for you\. Say what to look for, such as --all "Road bike"/,
        ),
      })
    }
    for (const flags of narrow) await rules('add', 'Road bike', ...flags)
    expect(await rules('add', 'All', '--everything')).toMatch(/is made: everything\./)
    expect(await stored()).toHaveLength(narrow.length + 1)

    const file = join(test.app.config.dataDir, 'wide.csv')
    writeFileSync(file, 'name,all,none\nDesk,desk,\nBike,,toy\n')
    await expect(rules('import', file)).rejects.toMatchObject({
      message: expect.stringMatching(
        /^No rule is made\.\nrow 3 is not valid:\n {2}- \(whole\): asks for nothing and would match every listing: give it words/,
      ),
    })
    expect(await rules('import', file, '--dry-run')).toMatch(/1 rule would be made, once the other 1/)
    expect(await rules('import', file, '--everything')).toBe('2 rules are made.')
  })

  it('imports what an earlier version listed, when a rule had one place', async () => {
    const file = join(test.app.config.dataDir, 'earlier.json')
    const ours = {
      id: 1,
      demo: false,
      revision: 1,
      createdAt: '2026-11-22T19:00:00Z',
      updatedAt: '2026-11-22T19:00:00Z',
    }
    const place = { place: 'Oakland, CA', placeLabel: 'Oakland, CA', radiusKm: 40 }
    writeFileSync(file, JSON.stringify([{ ...ours, name: 'Bikes', priceCentsMax: 50_000, ...place }]))
    expect(await rules('import', file)).toBe('1 rule is made.')
    expect(await rules('list')).toMatch(/up to 500 USD, within 40 km of Oakland, CA/)
  })

  it('imports the rules of another tool after a dry run that makes none and says what is lost', async () => {
    const file = fileURLToPath(new URL('./import-tools/fixtures/changedetection.json', import.meta.url))
    const dry = await rules('import', file, '--dry-run')
    expect(dry).toMatch(
      /^"Aeron": fitting .*up to 450\.5 USD.*\n {2}note: Only "Buy It Now" cannot be asked for\./,
    )
    expect(dry).toMatch(/note: watch "A product" became no rule/)
    expect(dry).toMatch(/Read as changedetection: 2 rules would be made; nothing is made yet\.$/)
    expect(await stored()).toEqual([])
    expect(await rules('import', file)).toMatch(/2 rules are made\.$/)
    expect((await stored()).map(({ name, enabled }) => [name, enabled])).toEqual([
      ['Aeron', true],
      ['Search on Craigslist', false],
    ])
  })

  it('makes nothing of a file in which one rule is wrong, is not UTF-8, or is not what --from says', async () => {
    const file = join(test.app.config.dataDir, 'table.csv')
    writeFileSync(file, 'name,all,place\nA,desk,94110\nB,lamp,"Nowhere at all, ZZ"\n')
    expect(await rules('import', file, '--dry-run')).toMatch(
      /row 3 is not valid:\n {2}- place: "Nowhere at all, ZZ" was not found.*Read as csv: 1 rule would be made, once the other 1 are put right/s,
    )
    await expect(rules('import', file)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/^No rule is made\.\nrow 3 is not valid:\n {2}- place: /),
    })
    await expect(rules('import', file, '--from', 'fredy')).rejects.toMatchObject({
      message: expect.stringMatching(/^The file cannot be read as JSON/),
    })
    writeFileSync(file, Buffer.from('name,all\nCaf\xe9,desk\n', 'latin1'))
    await expect(rules('import', file)).rejects.toMatchObject({
      message: expect.stringMatching(/is not written in UTF-8: save it as UTF-8/),
    })
    expect(await stored()).toEqual([])
    writeFileSync(file, Buffer.from('\ufeffname,all\nCafé,desk\n', 'utf16le'))
    expect(await rules('import', file)).toBe('1 rule is made.')
    expect((await stored())[0]?.name).toBe('Café')
  })

  it('removes a rule; one that is not there is said', async () => {
    await rules('add', 'One', '--all', 'one')
    const [{ id } = { id: 0 }] = await stored()
    expect(await rules('remove', String(id))).toBe(`Rule ${id} is gone.`)
    await expect(rules('remove', String(id))).rejects.toMatchObject({ message: 'There is no such rule.' })
    await expect(rules('show', String(id))).rejects.toMatchObject({ message: 'There is no such rule.' })
  })
})
