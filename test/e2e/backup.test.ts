import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dataFolder, run, startProgram, startServer } from '../harness/program.ts'
import { until } from '../harness/until.ts'

let backups: string
beforeEach(() => {
  backups = mkdtempSync(join(tmpdir(), 'deal-scout-e2e-backups-'))
})
afterEach(() => rmSync(backups, { recursive: true, force: true }))

const rows = Array.from({ length: 1_000 }, (_, at) =>
  JSON.stringify({
    ...{ id: `b${at}`, title: `Road bike number ${at}`, url: `https://example.com/${at}` },
    ...{ price: 100 + at, currency: 'USD', posted: new Date().toISOString() },
  }),
).join('\n')

describe('on an embedded database', () => {
  it('what was backed up while it ran is there after a restore on a new machine; a restore that is killed is begun again', async () => {
    using old = dataFolder()
    using fresh = dataFolder()
    const env = (path: string) => ({ DEAL_SCOUT_DATA: path, DEAL_SCOUT_PORT: '0', DEAL_SCOUT_DEMO: 'off' })
    const file = join(backups, 'bikes.jsonl')
    writeFileSync(file, rows)
    {
      await using server = await startServer({ env: env(old.path) })
      expect((await run(['import', file], { env: env(old.path) })).code).toBe(0)
      const made = await run(['rules', 'add', 'Bikes', '--all', 'road bike'], { env: env(old.path) })
      expect(made.code, made.stderr).toBe(0)
      const backup = await run(['backup', '--to', backups, '--verify', '--json'], { env: env(old.path) })
      expect(backup.code, backup.stderr).toBe(0)
      expect(JSON.parse(backup.stdout)).toMatchObject({
        rows: expect.any(Number),
        tables: expect.any(Number),
      })
      const [name = ''] = readdirSync(backups).filter((entry) => entry.startsWith('deal-scout-'))
      const refused = await run(['restore', join(backups, name), '--replace'], { env: env(old.path) })
      expect([refused.code, refused.stderr]).toEqual([
        1,
        expect.stringContaining('Another Deal Scout is connected'),
      ])
      server.child.kill('SIGTERM')
      await server.ended
    }
    const backup = join(backups, readdirSync(backups).find((entry) => entry.startsWith('deal-scout-'))!)

    // Killed at some moment of it; once that was in its midst, nothing else works on what is there.
    let begun = { code: 0 as number | null }
    for (let waitMs = 1_500; begun.code === 0 && waitMs > 0; waitMs -= 200) {
      const killed = startProgram(['restore', backup, '--replace'], { env: env(fresh.path) })
      await until(async () => existsSync(join(fresh.path, 'postgres/postmaster.pid')), 60_000)
      await new Promise((resolve) => setTimeout(resolve, waitMs))
      await killed[Symbol.asyncDispose]()
      begun = await run(['rules'], { env: env(fresh.path) })
    }
    expect(begun.code).not.toBe(0)

    const restored = await run(['restore', backup], { env: env(fresh.path) })
    expect(restored.code, restored.stderr).toBe(0)
    expect(restored.stdout).toMatch(/rows of .* are back\.[\s\S]*secret-key/)
    const rules = await run(['rules', 'list', '--json'], { env: env(fresh.path) })
    expect(JSON.parse(rules.stdout)).toMatchObject([{ name: 'Bikes' }])
    await using server = await startServer({ env: env(fresh.path) })
    const found = await fetch(`${server.address}/api/listings?limit=1&q=number%20999`)
    expect(await found.json()).toMatchObject({ items: [{ title: 'Road bike number 999' }] })
    expect(server.stderr()).not.toMatch(/"level":(?:50|60)/)
  })
})

it('says what to do where it is not told where to, and where there is nothing', async () => {
  using data = dataFolder()
  const env = { DEAL_SCOUT_DATA: data.path, DEAL_SCOUT_DEMO: 'off' }
  const nothing = await run(['restore', backups], { env })
  expect([nothing.code, nothing.stderr]).toEqual([2, expect.stringContaining('holds no whole backup')])
  expect((await run(['migrate'], { env })).code).toBe(0)
  const nowhere = await run(['backup'], { env })
  expect([nowhere.code, nowhere.stderr]).toEqual([2, expect.stringContaining('--to FOLDER')])
  const none = await run(['backup', '--list', '--to', backups], { env })
  expect([none.code, none.stdout]).toEqual([0, expect.stringContaining('There is no backup in')])
  const odd = await run(['backup'], { env: { ...env, BACKUP_RECIPIENTS: 'somebody' } })
  expect([odd.code, odd.stderr]).toEqual([2, expect.stringContaining('age1')])
  expect(readFileSync(join(data.path, 'secret-key'), 'utf8').length).toBeGreaterThan(20)
})
