import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '../server/app/app.ts'
import { type ComposedMail, composeMail } from '../server/channels/email/compose.ts'
import { connectMailServer } from '../server/channels/email/smtp.ts'
import { parseSmtpUrl, type SmtpServer } from '../server/channels/email/smtp-url.ts'
import { ingest } from '../server/flows/ingest.ts'
import { revalueStale } from '../server/flows/revalue-stale.ts'
import type { Message } from '../server/model/message.ts'
import { openBenchApp } from './lib-app.ts'
import { benchListings, type Row } from './lib-listings.ts'
import { type MailSink, startMailSink } from './lib-mail-sink.ts'
import { peopleRules, placed, writePeople, writeRules } from './lib-people.ts'
import { percentile } from './lib-statistics.ts'

/** Pages a second, as several scans side by side bring them. */
const pagesPerSecond = 4
/** Pages taken in side by side, as many as the scan loop does; those that come meanwhile wait, which counts. */
const lanes = 3
/** Mails that the program has under way at once: as many as the delivery loop. */
const atOnce = 64
const corpusSize = 20_000
/** Listings that are known before, for each that is fed: with fewer, prices are still being learned, and matches wait. */
const knownPerFed = 4
const knownPageSize = 200
const warmUpPages = 8
const sender = 'Deal Scout <deals@example.com>'

