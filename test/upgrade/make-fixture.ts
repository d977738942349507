import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import pg from 'pg'

/**
 * What a release leaves behind: runs that release (a checkout of it, with its node_modules) on an empty database with the
 * demo, a feed, an import and everything that a person can make, and dumps the database.
 *
 *   git worktree add /tmp/release TAG && (cd /tmp/release && npm ci)
 *   createdb release && node test/upgrade/make-fixture.ts --checkout /tmp/release --name TAG \
 *     --database postgres://postgres@127.0.0.1:5432/release
 *
 * Everything in it is made up, the key too. upgrade.test.ts opens every fixture in the folder.
 */
const { values } = parseArgs({
  options: { checkout: { type: 'string' }, name: { type: 'string' }, database: { type: 'string' } },
})
const { checkout, name, database } = values
if (!checkout || !name || !database) throw new Error('Give --checkout, --name and --database.')

/** Of nothing but fixtures. */
const key = createHash('sha256').update('deal-scout upgrade fixtures').digest('base64')
const dataDir = mkdtempSync(join(tmpdir(), 'deal-scout-release-'))

const bikes = Array.from(
  { length: 6 },
  (_, i) =>
    `<item><title>Gravel bike no. ${i + 1} - $${300 + 40 * i}</title><link>http://127.0.0.1/bikes/${i + 1}</link><guid>bike-${i + 1}</guid><pubDate>Sat, 28 Nov 2026 1${i}:00:00 GMT</pubDate></item>`,
)
let refused = 0
const outside = createServer((request, response) => {
  if (request.url === '/feed.xml') {
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    response.end(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Bikes</title><link>http://127.0.0.1/</link>${bikes.join('')}</channel></rss>`,
    )
    return
  }
  let body = ''
  request.on('data', (chunk) => {
    body += chunk
  })
  request.on('end', () => {
    const { type, data } = JSON.parse(body)
    // The last ones do not get through: they wait when the release ends.
    const isRefused = type !== 'deal_scout.challenge' && ++refused > 2
    response.writeHead(isRefused ? 503 : 200)
    response.end(type === 'deal_scout.challenge' ? data.challenge : '')
  })
})
outside.listen(0, '127.0.0.1')
await once(outside, 'listening')
const outsideUrl = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`

const port = 4800 + (process.pid % 100)
const api = `http://127.0.0.1:${port}`
const program = spawn(process.execPath, [join(checkout, 'bin/deal-scout.js'), 'start'], {
  cwd: dataDir,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    PATH: process.env.PATH,
    DATABASE_URL: database,
    DEAL_SCOUT_DATA: dataDir,
    DEAL_SCOUT_PORT: String(port),
    DEAL_SCOUT_DEMO: 'on',
    DEAL_SCOUT_HOME: '94110',
    DEAL_SCOUT_SECRET_KEYS: key,
    DEAL_SCOUT_LOG_LEVEL: 'warn',
    FEED_ALLOW_PRIVATE_NETWORK: 'true',
    WEBHOOK_ALLOW_PRIVATE_NETWORK: 'true',
  },
})
const db = new pg.Client({ connectionString: database })
try {
  await until(async () => (await fetch(`${api}/readyz`)).ok)
  await db.connect()
  await make()
  program.kill('SIGTERM')
  await once(program, 'exit')
  await dump()
} finally {
  program.kill('SIGTERM')
  await db.end()
  outside.close()
  rmSync(dataDir, { recursive: true, force: true })
}

