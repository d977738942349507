import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { stubClock, type TestApp, testApp, until } from '../../../test/harness/app.ts'
import { type FakeServer, startFakeServer } from '../../../test/harness/fake-server.ts'
import { startChannelFakeServer as startMail } from '../../channels/email/contract-fake-server.ts'
import type { ChannelFakeServer } from '../../channels/fake-server.ts'
import { startChannelFakeServer as startSms } from '../../channels/sms/contract-fake-server.ts'
import { saveChannel, targetOf } from './channels.ts'
import { confirmContext } from './verification.ts'

const clock = stubClock()
let test: TestApp
let mail: ChannelFakeServer
let sms: ChannelFakeServer
let hook: FakeServer
beforeAll(async () => {
  ;[mail, sms] = await Promise.all([startMail(), startSms()])
  hook = await startFakeServer((_, response) => void response.writeHead(204).end())
  test = await testApp({
    overrides: { clock },
    roles: ['api'],
    env: {
      ...Object.fromEntries(
        Object.entries({ ...mail.options, ...sms.options }).map(([name, value]) => [name, String(value)]),
      ),
      WEBHOOK_ALLOW_PRIVATE_NETWORK: 'true',
    },
  })
})
afterAll(async () => {
  await test[Symbol.asyncDispose]()
  for (const fakeServer of [mail, sms, hook]) await fakeServer[Symbol.asyncDispose]()
})
beforeEach(async () => {
  for (const table of ['notifications', 'channel_settings', 'channel_queues'])
    await test.app.db.query(`DELETE FROM ${table}`)
  clock.advance(86_400_000)
})

const save = (channel: string, settings: Record<string, string>) =>
  saveChannel(test.app.notify, test.app.owner, channel, { settings, enabled: true })
const send = (channel: string) => test.call('POST', `/api/channels/${channel}/confirmation`)
const confirm = (channel: string, code: string) =>
  test.call('POST', `/api/channels/${channel}/confirm`, { code })
async function channel(id: string) {
  const { body } = await test.call('GET', '/api/channels')
  return (body as { items: { id: string }[] }).items.find((one) => one.id === id)
}

describe('a text message with a code', () => {
  it('proves a phone; before that nothing is sent there, afterwards what waited goes', async () => {
    await save('sms', sms.settings as Record<string, string>)
    expect(await channel('sms')).toMatchObject({
      ready: false,
      needsConfirmation: true,
      confirmation: 'code',
    })
    expect(await test.call('POST', '/api/channels/sms/test')).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/^Confirm first/) },
    })
    expect(await send('sms')).toMatchObject({ status: 200, body: { confirmed: false } })
    const code = /\b(\d{8})\b/.exec(sms.received().at(-1)!)![1]!
    expect(await confirm('sms', code === '00000000' ? '11111111' : '00000000')).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/4 more tries/) },
    })
    expect((await confirm('sms', code)).status).toBe(204)
    expect(await channel('sms')).toMatchObject({ ready: true, needsConfirmation: false })
    expect((await test.call('POST', '/api/channels/sms/test')).status).toBe(202)
  })

  it('is worth nothing for another number, after 15 minutes, or after five wrong tries', async () => {
    await save('sms', sms.settings as Record<string, string>)
    await send('sms')
    const code = /\b(\d{8})\b/.exec(sms.received().at(-1)!)![1]!
    await save('sms', { phone: '+15005550009' })
    expect((await confirm('sms', code)).status).toBe(409)
    await save('sms', sms.settings as Record<string, string>)
    clock.advance(15 * 60_000)
    expect(await confirm('sms', code)).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/expired/) },
    })
    await send('sms')
    const next = /\b(\d{8})\b/.exec(sms.received().at(-1)!)![1]!
    for (let n = 0; n < 5; n++) await confirm('sms', 'wrong')
    expect((await confirm('sms', next)).status).toBe(409)
  })

  it('is not asked for by a number without its country code', async () => {
    await expect(save('sms', { phone: '555 010 4477' })).rejects.toThrow(/country code/)
  })

  it('that could not be sent starts no wait, counts for nothing and leaves what was sent before', async () => {
    await save('sms', sms.settings as Record<string, string>)
    await sms.become('refuse')
    for (let n = 0; n < 7; n++)
      expect(await send('sms')).toMatchObject({ status: 409, body: { code: 'confirmation-not-sent' } })
    await sms.become('ok')
    expect(await send('sms')).toMatchObject({ status: 200 })
    const code = /\b(\d{8})\b/.exec(sms.received().at(-1)!)![1]!
    clock.advance(61_000)
    await sms.become('refuse')
    expect(await send('sms')).toMatchObject({ body: { code: 'confirmation-not-sent' } })
    await sms.become('ok')
    expect((await confirm('sms', code)).status).toBe(204)
  })

  it('is not sent again at once, and five times a day at most', async () => {
    await save('sms', sms.settings as Record<string, string>)
    const before = sms.received().length
    expect((await send('sms')).status).toBe(200)
    expect(await send('sms')).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/in 60 seconds/) },
    })
    for (let n = 0; n < 8; n++) {
      clock.advance(61_000)
      await send('sms')
    }
    expect(sms.received().length - before).toBe(5)
  })
})

