import { Command } from 'commander'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp } from '../../test/harness/app.ts'
import { ruleInput, seenListing } from '../../test/harness/factories.ts'
import { readListings } from '../listings/store.ts'
import type { SeenListing } from '../model/listing-schema.ts'
import type { RuleView } from '../model/rule-schema.ts'
import { dismissCommands } from '../rules/dismiss/dismiss-commands.ts'
import type { Dismissed, MatchView } from '../rules/dismiss/dismiss-schema.ts'
import { createRule } from '../rules/rules.ts'
import { lockRulesForEdit } from '../rules/store.ts'
import { ingest } from './ingest.ts'

const start = '2026-11-22T12:00:00Z'
const clock = stubClock(start)
let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'], overrides: { clock } })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(async () => {
  await test.app.db.transaction(async (tx) => {
    await lockRulesForEdit(tx)
    await tx.query('DELETE FROM rules')
    await tx.query('TRUNCATE listings, notifications, clusters CASCADE')
  })
  clock.set(start)
})

const sofa = (over: Partial<SeenListing> = {}) =>
  seenListing({ title: 'Grey sofa', siteCategory: 'furniture', ...over })

async function seen(...listings: SeenListing[]): Promise<number[]> {
  const observedAtMs = clock.now().getTime()
  await ingest(test.app.pipeline, {
    sightings: listings.map((one) => ({ marketplace: 'shop', seen: one, observedAtMs })),
    sourceId: null,
    scanId: null,
    demo: false,
  })
  const keys = listings.map(({ externalId }) => ({ marketplace: 'shop', externalId }))
  const stored = await readListings(test.app.db, keys)
  return keys.map(({ externalId }) => stored.get(`shop ${externalId}`)!.id)
}

const rule = (over: Record<string, unknown> = {}) =>
  createRule(test.app.rules, test.app.owner, ruleInput({ keywords: { all: ['sofa'] }, ...over }))

async function dismiss(ruleId: number, listingId: number, reason: string): Promise<Dismissed> {
  const answer = await test.call('POST', `/api/rules/${ruleId}/matches/${listingId}/dismiss`, { reason })
  expect(answer).toMatchObject({ status: 200 })
  return answer.body as Dismissed
}

const verdict = async (ruleId: number, listingId: number) =>
  ((await test.call('GET', `/api/rules/${ruleId}/trace/${listingId}`)).body as { fits: { verdict: string } })
    .fits.verdict

async function matches(ruleId: number, query = ''): Promise<{ items: MatchView[]; next: string | null }> {
  const answer = await test.call('GET', `/api/rules/${ruleId}/matches${query}`)
  expect(answer).toMatchObject({ status: 200 })
  return answer.body
}

