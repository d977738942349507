import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bounce, bounceUnitsMax, parseBounces } from './bounces.ts'

const messageId = '<0123456789abcdef0123456789abcdef01234567@example.com>'

interface Report {
  recipient?: string
  original?: string | null
  action?: string
  status?: string
  diagnostic?: string | null
  returned?: string
  type?: string
  encode?: (text: string) => { encoding: string; body: string }
}

/** A notification in the shape of RFC 3464 appendix E, as Postfix sends it. */
function notification({
  recipient = 'ann@example.net',
  original = null,
  action = 'failed',
  status = '5.1.1',
  diagnostic = 'smtp; 550 5.1.1 <ann@example.net>:\r\n    Recipient address rejected: User unknown',
  returned = `Return-Path: <deals@example.com>\r\nSubject: A sofa\r\nMessage-ID: ${messageId}`,
  type = 'text/rfc822-headers',
  encode = (body) => ({ encoding: '7bit', body }),
}: Report = {}): string {
  const fields = [
    'Reporting-MTA: dns; mail.example.com',
    'Arrival-Date: Fri, 20 Nov 2026 19:00:05 +0000 (UTC)',
    '',
    ...(original === null ? [] : [`Original-Recipient: rfc822;${original}`]),
    `Final-Recipient: rfc822; ${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    ...(diagnostic === null ? [] : [`Diagnostic-Code: ${diagnostic}`]),
  ]
  const report = encode(fields.join('\r\n'))
  return [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mail.example.com (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    'To: deals@example.com',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="4c9d.1795201205/mail.example.com"',
    'Message-Id: <20261120190006.1@mail.example.com>',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--4c9d.1795201205/mail.example.com',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'I am sorry to have to inform you that your message could not be delivered.',
    '',
    '--4c9d.1795201205/mail.example.com',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    `Content-Transfer-Encoding: ${report.encoding}`,
    '',
    report.body,
    '',
    '--4c9d.1795201205/mail.example.com',
    'Content-Description: Undelivered Message Headers',
    `Content-Type: ${type}`,
    '',
    returned,
    '',
    '--4c9d.1795201205/mail.example.com--',
    '',
  ].join('\r\n')
}

const one = (report?: Report): Bounce => {
  const bounces = parseBounces(notification(report))
  expect(bounces).toHaveLength(1)
  return bounces[0]!
}

describe('a bounce', () => {
  it('says which mail to whom came back, that the address is dead, and why', () => {
    expect(one()).toEqual({
      messageId,
      recipient: 'ann@example.net',
      permanent: true,
      reason:
        'E-mail to this address comes back (550 5.1.1 <ann@example.net>: Recipient address rejected: User unknown); check the e-mail address.',
    })
  })

  it.each([
    ['5.1.10', 'smtp; 550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found'],
    ['5.2.1', 'smtp; 550 5.2.1 The account is disabled'],
    ['5.0.0', 'smtp; 550 No such user here'],
    ['5.0.0', 'smtp; 550 5.1.1 nobody'],
    ['5.1.1', null],
  ])('with status %s and %j is for good', (status, diagnostic) => {
    expect(one({ status, diagnostic }).permanent).toBe(true)
  })

  it.each([
    ['failed', '5.2.2', 'smtp; 552 5.2.2 mailbox full'],
    ['failed', '5.7.1', 'smtp; 550 5.7.1 user unknown or blocked'],
    ['failed', '5.0.0', 'smtp; 550 5.7.1 listed'],
    ['failed', '4.4.7', 'smtp; 450 4.4.7 user unknown, message expired'],
    ['failed', '', null],
    ['delayed', '4.4.1', 'smtp; connection timed out'],
    ['delayed (will retry)', '5.1.1', null],
  ])('%s with status %s and %j is not', (action, status, diagnostic) => {
    expect(one({ action, status, diagnostic })).toMatchObject({
      permanent: false,
      recipient: 'ann@example.net',
    })
  })

  it.each(['delivered', 'relayed', 'expanded', 'nonsense', ''])('is none with action %j', (action) => {
    expect(parseBounces(notification({ action }))).toEqual([])
  })

  it('names the address that we wrote to, also where it was forwarded', () => {
    expect(one({ original: 'ann@example.org' }).recipient).toBe('ann@example.org')
  })

  it('finds the mail also when all of it came back, with parts and Message-IDs of its own', () => {
    const returned = [
      `Message-ID:\r\n ${messageId}`,
      'Content-Type: multipart/alternative; boundary="inner"',
      '',
      '--inner',
      'Message-ID: <other@example.com>',
      '',
      'text',
      '--inner--',
    ].join('\r\n')
    expect(one({ type: 'message/rfc822', returned }).messageId).toBe(messageId)
  })

  it('knows no mail where none came back', () => {
    expect(
      one({ returned: 'Subject: hello\r\n\r\nMessage-ID: <in-the-body@example.com>' }).messageId,
    ).toBeNull()
    expect(one({ type: 'text/plain' }).messageId).toBeNull()
    expect(one({ returned: `Message-ID: ${'<'.repeat(5000)}` }).messageId).toBeNull()
  })

  it('can be encoded', () => {
    const base64 = (text: string) => ({
      encoding: 'base64',
      body: Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n'),
    })
    const quoted = (text: string) => ({
      encoding: 'quoted-printable',
      body: text.replaceAll('=', '=3D').replaceAll('User', '=55s=\r\ner'),
    })
    for (const encode of [base64, quoted]) expect(one({ encode })).toEqual(one())
  })

  it('of several receivers names each', () => {
    const group = (name: string) =>
      `Final-Recipient: rfc822; ${name}@example.net\r\nAction: failed\r\nStatus: 5.1.1\r\n`
    const mail = notification().replace(
      'Final-Recipient',
      `${group('bob')}\r\n${group('eve')}\r\nFinal-Recipient`,
    )
    expect(parseBounces(mail).map(({ recipient }) => recipient)).toEqual([
      'bob@example.net',
      'eve@example.net',
      'ann@example.net',
    ])
  })

  it('reads the same with bare line feeds', () => {
    expect(parseBounces(notification().replaceAll('\r\n', '\n'))).toEqual([one()])
  })
})

describe('other mail', () => {
  it.each([
    '',
    'Subject: Out of office\r\nAuto-Submitted: auto-replied\r\n\r\nI am away.',
    'Final-Recipient: rfc822; ann@example.net\r\nAction: failed\r\nStatus: 5.1.1',
    notification().replace('multipart/report', 'multipart/mixed'),
    notification().replace('boundary=', 'limit='),
    notification().replace('message/delivery-status', 'message/disposition-notification'),
  ])('is no bounce', (mail) => {
    expect(parseBounces(mail)).toEqual([])
  })
})

describe('hostile input', () => {
  it('gives well-formed values whatever its fields say', () => {
    const unit = fc.oneof(
      fc.constantFrom(...'\r\n;:<>@"=. \t\0\u202e'),
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    )
    const text = fc.string({ unit, maxLength: 200 })
    fc.assert(
      fc.property(text, text, text, text, text, (recipient, action, status, diagnostic, returned) => {
        const report = { recipient, original: recipient, status, diagnostic, returned }
        for (const mail of [
          notification({ ...report, action }),
          notification(report),
          notification({ ...report, type: diagnostic }),
        ]) {
          for (const bounce of parseBounces(mail)) {
            expect(bounce.reason).toMatch(/^[A-Z].*\.$/)
            // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
            expect(JSON.stringify(bounce)).not.toMatch(/[\u0000-\u001f\u202e]/)
            if (bounce.recipient !== null) expect(bounce.recipient).toMatch(/^[^\s<>]+@[^\s<>]+$/)
            if (bounce.messageId !== null) expect(bounce.messageId).toMatch(/^<[^<>\s]{1,250}>$/)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('any text at all is read without harm', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(4000), (text, at) => {
        const mail = notification()
        expect(Array.isArray(parseBounces(text))).toBe(true)
        expect(Array.isArray(parseBounces(mail.slice(0, at) + text + mail.slice(at)))).toBe(true)
      }),
    )
  })

  it('a megabyte is read in a moment, and more is refused', () => {
    const startedMs = performance.now()
    const fill = (text: string) =>
      notification().replace('I am sorry', text.repeat((bounceUnitsMax - 3000) / text.length))
    const floods = ['x', '\r\n', ': ', '\r\n ', '\r\n--4c9d.1795201205/mail.example.com\r\n', '=\n'].map(fill)
    const folded = `Content-Type: multipart/report; boundary=\r\n${' x\r\n'.repeat(250_000)}`
    const recipients = notification().replace(
      'Final-Recipient',
      `${'Final-Recipient: rfc822; a@b\r\nAction: failed\r\n\r\n'.repeat(15_000)}Final-Recipient`,
    )
    for (const mail of [...floods, folded]) parseBounces(mail)
    expect(parseBounces(recipients).length).toBeLessThanOrEqual(100)
    expect(performance.now() - startedMs).toBeLessThan(10_000)
    expect(() => parseBounces('x'.repeat(bounceUnitsMax + 1))).toThrow(/1 MiB/)
  })
})
