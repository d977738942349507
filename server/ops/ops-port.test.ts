import { createServer } from 'node:http'
import { expect, it } from 'vitest'
import { testApp } from '../../test/harness/app.ts'
import { until } from '../../test/harness/until.ts'
import { systemClock } from '../core/clock.ts'
import { openOpsPort } from './ops-port.ts'

const options = { host: '127.0.0.1', port: 0, version: '1.2.3', clock: systemClock }
const open = (token?: string, roles = ['worker']) => openOpsPort({ ...options, roles, token })

async function ask(address: string, path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(`${address}${path}`, { headers })
  const text = await answer.text()
  return { status: answer.status, text, body: text.startsWith('{') ? JSON.parse(text) : null }
}

it('answers before the program is there: alive, and not ready yet', async () => {
  const port = await open()
  try {
    expect((await ask(port.address, '/livez')).status).toBe(200)
    expect(await ask(port.address, '/readyz')).toMatchObject({
      ...{ status: 503, body: { ready: false, phase: 'starting' } },
    })
    expect(await ask(port.address, '/healthz')).toMatchObject({
      ...{ status: 503, body: { status: 'down', phase: 'starting', version: '1.2.3', roles: ['worker'] } },
    })
    expect((await ask(port.address, '/metrics')).status).toBe(503)
  } finally {
    await port.close()
  }
})

it('tells of a worker, which has no other port: ready, each dependency with how long it took and since when, the queues', async () => {
  await using test = await testApp({ roles: ['worker', 'scheduler'] })
  const port = await open()
  try {
    port.observe(test.app.health)
    expect(await ask(port.address, '/readyz')).toMatchObject({ status: 200, body: { ready: true } })
    const { body } = await ask(port.address, '/healthz')
    expect(body).toMatchObject({ status: expect.stringMatching(/well|impaired/), phase: 'running' })
    const database = body.checks.find(({ name }: { name: string }) => name === 'database')
    expect(database).toMatchObject({ ok: true, critical: true, ms: expect.any(Number) })
    expect(Date.parse(database.since)).toBeLessThanOrEqual(Date.now())
    expect(body.queues.map(({ job }: { job: string }) => job)).toContain('rescore')
    // As it was before: not since this moment.
    const again = (await ask(port.address, '/healthz')).body.checks
    expect(again.find(({ name }: { name: string }) => name === 'database').since).toBe(database.since)
    const { text } = await ask(port.address, '/metrics')
    expect(text).toMatch(/^deal_scout_db_queries_total\{query="[\w/-]+store \w+"\} \d+$/m)
    expect(text).toContain('deal_scout_scheduler_silent_seconds')
    expect(text).toMatch(/^deal_scout_rules_held \d+$/m)
  } finally {
    await port.close()
  }
})

it('is not ready while migrations are pending, and names them: before the program is there, and where another database took its place', async () => {
  const port = await open()
  try {
    port.waitsFor('migrations pending: 0099_later.sql')
    expect((await ask(port.address, '/readyz')).body).toMatchObject({
      ...{ ready: false, phase: 'starting', waitingFor: 'migrations pending: 0099_later.sql' },
    })
    port.waitsFor(null)
    expect((await ask(port.address, '/readyz')).body).not.toHaveProperty('waitingFor')
    await using test = await testApp({ roles: ['worker'] })
    port.observe(test.app.health)
    expect((await ask(port.address, '/readyz')).status).toBe(200)
    await test.app.db.query(`DELETE FROM schema_migrations WHERE name = '0037_causes.sql'`)
    expect(await ask(port.address, '/readyz')).toMatchObject({
      status: 503,
      body: {
        ...{ ready: false, failed: ['migrations'] },
        reasons: [expect.stringMatching(/^migrations pending: 0037_causes\.sql\. Run "deal-scout migrate"/)],
      },
    })
  } finally {
    await port.close()
  }
})

it('says that it is not ready as soon as the program closes, and goes on answering', async () => {
  const test = await testApp({ roles: ['api'], env: { DEAL_SCOUT_DRAIN_MS: '800' } })
  const port = await open()
  try {
    port.observe(test.app.health)
    const startedAt = performance.now()
    const closed = test[Symbol.asyncDispose]()
    await until(async () => (await ask(port.address, '/readyz')).status === 503 || null)
    expect((await ask(port.address, '/readyz')).body.phase).toBe('closing')
    // Who was sent here before that was noticed is still served.
    expect((await fetch(`${test.address}/api/me`)).status).toBe(200)
    await closed
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(800)
    expect((await ask(port.address, '/livez')).status).toBe(200)
  } finally {
    await port.close()
  }
})

it('looks at no name of a host, so that a probe by address is answered; knows no other path', async () => {
  const port = await open()
  try {
    expect((await ask(port.address, '/livez', { host: 'pod-7.internal' })).status).toBe(200)
    for (const path of ['/', '/api/deals', '/livez/x'])
      expect((await ask(port.address, path)).status).toBe(404)
  } finally {
    await port.close()
  }
})

it('names the option of a port that is taken', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const { port } = taken.address() as { port: number }
  try {
    await expect(openOpsPort({ ...options, port, roles: [], token: undefined })).rejects.toThrow(
      `DEAL_SCOUT_OPS_PORT=${port + 1}`,
    )
  } finally {
    taken.close()
  }
})
