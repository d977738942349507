import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileItem, sampleItem, sampleMessage } from '../fake-server.ts'
import { answering, anyMessage, expectOutcome } from '../samples.ts'
import slack, { slackHook } from './index.ts'
import { limits, mrkdwn, slackPayload } from './payload.ts'

const baseUrl = 'https://scout.example'
const webhookUrl = 'https://hooks.slack.com/services/T1/B2/tok3n'
const settings = { webhookUrl }

describe('the webhook address', () => {
  it.each([webhookUrl, `${webhookUrl}/`, 'https://hooks.slack-gov.com/services/T1/B2/x'])(
    '%s is one',
    (url) => {
      expect(slackHook(url)).not.toBeNull()
    },
  )

  it.each([
    'http://hooks.slack.com/services/T1/B2/x',
    'https://hooks.slack.com.evil.example/services/T1/B2/x',
    'https://hooks.slack.com:8443/services/T1/B2/x',
    'https://hooks.slack.com/services/T1/B2',
    'https://hooks.slack.com/workflows/T1/B2/x/y',
    'https://hooks.slack.com/services/T1/../x',
    'nothing',
    undefined,
  ])('%s is none, and nothing is called', async (url) => {
    const { calls, deliver } = answering({ status: 200, body: 'ok' }, { settings: { webhookUrl: url } })
    expect(await deliver(slack)).toMatchObject({
      outcome: 'failed',
      reason: expect.stringContaining('hooks.slack.com'),
    })
    expect(calls).toEqual([])
  })
})

describe('the payload', () => {
  it('shows price, score with reasons, fair value, place, picture and rule', () => {
    const { text, blocks } = slackPayload(sampleMessage(), baseUrl, true)
    expect(text).toBe('Mid-century sectional sofa, teal for $180')
    expect(blocks[0]).toMatchObject({ type: 'header', text: { type: 'plain_text' } })
    const shown = JSON.stringify(blocks)
    for (const part of [
      '*$180*',
      '28 % below',
      'Deal score 83 of 100',
      '38/40 price',
      'Oakland',
      'Sofa under',
    ]) {
      expect(shown).toContain(part)
    }
    expect(shown).toContain(
      '<https://market.example/item/41?ref=a&amp;b=c|*Mid-century sectional sofa, teal*>',
    )
    expect(blocks).toContainEqual({
      type: 'image',
      image_url: 'https://images.example/41.jpg',
      alt_text: 'Mid-century sectional sofa, teal',
    })
  })

  it('mentions nobody, links nowhere and formats nothing in the words of a stranger', () => {
    const attack = '<!channel> <@U1> <https://evil.example|click> *b* _i_ ~s~ `c` & |'
    const message = sampleMessage({ title: attack, items: [{ ...hostileItem(), title: attack }] })
    expect(mrkdwn.escape(attack)).not.toMatch(/[<>*_~`]|&(?!amp;|lt;|gt;)/)
    const shown = JSON.stringify(slackPayload(message, baseUrl, true))
    expect(shown).not.toMatch(/<[!@#]|<https:\/\/evil|javascript:|data:text/)
    expect(shown).toContain('<https://scout.example/listings/41|')
  })

  it('stays within every limit of Slack, whatever the listings say', () => {
    fc.assert(
      fc.property(anyMessage, fc.boolean(), (message, withImages) => {
        const { text, blocks } = slackPayload(message, baseUrl, withImages)
        expect(text.length).toBeLessThanOrEqual(limits.text)
        expect(blocks.length).toBeLessThanOrEqual(limits.blocks)
        for (const block of blocks) {
          if (block.type === 'header') expect(block.text.text.length).toBeLessThanOrEqual(limits.header)
          if (block.type === 'header' || block.type === 'section') expect(block.text.text).not.toBe('')
          if (block.type === 'section') expect(block.text.text.length).toBeLessThanOrEqual(limits.section)
          if (block.type === 'context') expect(block.elements.length).toBeLessThanOrEqual(10)
          const image = block.type === 'section' ? block.accessory : block.type === 'image' ? block : null
          if (image) {
            expect(withImages).toBe(true)
            expect(image.image_url.length).toBeLessThanOrEqual(limits.url)
            expect(image.alt_text.length).toBeLessThanOrEqual(limits.altText)
            expect(image.alt_text).not.toBe('')
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('answers', () => {
  it.each([
    [200, 'ok', { outcome: 'sent' }],
    [400, 'invalid_payload', { outcome: 'failed' }],
    [400, 'no_text', { outcome: 'failed' }],
    [403, 'invalid_token', { outcome: 'failed', targetGone: true, says: /no longer accepts/ }],
    [403, 'action_prohibited', { outcome: 'failed', targetGone: true, says: /administrator/ }],
    [403, '<html>proxy says no</html>', { outcome: 'failed' }],
    [404, 'no_service', { outcome: 'failed', targetGone: true, says: /removed/ }],
    [404, 'channel_not_found', { outcome: 'failed', targetGone: true, says: /channel/ }],
    [404, '', { outcome: 'failed', targetGone: true }],
    [410, 'channel_is_archived', { outcome: 'failed', targetGone: true, says: /archived/ }],
    [500, 'rollup_error', { outcome: 'retry' }],
    [503, '', { outcome: 'retry' }],
  ])('%i %s', async (status, body, expected) => {
    const { deliver } = answering({ status, body }, { settings })
    expectOutcome(await deliver(slack), expected)
  })

  it('429 waits as long as Retry-After says, and nothing else gets through meanwhile', async () => {
    const { deliver } = answering(
      { status: 429, body: 'rate_limited', headers: { 'retry-after': '30' } },
      { settings },
    )
    expect(await deliver(slack)).toMatchObject({ outcome: 'retry', afterMs: 30_000, blocked: true })
  })

  it('a picture that Slack cannot load costs only the pictures', async () => {
    const { calls, deliver } = answering(
      [
        { status: 400, body: 'invalid_blocks' },
        { status: 200, body: 'ok' },
      ],
      {
        settings,
      },
    )
    expect(await deliver(slack)).toEqual({ outcome: 'sent' })
    expect(JSON.stringify(calls[0]?.body)).toContain('image_url')
    expect(JSON.stringify(calls[1]?.body)).not.toContain('image_url')
  })

  it('blocks that are refused without a picture in them are not sent again', async () => {
    const { calls, deliver } = answering({ status: 400, body: 'invalid_blocks' }, { settings })
    const message = sampleMessage({ items: [sampleItem({ imageUrl: null })] })
    expect(await deliver(slack, message)).toMatchObject({ outcome: 'failed' })
    expect(calls).toHaveLength(1)
  })

  it('hooks.slack.com is called over the public network only, redirects are not followed', async () => {
    const { calls, deliver } = answering({ status: 200, body: 'ok' }, { settings })
    await deliver(slack)
    expect(calls[0]?.url).toBe(webhookUrl)
    expect(calls[0]?.options).toMatchObject({ network: 'public', redirectsMax: 0 })
  })
})
