import { expect, it } from 'vitest'
import { until } from '../harness/app.ts'
import { startFakeServer } from '../harness/fake-server.ts'
import { dataFolder, isRunning, logLines, type Program, run, startServer } from '../harness/program.ts'

interface Item {
  id: number
  title: string
  demo: boolean
}

it('a first start with nothing configured shows labelled deals and tells of one; it survives stops and kills, and goes with the first real source', {
  timeout: 300_000,
}, async () => {
  using data = dataFolder()
  await using feed = await startFakeServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml' })
    response.end(rss)
  })
  const options = {
    cwd: data.path,
    env: { DEAL_SCOUT_DATA: data.path, DEAL_SCOUT_PORT: '0', FEED_ALLOW_PRIVATE_NETWORK: 'true' },
  }

  // The first start, of which people see stderr.
  await using first = await startServer(options)
  const dealsMs = await seen(first, /^DEMO (match|deal \d+): /)
  await seen(first, /^source Demo \S+ \(DEMO, made up\): \w+/)
  expect(first.stderr()).toContain(`database: embedded, in ${data.path}`)
  const notified = await until(async () => (await items<Item>(first, '/api/notifications'))[0], 60_000)
  process.stderr.write(
    `first start: address after ${seconds(first.readyMs)}, deals ${seconds(dealsMs)} later, notified of ${JSON.stringify(notified.title ?? '')}\n`,
  )
  // A few seconds on a machine that is not busy.
  expect(first.readyMs).toBeLessThan(120_000)

  // Everything that was made up says so.
  for (const path of ['/api/notifications', '/api/listings', '/api/deals', '/api/sources']) {
    const labels = (await items<Item>(first, path)).map(({ demo }) => demo)
    expect(labels.length, path).toBeGreaterThan(0)
    expect(new Set(labels), path).toEqual(new Set([true]))
  }

  // A second process joins the same database, and does not stop it when it leaves.
  const deals = await run(['deals', '--limit', '3'], options)
  expect(deals).toMatchObject({ code: 0, stderr: '' })
  expect(deals.stdout.split('\n')[1]).toMatch(/^\d+ .*DEMO /)
  expect((await ready(first)).status).toBe(200)

  // A polite stop: nothing is left.
  const before = await items<Item>(first, '/api/notifications')
  const databasePid = data.databasePid()!
  const stopAt = performance.now()
  first.child.kill('SIGTERM')
  expect((await first.ended).code).toBe(0)
  const stopMs = performance.now() - stopAt
  expect(stopMs).toBeLessThan(60_000)
  expect(isRunning(databasePid)).toBe(false)
  expect(logLines(first.stderr()).filter(({ level }) => level >= 50)).toEqual([])

  // A restart finds what was there; Ctrl-C in a terminal reaches the launcher and the program.
  await using second = await startServer(options)
  const after = await items<Item>(second, '/api/notifications')
  expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)))
  await seen(second, /^best now: DEMO deal \d+: /)
  await seen(second, /^scanned Demo/)
  // The demo is up before it is read.
  expect(second.stderr()).not.toMatch(/could not be reached/)

  // The same port again is refused before anything is joined; on another one it joins, says so and shares the work.
  const again = { ...options, env: { ...options.env, DEAL_SCOUT_PORT: new URL(second.address).port } }
  const refused = await run(['start'], again)
  expect(refused.code).toBe(1)
  expect(refused.stderr).toMatch(
    /^deal-scout: Port \d+ on 127\.0\.0\.1 is in use\. If Deal Scout runs there already, use/,
  )
  expect(refused.stderr).not.toContain('joined')
  await using beside = await startServer(options)
  await seen(beside, /^another Deal Scout process uses .+ too: they share its listings, rules and work/)
  for (const one of [second, beside])
    expect(await items(one, '/api/sources')).toMatchObject([{ demo: true }, { demo: true }])
  beside.child.kill('SIGTERM')
  expect((await beside.ended).code).toBe(0)
  for (const one of [second, beside]) expect(one.stderr()).not.toMatch(/could not be reached/)
  process.kill(-second.child.pid!, 'SIGINT')
  expect((await second.ended).code).toBe(0)
  expect(second.stderr()).toContain('"stopped"')
  expect(data.databasePid()).toBeNull()

  // Killed, it leaves its database behind; the next start takes it over.
  await using third = await startServer(options)
  const killed = third.pid()
  process.kill(killed, 'SIGKILL')
  expect((await third.ended).code).toBe(137)
  expect(data.databasePid()).not.toBeNull()
  await using fourth = await startServer(options)
  expect((await items<Item>(fourth, '/api/notifications')).length).toBeGreaterThanOrEqual(before.length)

  // The first real source takes the place of the demo.
  const answer = await fetch(`${fourth.address}/api/sources`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ marketplace: 'feed', settings: { url: `${feed.baseUrl}/feed.xml` } }),
  })
  expect(answer.status, await answer.clone().text()).toBe(201)
  const real = await until(async () => {
    const listings = await items<Item>(fourth, '/api/listings')
    return listings.length > 0 && listings.every(({ demo }) => !demo) && listings
  })
  expect(real.map(({ title }) => title).toSorted()).toEqual(['Oak desk - $80', 'Road bike - $250'])
  expect(await items<Item>(fourth, '/api/notifications')).toEqual([])
  expect(await items<Item>(fourth, '/api/rules')).toEqual([])
  expect(await items<Item>(fourth, '/api/sources')).toMatchObject([{ demo: false, marketplace: 'feed' }])
  fourth.child.kill('SIGTERM')
  expect((await fourth.ended).code).toBe(0)
  expect(data.databasePid()).toBeNull()
  process.stderr.write(
    `stop ${seconds(stopMs)}; second start ${seconds(second.readyMs)}, after a kill ${seconds(fourth.readyMs)}\n`,
  )

  // And stays away.
  const doctor = await run(['doctor'], options)
  expect(doctor).toMatchObject({ code: 0 })
  expect(doctor.stdout).not.toMatch(/DEMO|BAD/)
})

const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>For sale</title>
<item><title>Road bike - $250</title><link>https://shop.example/1</link><guid>1</guid></item>
<item><title>Oak desk - $80</title><link>https://shop.example/2</link><guid>2</guid></item>
</channel></rss>`

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

async function seen(program: Program, pattern: RegExp): Promise<number> {
  const startedAt = performance.now()
  await until(async () => logLines(program.stderr()).some(({ msg }) => pattern.test(msg)), 60_000)
  return performance.now() - startedAt
}

const ready = (server: { address: string }) => fetch(`${server.address}/readyz`)

async function items<T>(server: { address: string }, path: string): Promise<T[]> {
  const answer = await fetch(`${server.address}${path}`)
  expect(answer.status, path).toBe(200)
  return ((await answer.json()) as { items: T[] }).items
}
