import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { testDatabase } from '../harness/database.ts'
import { dataFolder, logLines, run, startServer } from '../harness/program.ts'
import { until } from '../harness/until.ts'

it('a program that runs logs more when it is asked to, which the audit log has, and a killed one has left every line in its file', async () => {
  await using database = await testDatabase()
  using folder = dataFolder()
  const logs = join(folder.path, 'logs')
  const env = {
    ...database.env,
    DEAL_SCOUT_DATA: folder.path,
    DEAL_SCOUT_DEMO: 'off',
    DEAL_SCOUT_LOG_FORMAT: 'json',
  }
  await using server = await startServer({ env: { ...env, LOG_FOLDER: logs } })
  const written = () =>
    readdirSync(logs)
      .map((name) => readFileSync(join(logs, name), 'utf8'))
      .join('')
  const answered = async () => {
    await fetch(`${server.address}/livez`)
    return logLines(server.stderr()).some(({ msg }) => msg === 'answered')
  }
  expect(await answered()).toBe(false)
  const set = await run(['log-level', 'debug', '--for', '15m'], { env })
  expect(set).toMatchObject({ code: 0, stdout: 'Every process logs from debug on, for 15 more minutes.\n' })
  await until(answered)
  expect(readdirSync(logs)).toEqual(['deal-scout-api-worker-scheduler.1.log'])
  const audit = JSON.parse((await run(['audit', '--kind', 'log-level-set', '--json'], { env })).stdout)
  expect(JSON.stringify(audit)).toContain('"level":"debug"')
  expect(await run(['log-level', 'loud'], { env })).toMatchObject({ code: 2 })
  expect(await run(['log-level', 'debug', '--for', 'ever'], { env })).toMatchObject({ code: 2 })
  await run(['log-level', 'default'], { env })
  await until(async () => logLines(server.stderr()).at(-1)?.msg === 'the log has another level')
  const pid = server.pid()
  process.kill(pid, 'SIGKILL')
  await until(async () => (server.stderr() !== '' && !isThere(pid)) || undefined)
  const said = server
    .stderr()
    .split('\n')
    .filter((line) => line.startsWith('{'))
  expect(said.length).toBeGreaterThan(3)
  expect(said.filter((line) => !written().includes(line))).toEqual([])
})

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
