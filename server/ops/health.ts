import { statfs } from 'node:fs/promises'
import type { Registry } from 'prom-client'
import type { Db } from '../core/db.ts'
import { errorMessage } from '../core/errors.ts'
import type { Check } from '../core/feature.ts'
import type { Http } from '../core/http.ts'
import { type CheckResult, readySchema } from './schema.ts'

/** Runs every check; one that hangs counts as failed after 3 s. */
export async function runChecks(checks: Check[]): Promise<CheckResult[]> {
  return Promise.all(
    checks.map(async ({ name, critical, run }) => {
      let timer: NodeJS.Timeout | undefined
      const timeout = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('no answer within 3 s')), 3000)
      })
      try {
        return { name, critical, ...(await Promise.race([run(), timeout])) }
      } catch (error) {
        return { name, critical, ok: false, detail: errorMessage(error) }
      } finally {
        clearTimeout(timer)
      }
    }),
  )
}

/** /livez: the process answers. /readyz: it can do its work (503 while closing or when a critical check fails). */
export function healthRoutes(
  http: Http,
  deps: { checks(): Check[]; closing(): boolean; registry: Registry },
): void {
  const config = { isProbe: true, access: 'open' } as const
  http.get('/livez', { config, schema: { tags: ['health'] } }, async () => ({ alive: true }))
  http.get(
    '/readyz',
    { config, schema: { tags: ['health'], response: { 200: readySchema, 503: readySchema } } },
    async (_, reply) => {
      const checks = await runChecks(deps.checks())
      const ready = !deps.closing() && checks.every((check) => check.ok || !check.critical)
      return reply.status(ready ? 200 : 503).send({ ready, checks })
    },
  )
  http.get('/metrics', { config, schema: { tags: ['health'] } }, async (_, reply) =>
    reply.type(deps.registry.contentType).send(await deps.registry.metrics()),
  )
}

export function databaseCheck(db: Db): Check {
  return {
    name: 'database',
    critical: true,
    async run() {
      const startedAt = performance.now()
      const { rows } = await db.query<{ version: string }>(
        `SELECT current_setting('server_version') AS version`,
      )
      return {
        ok: true,
        detail: `PostgreSQL ${rows[0]?.version}, answered in ${Math.round(performance.now() - startedAt)} ms`,
      }
    },
  }
}

const diskBytesMin = 200 * 1024 * 1024

export function diskCheck(dataDir: string): Check {
  return {
    name: 'disk',
    critical: false,
    async run() {
      const stats = await statfs(dataDir)
      const free = stats.bavail * stats.bsize
      const shown = `${(free / 1024 ** 3).toFixed(1)} GiB free in ${dataDir}`
      return free >= diskBytesMin
        ? { ok: true, detail: shown }
        : { ok: false, detail: `only ${shown}: free some space` }
    },
  }
}
