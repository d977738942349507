import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { startChannelFakeServer as startDiscord } from '../../server/channels/discord/contract-fake-server.ts'
import { accountSid, authToken, formOf, startTwilio } from '../../server/channels/sms/contract-fake-server.ts'
import { sendJson, startFakeServer } from '../../test/harness/fake-server.ts'
import { ownChecker } from '../checker.ts'
import { inputOf, readRecords } from '../folder.ts'
import { messageOf } from '../world.ts'
import { addRule, delivered, importOne, ledgerOf, setChannel } from './notifying.ts'

interface Posted {
  /** Titles that a message must show. */
  title: string
  taken: string[]
  /** Addresses of pictures in them. */
  pictures: string[]
  ledger: string[]
}

/** Discord refuses an embed with an address whose host has no dot. */
function hasBareHost(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).some(hasBareHost)
  if (typeof value !== 'string' || !/^https?:\S+$/.test(value) || !URL.canParse(value)) return false
  return !/[.:]/.test(new URL(value).hostname)
}

export const discordBareHost = ownChecker<Posted>('alerts-discord-bare-host', {
  async ask(folder, world) {
    const { settings, ...other } = await startDiscord()
    await other[Symbol.asyncDispose]()
    const taken: { embeds?: { image?: { url: string }; thumbnail?: { url: string } }[] }[] = []
    const server = await world.use(
      startFakeServer(({ body }, response) => {
        const message = JSON.parse(body)
        if (hasBareHost(message.embeds)) return sendJson(response, 400, { embeds: ['0'] })
        taken.push(message)
        sendJson(response, 200, { id: '900100200300' })
      }),
    )
    const program = await world.program({
      roles: ['api', 'worker'],
      env: { DISCORD_BASE_URL: server.baseUrl },
    })
    await setChannel(program, 'discord', settings)
    await addRule(program, 'discord')
    const [listing] = readRecords(inputOf(folder))
    await importOne(program, listing!)
    await delivered(program)
    const ledger = await ledgerOf(program, 'discord')
    const pictures = taken.flatMap(({ embeds }) =>
      (embeds ?? []).flatMap(({ image, thumbnail }) => [image?.url ?? [], thumbnail?.url ?? []].flat()),
    )
    return folder.rows.map(() => ({
      title: String(listing!.title),
      taken: taken.map((message) => JSON.stringify(message)),
      pictures,
      ledger,
    }))
  },
  evaluate({ expected }, { title, taken, pictures, ledger }) {
    const withoutPicture = /without the picture/.test(String(expected))
    const isNotified = taken.some((message) => message.includes(JSON.stringify(title).slice(1, -1)))
    return {
      right: isNotified && (!withoutPicture || pictures.length === 0),
      got: taken.length === 0 ? ledger : { notified: isNotified, pictures },
    }
  },
  mistakes: () => [
    { title: 'Lamp', taken: [], pictures: [], ledger: ['failed: make a new webhook'] },
    { title: 'Lamp', taken: ['{"content":"Hello"}'], pictures: [], ledger: ['sent'] },
  ],
})

interface Asked {
  refused: boolean
  text: string
  /** To whom the code went. */
  sentTo: string[]
}