describe('dismissing a match', () => {
  it('notes the reason, and each suggestion sent as PATCH makes the rule refuse it', async () => {
    const { id } = await rule({ places: [{ place: 'Oakland, CA', radiusKm: 100 }] })
    const [expensive, cheap, toy] = await seen(
      sofa({ lat: 37.34, lon: -121.89 }),
      sofa({ title: 'Blue sofa', priceCents: 12_000, lat: 37.8, lon: -122.27 }),
      sofa({ title: 'Dollhouse sofa', priceCents: 500, lat: 37.81, lon: -122.27 }),
    )
    for (const [listing, reason] of [
      [expensive, 'too-expensive'],
      [expensive, 'too-far'],
      [toy, 'wrong-thing'],
    ] as const) {
      const { suggestions, note } = await dismiss(id, listing!, reason)
      expect(suggestions.length, reason).toBeGreaterThan(0)
      expect(note).toBeNull()
      const before = (await test.call('GET', `/api/rules/${id}`)).body as RuleView & { stats: object }
      for (const { patch, of } of suggestions) {
        expect(of).toBe(2 - (reason === 'wrong-thing' ? 1 : 0))
        expect(await test.call('PATCH', `/api/rules/${id}`, patch)).toMatchObject({ status: 200 })
        expect(await verdict(id, listing!), JSON.stringify(patch)).toBe('no')
        const {
          places,
          id: _id,
          demo: _d,
          revision: _r,
          createdAt: _c,
          updatedAt: _u,
          stats: _s,
          ...rest
        } = before
        const back = { ...rest, places: places.map(({ place, radiusKm }) => ({ place, radiusKm })) }
        expect(await test.call('PUT', `/api/rules/${id}`, back)).toMatchObject({ status: 200 })
        expect(await verdict(id, listing!)).toBe('yes')
      }
    }
    expect(
      (await matches(id, '?dismissed=true')).items.map(({ listingId, dismissReason }) => [
        listingId,
        dismissReason,
      ]),
    ).toEqual([
      [toy, 'wrong-thing'],
      [expensive, 'too-far'],
    ])
    expect((await matches(id, '?dismissed=false')).items).toMatchObject([
      { listingId: cheap, dismissReason: null },
    ])
  })

  it('learns the wrong words from what was dismissed and kept before', async () => {
    const { id } = await rule()
    const [first, second] = await seen(
      sofa({ title: 'Sofa cover, stretch, blue' }),
      sofa({ title: 'Blue covers for any sofa' }),
      sofa({ title: 'Blue sofa' }),
      sofa({ title: 'Stretch of a sofa' }),
    )
    await dismiss(id, first!, 'wrong-thing')
    const { suggestions } = await dismiss(id, second!, 'wrong-thing')
    expect(suggestions[0]).toMatchObject({
      patch: { keywords: { none: ['covers'] } },
      alsoPrevents: 0,
      of: 2,
    })
    expect(suggestions[0]!.sentence).toBe(
      'Leave out what says “covers”: 2 of 2 wrong ones say it, and 0 of 2 that you kept.',
    )
    expect(JSON.stringify(suggestions)).not.toContain('blue')
  })

  it('for what was seen before counts the lower prices that would be kept quiet', async () => {
    const { id } = await rule()
    const [one, two] = [sofa(), sofa({ title: 'Blue sofa' })]
    const [oneId] = await seen(one, two)
    clock.advance(3_600_000)
    await seen({ ...one, priceCents: 27_000 }, { ...two, priceCents: 15_000 })
    const { suggestions } = await dismiss(id, oneId!, 'seen')
    expect(suggestions).toMatchObject([
      { patch: { dropPctMin: 11 }, effect: 'prevents', alsoPrevents: 0, of: 1 },
      { patch: { onlyNew: true }, effect: 'prevents', alsoPrevents: 1, of: 1 },
      { patch: { cooldownMinutes: 1_440 }, effect: 'delays', alsoPrevents: 0 },
    ])
    for (const { patch } of suggestions)
      expect(await test.call('PATCH', `/api/rules/${id}`, patch)).toMatchObject({ status: 200 })
  })

  it('can be taken back', async () => {
    const { id } = await rule()
    const [listing] = await seen(sofa())
    await dismiss(id, listing!, 'other')
    expect((await test.call('GET', `/api/rules/${id}/trace/${listing}`)).body).toMatchObject({
      match: { dismissReason: 'other', dismissedAt: '2026-11-22T12:00:00.000Z' },
    })
    const undo = () => test.call('DELETE', `/api/rules/${id}/matches/${listing}/dismiss`)
    expect(await undo()).toMatchObject({ status: 204 })
    expect(await undo()).toMatchObject({ status: 204 })
    expect((await matches(id)).items).toMatchObject([{ dismissedAt: null, dismissReason: null }])
  })

  it('of what did not match, for no reason, or with more is refused', async () => {
    const { id } = await rule()
    const [lute] = await seen(seenListing({ title: 'Lute' }))
    const send = async (path: string, body: unknown) => (await test.call('POST', path, body)).status
    const path = `/api/rules/${id}/matches/${lute}/dismiss`
    expect(await send(path, { reason: 'seen' })).toBe(404)
    expect(await send(`/api/rules/${id + 1}/matches/${lute}/dismiss`, { reason: 'seen' })).toBe(404)
    expect(await send(path, {})).toBe(422)
    expect(await send(path, { reason: 'ugly' })).toBe(422)
    expect(await send(path, { reason: 'seen', more: 1 })).toBe(422)
    expect((await test.call('DELETE', path)).status).toBe(404)
    expect((await test.call('GET', `/api/rules/${id + 1}/matches`)).status).toBe(404)
  })
})