/** Of everything that people make there is something. */
async function make(): Promise<void> {
  await until(async () => (await count('listings WHERE demo')) > 150)
  await call('PUT', '/api/notification-preferences', {
    timeZone: 'Asia/Kathmandu',
    perHourMax: 500,
    perDayMax: 500,
    urgentScore: 95,
  })
  await call('PUT', '/api/settings/selling', {
    travel: { centsPerKm: 30, currency: 'USD' },
    sellWithinDays: 30,
  })
  await call('PUT', '/api/channels/webhook', {
    enabled: true,
    settings: { url: `${outsideUrl}/hook`, secret: `whsec_${key}` },
  })
  await call('POST', '/api/channels/webhook/confirmation')
  const rule = (over: object) => call('POST', '/api/rules', { channels: ['inbox', 'webhook'], ...over })
  const gravel = await rule({ name: 'Gravel bikes', keywords: { all: ['gravel bike'] } })
  await rule({
    name: 'Near home',
    query: 'bike OR (chair AND NOT "for kids")',
    place: 'Oakland, CA',
    radiusKm: 60,
  })
  await rule({ name: 'To sell again', weights: 'flipper', profitCentsMin: 1, categories: ['phones'] })
  await rule({ name: 'Daily', keywords: { any: ['lamp', 'sofa', 'desk'] }, rhythm: 'daily' })
  await rule({
    name: 'Snoozed',
    keywords: { all: ['gravel bike'] },
    snoozedUntil: '2027-06-01T00:00:00Z',
    cooldownMinutes: 60,
  })
  await rule({ name: 'Off', keywords: { all: ['camera'] }, enabled: false })
  await call('POST', '/api/sources', { marketplace: 'feed', settings: { url: `${outsideUrl}/feed.xml` } })
  const importing = new FormData()
  const lines = Array.from({ length: 12 }, (_, i) => `${i},Road bike frame ${i},${100 + 7 * i},USD,Berlin`)
  importing.set('file', new File([['id,title,price,currency,location', ...lines].join('\n')], 'list.csv'))
  await expectOk(await fetch(`${api}/api/imports`, { method: 'POST', body: importing }))
  await until(async () => (await count('listings WHERE NOT demo')) >= 18)
  await until(async () => (await count(`matches WHERE rule_id = ${gravel.id}`)) > 0)
  const listing = async (where: string) =>
    (await db.query(`SELECT id FROM listings WHERE ${where} ORDER BY id LIMIT 2`)).rows.map(({ id }) =>
      Number(id),
    )
  const [watched] = await listing('demo')
  await call('POST', '/api/watches', {
    listingId: watched,
    note: 'Ask about the box',
    tags: ['gift'],
    thresholdCents: 100,
    currency: 'USD',
  })
  await call('POST', '/api/message-templates', {
    name: 'mine',
    kind: 'first-contact',
    body: 'Hello, is {title} still there?',
  })
  const [first, second] = await listing(`marketplace = 'import'`)
  await call('POST', '/api/clusters/merge', { listingIds: [first, second] })
  const { rows } = await db.query(
    `SELECT listing_id FROM matches WHERE rule_id = ${gravel.id} ORDER BY id LIMIT 1`,
  )
  await call('POST', `/api/rules/${gravel.id}/matches/${rows[0].listing_id}/dismiss`, { reason: 'other' })
  const [unread] = (await call('GET', '/api/notifications')).items
  await call('POST', `/api/notifications/${unread.id}/read`)
  await until(async () => (await count(`deliveries WHERE channel = 'webhook' AND state = 'sent'`)) >= 2)
  await until(async () => (await count(`deliveries WHERE channel = 'webhook' AND state = 'retry'`)) >= 1)
  await until(async () => (await count(`deliveries WHERE state = 'held'`)) >= 1)
}

async function dump(): Promise<void> {
  const sql = execFileSync(
    'pg_dump',
    [
      ...['--inserts', '--rows-per-insert=200', '--no-owner', '--no-privileges', '--dbname', database!],
      // The name of the machine.
      '--exclude-table-data=jobs.instance',
    ],
    { encoding: 'utf8', maxBuffer: 1e9 },
  )
  // Statements only: what psql alone understands begins with a backslash.
  const statements = sql.replaceAll(/^\\.*$/gm, '').replaceAll(/^--.*\n/gm, '')
  const path = fileURLToPath(new URL(`fixtures/${name}.sql.gz`, import.meta.url))
  writeFileSync(path, gzipSync(statements, { level: 9 }))
}

async function count(what: string): Promise<number> {
  return Number((await db.query(`SELECT count(*) AS count FROM ${what}`)).rows[0].count)
}

// biome-ignore lint/suspicious/noExplicitAny: answers of whichever release it is
async function call(method: string, path: string, body?: unknown): Promise<any> {
  const answer = await fetch(`${api}${path}`, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  return expectOk(answer)
}

async function expectOk(answer: Response) {
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}: ${text}`)
  return text === '' ? null : JSON.parse(text)
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await holds().catch(() => false)) return
    await sleep(500)
  }
  throw new Error(`never came: ${holds}`)
}
