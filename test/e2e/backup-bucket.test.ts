import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../harness/database.ts'
import { dataFolder, run, startProgram } from '../harness/program.ts'
import { type S3, s3Bucket, startS3 } from '../harness/s3.ts'
import { until } from '../harness/until.ts'

let s3: S3
let source: TestDatabase
let data: ReturnType<typeof dataFolder>
beforeAll(async () => {
  s3 = await startS3()
  source = await testDatabase()
  data = dataFolder()
})
afterAll(async () => {
  data[Symbol.dispose]()
  await source[Symbol.asyncDispose]()
  await s3[Symbol.asyncDispose]()
})

const address = `s3://${s3Bucket}/house`
const env = (database: TestDatabase) => ({
  ...{ ...s3.env, ...database.env, DEAL_SCOUT_DATA: data.path, DEAL_SCOUT_DEMO: 'off' },
  BACKUP_S3_URL: address,
  // What is killed leaves its copy here.
  TMPDIR: data.path,
})
const workFolders = () => readdirSync(data.path).filter((name) => /^deal-scout-backup-\w{6}$/.test(name))

it('a backup that is killed while it is sent is none; the next one is, is tried out, and comes back into another database', async () => {
  s3.fault = (line) => (/^PUT .*public\.listings\./.test(line) ? 'hang' : undefined)
  const killed = startProgram(['backup'], { env: env(source) })
  await until(async () => s3.requests.some((line) => /^PUT .*public\.listings\./.test(line)), 60_000)
  process.kill(killed.pid(), 'SIGKILL')
  await killed[Symbol.asyncDispose]()
  s3.fault = () => undefined
  expect(s3.requests.filter((line) => line.startsWith('PUT')).length).toBeGreaterThan(1)
  const left = workFolders()
  expect(left).toHaveLength(1)
  const none = await run(['backup', '--list'], { env: env(source) })
  expect([none.code, none.stdout]).toEqual([
    0,
    expect.stringContaining(`There is no backup in ${address} yet`),
  ])

  const made = await run(['backup', '--verify', '--json'], { env: env(source) })
  expect(made.code, made.stderr).toBe(0)
  const { path } = JSON.parse(made.stdout) as { path: string }
  expect(path).toMatch(/^s3:\/\/backups\/house\/deal-scout-/)
  const listed = await run(['backup', '--list', '--json'], { env: env(source) })
  expect(JSON.parse(listed.stdout)).toMatchObject([{ path, verifiedAt: expect.any(String) }])

  await using target = await testDatabase({ empty: true })
  const restored = await run(['restore', path], { env: env(target) })
  expect(restored.code, restored.stderr).toBe(0)
  expect(restored.stdout).toMatch(/rows of .* are back/)
  expect(workFolders()).toEqual(left)
})

it('what is wrong with the bucket is said in a sentence, and the secret key never', async () => {
  const secret = 'not-the-secret-of-this-key'
  const wrong = { ...env(source), BACKUP_S3_SECRET_ACCESS_KEY: secret }
  const refused = await run(['backup'], { env: wrong })
  expect([refused.code, refused.stderr]).toEqual([
    1,
    expect.stringContaining('Mend BACKUP_S3_SECRET_ACCESS_KEY'),
  ])
  const doctor = await run(['doctor'], { env: wrong })
  expect(doctor.stdout).toMatch(/^BAD {2}backup: s3:\/\/backups\/house at .*BACKUP_S3_SECRET_ACCESS_KEY/m)
  for (const text of [refused.stderr, refused.stdout, doctor.stdout, doctor.stderr])
    expect(text).not.toContain(secret)
  const strict = { ...env(source), BACKUP_S3_UNENCRYPTED: 'refuse' }
  const plain = await run(['backup'], { env: strict })
  expect([plain.code, plain.stderr]).toEqual([2, expect.stringContaining('Set BACKUP_RECIPIENTS')])
})
