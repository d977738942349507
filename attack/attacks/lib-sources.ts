import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { startFakeServer } from '../../test/harness/fake-server.ts'
import { Broken, hold, type World } from '../contract.ts'
import type { Target } from '../world/target.ts'

interface Source {
  id: number
  name: string
  state: 'ok' | 'outage' | 'waiting' | 'off'
  stateReason: string | null
}

/** For the programs whose feeds stand on this machine. */
export const feedEnv = { FEED_ALLOW_PRIVATE_NETWORK: 'true' }

/** What a program may take to see, or to say why it cannot. */
const outcomeMsMax = 90_000

/** Connects a feed, waits until the program says what became of it, and takes it away again. */
export async function tryFeed(target: Target, name: string, url: string): Promise<Source> {
  const { id } = await target.json<Source>('POST', '/api/sources', {
    marketplace: 'feed',
    name,
    settings: { url, currency: 'USD' },
    // What hostile answers do to a scan is the question.
    try: false,
  })
  try {
    const deadline = performance.now() + outcomeMsMax
    for (;;) {
      const source = await target.json<Source>('GET', `/api/sources/${id}`)
      if (source.state !== 'waiting') return source
      hold(performance.now() < deadline, `after ${outcomeMsMax / 1000} s it does not say what became of it`)
      await sleep(100)
    }
  } finally {
    await target.ask({ method: 'DELETE', path: `/api/sources/${id}` }).catch(() => {})
  }
}

/** Holds when the program can see, or says in a sentence that names the fault why not. */
export function saysWhatIsWrong({ state, stateReason }: Source): void {
  hold(
    state === 'ok' || (state === 'outage' && (stateReason ?? '').length > 10),
    `its source is ${state}: ${stateReason}`,
  )
  hold(
    !/is not a function|Cannot read|undefined|heap|stack size/i.test(stateReason ?? ''),
    `it says: ${stateReason}`,
  )
}

/** A decent feed beside the hostile ones, of which a new listing must appear whatever happens to the others. */
export interface Bystander extends AsyncDisposable {
  /** Adds a listing and throws `Broken` unless it is in the program soon. */
  isStillRead(target: Target): Promise<void>
  /** Nobody listens for so long. */
  leave(ms: number): Promise<void>
}

export async function startBystander(world: World): Promise<Bystander> {
  let count = 0
  const item = (n: number) =>
    `<item><title>Bystander lamp number ${n}</title><link>https://bystander.example/${n}</link><guid>https://bystander.example/${n}</guid><description>$${n + 10}</description></item>`
  const site = await startFakeServer((_, response) => {
    const newest = Array.from({ length: Math.min(20, count) }, (_, at) => item(count - at))
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    response.end(`<rss version="2.0"><channel><title>Decent</title>${newest.join('')}</channel></rss>`)
  })
  world.defer(() => site[Symbol.asyncDispose]())
  const name = 'bystander'
  return {
    async isStillRead(target) {
      count++
      const { items } = await target.json<{ items: Source[] }>('GET', '/api/sources')
      const settings = { url: `${site.baseUrl}/feed.xml`, currency: 'USD' }
      const known =
        items.find((source) => source.name === name) ??
        (await target.json<Source>('POST', '/api/sources', {
          marketplace: 'feed',
          name,
          settings,
          try: false,
        }))
      const deadline = performance.now() + 30_000
      for (;;) {
        // A scan that began before may have read the feed as it was.
        await target.json('POST', '/api/scans', { sourceId: known.id })
        await sleep(300)
        const { items: found } = await target.json<{ items: { title: string }[] }>(
          'GET',
          `/api/listings?limit=5&q=${encodeURIComponent(`bystander lamp number ${count}`)}`,
        )
        if (found.some(({ title }) => title === `Bystander lamp number ${count}`)) return
        if (performance.now() > deadline) throw new Broken('another source was not read for 30 s')
      }
    },
    leave: (ms) => site.leaveFor(ms),
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }
}

/** Writes until the other side is full, waits for it, and stops when it goes. */
export async function pour(
  response: ServerResponse,
  chunks: Iterable<string | Buffer> | AsyncIterable<Buffer>,
): Promise<void> {
  for await (const chunk of chunks) {
    if (response.destroyed) return
    if (!response.write(chunk))
      await new Promise<void>((resolve) => {
        response.once('drain', resolve)
        response.once('close', resolve)
      })
  }
  response.end()
}
