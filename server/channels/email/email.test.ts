import fc from 'fast-check'
import { pino } from 'pino'
import { afterEach, describe, expect, it } from 'vitest'
import { until } from '../../../test/harness/app.ts'
import type { Message } from '../../model/message.ts'
import type { ChannelContext } from '../contract.ts'
import { hostileItem, sampleItem, sampleMessage, testSign } from '../fake-server.ts'
import { addressOf, composeMail, defaultFrom, messageIdOf } from './compose.ts'
import { type SmtpScript, startSmtpFakeServer } from './contract-fake-server.ts'
import email from './index.ts'
import { readMail } from './read-mail.ts'
import { connectMailServer } from './smtp.ts'
import { parseSmtpUrl } from './smtp-url.ts'

afterEach(() => email.close?.())

function contextFor(smtpUrl: string, overrides: Partial<ChannelContext> = {}): ChannelContext {
  return {
    fetch: () => Promise.reject(new Error('e-mail does not use HTTP')),
    log: pino({ level: 'silent' }),
    clock: { now: () => new Date('2026-11-20T19:00:05Z') },
    signal: new AbortController().signal,
    options: { SMTP_URL: smtpUrl, MAIL_FROM: 'Deal Scout <deals@example.com>' },
    settings: { to: 'ann@example.com' },
    idempotencyKey: 'delivery-5',
    sign: testSign,
    baseUrl: 'https://scout.example',
    unsubscribeUrl: null,
    ...overrides,
  }
}

async function received(message: Message, overrides: Partial<ChannelContext> = {}) {
  await using server = await startSmtpFakeServer()
  const result = await email.deliver(message, contextFor(server.url, overrides))
  expect(result.outcome).toBe('sent')
  return { result, ...readMail(server.mails[0] ?? '') }
}

async function failing(script: SmtpScript, overrides: Partial<ChannelContext> = {}) {
  await using server = await startSmtpFakeServer()
  server.script = script
  return await email.deliver(sampleMessage(), contextFor(server.url, overrides))
}

