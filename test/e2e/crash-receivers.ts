import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { startSmtpFakeServer } from '../../server/channels/email/contract-fake-server.ts'
import { readMail } from '../../server/channels/email/read-mail.ts'
import {
  acceptMessage,
  accountSid,
  authToken,
  formOf,
  sendTwilioError,
} from '../../server/channels/sms/contract-fake-server.ts'
import { seededRandom } from '../../server/core/random.ts'
import { type FakeServer, type FakeServerRequest, sendJson, startFakeServer } from '../harness/fake-server.ts'

export const outsideChannels = ['email', 'discord', 'sms'] as const
export type OutsideChannel = (typeof outsideChannels)[number]

/** What a receiver does with one request. `refused` = the connection itself; `busy` = HTTP 429 or SMTP 421. */
export type Mood = 'ok' | 'error' | 'cut' | 'hang' | 'busy' | 'refused'

/** A copy that a receiver kept; `id` where the protocol has one that every attempt repeats. */
export interface Copy {
  id: string | null
}

export interface Receivers extends AsyncDisposable {
  env: Record<string, string>
  /** By `<channel> p<person> n<listing> new|drop`. */
  stored: ReadonlyMap<string, Copy[]>
  counts: Record<OutsideChannel, Record<Mood, number>>
  /** One of those that speak HTTP is not there for a while. */
  leaveFor(ms: number): void
}

const mailFrom = 'deals@example.com'

/** Where a person is reached; the receivers recognise them by it. */
export function targetsOf(person: number): Record<OutsideChannel, Record<string, string>> {
  return {
    email: { to: `p${person}@example.com` },
    discord: { webhookUrl: `https://discord.com/api/webhooks/${1_000 + person}/kR3t-Tok_En5ecret` },
    sms: { phone: `+1500555${1_000 + person}` },
  }
}

/**
 * Receivers that take most messages after up to a second, and otherwise fail, cut the connection or hang, having kept
 * the message or not; are busy; or are not there. A message has such an accident only the first time it is read, and
 * nobody is turned away twice in a row: the second wait of the schedule is minutes.
 */
