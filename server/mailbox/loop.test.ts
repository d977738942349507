import { expect, it } from 'vitest'
import { type TestApp, testApp, until } from '../../test/harness/app.ts'
import { fetched, honest, startScriptedImap } from '../../test/harness/imap.ts'
import { alertText, dnsOf, mailOf, type Signer, signerOf } from '../../test/harness/signed-mail.ts'
import type { MailboxDetail, MailboxView } from './schema.ts'

const signer: Signer = signerOf('craigslist.org')
const seller: Signer = signerOf('vinted.com')
const dns = dnsOf(signer, seller)

const openApp = () =>
  testApp({
    roles: ['api', 'worker'],
    env: { MAILBOX_ALLOW_PRIVATE_NETWORK: 'true' },
    overrides: { resolveTxt: (name) => dns.resolveTxt(name) },
  })

async function connect(test: TestApp, port: number, over: object = {}): Promise<number> {
  const { status, body } = await test.call('POST', '/api/mailboxes', {
    ...{ host: '127.0.0.1', port, security: 'none', user: 'me', readBackDays: 30, ...over },
    access: { kind: 'password', password: 'secret' },
  })
  expect([status, body]).toMatchObject([201, {}])
  return (body as MailboxView).id
}

const view = async (test: TestApp, id: number) =>
  (await test.call('GET', `/api/mailboxes/${id}`)).body as MailboxDetail
const listening = (test: TestApp, id: number) =>
  until(async () => {
    const seen = await view(test, id)
    return seen.state === 'listening' ? seen : null
  }, 30_000)

const alert = (id: number, over: Parameters<typeof mailOf>[0] = {}) =>
  signer.sign(mailOf({ text: alertText([{ id, title: `Oak desk ${id}`, price: 120 }]), ...over }))

/** The ids that a FETCH asks for. */
const asked = (command: string) => (/^UID FETCH (\S+)/i.exec(command)?.[1] ?? '').split(',').map(Number)

it('ten thousand mails at once are read in their order, two hundred at a time, and only those of marketplaces are opened', async () => {
  const own = new Map(
    await Promise.all(
      [17, 5_000, 10_000].map(async (uid) => [uid, await alert(7_900_000_000 + uid)] as const),
    ),
  )
  const most: number[] = []
  const opened: number[] = []
  const server = honest([], {
    'UID SEARCH': (_, tag) => {
      const uids = Array.from({ length: 10_000 }, (_, at) => at + 1)
      return `* SEARCH ${uids.join(' ')}\r\n${tag} OK done\r\n`
    },
    'UID FETCH': (command, tag) => {
      const uids = asked(command)
      most.push(uids.length)
      if (/BODY/.test(command)) opened.push(...uids)
      const lines = uids.map((uid) =>
        own.has(uid)
          ? fetched(command, uid, own.get(uid)!)
          : fetched(command, uid, 'x').replace('"alerts" "alerts.craigslist.org"', '"friend" "example.org"'),
      )
      return `${lines.join('')}${tag} OK done\r\n`
    },
  })
  await using imap = await startScriptedImap(server)
  await using test = await openApp()
  const startedAt = performance.now()
  const seen = await listening(test, await connect(test, imap.port))
  expect(seen).toMatchObject({ mails: 3, listings: 3, others: 9_997, problem: null })
  expect(opened).toEqual([17, 5_000, 10_000])
  expect(Math.max(...most)).toBe(200)
  expect(performance.now() - startedAt).toBeLessThan(60_000)
})

