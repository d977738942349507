import { createHash, timingSafeEqual } from 'node:crypto'
import { statfs } from 'node:fs/promises'
import type { FastifyRequest } from 'fastify'
import ipaddr from 'ipaddr.js'
import type { Registry } from 'prom-client'
import type { Db } from '../core/db.ts'
import { AppError, errorMessage } from '../core/errors.ts'
import type { Check } from '../core/feature.ts'
import type { Http } from '../core/http.ts'
import { checked } from '../model/sentences/said.ts'
import { say } from '../model/sentences/sentences.ts'
import { type CheckResult, readySchema } from './schema.ts'

/** Runs every check; one that hangs counts as failed after 3 s. */
export async function runChecks(checks: Check[]): Promise<CheckResult[]> {
  return Promise.all(
    checks.map(async ({ name, critical, run }) => {
      let timer: NodeJS.Timeout | undefined
      const startedAt = performance.now()
      const timeout = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('no answer within 3 s')), 3000)
      })
      try {
        const result = await Promise.race([run(), timeout])
        return { name, critical, ...result, ms: msSince(startedAt) }
      } catch (error) {
        return { name, critical, ok: false, detail: errorMessage(error), ms: msSince(startedAt) }
      } finally {
        clearTimeout(timer)
      }
    }),
  )
}

const msSince = (startedAt: number) => Math.round(performance.now() - startedAt)

/**
 * /livez: the process answers. /readyz: it can do its work (503 while closing or when a critical check fails). How it does,
 * here and in /metrics, is told to this machine, and to whom sends the token.
 */
export function healthRoutes(
  http: Http,
  deps: { checks(): Check[]; closing(): boolean; registry: Registry; metricsToken: string | undefined },
): void {
  const config = { isProbe: true, access: 'open' } as const
  http.get('/livez', { config, schema: { tags: ['health'] } }, async () => ({ alive: true }))
  http.get(
    '/readyz',
    { config, schema: { tags: ['health'], response: { 200: readySchema, 503: readySchema } } },
    async (request, reply) => {
      const checks = await runChecks(deps.checks())
      const ready = !deps.closing() && checks.every((check) => check.ok || !check.critical)
      const told = mayKnow(request, deps.metricsToken) ? checks : checks.map(withoutDetail)
      return reply.status(ready ? 200 : 503).send({ ready, checks: told })
    },
  )
  http.get('/metrics', { config, schema: { tags: ['health'] } }, async (request, reply) => {
    if (!mayKnow(request, deps.metricsToken)) throw metricsRefused()
    return reply.type(deps.registry.contentType).send(await deps.registry.metrics())
  })
}

export function mayKnow({ ip, headers }: FastifyRequest, token: string | undefined): boolean {
  if (ipaddr.isValid(ip) && ipaddr.process(ip).range() === 'loopback') return true
  const [, given] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? []
  return token !== undefined && given !== undefined && timingSafeEqual(sum(given), sum(token))
}

const sum = (text: string) => createHash('sha256').update(text).digest()

const withoutDetail = (check: CheckResult): CheckResult => ({
  ...check,
  detail: check.ok ? 'well' : 'not well: what is wrong is told on the machine itself, and by its log',
})

export const metricsRefused = () =>
  new AppError({
    code: 'metrics-not-open',
    status: 401,
    message:
      'Metrics are read on the machine itself, or with the token of DEAL_SCOUT_METRICS_TOKEN: Authorization: Bearer …',
  })

export function databaseCheck(db: Db): Check {
  return {
    name: 'database',
    critical: true,
    async run() {
      const startedAt = performance.now()
      const { rows } = await db.query<{ version: string }>(
        `SELECT current_setting('server_version') AS version`,
      )
      const version = rows[0]?.version ?? ''
      return checked(true, say('check-database', { version, tookMs: msSince(startedAt) }))
    },
  }
}

export async function bytesFree(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

const diskBytesMin = 200 * 1024 * 1024

export function diskCheck(dataDir: string): Check {
  return {
    name: 'disk',
    critical: false,
    async run() {
      const free = await bytesFree(dataDir)
      const left = { freeGib: free / 1024 ** 3, folder: dataDir }
      return free >= diskBytesMin
        ? checked(true, say('check-disk', left))
        : checked(false, say('check-disk-low', left))
    },
  }
}
