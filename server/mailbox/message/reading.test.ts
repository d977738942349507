import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { alertText, mailOf, type Signer, signerOf } from '../../../test/harness/signed-mail.ts'
import { checkedByServer, signaturesOf, wantedKeys } from './head.ts'
import { type MailSite, readMail } from './reading.ts'

const site = (id: string, domains: string[]): MailSite => ({
  ...{ id, domains },
  ...{ member: 'default', hasAlerts: true, hasSales: false },
  module: new URL(`../../marketplaces/${id}/index.ts`, import.meta.url).href,
})
const sites = [site('craigslist', ['craigslist.org']), site('facebook', ['facebookmail.com', 'facebook.com'])]
const desk = { id: 7_700_000_301, title: 'Oak desk', price: 120 }
const alert = (over: Parameters<typeof mailOf>[0] = {}) => mailOf({ text: alertText([desk]), ...over })

let own: Signer
let sub: Signer
let stranger: Signer
beforeAll(() => {
  own = signerOf('craigslist.org')
  sub = signerOf('alerts.craigslist.org')
  stranger = signerOf('stranger.example')
})

const read = (mail: string | Buffer, over: Partial<Parameters<typeof readMail>[0]> = {}) => {
  const bytes = Buffer.from(mail)
  const records = { ...own.records, ...sub.records, ...stranger.records }
  const wanted = wantedKeys(bytes, ['craigslist.org'])
  const keys = Object.fromEntries(wanted.flatMap((name) => (records[name] ? [[name, records[name]!]] : [])))
  return readMail({ ...{ bytes, sites, keys, trustedServer: null, alsoSales: false }, ...over })
}

describe('a mail speaks for a site', () => {
  it('with a signature of its domain, or of one below', async () => {
    expect((await read(own.signOver(['from', 'subject'], alert()))).proof).toBe('signature')
    for (const signer of [own, sub]) {
      const mail = await read(await signer.sign(alert()))
      expect(mail).toMatchObject({
        sender: 'alerts@alerts.craigslist.org',
        marketplace: 'craigslist',
        proof: 'signature',
      })
      expect(mail.page?.listings).toMatchObject([{ externalId: '7700000301', priceCents: 12000 }])
    }
  })

  it('never without: unsigned, changed, signed by others, in part, not over the sender, by an old hash, or under two names', async () => {
    const signed = await own.sign(alert())
    const forgeries: Record<string, string> = {
      unsigned: alert(),
      'another body': signed.replace(
        /\r\n\r\n[\s\S]*$/,
        `\r\n\r\n${Buffer.from(alertText([{ ...desk, price: 1 }])).toString('base64')}\r\n`,
      ),
      'another sender': signed.replace('From: alerts@', 'From: others@'),
      'signed by a stranger': await stranger.sign(alert()),
      'signed in part': `${await own.sign(alert(), { maxBodyLength: 10 })}`,
      'not over the sender': own.signOver(['subject'], alert()),
      'by an old hash': await own.sign(alert(), { algorithm: 'rsa-sha1' }),
      'a second sender before the signed one': `From: alerts@alerts.craigslist.org\r\n${signed.replace('From: alerts@alerts.craigslist.org', 'From: me@stranger.example')}`,
      'a name that looks alike': await stranger.sign(
        alert({ from: 'alerts@craigslist.org.stranger.example' }),
      ),
      'a domain that ends alike': alert({ from: 'alerts@notcraigslist.org' }),
      'in other letters': alert({ from: 'alerts@сraigslist.org' }),
    }
    for (const [how, mail] of Object.entries(forgeries))
      expect([how, (await read(mail)).proof]).toEqual([how, null])
  })

  it('for no other site than its own: a signed mail of one that claims to come from another is not proven', async () => {
    const mail = await own.sign(alert({ from: 'notification@facebookmail.com' }))
    expect(await read(mail)).toMatchObject({ marketplace: 'facebook', proof: null })
  })

  it('where the receiving server says so in its first word, and the person trusts that server', async () => {
    const says = (by: string, what: string) => `Authentication-Results: ${by}; ${what}`
    const good =
      'spf=pass smtp.mailfrom=x.example; dkim=pass (2048-bit key; d=evil) header.d=alerts.craigslist.org header.s=a'
    const trusting = { trustedServer: 'mx.example.com' }
    const proofOf = async (...headers: string[]) => (await read(alert({ headers }), trusting)).proof
    expect(await proofOf(says('mx.example.com', good))).toBe('server')
    expect(await proofOf(says('mx.example.com 1', good))).toBe('server')
    expect(await proofOf(says('mx.example.com', 'dkim=pass header.i=@craigslist.org'))).toBe('server')
    for (const headers of [
      [says('mx.evil.example', good)],
      [says('mx.example.com', 'dkim=none'), says('mx.example.com', good)],
      [says('mx.example.com', 'dkim=fail header.d=craigslist.org')],
      [says('mx.example.com', 'dkim=pass header.d=stranger.example (header.d=craigslist.org)')],
      [says('mx.example.com', 'dkim=pass header.d=craigslist.org.evil.example')],
      [says('mx.example.com', 'dkim=passing header.d=craigslist.org')],
      [says('evil.example; dkim=pass header.d=craigslist.org; mx.example.com', good)],
    ])
      expect([headers, await proofOf(...headers)]).toEqual([headers, null])
    expect((await read(alert({ headers: [says('mx.example.com', good)] }))).proof).toBeNull()
  })
})