/** Phones that are filled in one after the other: which is refused, and to which a code goes. */
export const unsentConfirmation = ownChecker<Asked>('alerts-unsent-confirmation', {
  async ask(folder, world) {
    const server = await world.use(startTwilio())
    const program = await world.program({
      env: {
        TWILIO_ACCOUNT_SID: accountSid,
        TWILIO_AUTH_TOKEN: authToken,
        TWILIO_FROM: '+15005550001',
        TWILIO_BASE_URL: server.baseUrl,
      },
    })
    const asked = new Map<string, Asked>()
    // In the order of the input, which is that of time.
    for (const { line, phone = line } of readRecords(inputOf(folder))) {
      const before = server.requests.length
      const set = await program.call('PUT', '/api/channels/sms', { settings: { phone } })
      const answer = set.status >= 400 ? set : await program.call('POST', '/api/channels/sms/confirmation')
      const { sentence } = (answer.body ?? {}) as { sentence?: string }
      asked.set(String(phone), {
        refused: set.status >= 400,
        text: sentence ?? messageOf(answer),
        sentTo: server.requests.slice(before).map((request) => formOf(request).get('To') ?? ''),
      })
    }
    return folder.rows.map(({ phone }) => {
      const answer = asked.get(String(phone))
      if (answer === undefined) throw new Error(`not in the input: ${phone}`)
      return answer
    })
  },
  evaluate({ expected, phone }, { refused, text, sentTo }) {
    const got = refused ? `refused: ${text}` : text
    if (!/^refused/.test(String(expected))) {
      const digits = String(phone).replace(/[^\d+]/g, '')
      return { right: !refused && sentTo.includes(digits), got }
    }
    const why = /country code/.test(String(expected)) ? /country code/i : /./
    return { right: refused && sentTo.length === 0 && why.test(text), got }
  },
  mistakes: ({ expected }) =>
    /^refused/.test(String(expected))
      ? [
          { refused: false, text: 'This is not a phone number with + and the country code.', sentTo: [] },
          { refused: true, text: 'Something went wrong.', sentTo: ['+1'] },
        ]
      : [
          { refused: false, text: 'Ask in 58 seconds.', sentTo: [] },
          { refused: true, text: 'no country code', sentTo: [] },
        ],
})

interface Verified {
  /** Whether the secret verifies as the libraries of the standard take it. */
  plain: boolean
  /** Whether it does as their raw mode takes it. */
  raw: boolean
  /** What our documents say to do. */
  documents: string
}

/** As https://www.standardwebhooks.com has it, and its libraries do it. */
function isSigned(key: Buffer, headers: Record<string, unknown>, body: string): boolean {
  const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const signature = `v1,${createHmac('sha256', key).update(text).digest('base64')}`
  return String(headers['webhook-signature']).split(' ').includes(signature)
}

const documentFiles = ['../../README.md', '../../docs/channels.md']

/** What a shell line of our documents makes for a secret: `whsec_` and base64, or something else. */
function makesStandardSecret(documents: string): boolean {
  const examples = documents.match(/channels set webhook[^\n]*secret=[^\n]*/g) ?? []
  return (
    examples.length > 0 &&
    examples.every((line) => /secret="?whsec_\$\(openssl rand -base64 \d+\)/.test(line))
  )
}

function namesRawMode(documents: string): boolean {
  return /\braw (?:mode|secret|format)\b|format: ?['"]raw['"]/.test(documents)
}

export const webhookSecret = ownChecker<Verified>('alerts-webhook-secret', {
  async ask(folder, world) {
    const documents = documentFiles
      .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
      .join('\n')
    const given = readFileSync(inputOf(folder), 'utf8').trim()
    const secret = makesStandardSecret(documents) ? `whsec_${Buffer.from(given).toString('base64')}` : given
    const server = await world.use(
      startFakeServer((_request, response) => void response.writeHead(204).end()),
    )
    const program = await world.program({
      roles: ['api', 'worker'],
      env: { WEBHOOK_ALLOW_PRIVATE_NETWORK: 'true' },
    })
    await setChannel(program, 'webhook', { url: `${server.baseUrl}/hook`, secret })
    await addRule(program, 'webhook')
    await importOne(program, { id: 'w1', title: 'Lamp' })
    await delivered(program)
    const call = server.requests.findLast(({ body }) => body.includes('Lamp'))
    if (!call) throw new Error(`nothing was sent: ${await ledgerOf(program, 'webhook')}`)
    const verifies = (key: Buffer) => isSigned(key, call.headers, call.body)
    return folder.rows.map(() => ({
      plain: verifies(Buffer.from(secret.replace(/^whsec_/, ''), 'base64')),
      raw: verifies(Buffer.from(secret, 'utf8')),
      documents,
    }))
  },
  evaluate(_, { plain, raw, documents }) {
    const standard = makesStandardSecret(documents)
    const named = namesRawMode(documents)
    return {
      right: (standard && plain) || (named && raw),
      got: {
        verifies: plain ? 'as base64' : raw ? 'in raw mode only' : 'never',
        standard,
        namesRawMode: named,
      },
    }
  },
  mistakes: () => [
    { plain: false, raw: true, documents: 'channels set webhook url=… secret=$(openssl rand -hex 32)' },
    { plain: false, raw: false, documents: 'channels set webhook secret=whsec_$(openssl rand -base64 32)' },
  ],
})