describe('a mail', () => {
  it('has a subject, a plain and an HTML part, the picture and the score with its reasons', async () => {
    const mail = await received(sampleMessage())
    expect(mail.subject).toBe('Mid-century sectional sofa, teal for $180')
    expect(mail.headers['content-type']).toContain('multipart/alternative')
    expect(mail.headers.from).toBe('Deal Scout <deals@example.com>')
    expect(mail.headers.to).toBe('ann@example.com')
    for (const part of [mail.plain, mail.html]) {
      expect(part).toContain('Two of three words stand in the title.')
      expect(part).toContain('https://scout.example/listings/41')
    }
    expect(mail.plain).toContain('Deal score: 83 of 100')
    expect(mail.html).toContain('<img src="https://images.example/41.jpg"')
  })

  it('can be recognised as a repetition and turned off', async () => {
    const { headers, result } = await received(sampleMessage())
    expect(headers['message-id']).toBe(
      messageIdOf(
        { idempotencyKey: 'delivery-5', sign: testSign },
        { from: 'deals@example.com', to: 'ann@example.com' },
      ),
    )
    expect(result).toMatchObject({ providerRef: headers['message-id'] })
    expect(headers['list-unsubscribe']).toBe('<https://scout.example/settings/notifications>')
    expect(headers['auto-submitted']).toBe('auto-generated')
    expect(headers.date).toBe('Fri, 20 Nov 2026 19:00:05 +0000')
  })

  it.each(['new-match', 'digest', 'confirm', 'test', 'channel-off'] as const)(
    'of kind %s can be ended with one click, by the mail program and by a person',
    async (kind) => {
      const unsubscribeUrl = `https://scout.example/api/unsubscribe/v1.abcdefgh.${'Aa0-_'.repeat(30)}`
      const { headers, plain, html } = await received(sampleMessage({ kind }), { unsubscribeUrl })
      expect(headers['list-unsubscribe']?.replace(/\s/g, '')).toBe(`<${unsubscribeUrl}>`)
      expect(headers['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click')
      expect(plain).toContain(`Stop these e-mails: ${unsubscribeUrl}`)
      expect(html).toContain(`href="${unsubscribeUrl}"`)
    },
  )

  it('says DEMO in its subject when the demo made it up', async () => {
    const { subject } = await received(sampleMessage({ demo: true, items: [sampleItem({ demo: true })] }))
    expect(subject).toMatch(/^\[DEMO\] /)
  })

  it('keeps letters of every script and emoji', async () => {
    const title = 'Диван 沙发 🛋️ für 180 €, ganz außergewöhnlich gut erhalten und sehr, sehr lang'
    const mail = await received(sampleMessage({ title, items: [sampleItem({ title })] }))
    expect(mail.subject).toBe(title)
    expect(mail.plain.replaceAll(/\s+/g, ' ')).toContain(title)
    expect(mail.html).toContain(title)
  })

  it('shows encoded words of a title as they stand in it, also long ones, and decodes none', async () => {
    for (const title of [
      'Lamp =?utf-8?B?T2xkIGxhbXA=?= oak',
      `Lamp =?utf-8?Q?=E2=80=AEpmaL?= ${'oak and brass '.repeat(5)}=?iso-8859-1?q?x?=`,
      'Диван =?utf-8?B?T2xkIGxhbXA=?=',
      '=?',
    ]) {
      const { subject } = await received(sampleMessage({ title, items: [sampleItem({ title })] }))
      expect(subject).toBe(title.trim())
    }
  })

  it('cannot be given headers by a listing', async () => {
    const mail = await received(sampleMessage({ title: hostileItem().title, items: [hostileItem()] }))
    expect(mail.headers).not.toHaveProperty('bcc')
    expect(mail.html).not.toContain('<script')
  })

  it('stays under 100 KB with many listings, so that mail programs show all of it', async () => {
    const items = Array.from({ length: 40 }, () => sampleItem())
    const { html } = await received(sampleMessage({ items, itemCount: 40 }))
    expect(html).toContain('+28 more')
    expect(Buffer.byteLength(html)).toBeLessThan(100_000)
  })
})

describe('failures', () => {
  const operatorsProblem = { outcome: 'retry', reason: expect.stringContaining('SMTP_URL') }

  it('keeps the message when the password is wrong, and names SMTP_URL without the password', async () => {
    await using server = await startSmtpFakeServer()
    const result = await email.deliver(
      sampleMessage(),
      contextFor(server.url.replace('s3cret-pass', 'wrong-one')),
    )
    expect(result).toMatchObject(operatorsProblem)
    expect(JSON.stringify(result)).not.toContain('wrong-one')
  })

  it('keeps the message when the server wants a login and there is none', async () => {
    await using server = await startSmtpFakeServer()
    const result = await email.deliver(
      sampleMessage(),
      contextFor(server.url.replace('scout:s3cret-pass@', '')),
    )
    expect(result).toMatchObject(operatorsProblem)
  })

  it('keeps the message when the server does not want us at all', async () => {
    expect(await failing({ onConnect: () => ({ code: 554, text: 'blocked' }) })).toMatchObject(
      operatorsProblem,
    )
  })

  it('keeps the message when the server does not relay', async () => {
    const script = { onRcptTo: () => ({ code: 550, text: '5.7.1 Relaying denied' }) }
    expect(await failing(script)).toMatchObject(operatorsProblem)
  })

  it('keeps the message when the sender is refused, and names MAIL_FROM', async () => {
    const result = await failing({ onMailFrom: () => ({ code: 553, text: '5.7.1 not your address' }) })
    expect(result).toMatchObject({ outcome: 'retry', reason: expect.stringContaining('MAIL_FROM') })
  })

  it('gives up on an address that does not exist, with the server’s words', async () => {
    const result = await failing({ onRcptTo: () => ({ code: 550, text: '5.1.1 no such user' }) })
    expect(result).toMatchObject({ outcome: 'failed', reason: expect.stringContaining('no such user') })
  })

  it('gives up on a message that the server refuses, and comes back when it says later', async () => {
    const refused = await failing({ onData: () => ({ code: 554, text: '5.6.0 looks like spam' }) })
    expect(refused).toMatchObject({ outcome: 'failed' })
    const later = await failing({ onData: () => ({ code: 452, text: '4.3.1 disk full' }) })
    expect(later).toMatchObject({ outcome: 'retry' })
    expect(later).not.toHaveProperty('undecided')
  })

  it.each(['onConnect', 'onAuth', 'onMailFrom', 'onRcptTo'] as const)(
    'knows that nothing arrived when the connection is cut at %s',
    async (step) => {
      const result = await failing({ [step]: () => 'cut' })
      expect(result.outcome).toBe('retry')
      expect(result).not.toHaveProperty('undecided')
    },
  )

  it('knows that nothing arrived when the server is silent before the message', async () => {
    const result = await failing({ onRcptTo: () => 'hang' }, { signal: AbortSignal.timeout(500) })
    expect(result.outcome).toBe('retry')
    expect(result).not.toHaveProperty('undecided')
  })

  it('refuses more than one receiver', async () => {
    for (const to of [
      'a@example.com, b@example.com',
      'a@example.com\r\nRCPT TO:<b@example.com>',
      'nobody',
      '',
    ]) {
      const result = await failing({}, { settings: { to } })
      expect(result).toMatchObject({ outcome: 'failed' })
    }
  })

  it('ends by its own time limits when the server never greets or never confirms', async () => {
    const timeouts = { connectMs: 300, greetingMs: 300, silenceMs: 300 }
    const parties = { from: 'a@example.com', to: 'b@example.com' }
    const mail = await composeMail(sampleMessage(), parties, {
      idempotencyKey: 'k',
      sign: testSign,
      baseUrl: 'https://scout.example',
      unsubscribeUrl: null,
      now: new Date(0),
    })
    for (const [step, handedOver] of [
      ['onConnect', false],
      ['onData', true],
    ] as const) {
      await using server = await startSmtpFakeServer()
      server.script = { [step]: () => 'hang' }
      const mailServer = connectMailServer(parseSmtpUrl(server.url)!, timeouts)
      const attempt = await mailServer.send(mail!, new AbortController().signal)
      mailServer.close()
      expect(attempt).toMatchObject({ ok: false, handedOver, failure: { code: 'ETIMEDOUT' } })
    }
  })
})

describe('what a failure says about the next mail', () => {
  const reply = (code: number, text: string) => () => ({ code, text })

  it.each([
    '5.1.1 <ann@example.com> User unknown',
    '5.1.10 Recipient not found',
    '5.2.1 mailbox disabled',
    'Requested action not taken: mailbox unavailable',
  ])('a dead address ends the target: 550 %s', async (text) => {
    expect(await failing({ onRcptTo: reply(550, text) })).toMatchObject({
      outcome: 'failed',
      targetGone: true,
    })
  })

  it('a refusal for another reason does not', async () => {
    const result = await failing({ onRcptTo: reply(550, '5.6.7 no such character') })
    expect(result).toMatchObject({ outcome: 'failed' })
    expect(result).not.toHaveProperty('targetGone')
  })

  it.each([
    ['a server that is not ready', { onConnect: reply(421, '4.3.2 shutting down') }],
    ['a server that is full', { onRcptTo: reply(421, '4.7.0 too many connections') }],
    ['a wrong login', { onAuth: reply(535, '5.7.8 bad credentials') }],
    ['a refused sender', { onMailFrom: reply(553, '5.1.8 not yours') }],
    ['no relaying', { onRcptTo: reply(554, '5.7.1 relay access denied') }],
    ['a bad reputation', { onRcptTo: reply(550, '5.7.1 listed by a block list') }],
    ['a full mailbox', { onRcptTo: reply(552, '5.2.2 mailbox full') }],
    ['a connection cut before the message', { onMailFrom: () => 'cut' }],
  ] as [string, SmtpScript][])('%s keeps everything back', async (_name, script) => {
    expect(await failing(script)).toMatchObject({ outcome: 'retry', blocked: true })
  })

  it.each([
    ['a mailbox that asks to come later', { onRcptTo: reply(450, '4.2.0 greylisted') }],
    ['a message that is not taken now', { onData: reply(451, '4.7.1 try again') }],
  ] as [string, SmtpScript][])('%s does not', async (_name, script) => {
    const result = await failing(script)
    expect(result).toMatchObject({ outcome: 'retry' })
    expect(result).not.toHaveProperty('blocked')
  })

  it('a server that is not there or not known keeps everything back', async () => {
    const server = await startSmtpFakeServer()
    await server[Symbol.asyncDispose]()
    for (const url of [server.url, 'smtp://mail.invalid:2525']) {
      expect(await email.deliver(sampleMessage(), contextFor(url))).toMatchObject({
        outcome: 'retry',
        blocked: true,
      })
    }
  })
})

describe('connections', () => {
  const mail = (url: string, over: Partial<ChannelContext> = {}) =>
    email.deliver(sampleMessage(), contextFor(url, over))

  it('are used again for the mails that follow, also after a refused one, and let go in the end', async () => {
    await using server = await startSmtpFakeServer()
    for (let n = 0; n < 3; n++) expect(await mail(server.url)).toMatchObject({ outcome: 'sent' })
    server.script = { onRcptTo: () => ({ code: 550, text: '5.1.1 no such user' }) }
    expect(await mail(server.url)).toMatchObject({ outcome: 'failed' })
    server.script = {}
    expect(await mail(server.url)).toMatchObject({ outcome: 'sent' })
    expect(server.connections).toEqual({ made: 1, open: 1 })
    email.close?.()
    await until(async () => server.connections.open === 0)
    expect(await mail(server.url)).toMatchObject({ outcome: 'sent' })
  })

  it('are never more than SMTP_URL allows; the mails wait for one', async () => {
    await using server = await startSmtpFakeServer()
    const url = `${server.url}?maxConnections=3`
    const results = await Promise.all(Array.from({ length: 12 }, () => mail(url)))
    expect(results.filter(({ outcome }) => outcome === 'sent')).toHaveLength(12)
    expect(server.mails).toHaveLength(12)
    expect(server.connections.made).toBe(3)
  })

  it('that the server closed meanwhile cost no attempt', async () => {
    await using server = await startSmtpFakeServer()
    await mail(server.url)
    server.hangUp()
    expect(await mail(server.url)).toMatchObject({ outcome: 'sent' })
    // And one of which that shows only when it is used.
    let first = true
    server.script = {
      onMailFrom() {
        const reply = first ? ('cut' as const) : undefined
        first = false
        return reply
      },
    }
    expect(await mail(server.url)).toMatchObject({ outcome: 'sent' })
    expect(server.mails).toHaveLength(3)
  })

  it('that the server ends by 421 on their next mail cost no attempt', async () => {
    await using server = await startSmtpFakeServer()
    await mail(server.url)
    let first = true
    server.script = {
      onMailFrom() {
        const reply = first ? { code: 421, text: '4.4.2 idle for too long' } : undefined
        first = false
        return reply
      },
    }
    expect(await mail(server.url)).toMatchObject({ outcome: 'sent' })
    expect(server.connections.made).toBe(2)
  })

  it('cut after a mail was handed over leave it undecided: nothing sends it again by itself', async () => {
    await using server = await startSmtpFakeServer()
    await mail(server.url)
    server.script = { onData: () => 'cut' }
    expect(await mail(server.url)).toMatchObject({ outcome: 'retry', undecided: true })
    expect(server.mails).toHaveLength(2)
    expect(server.connections.made).toBe(1)
  })

  it('broken off with one mail do not take the others along', async () => {
    await using server = await startSmtpFakeServer()
    await Promise.all([mail(server.url), mail(server.url)])
    let asked = 0
    server.script = { onRcptTo: () => (asked++ === 0 ? 'hang' : undefined) }
    const hanging = mail(server.url, { signal: AbortSignal.timeout(300) })
    await until(async () => asked === 1)
    expect(await mail(server.url)).toMatchObject({ outcome: 'sent' })
    expect(await hanging).toMatchObject({ outcome: 'retry', blocked: true })
    expect(server.mails).toHaveLength(3)
  })
})

describe('TLS', () => {
  it('is not trusted with a self-signed certificate unless the operator says so', async () => {
    await using server = await startSmtpFakeServer({ startTls: true })
    const refused = await email.deliver(sampleMessage(), contextFor(server.url))
    expect(refused).toMatchObject({ outcome: 'retry', reason: expect.stringContaining('secure connection') })
    const trusting = contextFor(`${server.url}?tls.rejectUnauthorized=false`)
    expect(await email.deliver(sampleMessage(), trusting)).toMatchObject({ outcome: 'sent' })
  })

  it('is required, so that a password never goes out in clear, when the server offers none', async () => {
    await using server = await startSmtpFakeServer()
    const result = await email.deliver(sampleMessage(), contextFor(`${server.url}?requireTLS=true`))
    expect(result).toMatchObject({ outcome: 'retry', reason: expect.stringContaining('secure connection') })
    expect(server.mails).toEqual([])
  })
})

describe('SMTP_URL', () => {
  it('gives host, port, login and TLS', () => {
    expect(parseSmtpUrl('smtp://ann%40x.org:p%2Fw@mail.example.com')).toEqual({
      host: 'mail.example.com',
      port: 587,
      secure: false,
      requireTLS: true,
      ignoreTLS: false,
      rejectUnauthorized: true,
      name: undefined,
      maxConnections: 20,
      auth: { user: 'ann@x.org', pass: 'p/w' },
    })
    expect(parseSmtpUrl('smtps://mail.example.com')).toMatchObject({
      port: 465,
      secure: true,
      requireTLS: false,
    })
    expect(parseSmtpUrl('smtp://u:p@relay?ignoreTLS=true')).toMatchObject({
      requireTLS: false,
      ignoreTLS: true,
    })
    expect(parseSmtpUrl('smtp://relay?maxConnections=5')).toMatchObject({ maxConnections: 5 })
    for (const count of ['0', '101', 'many', '1.5']) {
      expect(parseSmtpUrl(`smtp://relay?maxConnections=${count}`)).toBeNull()
    }
    expect(parseSmtpUrl('smtp://[::1]:2525')).toMatchObject({ host: '::1', port: 2525, requireTLS: false })
  })

  it('is checked before anybody can choose the channel', () => {
    expect(email.unavailable({})).toContain('SMTP_URL')
    expect(email.unavailable({ SMTP_URL: 'https://mail.example.com' })).toContain('SMTP_URL')
    expect(email.unavailable({ SMTP_URL: 'smtp://%zz@mail.example.com' })).toContain('SMTP_URL')
    expect(email.unavailable({ SMTP_URL: 'smtp://relay', MAIL_FROM: 'nobody' })).toContain('MAIL_FROM')
    expect(email.unavailable({ SMTP_URL: 'smtp://relay' })).toBeNull()
  })

  it('never throws, whatever it holds', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseSmtpUrl(`smtp://${text}`)))
  })
})

describe('addresses', () => {
  it('the sender is the mail account, else deal-scout at the domain of Deal Scout, else of the mail server', () => {
    const server = (url: string) => parseSmtpUrl(url)!
    expect(defaultFrom(server('smtp://ann%40x.org:p@m.x.org'), 'https://s.example')).toBe(
      'Deal Scout <ann@x.org>',
    )
    expect(defaultFrom(server('smtp://ann:p@m.x.org'), 'https://s.example')).toBe(
      'Deal Scout <deal-scout@s.example>',
    )
    expect(defaultFrom(server('smtp://m.x.org'), 'http://localhost:3000')).toBe(
      'Deal Scout <deal-scout@m.x.org>',
    )
    expect(defaultFrom(server('smtp://10.0.0.1'), 'http://10.0.0.2')).toBe(
      'Deal Scout <deal-scout@localhost.localdomain>',
    )
  })

  it('an address is one address', () => {
    expect(addressOf('Ann <ann@x.org>')).toBe('ann@x.org')
    expect(addressOf('ann@x.org')).toBe('ann@x.org')
    for (const text of ['', '@', 'a@b,c@d', 'Ann <a@b> <c@d>x', 'a b@c']) expect(addressOf(text)).toBeNull()
  })
})