it('the matches of a rule come in pages that miss and repeat nothing', async () => {
  const { id } = await rule()
  const ids = await seen(...Array.from({ length: 7 }, (_, n) => sofa({ title: `Sofa ${'abcdefg'[n]}` })))
  const found: number[] = []
  for (let next: string | null = ''; next !== null; ) {
    const page = await matches(id, `?limit=3${next === '' ? '' : `&cursor=${next}`}`)
    found.push(...page.items.map(({ listingId }) => listingId))
    next = page.next
  }
  expect(found).toEqual(ids.toReversed())
})

describe('deal-scout dismiss', () => {
  async function run(...words: string[]): Promise<string> {
    const printed: string[] = []
    const program = new Command().exitOverride().configureOutput({ writeErr() {} })
    dismissCommands(
      program,
      (work) => work(test.app.dismissals, { userId: test.app.owner, roles: ['owner'] }),
      () => ({ json: false, print: (_, text) => void printed.push(text()) }),
    )
    await program.parseAsync(words, { from: 'user' })
    return printed.join('\n')
  }

  it('prints what would have prevented it, and applies what is chosen', async () => {
    const { id } = await rule()
    const [listing] = await seen(sofa())
    const words = ['dismiss', String(listing), '--rule', String(id), '--reason', 'too-expensive']
    const lines = (await run(...words)).split('\n')
    expect(lines.slice(0, 5)).toEqual([
      `Listing ${listing} is dismissed: too-expensive.`,
      '',
      'What would have prevented it:',
      '1. Ask for at most $299: it costs $300. There are no other matches of the last 30 days to compare with.',
      `   PATCH /api/rules/${id} {"priceCentsMax":29900}`,
    ])
    expect(lines[5]).toMatch(
      /^2\. Ask for (a deal score of at least \d+: it has \d+|at least \d+ % below its fair value)/,
    )
    expect(lines.at(-1)).toBe(
      `To change the rule: deal-scout dismiss ${listing} --rule ${id} --reason too-expensive --apply 1`,
    )
    expect(await run('matches', String(id), '--dismissed')).toMatch(/too-expensive/)
    await expect(run(...words, '--apply', '9')).rejects.toMatchObject({
      message: expect.stringMatching(/none of the suggestions 1 to/),
    })
    expect(await run(...words, '--apply', '1')).toBe(
      `Dismissed, and rule ${id} is changed: Ask for at most $299: it costs $300.`,
    )
    expect((await test.call('GET', `/api/rules/${id}`)).body).toMatchObject({
      priceCentsMax: 29_900,
      revision: 2,
    })
    expect(await run('dismiss', String(listing), '--rule', String(id), '--undo')).toMatch(/is not dismissed/)
    expect(await run('matches', String(id), '--dismissed')).toBe('Nothing matched yet.')
  })

  it('refuses what it cannot read', async () => {
    await expect(run('dismiss', 'x', '--rule', '1', '--reason', 'seen')).rejects.toMatchObject({
      code: 'bad-input',
    })
    await expect(run('dismiss', '1', '--rule', '1', '--reason', 'ugly')).rejects.toMatchObject({
      message: '--reason must be one of too-expensive, too-far, wrong-thing, seen, other.',
    })
    await expect(run('matches', '1', '--limit', '0')).rejects.toMatchObject({ code: 'bad-input' })
  })
})