/**
 * From the moment at which a page of listings is due to be taken in until each mail that it leads to has arrived whole at
 * an SMTP server on this machine, at a steady rate whether or not the program keeps up: in a market whose prices are
 * learned, or by `--new-market` in an empty one, where matches wait for that. Beside it, in the same run: the same mails, made beforehand and sent at the same beat by the bare SMTP client, which no delivery can beat.
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const numberOf = (name: string, otherwise: number) =>
    args.includes(name) ? Number(args[args.indexOf(name) + 1]) || otherwise : otherwise
  const rules = numberOf('--rules', 100_000)
  const persons = numberOf('--persons', Math.max(1, Math.round(rules / 10)))
  const rate = numberOf('--rate', 100)
  const seconds = numberOf('--seconds', 30)
  const matchesPerListing = numberOf('--matches', 1)
  const isNewMarket = args.includes('--new-market')
  const pageSize = Math.max(1, Math.round(rate / pagesPerSecond))

  const startUpMs: Record<string, number> = {}
  const timed = async <T>(name: string, work: () => Promise<T> | T): Promise<T> => {
    const startedAt = performance.now()
    const result = await work()
    startUpMs[name] = Math.round(performance.now() - startedAt)
    return result
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'deal-scout-bench-'))
  chmodSync(dataDir, 0o711)
  await using sink = await startMailSink()
  const app = await timed('createApp', () => openApp(dataDir, sink))
  try {
    const pageCount = pagesPerSecond * seconds + warmUpPages
    const { rows, origin } = await benchListings(pageCount * pageSize * (2 + knownPerFed) + corpusSize)
    const listings = placed(rows)
    const corpus = listings.splice(-Math.min(corpusSize, Math.ceil(listings.length / 2)))
    const pages = pagesOf(listings, pageSize).slice(0, pageCount)
    const fed = new Set(pages.flat())
    const known = listings.filter((row) => !fed.has(row)).slice(0, fed.size * knownPerFed)
    const now = new Date()
    const firstUser = await timed('writePeople', () =>
      app.db.transaction((tx) => writePeople(tx, persons, app.notify.secrets.seal, now)),
    )
    await timed('openQueue', () => app.openQueue(false))
    if (!isNewMarket) await timed('fillMarket', () => fillMarket(app, known))
    const written = await timed('makeRules', () =>
      peopleRules({ persons, rules, corpus, fed: pages.flat(), matchesPerListing }, firstUser),
    )
    await timed('writeRules', () => app.db.transaction((tx) => writeRules(tx, written, now)))
    await app.db.query('ANALYZE')
    await timed('replan', () => app.db.transaction((tx) => app.sources.replan(tx)))
    await timed('start', () => app.start(['worker']))

    const arrivals = new Map<string, number>()
    let mails = 0
    sink.onArrival(({ messageId, atMs }) => {
      mails++
      if (!arrivals.has(messageId)) arrivals.set(messageId, atMs)
    })
    const counts = { listings: 0, waiting: 0, matches: 0, notifications: 0 }
    const ingestMs: number[] = []
    const write = async (page: Row[], dueMs: number) => {
      const result = await ingest(app.pipeline, {
        sightings: page.map((row) => ({ ...row, observedAtMs: dueMs })),
        sourceId: null,
        scanId: null,
        demo: false,
      })
      ingestMs.push(Date.now() - dueMs)
      counts.listings += result.added
      counts.waiting += result.waiting
      counts.matches += result.matches
      counts.notifications += result.notifications
    }
    // The first of all makes the matcher; the others warm the code, the places and the plans.
    await timed('firstPage', () => write(pages.shift()!, Date.now()))
    for (const page of pages.splice(0, warmUpPages - 1)) await write(page, Date.now())
    await drained(app, 60_000)

    Object.assign(counts, { listings: 0, waiting: 0, matches: 0, notifications: 0 })
    ingestMs.length = 0
    mails = 0
    const loopDelay = monitorEventLoopDelay({ resolution: 5 })
    loopDelay.enable()
    const cpuBefore = process.cpuUsage()
    const startedMs = Date.now()
    const calledLateMs: number[] = []
    const lane = slots(lanes)
    let failedPages = 0
    await atBeat(pages, 1000 / pagesPerSecond, startedMs, (page, dueMs) =>
      lane(async () => {
        calledLateMs.push(Date.now() - dueMs)
        await write(page, dueMs).catch(() => failedPages++)
      }),
    )
    const fedForMs = Date.now() - startedMs
    const backlog = await waiting(app)
    const drainMs = await drained(app, 60_000)
    const cpu = process.cpuUsage(cpuBefore)
    loopDelay.disable()

    const notified = await notifiedSince(app, new Date(startedMs))
    const latency = (ones: Notified[]) =>
      ones.flatMap(({ messageId, seenAt }) => {
        const atMs = messageId === null ? undefined : arrivals.get(messageId)
        return atMs === undefined ? [] : [atMs - seenAt.getTime()]
      })
    const sent = notified.filter(({ state }) => state === 'sent')
    const figures = summary(latency(sent))
    const bare = await bareSends(app, sink, sent, pages.length)
    return {
      deliveredMs: figures,
      meets: figures.p95 !== null && figures.p95 <= 500,
      bareSmtpMs: bare.atBeat,
      p95ToBare: figures.p95 && bare.atBeat.p95 ? Number((figures.p95 / bare.atBeat.p95).toFixed(1)) : null,
      ingestMs: summary(ingestMs),
      calledLateMs: summary(calledLateMs),
      mails,
      mailsPerSecond: Number((mails / (fedForMs / 1000)).toFixed(1)),
      bareMailsPerSecond: bare.perSecond,
      undelivered: sent.length - latency(sent).length,
      repeated: mails - new Set(sent.map(({ id }) => id)).size,
      held: notified.filter(({ state }) => state === 'held').length,
      notifiedTogether: notified.filter(({ kind }) => kind === 'new-matches').length,
      ...counts,
      matchesPerListing: Number((counts.matches / Math.max(1, counts.listings)).toFixed(2)),
      mailsPerPageMax: mailsPerPageMax(notified),
      personsNotifiedPerListing: Number((notified.length / Math.max(1, counts.listings)).toFixed(2)),
      failedPages,
      backlogAtEnd: backlog,
      drainMs,
      cpuPercent: Math.round((cpu.user + cpu.system) / 10 / (fedForMs + drainMs)),
      eventLoopDelayMs: {
        p50: Math.round(loopDelay.percentile(50) / 1e6),
        p99: Math.round(loopDelay.percentile(99) / 1e6),
      },
      ...{ rules, persons, rate, seconds, pageSize, startUpMs, origin },
    }
  } finally {
    await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function openApp(dataDir: string, sink: MailSink): Promise<App> {
  return openBenchApp(dataDir, { env: { SMTP_URL: `${sink.url}?ignoreTLS=true`, MAIL_FROM: sender } })
}

/** As it is where the program has run for long: valued by what was learned, and nothing left to value again. */
async function fillMarket(app: App, known: readonly Row[]): Promise<void> {
  for (let from = 0; from < known.length; from += knownPageSize)
    await ingest(app.pipeline, {
      sightings: known.slice(from, from + knownPageSize).map((row) => ({ ...row, observedAtMs: Date.now() })),
      ...{ sourceId: null, scanId: null, demo: false },
    })
  // As after a start: learned from all of it, where a fifth less would do before.
  app.pipeline.valuer.forget()
  await revalueStale(app.pipeline, new AbortController().signal)
}

/** Whole pages of one marketplace each, of several in turn. */
function pagesOf(rows: readonly Row[], size: number): Row[][] {
  return [...Map.groupBy(rows, ({ marketplace }) => marketplace).values()]
    .flatMap((own) =>
      Array.from({ length: Math.floor(own.length / size) }, (_, index) => ({
        index,
        page: own.slice(index * size, (index + 1) * size),
      })),
    )
    .sort((a, b) => a.index - b.index)
    .map(({ page }) => page)
}

