import { describe, expect, it } from 'vitest'
import { fetched, honest, type Script, startScriptedImap } from '../../../test/harness/imap.ts'
import { anywhere } from '../../core/outbound.ts'
import { waitAfter } from '../problems.ts'
import { addressOf, type Reach } from './address.ts'
import { connectMailServer, mailBytesMax } from './connect.ts'
import { bodiesOf, groupsOf, headsOf, newUids } from './folder.ts'

const reach: Reach = { outbound: anywhere, allowPrivate: true, patienceMs: 1_500 }
const never = new AbortController().signal
const signIn = { user: 'me', pass: 'secret' }

async function withServer<T>(
  script: Script,
  run: (server: Awaited<ReturnType<typeof connectMailServer>>) => Promise<T>,
): Promise<T | string> {
  await using imap = await startScriptedImap(script)
  try {
    const server = await connectMailServer(
      reach,
      { host: '127.0.0.1', port: imap.port, security: 'none' },
      signIn,
      never,
    )
    try {
      await server.examine('INBOX')
      return await run(server)
    } finally {
      server.close()
    }
  } catch (error) {
    return (error as { problem?: string }).problem ?? `not typed: ${error}`
  }
}

/** Heads and bodies of everything. */
const all = async (server: Awaited<ReturnType<typeof connectMailServer>>) => {
  const uids = await newUids(server, 0)
  const heads = await headsOf(server, uids)
  const bodies = await bodiesOf(
    server,
    heads.map(({ uid }) => uid),
  )
  return { uids, heads, bodies }
}

const mail = 'From: alerts@alerts.craigslist.org\r\nSubject: desk\r\n\r\nHello\r\n'

