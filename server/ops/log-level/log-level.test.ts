import { expect, it } from 'vitest'
import { testApp } from '../../../test/harness/app.ts'
import { testDatabase } from '../../../test/harness/database.ts'
import { until } from '../../../test/harness/until.ts'
import { createLog } from '../../core/log.ts'
import { followLevel, toggleOnSignal } from './follow-level.ts'
import { forgetLevel, levelForNow, writeLevel } from './level-store.ts'

const newLog = () => createLog({ level: 'error', format: 'json', isTerminal: false, secrets: [] })

it('every process has the level that was asked for at once, and its own again when the time is over or it is called off', async () => {
  const [one, two] = [newLog(), newLog()]
  two.level = 'silent'
  await using database = await testDatabase()
  const { db } = database
  const following = [await followLevel({ db, log: one }), await followLevel({ db, log: two })]
  await writeLevel(db, 'fatal', 15)
  await until(async () => (one.level === 'fatal' && two.level === 'fatal') || undefined)
  expect((await levelForNow(db))!.leftMs).toBeGreaterThan(14 * 60_000)
  await forgetLevel(db)
  await until(async () => (one.level === 'error' && two.level === 'silent') || undefined)
  await writeLevel(db, 'fatal', 15)
  await until(async () => one.level === 'fatal' || undefined)
  await db.query(`UPDATE log_levels SET until = now() + interval '300 milliseconds'`)
  await db.notify('deal_scout_log_level')
  await until(async () => (one.level === 'error' && two.level === 'silent') || undefined)
  expect(await levelForNow(db)).toBeNull()
  for (const one of following) await one.close()
})

it('a signal switches this process to debug and back', async () => {
  const log = newLog()
  const off = toggleOnSignal(log)
  process.kill(process.pid, 'SIGUSR2')
  await until(async () => log.level === 'debug' || undefined)
  process.kill(process.pid, 'SIGUSR2')
  await until(async () => log.level === 'error' || undefined)
  off()
})

it('requests are logged by the level that holds now, too', async () => {
  const lines: string[] = []
  const beside = { write: (line: string) => void lines.push(JSON.parse(line).msg) }
  const log = createLog({ level: 'info', format: 'json', isTerminal: false, secrets: [], beside })
  await using test = await testApp({ roles: ['api'], overrides: { log } })
  await test.call('GET', '/livez')
  expect(lines).not.toContain('answered')
  log.level = 'debug'
  await test.call('GET', '/livez')
  await until(async () => lines.includes('answered') || undefined)
})