/** Begins each at its moment, whatever became of those before; resolves when all have ended. */
async function atBeat<T>(
  items: readonly T[],
  everyMs: number,
  startMs: number,
  begin: (item: T, dueMs: number) => Promise<unknown>,
): Promise<void> {
  const begun: Promise<unknown>[] = []
  for (const [index, item] of items.entries()) {
    const dueMs = startMs + index * everyMs
    await sleep(Math.max(0, dueMs - Date.now()))
    begun.push(begin(item, dueMs))
  }
  await Promise.all(begun)
}

async function waiting(app: App): Promise<number> {
  const { rows } = await app.db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM deliveries WHERE state IN ('pending', 'leased', 'retry')`,
  )
  return rows[0]!.count
}

/** How long it took until nothing waited any more. */
async function drained(app: App, atMostMs: number): Promise<number> {
  const startedAt = performance.now()
  while ((await waiting(app)) > 0 && performance.now() - startedAt < atMostMs) await sleep(20)
  return Math.round(performance.now() - startedAt)
}

interface Notified {
  id: number
  userId: number
  state: string
  kind: string
  seenAt: Date
  /** Of its mail, once that was sent. */
  messageId: string | null
  message: Omit<Message, 'notificationId'>
}

async function notifiedSince(app: App, since: Date): Promise<Notified[]> {
  const { rows } = await app.db.query<Notified>(
    `SELECT d.id, d.user_id AS "userId", d.state, n.kind, n.seen_at AS "seenAt",
            d.provider_ref AS "messageId", n.message
     FROM deliveries d JOIN notifications n ON n.id = d.notification_id WHERE n.seen_at >= $1 ORDER BY d.id`,
    [since],
  )
  return rows
}

function mailsPerPageMax(notified: readonly Notified[]): number {
  const pages = [...Map.groupBy(notified, ({ seenAt }) => seenAt.getTime()).values()]
  return Math.max(0, ...pages.map(({ length }) => length))
}

/** The same mails without the program: at the beat of their pages, and all as fast as they go. */
async function bareSends(app: App, sink: MailSink, notified: readonly Notified[], pages: number) {
  const server = parseSmtpUrl(app.config.adapters.SMTP_URL) as SmtpServer
  const mails = await Promise.all(notified.map((one) => composed(app, one)))
  const dueAtMs = new Map<number, { mail: ComposedMail; key: string }[]>()
  for (const [index, mail] of mails.entries()) {
    const key = notified[index]!.seenAt.getTime()
    dueAtMs.set(key, [...(dueAtMs.get(key) ?? []), { mail, key: mail.messageId }])
  }
  const arrivals = new Map<string, number>()
  sink.onArrival(({ messageId, atMs }) => arrivals.set(messageId, atMs))
  const slot = slots(atOnce)
  const mailServer = connectMailServer(server, timeouts)
  const send = (mail: ComposedMail) => slot(() => mailServer.send(mail, AbortSignal.timeout(60_000)))
  const due = new Map<string, number>()
  const bursts = [...dueAtMs.values()]
  await atBeat(bursts, 1000 / pagesPerSecond, Date.now(), async (burst, dueMs) => {
    for (const { key } of burst) due.set(key, dueMs)
    await Promise.all(burst.map(({ mail }) => send(mail)))
  })
  await sleep(100)
  const atBeatMs = summary(
    [...due].flatMap(([key, dueMs]) => (arrivals.has(key) ? [arrivals.get(key)! - dueMs] : [])),
  )
  const startedAt = performance.now()
  await Promise.all(mails.map(send))
  const perSecond = Math.round(mails.length / ((performance.now() - startedAt) / 1000))
  mailServer.close()
  return { atBeat: { ...atBeatMs, pages: Math.min(pages, bursts.length) }, perSecond }
}

const timeouts = { connectMs: 10_000, greetingMs: 10_000, silenceMs: 30_000 }

async function composed(app: App, { id, userId, message }: Notified): Promise<ComposedMail> {
  const mail = await composeMail(
    { ...message, notificationId: id },
    { from: sender, to: `person${userId}@example.com` },
    {
      idempotencyKey: `bare-${id}`,
      sign: () => '0'.repeat(32),
      baseUrl: app.baseUrl(),
      unsubscribeUrl: `${app.baseUrl()}/api/unsubscribe/${'x'.repeat(80)}`,
      now: new Date(),
    },
  )
  return mail!
}

/** At most so many at once; the others wait their turn. */
function slots(count: number) {
  let free = count
  const queue: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (free === 0) await new Promise<void>((resolve) => queue.push(resolve))
    else free--
    try {
      return await work()
    } finally {
      const next = queue.shift()
      if (next) next()
      else free++
    }
  }
}

function summary(values: readonly number[]) {
  return {
    p50: percentile(values, 50),
    p95: percentile(values, 95),
    p99: percentile(values, 99),
    max: percentile(values, 100),
  }
}
