import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleMessage } from '../fake-server.ts'
import { answering, anyMessage, expectOutcome } from '../samples.ts'
import apprise from './index.ts'
import { anywhere, apprisePayload, limits } from './payload.ts'

const baseUrl = 'https://scout.example'
const server = 'https://apprise.example:8000'
const stored = { server, key: 'my-key' }
const urls = 'tgram://123:AAE-secret/42, discord://id/s3cret'
const sent = { status: 200, body: { error: null, details: [] } }

describe('the payload', () => {
  it('says what it is worth, with the link, to all services of a stored configuration', () => {
    const payload = apprisePayload(sampleMessage(), baseUrl, stored)
    expect(payload).toMatchObject({
      title: 'Mid-century sectional sofa, teal for $180',
      type: 'info',
      format: 'text',
      tag: 'all',
    })
    expect(payload).not.toHaveProperty('urls')
    expect(payload.body).toContain('https://market.example/item/41?ref=a&b=c')
    expect(payload.body).toContain('$180 on Example Market · 28 % below')
    expect(payload.body).toContain('Deal score 83 of 100')
  })

  it('names a tag where the person did, or the addresses where nothing is stored', () => {
    expect(apprisePayload(sampleMessage(), baseUrl, { ...stored, tag: 'family' }).tag).toBe('family')
    const stateless = apprisePayload(sampleMessage(), baseUrl, { server, urls })
    expect(stateless.urls).toBe(urls)
    expect(stateless).not.toHaveProperty('tag')
  })

  it('leaves nothing of a stranger that any service could take for markup, a mention or a link', () => {
    const attack = '@everyone <!channel> <@1> **b** __i__ ~~s~~ `c` [x](https://evil.example) \\'
    expect(anywhere.escape(attack)).not.toMatch(/[*_~`@<>[\]\\]|:\/\//)
    const { title } = apprisePayload(sampleMessage({ title: attack }), baseUrl, stored)
    expect(title).not.toMatch(/[*_~`@<>[\]\\]|:\/\//)
  })

  it('warns of an outage', () => {
    const message = sampleMessage({ kind: 'outage', items: [], lines: ['eBay refuses us.'] })
    expect(apprisePayload(message, baseUrl, stored)).toMatchObject({
      type: 'warning',
      body: 'eBay refuses us.',
    })
  })

  it('stays within its limits, whatever the listings say', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const { title, body } = apprisePayload(message, baseUrl, stored)
        expect(title.length).toBeLessThanOrEqual(limits.title)
        expect(title).not.toBe('')
        expect(body.length).toBeLessThanOrEqual(limits.body)
        expect(body).not.toBe('')
      }),
      { numRuns: 60 },
    )
  })
})

describe('answers', () => {
  it.each([
    ['sent', sent, { outcome: 'sent' }],
    [
      'nothing stored under the key, which is no success',
      { status: 204 },
      { outcome: 'failed', targetGone: true, says: /nothing stored/ },
    ],
    [
      'one of the services could not be notified',
      { status: 424, body: { error: 'One or more notification could not be sent' } },
      { outcome: 'retry', undecided: true, says: /could not be sent.*twice/ },
    ],
    [
      'wrong',
      { status: 400, body: { error: 'An invalid tag was specified' } },
      { outcome: 'failed', says: /invalid tag/ },
    ],
    ['locked', { status: 403, body: '' }, { outcome: 'failed' }],
    ['too large', { status: 431, body: { error: 'too large' } }, { outcome: 'failed' }],
    ['down', { status: 500, body: {} }, { outcome: 'retry' }],
    [
      'busy',
      { status: 429, headers: { 'retry-after': '2' } },
      { outcome: 'retry', blocked: true, afterMs: 2000 },
    ],
  ])('%s', async (_what, reply, expected) => {
    const { deliver } = answering(reply, { settings: stored })
    expectOutcome(await deliver(apprise), expected)
  })

  it('repeats no address of a service in a reason', async () => {
    const reply = { status: 400, body: { error: `cannot load tgram://123:AAE-secret/42 nor ${urls}` } }
    const { calls, deliver } = answering(reply, { settings: { server, urls } })
    expect(JSON.stringify(await deliver(apprise))).not.toMatch(/AAE-secret|s3cret/)
    expect(calls[0]?.url).toBe(`${server}/notify`)
  })

  it.each([
    [{ server }, /one of the two/],
    [{ server, key: 'k', urls }, /one of the two/],
    [{ server, key: '../cfg' }, /not a key/],
    [{ key: 'k' }, /valid address/],
  ])('%o is not called', async (wrong, says) => {
    const { calls, deliver } = answering(sent, { settings: wrong })
    expectOutcome(await deliver(apprise), { outcome: 'failed', says })
    expect(calls).toEqual([])
  })

  it('a stored configuration is called by its key, publicly', async () => {
    const { calls, deliver } = answering(sent, { settings: stored })
    await deliver(apprise)
    expect(calls[0]?.url).toBe(`${server}/notify/my-key`)
    expect(calls[0]?.options).toMatchObject({ network: 'public', redirectsMax: 0 })
  })
})
