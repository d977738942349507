import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, describe, expect, it, vi } from 'vitest'
import type { Channel, ChannelContext, DeliveryResult } from '../../channels/contract.ts'
import {
  type ChannelFakeServer,
  hostileItem,
  type Mood,
  type StartChannelFakeServer,
  sampleItem,
  sampleMessage,
  testSign,
} from '../../channels/fake-server.ts'
import { createFetch } from '../../core/fetch.ts'
import { fieldsSchema } from '../../core/fields.ts'
import { messageKinds } from '../../model/message.ts'

const fetch = createFetch({ userAgent: 'deal-scout-test' })
afterAll(() => fetch.close())

const adapters = join(import.meta.dirname, '../../channels')
const folders = readdirSync(adapters, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(`${adapters}/${entry.name}/index.ts`))
  .map((entry) => entry.name)

const channels = await Promise.all(
  folders.map(async (folder) => {
    const channel = ((await import(`../../channels/${folder}/index.ts`)) as { default: Channel }).default
    const path = `${adapters}/${folder}/contract-fake-server.ts`
    const start: StartChannelFakeServer | null = existsSync(path)
      ? (await import(`../../channels/${folder}/contract-fake-server.ts`)).startChannelFakeServer
      : null
    return { folder, channel, start }
  }),
)

function contextFor(
  fakeServer: Pick<ChannelFakeServer, 'settings' | 'options'>,
  overrides: Partial<ChannelContext> = {},
) {
  const logged: string[] = []
  const context: ChannelContext = {
    fetch,
    log: pino({ level: 'trace' }, { write: (line: string) => logged.push(line) }),
    clock: { now: () => new Date('2026-11-20T19:00:05Z') },
    signal: new AbortController().signal,
    options: fakeServer.options,
    settings: fakeServer.settings,
    idempotencyKey: 'delivery-12-discord',
    sign: testSign,
    baseUrl: 'https://scout.example',
    unsubscribeUrl: 'https://scout.example/api/unsubscribe/sealed-token',
    ...overrides,
  }
  return { context, logged }
}

