import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/harness/app.ts'
import { ruleInput } from '../../../test/harness/factories.ts'
import type { RuleView } from '../../model/rule-schema.ts'
import { createRuleOnce } from './copies.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'] })
})
afterAll(() => test[Symbol.asyncDispose]())

const whole = {
  name: 'Sofa',
  keywords: { all: ['sofa'], any: [], none: ['leather'] },
  query: 'grey OR /blu[e]/',
  places: [{ place: 'Oakland, CA', radiusKm: 30 }],
  weights: { price: 50, profit: 0, condition: 30, recency: 0, distance: 0, photos: 20, keyword: 0 },
  expiresAt: '2031-01-01T00:00:00.000Z',
  channels: ['inbox', 'webhook'],
}
const make = async (over: object = {}) =>
  (await test.call('POST', '/api/rules', { ...whole, ...over })).body as RuleView

describe('a copy of a rule', () => {
  it('asks for the same under another name, switched off and not snoozed', async () => {
    const rule = await make({ snoozedUntil: '2030-01-01T00:00:00Z' })
    const answer = await test.call('POST', `/api/rules/${rule.id}/duplicate`)
    const { id, createdAt: _, updatedAt: _at, ...same } = rule
    expect(answer).toMatchObject({
      status: 201,
      body: { ...same, name: 'Sofa (copy)', enabled: false, snoozedUntil: null },
    })
    expect((answer.body as RuleView).id).not.toBe(id)
  })

  it('of the longest name still has one that can be stored', async () => {
    const rule = await make({ name: '🪕'.repeat(100) })
    expect((await test.call('POST', `/api/rules/${rule.id}/duplicate`)).status).toBe(201)
  })

  it('is made once however often one asks with the same Idempotency-Key', async () => {
    const rule = await make()
    const ask = async () => {
      const response = await fetch(`${test.address}/api/rules/${rule.id}/duplicate`, {
        method: 'POST',
        headers: { 'idempotency-key': 'copy-once' },
      })
      return ((await response.json()) as RuleView).id
    }
    expect(await ask()).toBe(await ask())
  })

  it('of a rule that is not there is none', async () => {
    expect((await test.call('POST', '/api/rules/999999/duplicate')).status).toBe(404)
  })
})

describe('a rule that an agent makes', () => {
  it('is there once, however often and however simultaneously it is asked for', async () => {
    const input = ruleInput({ ...whole, name: 'By an agent' })
    const asked = await Promise.all(
      Array.from({ length: 4 }, () => createRuleOnce(test.app.rules, test.app.owner, input)),
    )
    expect(new Set(asked.map(({ rule }) => rule.id)).size).toBe(1)
    expect(asked.filter(({ isNew }) => isNew)).toHaveLength(1)
  })

  it('is another where any field is another, and again when the first was deleted', async () => {
    const once = (over: object) =>
      createRuleOnce(test.app.rules, test.app.owner, ruleInput({ ...whole, name: 'Lamp', ...over }))
    const { rule } = await once({})
    for (const over of [
      { priceCentsMax: 1 },
      { places: [] },
      { enabled: false },
      { channels: [] },
      { keywords: { all: ['sofa'] } },
      { weights: 'flipper' },
      { expiresAt: null },
    ])
      expect(await once(over), JSON.stringify(over)).toMatchObject({ isNew: true })
    expect(await once({})).toMatchObject({ isNew: false, rule: { id: rule.id } })
    await test.call('DELETE', `/api/rules/${rule.id}`)
    expect(await once({})).toMatchObject({ isNew: true })
  })
})
