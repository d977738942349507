import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import type { App } from '../server/app/app.ts'
import { createFetch } from '../server/core/fetch.ts'
import { startEmbeddedPostgres } from '../server/core/postgres/embedded-postgres.ts'
import { noTracing, type Tracing } from '../server/core/telemetry/tracing.ts'
import { openTracing } from '../server/core/telemetry/tracing-otel.ts'
import { openBenchApp } from './lib-app.ts'
import { fillStock } from './lib-stock.ts'

const rounds = 8
const perRound = 300
const paths = ['/api/deals?limit=20', '/api/rules', '/api/notifications']

/**
 * What tracing costs a request, in processor time of the process (its collector's among it): the same requests without it, with
 * every tenth trace and with all, in turn in one run, with `--listings N` (5,000).
 */
export async function run(args: string[]): Promise<Record<string, unknown>> {
  const at = args.indexOf('--listings')
  const listings = at < 0 ? 5_000 : Number(args[at + 1]) || 5_000
  const dataDir = mkdtempSync(join(tmpdir(), 'deal-scout-bench-'))
  chmodSync(dataDir, 0o711)
  const collector = createServer((request, response) => request.resume().on('end', () => response.end('{}')))
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  const { port } = collector.address() as AddressInfo
  const log = pino({ level: 'silent' })
  const database = await startEmbeddedPostgres({ dataDir, log })
  const traced = (samplePercent: number) =>
    openTracing({
      ...{
        url: `http://127.0.0.1:${port}/v1/traces`,
        headers: {},
        samplePercent,
        version: 'bench',
        roles: [],
      },
      ...{ log, fetch: createFetch({ userAgent: 'bench' }) },
    })
  const ways: Record<string, Tracing> = { none: noTracing, tenth: traced(10), all: traced(100) }
  const apps: Record<string, App> = {}
  const addresses: Record<string, string> = {}
  const cpuMs: Record<string, number[]> = { none: [], tenth: [], all: [] }
  try {
    for (const [name, tracing] of Object.entries(ways)) {
      const env = { DATABASE_URL: database.connectionString, DEAL_SCOUT_PORT: '0', RATE_LIMIT_READ: '0' }
      apps[name] = await openBenchApp(dataDir, { env, overrides: { tracing } })
      if (name === 'none') await fillStock(apps[name], listings)
      addresses[name] = (await apps[name].start(['api']))!
    }
    for (let round = 0; round <= rounds; round++)
      for (const [name, address] of Object.entries(addresses)) {
        const before = process.cpuUsage()
        for (let turn = 0; turn < perRound; turn++)
          await (await fetch(address + paths[turn % paths.length])).text()
        const { user, system } = process.cpuUsage(before)
        // The first round compiles.
        if (round > 0) cpuMs[name]!.push((user + system) / 1000 / perRound)
      }
    const [none, tenth, all] = ['none', 'tenth', 'all'].map((name) => median(cpuMs[name]!)) as [
      number,
      number,
      number,
    ]
    const round = (value: number) => Number(value.toFixed(3))
    return {
      cpuMsPerRequest: { none: round(none), tenth: round(tenth), all: round(all) },
      ...{ tenthToNoneRatio: round(tenth / none), allToNoneRatio: round(all / none) },
    }
  } finally {
    for (const app of Object.values(apps)) await app.close()
    for (const tracing of Object.values(ways)) await tracing.close()
    collector.close()
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function median(list: number[]): number {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]!
}
