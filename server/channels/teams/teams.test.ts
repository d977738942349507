import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileItem, sampleItem, sampleMessage } from '../fake-server.ts'
import { answering, anyMessage, expectOutcome } from '../samples.ts'
import teams, { workflowHook } from './index.ts'
import { bytes, limits, teamsPayload } from './payload.ts'

const baseUrl = 'https://scout.example'
const path =
  '/powerautomate/automations/direct/workflows/c318/triggers/manual/paths/invoke?api-version=1&sig=s1g'
const webhookUrl = `https://default01.a7.environment.api.powerplatform.com:443${path}`
const settings = { webhookUrl }

describe('the webhook address', () => {
  it.each([
    webhookUrl,
    'https://prod-11.brazilsouth.logic.azure.com:443/workflows/36e0/triggers/manual/paths/invoke?api-version=2016-06-01&sig=x',
  ])('%s is one', (url) => {
    expect(workflowHook(url)).not.toBeNull()
  })

  it.each([
    webhookUrl.replace('https:', 'http:'),
    webhookUrl.replace('&sig=s1g', ''),
    webhookUrl.replace(':443', ':8443'),
    `https://api.powerplatform.com.evil.example${path}`,
    `https://evil-api.powerplatform.example${path}`,
    'https://contoso.webhook.office.com/webhookb2/1/IncomingWebhook/2/3',
    undefined,
  ])('%s is none, and nothing is called', async (url) => {
    const { calls, deliver } = answering({ status: 202 }, { settings: { webhookUrl: url } })
    expectOutcome(await deliver(teams), { outcome: 'failed', says: /not the address/ })
    expect(calls).toEqual([])
  })
})

describe('the card', () => {
  const contentOf = (...args: Parameters<typeof teamsPayload>) => teamsPayload(...args).attachments[0].content

  it('shows price, score with reasons, fair value, place, picture, rule and links', () => {
    const { body, actions, version } = contentOf(sampleMessage(), baseUrl)
    expect(version).toBe('1.4')
    const shown = JSON.stringify(body)
    for (const part of [
      '$180',
      '28 % below',
      'Deal score 83 of 100',
      '38/40 price',
      'Oakland',
      'Sofa under',
    ]) {
      expect(shown).toContain(part)
    }
    expect(shown).toContain('"url":"https://images.example/41.jpg"')
    expect(actions.map(({ title, url }) => [title, url])).toEqual([
      ['Open listing', 'https://market.example/item/41?ref=a&b=c'],
      ['See it in Deal Scout', 'https://scout.example/listings/41'],
      ['Change what you are notified of', 'https://scout.example/settings/notifications'],
    ])
  })

  it('counts what it does not show', () => {
    const items = Array.from({ length: 10 }, () => sampleItem())
    const { body, actions } = contentOf(sampleMessage({ kind: 'digest', items, itemCount: 40 }), baseUrl)
    expect(body.filter(({ type }) => type === 'Container')).toHaveLength(10)
    expect(actions).toContainEqual({
      type: 'Action.OpenUrl',
      title: '+30 more',
      url: 'https://scout.example/notifications',
    })
  })

  it('holds the words of a stranger only where no markup is read, and no function of cards', () => {
    const attack = '{{DATE(2026-11-20T00:00:00Z, SHORT)}} {{{TIME(1)}} **b** [x](https://evil.example)'
    const message = sampleMessage({ title: attack, items: [{ ...hostileItem(), title: attack }] })
    const payload = teamsPayload(message, baseUrl)
    const shown = JSON.stringify(payload)
    expect(shown).not.toContain('"TextBlock"')
    expect(shown).not.toContain('FactSet')
    const texts = [...shown.matchAll(/"text":"((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text)
    for (const text of texts) expect(text).not.toContain('{{')
    const urls = [...shown.matchAll(/"url":"([^"]*)"/g)].map(([, url]) => url)
    for (const url of urls) expect(url).toMatch(/^https:\/\/scout\.example\//)
  })

  it('stays within the size of a message, whatever the listings say', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const payload = teamsPayload(message, baseUrl)
        expect(bytes(payload)).toBeLessThanOrEqual(limits.payload)
        const { body, actions } = payload.attachments[0].content
        expect(body.length).toBeGreaterThan(0)
        expect(actions.length).toBeLessThanOrEqual(limits.actions)
        const shown = JSON.stringify(payload)
        expect(shown).not.toContain('"inlines":[]')
        expect(shown).not.toContain('"text":""')
      }),
      { numRuns: 60 },
    )
  })
})

const refused = (status: number, code: string) => ({ status, body: { error: { code, message: 'x' } } })

describe('answers', () => {
  it.each([
    [
      'started',
      { status: 202, headers: { 'x-ms-workflow-run-id': '0858' } },
      { outcome: 'sent', providerRef: '0858' },
    ],
    ['done', { status: 200 }, { outcome: 'sent' }],
    [
      'switched off or deleted',
      refused(400, 'WorkflowTriggerIsNotEnabled'),
      { outcome: 'failed', targetGone: true, says: /switched off or deleted/ },
    ],
    ['not found', refused(404, 'WorkflowNotFound'), { outcome: 'failed', targetGone: true }],
    ['address gone', { status: 404, body: '' }, { outcome: 'failed', targetGone: true }],
    [
      'for people of the organisation only',
      refused(401, 'DirectApiAuthorizationRequired'),
      { outcome: 'failed', targetGone: true, says: /Anyone/ },
    ],
    ['schema', refused(400, 'TriggerInputSchemaMismatch'), { outcome: 'failed' }],
    ['refused by a proxy', { status: 403, body: '<html>' }, { outcome: 'failed' }],
    ['too large', { status: 413, body: '' }, { outcome: 'failed' }],
    [
      'too many',
      { status: 429, headers: { 'retry-after': '60' } },
      { outcome: 'retry', blocked: true, afterMs: 60_000 },
    ],
    ['down', refused(502, 'WorkflowNotFound'), { outcome: 'retry' }],
  ])('%s', async (_what, reply, expected) => {
    const { deliver } = answering(reply, { settings })
    expectOutcome(await deliver(teams), expected)
  })

  it('is called as it was pasted, publicly', async () => {
    const { calls, deliver } = answering({ status: 202 }, { settings })
    await deliver(teams)
    expect(calls[0]?.url).toBe(webhookUrl.replace(':443', ''))
    expect(calls[0]?.options).toMatchObject({ network: 'public', redirectsMax: 0 })
  })
})
