import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'
import { freePort } from './port.ts'
import { until } from './until.ts'

const pathOf = (name: string): string | null =>
  (process.env.PATH ?? '')
    .split(':')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path)) ?? null

/** A Prometheus and what gives it the figures of others, as Debian has them. */
export const prometheusPrograms = [
  ...['prometheus', 'prometheus-postgres-exporter', 'prometheus-redis-exporter', 'prometheus-node-exporter'],
] as const

type Program = (typeof prometheusPrograms)[number] | 'prometheus-blackbox-exporter'

/** Those of them that this machine has not; a test that needs them is skipped, and says so. */
export const missingPrograms = prometheusPrograms.filter((name) => pathOf(name) === null)

export const noPrometheus = `not on this machine: apt-get install ${missingPrograms.join(' ')}`

/** One that runs until it is ended, and answers at its port. */
export interface Server extends AsyncDisposable {
  port: number
}

async function started(
  name: Program,
  args: (port: number) => string[],
  path: string,
  env: Record<string, string> = {},
): Promise<Server> {
  const port = await freePort()
  const child: ChildProcess = spawn(pathOf(name)!, args(port), {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, ...env },
  })
  let said = ''
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-4_000)
  })
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`${name} ended: ${said}`)
    return fetch(`http://127.0.0.1:${port}${path}`).then(
      ({ ok }) => ok,
      () => false,
    )
  })
  return {
    port,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    },
  }
}

export const startPostgresExporter = (databaseUrl: string) =>
  started('prometheus-postgres-exporter', (port) => [`--web.listen-address=127.0.0.1:${port}`], '/metrics', {
    DATA_SOURCE_NAME: databaseUrl,
  })

export const startRedisExporter = (address: string, env: Record<string, string> = {}) =>
  started(
    'prometheus-redis-exporter',
    (port) => ['-redis.addr', address, '-web.listen-address', `127.0.0.1:${port}`],
    '/metrics',
    env,
  )

export const startNodeExporter = () =>
  started('prometheus-node-exporter', (port) => [`--web.listen-address=127.0.0.1:${port}`], '/metrics')

/** It asks as deploy/prometheus/blackbox.yml says, and takes this certificate for an authority. */
export function startBlackboxExporter(certPath: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'deal-scout-blackbox-')), 'blackbox.yml')
  const here = join(import.meta.dirname, '../../deploy/prometheus/blackbox.yml')
  const { modules } = parse(readFileSync(here, 'utf8')) as { modules: { people: { http: object } } }
  Object.assign(modules.people.http, { tls_config: { ca_file: certPath } })
  writeFileSync(file, stringify({ modules }))
  return started(
    'prometheus-blackbox-exporter',
    (port) => [`--config.file=${file}`, `--web.listen-address=127.0.0.1:${port}`],
    '/-/healthy',
  )
}

export interface Sample {
  labels: Record<string, string>
  value: number
}

export interface Prometheus extends AsyncDisposable {
  /** What it answers at this moment. */
  ask(expr: string): Promise<Sample[]>
}

export interface Target {
  port: number
  path?: string
  params?: Record<string, string[]>
}

/** One that asks these ports each second, by the names of their jobs; `rules` is a file of rules, looked at as often. */
export async function startPrometheus(
  jobs: Readonly<Record<string, number | readonly (number | Target)[]>>,
  rules?: object,
): Promise<Prometheus> {
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-prometheus-'))
  const file = join(folder, 'prometheus.yml')
  writeFileSync(
    file,
    stringify({
      global: { scrape_interval: '1s', scrape_timeout: '1s', evaluation_interval: '1s' },
      ...(rules !== undefined && { rule_files: [join(folder, 'rules.yml')] }),
      scrape_configs: Object.entries(jobs).map(([name, ports]) => scrapeOf(name, ports)),
    }),
  )
  if (rules !== undefined) writeFileSync(join(folder, 'rules.yml'), stringify(rules))
  const server = await started(
    'prometheus',
    (port) => [
      `--config.file=${file}`,
      `--storage.tsdb.path=${join(folder, 'data')}`,
      `--web.listen-address=127.0.0.1:${port}`,
    ],
    '/-/ready',
  )
  return {
    async ask(expr) {
      const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1/query`, {
        method: 'POST',
        body: new URLSearchParams({ query: expr }),
      })
      const { status, error, data } = (await answer.json()) as {
        status: string
        error?: string
        data: { resultType: string; result: { metric: Record<string, string>; value: [number, string] }[] }
      }
      if (status !== 'success') throw new Error(`${expr}: ${error}`)
      return data.result.map(({ metric, value }) => ({ labels: metric, value: Number(value[1]) }))
    },
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function scrapeOf(name: string, ports: number | readonly (number | Target)[]): object {
  const all = typeof ports === 'number' ? [ports] : ports
  const [first] = all
  const { path = '/metrics', params = {} } = typeof first === 'object' ? first : {}
  return {
    ...{ job_name: name, metrics_path: path, params },
    static_configs: [{ targets: all.map((one) => `127.0.0.1:${typeof one === 'number' ? one : one.port}`) }],
  }
}
