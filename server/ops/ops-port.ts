import { fastify } from 'fastify'
import type { Registry } from 'prom-client'
import type { Clock } from '../core/clock.ts'
import type { Check } from '../core/feature.ts'
import { portProblem } from '../core/http-port.ts'
import type { Log } from '../core/log.ts'
import { mayKnow, metricsRefused, runChecks } from './health.ts'
import type { Health } from './schema.ts'
import type { State } from './state-gauges.ts'

/** Where a process is between its start and its end. */
export type Phase = 'starting' | 'running' | 'closing'

export interface OpsPortDeps {
  host: string
  port: number
  /** Asked of other machines for figures, where it is set. */
  token: string | undefined
  version: string
  roles: readonly string[]
  clock: Clock
}

/** What of a program is told by its port. */
export interface Observed {
  log: Log
  phase(): Phase
  checks(): Check[]
  registry: Registry
  /** What is in the database, whichever process counts it. */
  readState(): Promise<State>
}

/** Who says nothing for so long is let go. */
const idleMs = 10_000

/**
 * The port for who runs the program, in every role, apart from the one for people: no check of the host's name, no limits
 * and no load shedding, so that a probe is answered while the program is busy. It opens before the database is waited for
 * and closes last.
 */
export async function openOpsPort(deps: OpsPortDeps): Promise<OpsPort> {
  const { host, port } = deps
  let observed: Observed | null = null
  let waitingFor: string | null = null
  const http = fastify({
    ...{ logger: false, forceCloseConnections: true, connectionTimeout: idleMs, bodyLimit: 1024 },
  })
  const since = createSince(deps.clock)
  http.addHook('onRequest', async (_, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  })
  http.get('/livez', async () => ({ alive: true }))
  http.get('/readyz', async (request, reply) => {
    const at = observed?.phase() ?? 'starting'
    const critical = observed?.checks().filter((check) => check.critical) ?? []
    const failed = at === 'running' ? (await runChecks(critical)).filter(({ ok }) => !ok) : []
    const ready = at === 'running' && failed.length === 0
    const waiting = at === 'starting' && waitingFor !== null ? { waitingFor } : {}
    const reasons = isClosed(request) ? {} : { reasons: failed.map(({ detail }) => detail) }
    return reply
      .status(ready ? 200 : 503)
      .send({ ready, phase: at, failed: failed.map(({ name }) => name), ...reasons, ...waiting })
  })
  http.get('/healthz', async (request, reply) => {
    if (isClosed(request)) throw metricsRefused()
    const health = await healthOf(deps, observed, since)
    return reply.status(health.status === 'down' ? 503 : 200).send(health)
  })
  http.get('/metrics', async (request, reply) => {
    if (isClosed(request)) throw metricsRefused()
    if (observed === null) return reply.status(503).send('starting\n')
    return reply.type(observed.registry.contentType).send(await observed.registry.metrics())
  })
  try {
    const address = await http.listen({ host, port })
    return {
      address,
      observe(program) {
        observed = program
      },
      waitsFor(what) {
        waitingFor = what
      },
      close: () => http.close(),
    }
  } catch (error) {
    throw portProblem(host, port, error, 'DEAL_SCOUT_OPS_PORT')
  }

  /** Where no token is set, whoever reaches the port is trusted: it is for this machine, or for a network that is closed. */
  function isClosed(request: Parameters<typeof mayKnow>[0]): boolean {
    return deps.token !== undefined && !mayKnow(request, deps.token)
  }
}

export interface OpsPort {
  address: string
  /** From now on it tells of this program; before it said that it starts. */
  observe(program: Observed): void
  /** What the start waits for, in words; null = for nothing that is known. */
  waitsFor(what: string | null): void
  close(): Promise<void>
}

type Since = (name: string, ok: boolean) => string

/** Since when each check is as it is, as far as this process has seen. */
function createSince(clock: Clock): Since {
  const seen = new Map<string, { ok: boolean; at: string }>()
  return (name, ok) => {
    const before = seen.get(name)
    if (before?.ok === ok) return before.at
    const at = clock.now().toISOString()
    seen.set(name, { ok, at })
    return at
  }
}

async function healthOf(deps: OpsPortDeps, observed: Observed | null, since: Since): Promise<Health> {
  const at = observed?.phase() ?? 'starting'
  const [checks, counted] =
    observed === null || at === 'starting'
      ? [[], null]
      : await Promise.all([
          runChecks(observed.checks()),
          observed.readState().catch((error: unknown) => {
            observed.log.debug({ err: error }, 'health without what is in the database')
            return null
          }),
        ])
  const isDown = at !== 'running' || checks.some(({ ok, critical }) => critical && !ok)
  return {
    status: isDown ? 'down' : checks.every(({ ok }) => ok) ? 'well' : 'impaired',
    ...{ phase: at, version: deps.version, roles: [...deps.roles] },
    uptimeSeconds: Math.round(process.uptime()),
    checks: checks.map(({ detail, ...check }) => ({ ...check, since: since(check.name, check.ok), detail })),
    queues:
      counted?.jobs.map(({ name, waiting, active, failed }) => ({ job: name, waiting, active, failed })) ??
      null,
    deliveries: counted?.queues ?? null,
    sources:
      counted?.unseenSources.map(({ marketplace, seconds }) => ({ marketplace, unseenSeconds: seconds })) ??
      null,
  }
}
