import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exporterMetrics } from '../../deploy/prometheus/exporters.ts'
import { loadConfig } from '../../server/app/config.ts'
import type { OptionSpec } from '../../server/core/options.ts'
import type { Health } from '../../server/ops/schema.ts'
import { type TestDatabase, testDatabase } from '../harness/database.ts'
import { kubectlPath, rendered, whySkipped } from '../harness/kubectl.ts'
import { freePort } from '../harness/port.ts'
import { run, startProgram } from '../harness/program.ts'
import { missingPrograms, noPrometheus, startRedisExporter } from '../harness/prometheus.ts'
import { redisPath } from '../harness/redis.ts'
import { until } from '../harness/until.ts'
import { containersOf, type Document, type Workload, workloadsOf } from './document.ts'
import { givenTo, secretsOf } from './environment.ts'
import { allOptions } from './policies.ts'
import { ourImage } from './policy.ts'

const secretKey = randomBytes(32).toString('base64')
const store = {
  ...{ secret_keys: secretKey, smtp_url: 'smtps://user:word@mail.example', ebay_client_id: 'id' },
  ...{ database_host: 'db.example', redis_host: 'redis.example' },
  backup_recipients: 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p',
}
const isOurs = (one: Workload) => containersOf(one).every(({ image }) => image.startsWith(ourImage))
const folder = mkdtempSync(join(tmpdir(), 'deal-scout-kubernetes-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The container's files below a folder of ours, and its variables with their paths there. */
function placed({ env, files }: ReturnType<typeof givenTo>, at: string): Record<string, string> {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(at, path)), { recursive: true })
    writeFileSync(join(at, path), text)
  }
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [name, value.startsWith('/') ? join(at, value) : value]),
  )
}

describe.skipIf(kubectlPath === null)(`with what the store gives${whySkipped}`, () => {
  let options: OptionSpec[]
  beforeAll(async () => {
    options = await allOptions()
  })

  it.each(['production', 'managed'])('the program takes what each container of %s is given', (overlay) => {
    const documents = rendered(overlay)
    const secrets = secretsOf(documents, store)
    const ours = workloadsOf(documents).filter(isOurs)
    expect(ours.length).toBe(5)
    for (const workload of ours) {
      const env = placed(givenTo(workload, documents, secrets), join(folder, overlay, workload.name))
      const config = loadConfig({ env, cwd: folder, adapterOptions: options.filter(isOfAdapter) })
      expect(config.secretKeys, workload.name).toEqual([secretKey])
      expect(config.databaseUrl, workload.name).toContain('sslmode=verify-full')
      expect(config.databaseMigrate).toBe('wait')
    }
  })

  it('backups of managed go into the bucket, encrypted, and no other pod has the key to it', () => {
    const documents = rendered('managed')
    const secrets = secretsOf(documents, store)
    const bucketOf = (workload: Workload) => {
      const env = placed(givenTo(workload, documents, secrets), join(folder, 'bucket', workload.name))
      const config = loadConfig({ env, cwd: folder, adapterOptions: options.filter(isOfAdapter) })
      const { backupS3Url, backupS3SecretAccessKey: key, backupRecipients, backupFolder } = config
      return { backupS3Url, key, backupRecipients, backupFolder }
    }
    const told = new Map(
      workloadsOf(documents)
        .filter(isOurs)
        .map((workload) => [workload.name, bucketOf(workload)]),
    )
    expect(told.get('CronJob deal-scout-backup')).toEqual({
      ...{ backupS3Url: 's3://example-deal-scout-backups/deal-scout', key: 'value' },
      ...{ backupRecipients: [store.backup_recipients], backupFolder: undefined },
    })
    for (const [name, { backupS3Url, key }] of told)
      if (name !== 'CronJob deal-scout-backup')
        expect([name, backupS3Url, key]).toEqual([name, undefined, undefined])
    expect(
      documents.filter(({ kind }) => kind === 'PersistentVolumeClaim').map(({ metadata }) => metadata.name),
    ).not.toContain('deal-scout-backups')
  })

  it('every secret that somebody is given is made, each with the keys that are asked for', () => {
    const documents = rendered('production')
    const secrets = secretsOf(documents, store)
    for (const workload of workloadsOf(documents))
      expect(() => givenTo(workload, documents, secrets), workload.name).not.toThrow()
    const cluster = documents.find(({ kind }) => kind === 'Cluster')!
    const logins = [
      { name: cluster.spec.bootstrap.initdb.owner, secret: cluster.spec.bootstrap.initdb.secret.name },
      ...cluster.spec.managed.roles.map((one: { name: string; passwordSecret: { name: string } }) => ({
        name: one.name,
        secret: one.passwordSecret.name,
      })),
    ]
    for (const { name, secret } of logins) expect(secrets.get(secret)?.username, secret).toBe(name)
  })

  const isOfAdapter = ({ env }: OptionSpec) => /^(EBAY|SMTP|MAIL)_/.test(env)
})