function expectReason(result: DeliveryResult, secrets: string[]) {
  if (result.outcome === 'sent') return
  // A sentence a person can act on, not an exception's text.
  expect(result.reason).toMatch(/^[A-Z].{20,}\.$/s)
  expect(result.reason).not.toMatch(/\bundefined\b|\[object|Error:/)
  for (const secret of secrets) expect(result.reason).not.toContain(secret)
}

it('at least the inbox, e-mail, Discord and a webhook are there', () => {
  expect(folders).toEqual(expect.arrayContaining(['inbox', 'email', 'discord', 'webhook']))
})

describe.each(channels)('$folder', ({ folder, channel, start }) => {
  it('describes itself by the rules of the house', () => {
    expect(channel.id).toBe(folder)
    expect(channel.name).not.toBe('')
    expect(channel.description).toMatch(/^[A-Z].*\.$/)
    for (const option of channel.options) {
      expect(option.env).toMatch(/^[A-Z][A-Z0-9_]+$/)
      expect(option.doc.length).toBeGreaterThan(20)
    }
    const names = channel.fields.map((field) => field.name)
    expect(new Set(names).size).toBe(names.length)
    expect(channel.fields.filter((field) => field.target && field.secret)).toEqual([])
    expect(typeof channel.challenge, 'asks for repetition exactly where it says so').toBe(
      channel.confirmation === 'challenge' ? 'function' : 'undefined',
    )
    const answer = channel.unavailable({})
    if (answer !== null) expect(answer).toMatch(/^[A-Z].*\.$/)
  })

  it('reaches outside only with a fake server to prove itself against', () => {
    if (!channel.inProduct) expect(start).not.toBeNull()
  })

  it('answers without throwing when its settings and options are empty', async () => {
    const { context } = contextFor({ settings: {}, options: {} })
    const result = await channel.deliver(sampleMessage(), context)
    if (start) expect(result.outcome).not.toBe('sent')
    expectReason(result, [])
  })

  if (!start) {
    it('delivers inside the product', async () => {
      const { context } = contextFor({ settings: {}, options: {} })
      expect(await channel.deliver(sampleMessage(), context)).toMatchObject({ outcome: 'sent' })
    })
    return
  }

  async function attempt(mood: Mood, overrides: Partial<ChannelContext> = {}, message = sampleMessage()) {
    await using fakeServer = await start!()
    await fakeServer.become(mood)
    const { context, logged } = contextFor(fakeServer, overrides)
    const result = await channel.deliver(message, context)
    expectReason(result, fakeServer.secrets)
    for (const secret of fakeServer.secrets) expect(logged.join('')).not.toContain(secret)
    const { busyWaitMs, saysBlocked } = fakeServer
    return { result, received: fakeServer.received(), busyWaitMs, saysBlocked }
  }

  it('accepts the settings and options of its fake server', async () => {
    await using fakeServer = await start()
    expect(fieldsSchema(channel.fields).parse(fakeServer.settings)).toEqual(fakeServer.settings)
    expect(channel.unavailable(fakeServer.options)).toBeNull()
  })

  it('sends what the person needs: title, price, score and a link', async () => {
    const { result, received } = await attempt('ok')
    expect(result.outcome).toBe('sent')
    expect(received).toHaveLength(1)
    expect(received[0]).toContain('Mid-century sectional sofa, teal')
    expect(received[0]).toMatch(/\$180|18000/)
    expect(received[0]).toContain('83')
    expect(received[0]).toContain('https://market.example/item/41')
  })

  it('labels what the demo made up', async () => {
    const message = sampleMessage({ demo: true, items: [sampleItem({ demo: true })] })
    const { received } = await attempt('ok', {}, message)
    expect(received[0]).toMatch(/DEMO|"demo":true/)
  })

  it('sends the words of a hostile listing without what would break out', async () => {
    const message = sampleMessage({ title: hostileItem().title, items: [hostileItem()] })
    const { result, received } = await attempt('ok', {}, message)
    expect(result.outcome).toBe('sent')
    expect(received[0]).not.toContain('javascript:')
    expect(received[0]).not.toContain('data:text')
  })

  it('sends a test message that has no listings', async () => {
    const message = sampleMessage({ kind: 'test', title: 'Test from Deal Scout', items: [] })
    expect((await attempt('ok', {}, message)).result.outcome).toBe('sent')
  })

  it('sends a message of very many and very long listings', async () => {
    const items = Array.from({ length: 40 }, () => sampleItem({ title: 'Sofa 🛋️ '.repeat(5000) }))
    const message = sampleMessage({ items, itemCount: 1000, title: 'x'.repeat(100_000) })
    expect((await attempt('ok', {}, message)).result.outcome).toBe('sent')
  })

  it('waits as long as a busy provider asks', async () => {
    const { result, received, busyWaitMs, saysBlocked } = await attempt('busy')
    expect(result).toMatchObject({ outcome: 'retry', ...(busyWaitMs !== null && { afterMs: busyWaitMs }) })
    expect(result).toMatchObject(saysBlocked ? { blocked: true } : {})
    expect(received.length, 'never retries inside').toBeLessThanOrEqual(1)
  })

  it('keeps the message when the provider has a problem', async () => {
    const { result, received } = await attempt('error')
    expect(result.outcome).toBe('retry')
    expect(result).not.toHaveProperty('undecided')
    expect(received.length, 'never retries inside').toBeLessThanOrEqual(1)
  })

  it('gives up when the provider refuses for good', async () => {
    expect((await attempt('refuse')).result.outcome).toBe('failed')
  })

  it('keeps the message when the provider is not there, knowing that nothing arrived', async () => {
    const { result, saysBlocked } = await attempt('down')
    expect(result.outcome).toBe('retry')
    expect(result).not.toHaveProperty('undecided')
    expect(result).toMatchObject(saysBlocked ? { blocked: true } : {})
  })

  it('says that the target is gone only when it is, so that it is switched off', async () => {
    await using fakeServer = await start()
    if (!fakeServer.vanish) return
    fakeServer.vanish()
    const { context, logged } = contextFor(fakeServer)
    const result = await channel.deliver(sampleMessage(), context)
    expect(result).toMatchObject({ outcome: 'failed', targetGone: true })
    expectReason(result, fakeServer.secrets)
    for (const secret of fakeServer.secrets) expect(logged.join('')).not.toContain(secret)
    for (const mood of ['ok', 'busy', 'error', 'cut', 'down'] as const) {
      expect((await attempt(mood)).result).not.toHaveProperty('targetGone')
    }
  })

  const privateOption = channel.options.find(({ env }) => env.endsWith('_ALLOW_PRIVATE_NETWORK'))?.env
  if (privateOption) {
    it('calls no server in a private network unless the operator allows it, and says so', async () => {
      await using fakeServer = await start()
      const { context } = contextFor({
        ...fakeServer,
        options: { ...fakeServer.options, [privateOption]: false },
      })
      const result = await channel.deliver(sampleMessage(), context)
      expect(result).toMatchObject({ outcome: 'failed', reason: expect.stringContaining(privateOption) })
      expectReason(result, fakeServer.secrets)
      expect(fakeServer.received()).toEqual([])
    })
  }

  // Longer than any that is sent: whole or it is worth nothing.
  const longCode = 'K7QM3XRD0TVW8YHJ2N5P9ABCDEFG4Z6S1K7QM3XRD0T'
  it.each(messageKinds)('sends a message of kind %s', async (kind) => {
    const aboutListings = kind !== 'confirm' && kind !== 'test' && kind !== 'channel-off'
    const items = aboutListings ? [sampleItem(), sampleItem({ listingId: 42, title: 'Oak desk' })] : []
    const message = sampleMessage({
      kind,
      title: `About ${kind}`,
      items: kind === 'outage' || kind === 'recovered' ? [] : items,
      ...(kind !== 'test' && { lines: ['Since Friday, the sofa hunt sees nothing.'] }),
      ...(kind === 'confirm' && { confirm: { code: longCode, url: 'https://scout.example/confirm/xyz' } }),
    })
    const { result, received } = await attempt('ok', {}, message)
    expect(result.outcome).toBe('sent')
    expect(received[0]).toContain(`About ${kind}`)
    if (kind !== 'test') expect(received[0]).toContain('Since Friday')
    if (kind === 'confirm') {
      expect(received[0]).toContain(longCode)
      // A code is typed where it was asked for; a link would only make a text message longer.
      if (channel.confirmation !== 'code') expect(received[0]).toContain('https://scout.example/confirm/xyz')
    }
  })

  if (channel.challenge) {
    it.each(['refuse', 'error', 'busy', 'down', 'cut'] as const)(
      'a target that is asked to repeat and becomes “%s” is refused with a reason',
      async (mood) => {
        await using fakeServer = await start()
        await fakeServer.become(mood)
        const { context } = contextFor(fakeServer)
        const result = await channel.challenge!('one-time-token', context)
        expect(result.outcome).toBe('refused')
        if (result.outcome === 'refused') expectReason({ ...result, outcome: 'failed' }, fakeServer.secrets)
      },
    )
  }

  it('says that it may have arrived when the connection was cut after the request', async () => {
    expect((await attempt('cut')).result).toMatchObject({ outcome: 'retry', undecided: true })
  })

  it('stops at its signal while the provider hangs, saying that it may have arrived', async () => {
    await using fakeServer = await start()
    await fakeServer.become('hang')
    const stop = new AbortController()
    const { context } = contextFor(fakeServer, { signal: stop.signal })
    const delivery = channel.deliver(sampleMessage(), context)
    await vi.waitFor(() => expect(fakeServer.received()).toHaveLength(1), { timeout: 10_000, interval: 10 })
    stop.abort()
    const result = await delivery
    expect(result).toMatchObject({ outcome: 'retry', undecided: true })
    expectReason(result, fakeServer.secrets)
  })

  it('sends nothing when its signal has already stopped', async () => {
    const { result, received } = await attempt('ok', { signal: AbortSignal.abort() })
    expect(result.outcome).toBe('retry')
    expect(result).not.toHaveProperty('undecided')
    expect(received).toEqual([])
  })

  it('gives a repetition the identity of the first attempt, and another delivery another one', async () => {
    await using fakeServer = await start()
    for (const idempotencyKey of ['a', 'a', 'b']) {
      await channel.deliver(sampleMessage(), contextFor(fakeServer, { idempotencyKey }).context)
    }
    const ids = fakeServer.repetitionIds()
    if (ids === null) return
    expect(ids).toHaveLength(3)
    expect(ids[0]).toBe(ids[1])
    expect(ids[0]).not.toBe(ids[2])
  })
})