export async function startReceivers(seed: number): Promise<Receivers> {
  const stored = new Map<string, Copy[]>()
  const zero = () => ({ ok: 0, error: 0, cut: 0, hang: 0, busy: 0, refused: 0 })
  const counts = { email: zero(), discord: zero(), sms: zero() }
  const draws = new Map<string, () => number>()
  const read = new Set<string>()
  const turnedAway = new Set<string>()

  const randomOf = (key: string) => {
    const known = draws.get(key)
    if (known) return known
    const random = seededRandom(createHash('sha256').update(`${seed} ${key}`).digest().readInt32LE())
    draws.set(key, random)
    return random
  }
  /** Not twice in a row for the same key. */
  const turnsAway = (channel: OutsideChannel, mood: 'busy' | 'refused', key: string, chance: number) => {
    const isBusy = randomOf(key)() < chance && !turnedAway.has(key)
    if (isBusy) turnedAway.add(key)
    else turnedAway.delete(key)
    if (isBusy) counts[channel][mood]++
    return isBusy
  }
  /** Keeps the message or not; then, after a while, it is for the caller to answer in this mood. */
  const receive = async (channel: OutsideChannel, person: string, text: string, id: string | null) => {
    const key = `${channel} ${person} ${tellingOf(text)}`
    const random = randomOf(key)
    const draw = read.has(key) ? 1 : random()
    read.add(key)
    const mood: Mood = draw < 0.05 ? 'error' : draw < 0.09 ? 'cut' : draw < 0.12 ? 'hang' : 'ok'
    counts[channel][mood]++
    if (mood === 'ok' || (mood !== 'error' && random() < 0.5)) {
      stored.set(key, [...(stored.get(key) ?? []), { id }])
    }
    // The time between having it and saying so, in which a kill leaves both sides in doubt.
    await sleep(random() ** 2 * 1_000)
    return mood
  }

  const smtp = await startSmtpFakeServer()
  smtp.script = {
    onConnect: () => (turnsAway('email', 'refused', 'email', 0.03) ? 'cut' : undefined),
    onRcptTo: ({ to }) =>
      turnsAway('email', 'busy', `email ${to}`, 0.05)
        ? { code: 421, text: '4.7.0 too many messages, come later' }
        : undefined,
    async onData({ to, mail }) {
      const { subject, headers } = readMail(mail)
      const mood = await receive('email', to.split('@')[0]!, subject, headers['message-id'] ?? null)
      if (mood === 'error') return { code: 451, text: '4.3.0 local error' }
      return mood === 'cut' || mood === 'hang' ? mood : undefined
    },
  }

  const http = (channel: 'discord' | 'sms', provider: HttpProvider) =>
    startFakeServer(async (request, response) => {
      // A connection for each request: one that stands idle could end just when it is used again.
      response.shouldKeepAlive = false
      const { person, text } = provider.read(request)
      if (turnsAway(channel, 'busy', `${channel} ${person}`, 0.05)) return provider.busy(response)
      const mood = await receive(channel, `p${person}`, text, null)
      if (mood === 'cut') response.socket?.destroy()
      else if (mood === 'error') provider.error(response)
      else if (mood === 'ok') provider.accept(request, response)
    })
  const discord = await http('discord', discordProvider)
  const twilio = await http('sms', twilioProvider)
  let nextToLeave: [OutsideChannel, FakeServer][] = [
    ['discord', discord],
    ['sms', twilio],
  ]

  return {
    env: {
      // Every price of a listing is to be notified, not only the one that it has once its market was learned.
      LEARN_FIRST: 'off',
      SMTP_URL: smtp.url,
      MAIL_FROM: mailFrom,
      DISCORD_BASE_URL: discord.baseUrl,
      TWILIO_BASE_URL: twilio.baseUrl,
      TWILIO_ACCOUNT_SID: accountSid,
      TWILIO_AUTH_TOKEN: authToken,
      TWILIO_FROM: '+15005550001',
    },
    stored,
    counts,
    leaveFor(ms) {
      const [channel, fakeServer] = nextToLeave[0]!
      nextToLeave = nextToLeave.toReversed()
      counts[channel].refused++
      void fakeServer.leaveFor(ms)
    },
    async [Symbol.asyncDispose]() {
      await Promise.all([smtp, discord, twilio].map((one) => one[Symbol.asyncDispose]()))
    },
  }
}

interface HttpProvider {
  read(request: FakeServerRequest): { person: number; text: string }
  accept(request: FakeServerRequest, response: ServerResponse): void
  busy(response: ServerResponse): void
  error(response: ServerResponse): void
}

const discordProvider: HttpProvider = {
  read: ({ url, body }) => ({
    person: Number(url.pathname.split('/')[3]) - 1_000,
    text: (JSON.parse(body) as { content: string }).content,
  }),
  accept: (_request, response) => sendJson(response, 200, { id: '900100200300' }),
  busy: (response) =>
    sendJson(
      response,
      429,
      { message: 'You are being rate limited.', retry_after: 0.4, global: false },
      { 'retry-after': '1' },
    ),
  error: (response) => sendJson(response, 500, { message: '500: Internal Server Error', code: 0 }),
}

const twilioProvider: HttpProvider = {
  read(request) {
    const form = formOf(request)
    return { person: Number(form.get('To')?.slice(-4)) - 1_000, text: form.get('Body') ?? '' }
  },
  accept: acceptMessage,
  busy(response) {
    response.setHeader('retry-after', '1')
    sendTwilioError(response, 429, 20429, 'Too Many Requests')
  },
  error: (response) => sendTwilioError(response, 500, 20500, 'Internal Server Error'),
}

/** `n<listing> new` or `… drop`; the text itself where it tells no single listing. */
function tellingOf(text: string): string {
  const [, n] = /\bnumber (\d+)/.exec(text) ?? []
  return n === undefined ? text : `n${n} ${/\bNow \$/.test(text) ? 'drop' : 'new'}`
}