describe.skipIf(kubectlPath === null)(`as the pods of small run${whySkipped}`, () => {
  let database: TestDatabase
  let documents: Document[]
  const secrets = new Map(Object.entries(secretsOf([], {})))
  let valkey: ChildProcess | null = null
  beforeAll(async () => {
    database = await testDatabase({ empty: true })
    documents = rendered('small')
    const redisUrl = redisPath === null ? '' : await startValkey()
    const url = database.connectionString
    for (const [name, data] of secretsOf([])) secrets.set(name, data)
    secrets.set('deal-scout', { 'database-url': url, 'redis-url': redisUrl, 'secret-keys': secretKey })
    secrets.set('deal-scout-owner', { 'database-url': url })
  })
  afterAll(async () => {
    valkey?.kill('SIGKILL')
    await database?.[Symbol.asyncDispose]()
  })

  /** The server of this machine by the arguments of its container, with the users that the store gives; its address. */
  async function startValkey(): Promise<string> {
    const workload = workloadsOf(documents).find(({ name }) => name === 'Deployment deal-scout-valkey')!
    const users = secretsOf(rendered('production'), {
      redis_password: 'a-password',
      redis_watch_password: 'another',
    })
    const [container] = containersOf(workload)
    const at = join(folder, 'valkey')
    placed(givenTo(workload, documents, users), at)
    const port = await freePort()
    const args = container!.args!.map((arg) =>
      arg === '6379' ? `${port}` : arg.startsWith('/') ? join(at, arg) : arg,
    )
    valkey = spawn(redisPath!, [...args, '--bind', '127.0.0.1'], { stdio: 'ignore', cwd: at })
    const url = `redis://deal-scout:a-password@127.0.0.1:${port}`
    const client = new Redis(url, { retryStrategy: () => 50 })
    client.on('error', () => {})
    await until(() =>
      client.ping().then(
        () => true,
        () => false,
      ),
    )
    await expect(client.config('SET', 'maxmemory', '1')).rejects.toThrow(/NOPERM/)
    client.disconnect()
    return url
  }

  /** The variables and arguments of a workload's container, with ports of this machine. */
  async function prepared(name: string) {
    const workload = workloadsOf(documents).find((one) => one.name.startsWith(name))!
    const [container] = containersOf(workload)
    const env = placed(givenTo(workload, documents, secrets), join(folder, name))
    // The proportions are for a policy; here it is enough that there is a while.
    if (env.DEAL_SCOUT_DRAIN_MS !== undefined) env.DEAL_SCOUT_DRAIN_MS = '1500'
    const port = await freePort()
    Object.assign(env, { DEAL_SCOUT_OPS_PORT: `${port}`, DEAL_SCOUT_OPS_HOST: '127.0.0.1' })
    if (env.DEAL_SCOUT_PORT !== undefined)
      Object.assign(env, { DEAL_SCOUT_PORT: `${await freePort()}`, DEAL_SCOUT_HOST: '127.0.0.1' })
    return { workload, container: container!, env, port }
  }

  it('new pods wait for the Job that migrates, are ready after it, and stop in the time that they are given', async () => {
    const roles = await Promise.all(
      ['api', 'worker', 'scheduler'].map((role) => prepared(`Deployment deal-scout-${role}`)),
    )
    const programs = roles.map(({ container, env }) => startProgram(container.args!, { env, cwd: folder }))
    try {
      const probe = async (at: number, kind: 'livenessProbe' | 'readinessProbe') => {
        const { path } = roles[at]!.container[kind]!.httpGet!
        return fetch(`http://127.0.0.1:${roles[at]!.port}${path}`).then(
          ({ status }) => status,
          () => null,
        )
      }
      for (const at of roles.keys())
        await until(async () => (await probe(at, 'livenessProbe')) === 200, 60_000)
      expect(await probe(0, 'readinessProbe')).toBe(503)
      const job = await prepared('Job deal-scout-migrate')
      expect(await run(job.container.args!, { env: job.env, cwd: folder })).toMatchObject({ code: 0 })
      for (const at of roles.keys())
        await until(async () => (await probe(at, 'readinessProbe')) === 200, 60_000)
      // Redis counts as away for a moment when it takes longer than a tenth of a second.
      const sees = async () => {
        const { checks } = (await (
          await fetch(`http://127.0.0.1:${roles[0]!.port}/healthz`)
        ).json()) as Health
        return checks.find(({ name }) => name === 'redis')?.ok
      }
      if (redisPath !== null) await until(async () => (await sees()) === true, 60_000)
      const startedAt = performance.now()
      programs[0]!.child.kill('SIGTERM')
      await until(async () => (await probe(0, 'readinessProbe')) === 503, 5_000)
      for (const one of programs.slice(1)) one.child.kill('SIGTERM')
      expect(await Promise.all(programs.map(async ({ ended }) => (await ended).code))).toEqual([0, 0, 0])
      const seconds = (performance.now() - startedAt) / 1000
      expect(seconds).toBeGreaterThan(1)
      expect(seconds).toBeLessThan(roles[0]!.workload.pod.terminationGracePeriodSeconds!)
    } finally {
      for (const program of programs) await program[Symbol.asyncDispose]()
    }
  })

  it('the exporter of Redis sees what alerts read, as somebody who may only look', async (context) => {
    context.skip(missingPrograms.length > 0 || redisPath === null, noPrometheus)
    const address = new URL(secrets.get('deal-scout')!['redis-url']!).host
    await using exporter = await startRedisExporter(`redis://${address}`, {
      ...{ REDIS_USER: 'deal-scout-watch', REDIS_PASSWORD: 'another' },
    })
    const figures = await (await fetch(`http://127.0.0.1:${exporter.port}/metrics`)).text()
    expect(figures).toMatch(/^redis_up 1$/m)
    for (const name of exporterMetrics['redis_exporter 1.45.0']!)
      expect(figures).toMatch(new RegExp(`^${name} `, 'm'))
  })

  it('the CronJob makes a backup that is restored and compared', async () => {
    const { container, env } = await prepared('CronJob deal-scout-backup')
    const ran = await run(container.args!, { env, cwd: folder })
    expect(ran).toMatchObject({ code: 0 })
    expect(ran.stdout).toMatch(/restored|same/)
  })
})