describe('a mail server', () => {
  it('that is honest is read by EXAMINE and PEEK alone', async () => {
    const asked: string[] = []
    const script = honest([mail, mail])
    const noting: Script = (command, tag, socket) => {
      asked.push(command)
      return script(command, tag, socket)
    }
    const read = await withServer(noting, all)
    expect(read).toMatchObject({
      uids: [1, 2],
      heads: [{ uid: 1, sender: 'alerts@alerts.craigslist.org' }, { uid: 2 }],
    })
    expect(asked.join('\n')).not.toMatch(
      /SELECT|STORE|EXPUNGE|APPEND|COPY|MOVE|BODY\[|CREATE|DELETE|SUBSCRIBE|CLOSE$/m,
    )
  })

  const cases: [string, Script | Partial<Record<string, Script>>, string][] = [
    ['never greets', () => null, 'hung'],
    ['greets with anything else', () => 'HTTP/1.1 400 Bad Request\r\n\r\n', 'hung'],
    ['says BYE', () => '* BYE go away\r\n', 'dropped'],
    [
      'refuses the sign-in',
      { LOGIN: (_, tag) => `${tag} NO [AUTHENTICATIONFAILED] no\r\n` },
      'sign-in-refused',
    ],
    ['has no such folder', { EXAMINE: (_, tag) => `${tag} NO [NONEXISTENT] no\r\n` }, 'folder-missing'],
    ['hangs in the middle of a list', { 'UID SEARCH': () => '* SEARCH 1 2' }, 'hung'],
    [
      'drops in the middle of a literal',
      {
        'UID FETCH': (command, _, socket) => {
          if (!/BODY\.PEEK\[\]/.test(command)) return `${fetched(command, 1, mail)}${_} OK done\r\n`
          socket.end('* 1 FETCH (UID 1 BODY[]<0> {5000}\r\nFrom: a')
          return null
        },
      },
      'dropped',
    ],
    [
      'announces a literal of four gigabytes',
      { 'UID FETCH': () => '* 1 FETCH (UID 1 BODY[]<0> {4294967295}\r\nFrom' },
      'too-much',
    ],
    ['sends a line without end', { 'UID SEARCH': () => `* SEARCH${' 1'.repeat(1_500_000)}` }, 'too-much'],
  ]
  it.each(cases)('that %s gives a typed outcome in time', async (_, change, problem) => {
    const script = typeof change === 'function' ? change : honest([mail], change)
    const startedAt = performance.now()
    expect(await withServer(script, all)).toBe(problem)
    expect(performance.now() - startedAt).toBeLessThan(6_000)
  })

  it('that lies about sizes has no more taken of it than a mail may have', async () => {
    const huge = `${mail}${'x'.repeat(mailBytesMax)}`
    const lying = honest([huge, mail], {
      'UID FETCH': (command, tag) =>
        `${[huge, mail]
          .map((one, at) => fetched(command, at + 1, one.slice(0, mailBytesMax + 1), 100))
          .join('')}${tag} OK done\r\n`,
    })
    const read = (await withServer(lying, all)) as Awaited<ReturnType<typeof all>>
    expect(read.heads.map(({ bytes }) => bytes)).toEqual([100, 100])
    expect([read.bodies.get(1), read.bodies.get(2)?.toString()]).toEqual(['too-large', mail])
  })

  it('that answers what nobody asked for has that left out', async () => {
    const odd = honest([mail], {
      'UID SEARCH': (_, tag) => `* SEARCH 1 1 0 99999999999 4 18446744073709551615\r\n${tag} OK done\r\n`,
      'UID FETCH': (command, tag) =>
        `* 9 FETCH (UID 9 RFC822.SIZE 5)\r\n${fetched(command, 1, mail)}${fetched(command, 1, 'From: evil')}* 1 FETCH (FLAGS (\\Seen))\r\n${tag} OK done\r\n`,
    })
    const read = (await withServer(odd, all)) as Awaited<ReturnType<typeof all>>
    expect(read.uids).toEqual([1, 4])
    expect(read.heads).toHaveLength(1)
    expect(read.bodies.get(1)?.toString()).toBe(mail)
  })
})

describe('a person’s word for a mail server', () => {
  const address = (host: string, over: Partial<Reach> = {}, security: 'tls' | 'none' = 'tls') =>
    addressOf(
      {
        outbound: anywhere,
        allowPrivate: false,
        lookup: async () => [{ address: '10.0.0.5', family: 4 }],
        ...over,
      },
      { host, port: 993, security },
      never,
    ).catch((error) => error.problem as string)

  it('leads into no private network unless the operator allows it, however it is written', async () => {
    for (const host of [
      '127.0.0.1',
      '10.1.2.3',
      '169.254.169.254',
      '::1',
      'fd00::1',
      '::ffff:127.0.0.1',
      'inside.example',
    ])
      expect([host, await address(host)]).toEqual([host, 'private-host'])
    expect(await address('inside.example', { allowPrivate: true })).toBe('10.0.0.5')
    const both = [
      { address: '93.184.216.34', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]
    expect(await address('mixed.example', { lookup: async () => both })).toBe('private-host')
  })

  it('is called by the address that was checked, and never in the clear over the internet', async () => {
    let asked = 0
    const lookup = async () => {
      asked++
      return [{ address: asked === 1 ? '93.184.216.34' : '127.0.0.1', family: 4 }]
    }
    expect(await address('rebinding.example', { lookup })).toBe('93.184.216.34')
    const open = async () => [{ address: '93.184.216.34', family: 4 }]
    expect(await address('plain.example', { lookup: open }, 'none')).toBe('plain-not-allowed')
    expect(await address('plain.example', { lookup: open, allowPrivate: true }, 'none')).toBe(
      'plain-not-allowed',
    )
    const outbound = { hosts: ['imap.example.com'], encryptedOnly: true }
    expect(await address('other.example', { lookup: open, outbound })).toBe('host-not-allowed')
  })
})

it('waits longer after each failure, longest where only the person can mend it', () => {
  const waits = (problem: 'dropped' | 'sign-in-refused') =>
    [1, 2, 3, 20, 2000].map((failures) => waitAfter(problem, failures, 0.5))
  expect(waits('dropped')).toEqual([5_000, 10_000, 20_000, 900_000, 900_000])
  expect(waits('sign-in-refused')).toEqual([900_000, 1_800_000, 3_600_000, 21_600_000, 21_600_000])
})

it('downloads few mails together, and small together', () => {
  const heads = [3, 3, 1, ...Array<number>(60).fill(0)].map((mb, at) => ({
    ...{ uid: at + 1, sender: '', subject: '', receivedAt: null },
    bytes: mb * 1_000_000,
  }))
  expect(groupsOf(heads).map((group) => group.length)).toEqual([1, 25, 25, 12])
})
