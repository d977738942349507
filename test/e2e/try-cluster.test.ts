import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { startCluster } from '../../deploy/try-cluster/cluster.ts'
import { drive } from '../../load/drive.ts'
import { figuresOf } from '../../load/figures.ts'
import { watchGrowth } from '../../load/soak.ts'
import { goodPassword } from '../../server/accounts/test-kit.ts'
import { noOpenssl, opensslPath } from '../harness/certificates.ts'
import { clusterBrowser } from '../harness/cluster-browser.ts'
import { testDatabase } from '../harness/database.ts'
import { nginxPath, noNginx } from '../harness/nginx.ts'
import { freePort } from '../harness/port.ts'
import { isRunning } from '../harness/program.ts'
import { noRedis, redisPath } from '../harness/redis.ts'
import { until } from '../harness/until.ts'
import { runClusterBlocks } from './cluster-blocks.ts'

const why =
  nginxPath === null ? noNginx : redisPath === null ? noRedis : opensslPath === null ? noOpenssl : null

const rows = Array.from({ length: 300 }, (_, n) => `Oak desk ${n},${80 + n},USD,https://shop.example/${n}`)
const csv = `title,price,currency,url\r\n${rows.join('\r\n')}\r\n`

it('the cluster of the compose file starts without containers, and people claim it, look, listen and upload through nginx, also while one of those that answer is replaced; and the commands of docs/operations/one-server.md do there what they say', {
  timeout: 300_000,
}, async (context) => {
  context.skip(why !== null, why ?? '')
  await using database = await testDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-cluster-'))
  chmodSync(folder, 0o711)
  let pids: Record<string, number> = {}
  try {
    await using cluster = await startCluster({
      ...{ folder, databaseUrl: database.connectionString, httpsPort: await freePort() },
      // A little longer than nginx leaves alone who did not answer.
      env: { DEAL_SCOUT_DEMO: 'off', DEAL_SCOUT_DRAIN_MS: '2500' },
    })
    pids = cluster.pids()
    expect(Object.keys(pids).toSorted()).toEqual([
      ...['api-1', 'api-2', 'nginx', 'redis', 'scheduler', 'worker-1', 'worker-2'],
    ])

    // The first run: a link that the machine prints makes the owner.
    using owner = clusterBrowser(cluster)
    const link = await cluster.command(['setup-link'])
    expect(link.code, link.stderr).toBe(0)
    const url = new URL(link.stdout.split('\n')[0]!)
    expect(url.origin).toBe(cluster.address)
    expect((await owner.ask(url.pathname)).status).toBe(200)
    const account = { email: 'owner@example.com', password: goodPassword }
    const token = url.pathname.split('/').at(-1)
    expect((await owner.json('POST', '/api/auth/claim', { token, ...account })).status).toBe(204)
    using stranger = clusterBrowser(cluster)
    expect((await stranger.ask('/api/deals')).status).toBe(401)
    expect((await stranger.json('POST', '/api/auth/sign-in', account)).status).toBe(204)

    const page = await owner.ask('/deals', { headers: { accept: 'text/html' } })
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('<title>')])

    // Whoever listens hears of what is uploaded by another browser, whichever of the two that reaches.
    const events = await owner.open('/api/stream', { headers: { accept: 'text/event-stream' } })
    expect(events.statusCode).toBe(200)
    let heard = ''
    events.setEncoding('utf8').on('data', (part: string) => {
      heard += part
    })
    events.on('error', () => {})
    await until(async () => heard.includes('event: ready'))
    const form = `--x\r\ncontent-disposition: form-data; name="file"; filename="desks.csv"\r\n\r\n${csv}\r\n--x--\r\n`
    const uploaded = await stranger.ask('/api/imports?source=desks', {
      ...{ method: 'POST', body: form, headers: { 'content-type': 'multipart/form-data; boundary=x' } },
    })
    expect([uploaded.status, uploaded.text]).toEqual([200, expect.stringContaining('300')])
    await until(async () => /event: (?!ready|beat)/.test(heard))
    const deals = JSON.parse((await owner.ask('/api/listings?limit=5')).text) as { items: unknown[] }
    expect(deals.items).toHaveLength(5)

    // Each of the two is replaced while people go on.
    const counts: Record<string, number> = {}
    let isOver = false
    const note = (path: string, { status }: { status: number }) => {
      counts[`${path} ${status}`] = (counts[`${path} ${status}`] ?? 0) + 1
    }
    const read = async () => {
      while (!isOver) {
        note('look', await owner.ask('/api/deals?limit=5'))
        await sleep(20)
      }
    }
    let made = 0
    const write = async () => {
      for (; !isOver; await sleep(100))
        note(
          'make',
          await stranger.json('POST', '/api/rules', { name: `Desk ${made++}`, keywords: { all: ['desk'] } }),
        )
    }
    const people = [read(), read(), write()]
    await cluster.restart('api-1')
    await cluster.restart('api-2')
    isOver = true
    await Promise.all(people)
    process.stderr.write(`while both were replaced: ${JSON.stringify(counts)}\n`)
    expect(Object.keys(counts).toSorted()).toEqual(['look 200', 'make 201'])
    expect([counts['look 200']! > 100, counts['make 201']]).toEqual([true, made])
    const { rows: kept } = await database.db.query<{ count: string }>('SELECT count(*) FROM rules')
    expect(Number(kept[0]!.count)).toBe(made)
    expect(cluster.pids()['api-1']).not.toBe(pids['api-1'])
    pids = { ...pids, ...cluster.pids() }
    events.destroy()

    // A soak in short: with a file or connection that each request leaves open, they would be hundreds a minute.
    if (process.env.CI) {
      const growth = watchGrowth(cluster.pids())
      const { answered } = await drive(
        { people: 8, more: 0, seconds: 25, p95MsMax: null },
        [owner, stranger],
        Math.random,
      )
      const grown = growth.stop()
      expect(figuresOf(answered, 25).failures).toEqual({})
      expect(answered.length).toBeGreaterThan(50)
      expect(grown.filter(({ filesPerMinute }) => filesPerMinute > 60)).toEqual([])
    }

    // What the page says to do there.
    const steps = await runClusterBlocks(cluster, { page: 'docs/operations/one-server.md', folder })
    expect(steps).toEqual(
      expect.arrayContaining([
        ...['claimed by users claim', 'backup with 0', 'migrate with 0', 'doctor with 0'],
        ...['scheduler', 'worker-1', 'worker-2', 'api-1', 'api-2'].map((name) => `replaced ${name}`),
        ...['nginx reloaded', 'maintenance: 503, then 200'],
      ]),
    )
    pids = { ...pids, ...cluster.pids() }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  expect(Object.entries(pids).filter(([, pid]) => isRunning(pid))).toEqual([])
})