describe('an e-mail with a link', () => {
  const linkIn = (text: string) => /http:\/\/127\.0\.0\.1:\d+\/api\/confirm\/\S+/.exec(text)![0]

  it('whose address cannot be made up from the code that it stands for: it is sealed', async () => {
    await save('email', mail.settings as Record<string, string>)
    await send('email')
    const raw = mail.received().at(-1)!
    const code = /Your code: ([0-9A-Z]{4}-[0-9A-Z]{4})\r?\n/.exec(raw)![1]!.replace('-', '')
    const token = linkIn(raw).split('/').at(-1)!
    expect(token).not.toContain(code)
    // AES-256-GCM: the tag alone has 128 bits.
    expect(test.app.notify.secrets.open(token, confirmContext)).toBe(
      JSON.stringify([test.app.owner, 'email', code]),
    )
  })

  it('proves an address by a press on its page, not by being looked at', async () => {
    await save('email', mail.settings as Record<string, string>)
    expect(await send('email')).toMatchObject({ status: 200, body: { confirmed: false } })
    const link = linkIn(mail.received().at(-1)!)
    const page = await fetch(link)
    expect(page.headers.get('content-type')).toMatch(/^text\/html/)
    expect(await page.text()).toContain('<button')
    expect(await channel('email')).toMatchObject({ needsConfirmation: true })
    const press = () =>
      fetch(link, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: test.address! },
        body: '',
      })
    expect((await press()).status).toBe(200)
    expect(await channel('email')).toMatchObject({ ready: true, needsConfirmation: false })
    expect((await press()).status, 'pressing twice is no error').toBe(200)
    for (const damaged of [
      link.replace('/confirm/', '/confirm/x'),
      link.slice(0, -8),
      `${link.slice(0, -8)}AAAAAAAA`,
    ])
      expect((await fetch(damaged, { method: 'POST' })).status).toBe(400)
  })

  it('has a short code that is whole and can be typed instead, five times wrong at most', async () => {
    await save('email', mail.settings as Record<string, string>)
    await send('email')
    const raw = mail.received().at(-1)!
    const code = /Your code: ([0-9A-Z]{4}-[0-9A-Z]{4})\r?\n/.exec(raw)![1]!
    const { rows } = await test.app.db.query<{ text: string }>(
      'SELECT confirmation::text AS text FROM channel_settings',
    )
    // What could be tried against every code is sealed.
    expect(rows[0]!.text).toContain('"hash": "v1.')
    for (let n = 0; n < 4; n++) expect((await confirm('email', 'AAAA-AAAA')).status).toBe(409)
    expect((await confirm('email', code.toLowerCase().replace('-', ' '))).status).toBe(204)
    expect(await channel('email')).toMatchObject({ ready: true, needsConfirmation: false })
  })

  it('is not confirmed by the right code after five wrong ones, typed or opened', async () => {
    await save('email', mail.settings as Record<string, string>)
    await send('email')
    const link = linkIn(mail.received().at(-1)!)
    const press = (address: string) => fetch(address, { method: 'POST' })
    for (let n = 0; n < 5; n++) expect((await confirm('email', 'AAAA-AAAA')).status).toBe(409)
    expect((await press(link)).status).toBe(409)
    const code = /Your code: ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(mail.received().at(-1)!)![1]!
    expect((await confirm('email', code)).status).toBe(409)
    expect(await channel('email')).toMatchObject({ needsConfirmation: true })
  })

  it('takes the press of a browser that hides where the page came from, and of no other web site', async () => {
    await save('email', mail.settings as Record<string, string>)
    await send('email')
    const link = linkIn(mail.received().at(-1)!)
    const target = await targetOf(test.app.notify, test.app.owner, 'email')
    expect(target.kind).toBe('later')
    const press = (address: string, headers: Record<string, string>) =>
      fetch(address, { method: 'POST', headers, body: new URLSearchParams() })
    const hidden = { origin: 'null', 'sec-fetch-site': 'same-origin' }
    expect((await press(link, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await press(link, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await press(link, hidden)).status).toBe(200)
    const ready = await targetOf(test.app.notify, test.app.owner, 'email')
    if (ready.kind !== 'ready') throw new Error(ready.reason)
    expect((await press(ready.unsubscribeUrl!, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await press(ready.unsubscribeUrl!, hidden)).status).toBe(200)
    expect(await channel('email')).toMatchObject({ ready: false, off: expect.anything() })
    // Everywhere else what says nothing of where it is from is not from here.
    expect((await press(`${test.address}/api/channels/email/confirmation`, hidden)).status).toBe(403)
  })

  it('has one click that ends messages, as mail programs make it (RFC 8058)', async () => {
    await save('email', mail.settings as Record<string, string>)
    await test.app.db.query('UPDATE channel_settings SET confirmed_at = now()')
    await using running = await startWorker()
    expect((await test.call('POST', '/api/channels/email/test')).status).toBe(202)
    const raw = await running.nextMail()
    const address = /\/api\/unsubscribe\/[\w.~-]+/.exec(raw)![0]
    expect((await fetch(test.address + address)).status).toBe(200)
    expect(await channel('email')).toMatchObject({ ready: true })
    const click = await fetch(test.address + address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect(click.status).toBe(200)
    expect(await channel('email')).toMatchObject({
      ready: false,
      off: { reason: expect.stringMatching(/asked to end/) },
    })
    expect((await fetch(`${test.address}${address}x`, { method: 'POST' })).status).toBe(400)
  })

  it('that comes back as undeliverable switches the address off, but only if it is a mail of ours', async () => {
    await save('email', mail.settings as Record<string, string>)
    await test.app.db.query('UPDATE channel_settings SET confirmed_at = now()')
    await using running = await startWorker()
    await test.call('POST', '/api/channels/email/test')
    await running.nextMail()
    const messageId = mail.repetitionIds()!.at(-1)!
    const to = String((mail.settings as { to: string }).to)
    const bounce = (id: string, address: string) =>
      [
        'From: MAILER-DAEMON@mail.example',
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
        '',
        '--b',
        'Content-Type: text/plain',
        '',
        'Sorry.',
        '--b',
        'Content-Type: message/delivery-status',
        '',
        'Reporting-MTA: dns; mail.example',
        '',
        `Final-Recipient: rfc822; ${address}`,
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 user unknown',
        '--b',
        'Content-Type: text/rfc822-headers',
        '',
        `Message-ID: ${id}`,
        '--b--',
        '',
      ].join('\r\n')
    const take = async (body: string) =>
      (
        await fetch(`${test.address}/api/bounces`, {
          method: 'POST',
          headers: { 'content-type': 'message/rfc822' },
          body,
        })
      ).json()
    // The mail is marked as sent a moment after it was read.
    let forged = await take(bounce('<other@mail.example>', to))
    expect(forged).toEqual({ found: 1, switchedOff: 0 })
    forged = await take(bounce(messageId, 'somebody@else.example'))
    expect(forged).toEqual({ found: 1, switchedOff: 0 })
    expect(await channel('email')).toMatchObject({ ready: true })
    await until(
      async () => ((await take(bounce(messageId, to))) as { switchedOff: number }).switchedOff === 1,
    )
    expect(await channel('email')).toMatchObject({
      ready: false,
      off: { reason: expect.stringMatching(/user unknown/) },
    })
  })

  async function startWorker() {
    const { deliveryLoop } = await import('../delivery/deliver.ts')
    const { switchOff, targetOf } = await import('./channels.ts')
    const shared = test.app.notify
    const loop = await deliveryLoop({
      ...shared,
      inProductChannels: shared.notifying.inProductChannels,
      targetOf: (userId, id) => targetOf(shared, userId, id),
      switchOff: (tx, queue, reason) => switchOff(shared, tx, queue, reason),
      observe: () => {},
    }).start()
    const before = mail.received().length
    return {
      async nextMail(): Promise<string> {
        while (mail.received().length === before) await new Promise((resolve) => setTimeout(resolve, 20))
        return mail.received().at(-1)!
      },
      [Symbol.asyncDispose]: () => loop.stop(),
    }
  }
})

describe('a webhook', () => {
  const settings = () => ({ url: `${hook.baseUrl}/deals`, secret: 'a secret of the test' })

  it('proves itself by repeating a token, and is not used before', async () => {
    await save('webhook', settings())
    expect(await send('webhook')).toMatchObject({
      status: 409,
      body: { code: 'not-confirmed', detail: expect.stringMatching(/^[A-Z].*\.$/) },
    })
    expect(await channel('webhook')).toMatchObject({ ready: false, needsConfirmation: true })
    hook.handle((request, response) => {
      const { data } = JSON.parse(request.body) as { data: { challenge: string } }
      response.writeHead(200).end(data.challenge)
    })
    clock.advance(61_000)
    expect(await send('webhook')).toMatchObject({ status: 200, body: { confirmed: true } })
    expect(await channel('webhook')).toMatchObject({ ready: true, needsConfirmation: false })
    // Another secret is the same target; another address is not.
    await save('webhook', { ...settings(), secret: 'another secret of it' })
    expect(await channel('webhook')).toMatchObject({ ready: true })
    await save('webhook', { ...settings(), url: `${hook.baseUrl}/other` })
    expect(await channel('webhook')).toMatchObject({ ready: false, needsConfirmation: true })
  })
})
