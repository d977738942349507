import { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { startSmtpFakeServer } from '../../server/channels/email/contract-fake-server.ts'
import { readMail } from '../../server/channels/email/read-mail.ts'
import { type FakeServerHandler, startFakeServer } from '../../test/harness/fake-server.ts'
import { Broken, hold, type World } from '../contract.ts'
import { upload } from '../world/http.ts'
import type { Target } from '../world/target.ts'

/** A person's webhook, which can be told to fail, and the titles that arrived at it. */
export interface Listener {
  env: Record<string, string>
  /** Connects it, and a rule for everything with the word. */
  connect(target: Target, word: string): Promise<void>
  become(mood: 'ok' | 'error'): void
  /** Throws `Broken` unless a message with this title arrives in time. */
  hears(title: string, withinMs: number): Promise<void>
}

export async function startListener(world: World): Promise<Listener> {
  let mood: 'ok' | 'error' = 'ok'
  const heard: string[] = []
  const handler: FakeServerHandler = ({ body }, response) => {
    const { type, data } = JSON.parse(body) as { type: string; data: { challenge?: string } }
    if (type === 'deal_scout.challenge')
      return void response.end(JSON.stringify({ challenge: data.challenge }))
    if (mood === 'error') return void response.writeHead(500).end()
    heard.push(body)
    response.end()
  }
  const site = await startFakeServer(handler)
  world.defer(() => site[Symbol.asyncDispose]())
  return {
    env: { WEBHOOK_ALLOW_PRIVATE_NETWORK: 'true' },
    async connect(target, word) {
      await target.json('PUT', '/api/notification-preferences', {
        timeZone: 'UTC',
        perHourMax: null,
        perDayMax: null,
      })
      const settings = { url: site.baseUrl, secret: 'a secret of the attack, long enough' }
      await target.json('PUT', '/api/channels/webhook', { settings })
      const channel = await target.json<{ items: { id: string; needsConfirmation: boolean }[] }>(
        'GET',
        '/api/channels',
      )
      if (channel.items.find(({ id }) => id === 'webhook')?.needsConfirmation) {
        await target.json('POST', '/api/channels/webhook/confirmation')
      }
      await target.json('POST', '/api/rules', {
        name: word,
        keywords: { all: [word] },
        channels: ['inbox', 'webhook'],
      })
    },
    become(next) {
      mood = next
    },
    async hears(title, withinMs) {
      const deadline = performance.now() + withinMs
      while (!heard.some((body) => body.includes(JSON.stringify(title)))) {
        if (performance.now() > deadline)
          throw new Broken(`the message of "${title}" did not arrive within ${withinMs / 1000} s`)
        await sleep(100)
      }
    },
  }
}

/** Imports one listing with this title; throws `Broken` on anything but success. */
export async function importOne(target: Target, title: string): Promise<void> {
  const row = {
    source: 'attack',
    id: title.replaceAll(/\W+/g, '-'),
    title,
    url: 'https://example.com/1',
    price: 20,
    currency: 'USD',
  }
  const { parts, headers } = upload('one.jsonl', [Buffer.from(JSON.stringify(row))])
  const answer = await target.ask({
    method: 'POST',
    path: '/api/imports',
    headers,
    body: Readable.from(parts),
  })
  hold(answer.status === 200, `an import answered ${answer.status}: ${answer.text.slice(0, 200)}`)
  const { added, unchanged } = JSON.parse(answer.text) as { added: number; unchanged: number }
  hold(added + unchanged === 1, `an import added nothing: ${answer.text.slice(0, 200)}`)
}

/** Waits until it is so; throws `Broken` with the sentence after the time. */
export async function soon(
  isSo: () => Promise<boolean>,
  withinMs: number,
  sentence: string,
): Promise<number> {
  const beganMs = performance.now()
  for (;;) {
    if (await isSo().catch(() => false)) return Math.round(performance.now() - beganMs)
    if (performance.now() - beganMs > withinMs) throw new Broken(`${sentence} within ${withinMs / 1000} s`)
    await sleep(250)
  }
}

/** When each scan ran last, in ms. */
export async function lastRuns(target: Target): Promise<number[]> {
  const { items } = await target.json<{ items: { lastRunAt: string | null }[] }>(
    'GET',
    '/api/scans?limit=100',
  )
  return items.map(({ lastRunAt }) => (lastRunAt === null ? 0 : Date.parse(lastRunAt)))
}

/** A mail server that can be away, on a port that stays. */
export async function startMailbox(world: World) {
  const server = await startSmtpFakeServer()
  world.defer(() => server[Symbol.asyncDispose]())
  return { url: server.url, subjects: () => server.mails.map((mail) => readMail(mail).subject) }
}
