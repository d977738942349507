import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { testDatabase } from '../harness/database.ts'
import { dataFolder, run, startServer } from '../harness/program.ts'
import { until } from '../harness/until.ts'

const deploy = (path: string) => readFileSync(join(import.meta.dirname, '../../deploy', path), 'utf8')

it('all that a running program says is JSON lines on stderr, each with its level, time and sentence, from its start to its end', async () => {
  await using database = await testDatabase()
  using folder = dataFolder()
  await using program = await startServer({
    env: {
      ...database.env,
      DEAL_SCOUT_DATA: folder.path,
      DEAL_SCOUT_PORT: '0',
      DEAL_SCOUT_DEMO: 'on',
      DEAL_SCOUT_LOG_LEVEL: 'debug',
    },
  })
  for (const path of ['/api/deals', '/api/none', '/api/rules/1', '/%E0%A4%A', '/feeds/x.rss'])
    await fetch(`${program.address}${path}`)
  await fetch(`${program.address}/api/rules`, {
    method: 'POST',
    body: '{',
    headers: { 'content-type': 'application/json' },
  })
  await until(async () => program.stderr().includes('"answered"'))
  process.kill(program.pid(), 'SIGTERM')
  const { code, stdout, stderr } = await program.ended
  expect(code).toBe(0)
  expect(stderr.endsWith('\n')).toBe(true)
  const lines = stderr.trimEnd().split('\n')
  expect(lines.length).toBeGreaterThan(20)
  const levels = Object.keys(pino.levels.labels).map(Number)
  for (const line of lines) {
    const entry = JSON.parse(line) as Record<string, unknown>
    expect(entry).toMatchObject({ msg: expect.any(String), time: expect.any(String) })
    expect([line, levels.includes(entry.level as number)]).toEqual([line, true])
    expect(new Date(entry.time as string).toISOString()).toBe(entry.time)
  }
  const said = lines.map((line) => (JSON.parse(line) as { msg: string }).msg)
  expect(said.at(-1)).toBe('stopped')
  expect(said).toContain('answered')
  // What is for people is on stdout, and none of it is a line of the log.
  for (const line of stdout.split('\n')) expect(line).not.toMatch(/^\{"level"/)
})

it('a start that is refused says why in a sentence, which is no JSON', async () => {
  const { code, stdout, stderr } = await run(['start'], { env: { DEAL_SCOUT_PORT: 'x' } })
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toMatch(/^deal-scout: The configuration has a problem/)
})

it('what collects the log reads the fields that are there, and knows every level', () => {
  const vector = deploy('logs/vector.yaml')
  for (const field of ['.level', '.time', '.msg', 'parse_json(.message)']) expect(vector).toContain(field)
  const named = [...vector.matchAll(/\.level == (\d+)/g)].map(([, level]) => Number(level))
  // What is left is the highest.
  expect([...named, 60]).toEqual(
    Object.keys(pino.levels.labels)
      .map(Number)
      .toSorted((a, b) => a - b),
  )
  const service = deploy('systemd/deal-scout.service')
  for (const line of ['StandardError=journal', 'StandardOutput=null', 'DEAL_SCOUT_LOG_FORMAT=json'])
    expect(service).toContain(line)
  expect(vector).toContain('include_units: [deal-scout.service]')
  // Neither way leaves the machine unencrypted.
  for (const text of [vector, deploy('logs/journal-upload.conf')]) {
    expect(text).toContain('https://')
    expect(text).not.toContain('http://')
  }
})