it('of mails that are broken, forged, too large or gone each has its outcome, the others are kept, and a connection that drops in a literal is made again', async () => {
  const mails = [
    await alert(7_910_000_001),
    'From: alerts@alerts.craigslist.org\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Transfer-Encoding: base64\r\n\r\n####\0',
    mailOf({ text: alertText([{ id: 7_910_000_002, title: 'Forged desk', price: 1 }]) }),
    await alert(7_910_000_003),
    'x',
    await alert(7_910_000_004, {
      text: 'https://user:pass@portland.craigslist.org/mlt/fuo/d/x/7910000009.html javascript:alert(1) https://portland.сraigslist.org/mlt/fuo/d/x/7910000010.html',
    }),
    await alert(7_910_000_005),
  ]
  let drops = 1
  const script = honest(mails, {
    'UID SEARCH': (command, tag) => {
      const from = Number(/UID (\d+):\*/.exec(command)?.[1] ?? 1)
      const uids = mails.map((_, at) => at + 1).filter((uid) => uid >= from)
      return `* SEARCH ${uids.join(' ')}\r\n${tag} OK done\r\n`
    },
    'UID FETCH': (command, tag, socket) => {
      const isBody = /BODY/.test(command)
      if (isBody && drops-- > 0) {
        socket.end('* 1 FETCH (UID 1 BODY[]<0> {5000}\r\nFrom: a')
        return null
      }
      const lines = asked(command).map((uid) =>
        // Deleted in between.
        uid === 4 && isBody ? '' : fetched(command, uid, mails[uid - 1]!, uid === 5 ? 50_000_000 : undefined),
      )
      return `${lines.join('')}${tag} OK done\r\n`
    },
  })
  await using imap = await startScriptedImap(script)
  await using test = await openApp()
  const id = await connect(test, imap.port)
  await until(async () => (await view(test, id)).problem === 'dropped')
  const seen = await listening(test, id)
  expect(seen.lastMails.map(({ outcome }) => outcome).reverse()).toEqual([
    ...['taken', 'unproven', 'unproven', 'gone', 'too-large', 'nothing', 'taken'],
  ])
  expect(seen).toMatchObject({ problem: null, failingSince: null, listings: 2 })
  const { rows } = await test.app.db.query<{ id: string }>(
    'SELECT external_id AS id FROM listings ORDER BY 1',
  )
  expect(rows.map((row) => row.id)).toEqual(['7910000001', '7910000005'])
  // No name of a writer’s choice was looked up.
  expect(new Set(dns.asked)).toEqual(new Set(['test._domainkey.craigslist.org']))
})

it('a sender whose mails give nothing any more is marked, and another folder is read anew', async () => {
  const nothing = (n: number) => signer.sign(mailOf({ subject: `news ${n}`, text: 'Look at our new app.' }))
  const mails = [await alert(7_920_000_001), ...(await Promise.all([1, 2, 3].map(nothing)))]
  await using imap = await startScriptedImap(honest(mails))
  await using test = await openApp()
  const id = await connect(test, imap.port)
  const seen = await listening(test, id)
  expect(seen.senders).toMatchObject([
    { sender: 'alerts@alerts.craigslist.org', mails: 4, listings: 1, nothing: 3, drifts: true },
  ])
  await test.call('PATCH', `/api/mailboxes/${id}`, { folder: 'Other' })
  await until(async () => ((await view(test, id)).mails === 8 ? true : null))
  const { rows } = await test.app.db.query('SELECT 1 FROM listings')
  expect(rows).toHaveLength(1)
})

it('mails about the person’s own sales are opened only where they let them be, and count only with the marketplace’s signature', async () => {
  const told = mailOf({
    ...{ from: 'no-reply@vinted.com', subject: 'You sold an item on Vinted' },
    text: 'Hello seller1,\nbuyer9 has bought\n\nRunning shoes\n€6.40\n',
  })
  const mails = [told, await seller.sign(told), await signer.sign(told), await alert(7_930_000_001)]
  const opened: number[] = []
  const script = () =>
    honest(mails, {
      'UID FETCH': (command, tag) => {
        const uids = asked(command)
        if (/BODY/.test(command)) opened.push(...uids)
        const lines = uids.map((uid) => {
          const one = fetched(command, uid, mails[uid - 1]!)
          return uid === 4 ? one : one.replace('"alerts" "alerts.craigslist.org"', '"no-reply" "vinted.com"')
        })
        return `${lines.join('')}${tag} OK done\r\n`
      },
    })
  await using imap = await startScriptedImap(script())
  await using test = await openApp()
  const id = await connect(test, imap.port)
  const before = await listening(test, id)
  expect(before).toMatchObject({ alsoSales: false, mails: 1, listings: 1, sales: 0, others: 3 })
  expect(opened).toEqual([4])
  const findings = async () =>
    ((await test.call('GET', '/api/sell/findings')).body as { items: object[] }).items
  expect(await findings()).toEqual([])
  for (const times of [1, 2]) {
    const again = await connect(test, imap.port, { alsoSales: true, name: `also sales ${times}` })
    const seen = await listening(test, again)
    expect(seen.lastMails.map(({ outcome }) => outcome).reverse()).toEqual([
      ...['unproven', 'sale', 'unproven', 'taken'],
    ])
    expect(seen).toMatchObject({ alsoSales: true, sales: 1, unproven: 2, nothing: 0, others: 0 })
    // The same mail in another mailbox is the same sale.
    expect(await findings()).toMatchObject([{ marketplace: 'vinted', kind: 'mail-sale' }])
  }
})