it('no mail has a name of its writer’s choice looked up, and none more than five', async () => {
  const claims = [
    'evil.example',
    'craigslist.org.evil.example',
    'x.craigslist.org',
    '../craigslist.org',
    'craigslist.org\u0000',
  ]
  const header = (d: string, s: string) => `DKIM-Signature: v=1; a=rsa-sha256; d=${d};\r\n\ts=${s}; bh=x; b=y`
  const many = Array.from({ length: 40 }, (_, n) => header('craigslist.org', `s${n}`))
  const mail = Buffer.from(alert({ headers: claims.map((d) => header(d, 's')) }))
  expect(wantedKeys(mail, ['craigslist.org'])).toEqual(['s._domainkey.x.craigslist.org'])
  expect(wantedKeys(Buffer.from(alert({ headers: many })), ['craigslist.org'])).toHaveLength(5)
  expect(
    signaturesOf(
      Buffer.from(alert({ headers: [header('a..b', 's'), header('a', 'b c'), header('a', 's;d=e')] })),
    ),
  ).toEqual([{ domain: 'a', selector: 'bc', isPartial: false }])
})

it('is read in any charset that mails come in', async () => {
  const title = 'Schöner Schreibtisch – größer'
  const body = Buffer.from(alertText([{ ...desk, title: 'Sch\xf6ner Tisch' }]), 'latin1')
  const latin = Buffer.concat([
    Buffer.from(
      'From: alerts@alerts.craigslist.org\r\nSubject: =?iso-8859-1?Q?Sch=F6n?=\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n\r\n',
    ),
    body,
  ])
  expect(await read(latin)).toMatchObject({
    subject: 'Schön',
    page: { listings: [{ title: 'Schöner Tisch' }] },
  })
  expect((await read(alert({ text: alertText([{ ...desk, title }]) }))).page?.listings[0]?.title).toBe(title)
  const cyrillic = Buffer.from(
    `From: alerts@alerts.craigslist.org\r\nSubject: =?koi8-r?B?8NLJ18XU?=\r\nContent-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=24120 - =D1=F2=EE=EB\r\nhttps://portland.craigslist.org/mlt/fuo/d/x/7700000301.html\r\n`,
  )
  expect(await read(cyrillic)).toMatchObject({ subject: 'Привет', page: { listings: [{ title: 'Стол' }] } })
  for (const charset of ['utf-99', 'x-unknown', '', 'iso-2022-jp', 'utf-16'])
    expect(
      (
        await read(
          Buffer.from(latin.toString('latin1').replace('iso-8859-1\r\n', `${charset}\r\n`), 'latin1'),
        )
      ).marketplace,
    ).toBe('craigslist')
})

it('whatever a mail is made of, reading it ends and answers: broken MIME, cut anywhere, bytes of any kind', async () => {
  const whole = await own.sign(
    alert({ html: '<p>x</p><a href="https://portland.craigslist.org/mlt/fuo/d/x/7700000301.html">Lamp</a>' }),
  )
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '\r\n\r\n',
      '--x\r\n',
      'Content-Type: multipart/mixed; boundary=x\r\n',
      '=?utf-8?B?',
      '\0',
      '=\r\n',
      'From: a@b\r\n',
    ),
  )
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length), fc.nat(60), piece, async (at, cut, put) => {
      const mail = await read(whole.slice(0, at) + put + whole.slice(at + cut))
      expect(mail.subject).not.toMatch(/\p{Cc}/u)
      expect(mail.marketplace === null).toBe(mail.page === null)
    }),
    { numRuns: 150 },
  )
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (bytes) => {
      expect((await read(Buffer.from(bytes))).proof).toBeNull()
      expect(checkedByServer(bytes, 'x')).toEqual([])
    }),
    { numRuns: 100 },
  )
})

it.each([
  [
    'parts in parts without end',
    `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'.repeat(20_000)}`,
  ],
  ['a head without end', `X: ${'y'.repeat(2_000_000)}`],
  ['a hundred thousand headers', 'X-A: b\r\n'.repeat(100_000)],
  ['a line of five megabytes', `\r\n${'a'.repeat(4_900_000)}`],
  ['parentheses without end', `Authentication-Results: ${'('.repeat(200_000)}\r\n`],
  ['addresses without end', `To: ${'a@b.example,'.repeat(50_000)}\r\n`],
  [
    'a signature without end',
    `DKIM-Signature: d=craigslist.org; s=x; b=${'A'.repeat(200_000)};${'x=;'.repeat(60_000)}\r\n`,
  ],
])('is not held up by %s', async (_, middle) => {
  const startedAt = performance.now()
  await read(`From: alerts@alerts.craigslist.org\r\n${middle}`, { trustedServer: 'mx.example.com' })
  expect(performance.now() - startedAt).toBeLessThan(8_000)
})
