import { expect, it } from 'vitest'
import { testDatabase } from '../harness/database.ts'
import { dataFolder, run } from '../harness/program.ts'

it('doctor --production ends with 1 and names what is missing, as text and as JSON; doctor alone asks for none of it', async () => {
  await using database = await testDatabase()
  using folder = dataFolder()
  const options = {
    env: {
      ...database.env,
      DEAL_SCOUT_DATA: folder.path,
      DEAL_SCOUT_LOG_LEVEL: 'error',
      RATE_LIMIT_STRICT: '0',
    },
  }
  const text = await run(['doctor', '--production'], options)
  expect(text.code).toBe(1)
  expect(text.stdout).toMatch(/^BAD {2}public address: DEAL_SCOUT_BASE_URL is not set/m)
  expect(text.stdout).toMatch(/^BAD {2}rate limits: RATE_LIMIT_STRICT is 0/m)
  expect(text.stdout).toMatch(/^ok {3}database: PostgreSQL/m)
  for (const name of ['public address', 'rate limits', 'owner', 'backups', 'mail', 'scheduler'])
    expect(text.stderr).toContain(name)
  const json = await run(['doctor', '--production', '--json'], options)
  expect(json.code).toBe(1)
  const items = JSON.parse(json.stdout) as { name: string; ok: boolean }[]
  expect(items).toContainEqual(expect.objectContaining({ name: 'public address', ok: false }))
  expect(items).toContainEqual(expect.objectContaining({ name: 'load shedding', ok: true }))
  const plain = await run(['doctor'], options)
  expect(plain).toMatchObject({ code: 0, stderr: '' })
  expect(plain.stdout).not.toMatch(/public address|rate limits/)
})
