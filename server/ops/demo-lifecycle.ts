import { setTimeout as sleep } from 'node:timers/promises'
import { createRule, type RuleDeps } from '../alerts/rules.ts'
import { ruleInputSchema } from '../alerts/schema.ts'
import { countRules } from '../alerts/store.ts'
import { pastOf } from '../core/clock.ts'
import type { Tx } from '../core/db.ts'
import type { Loop } from '../core/feature.ts'
import type { FieldValues } from '../core/fields.ts'
import type { Log } from '../core/log.ts'
import { openSettings, settingsContext } from '../marketplaces/context.ts'
import type { SourceDeps } from '../marketplaces/sources.ts'
import { insertSource, listSources, updateSource } from '../marketplaces/store.ts'

export interface DemoDeps extends SourceDeps {
  log: Log
  ruleDeps: RuleDeps
  owner: number
  mode: 'auto' | 'on' | 'off'
  embedded: boolean
}

/** The demo is on by itself only while the database is embedded and no real source is connected. */
export function demoWanted(mode: DemoDeps['mode'], embedded: boolean, realSources: number): boolean {
  return mode === 'on' || (mode === 'auto' && embedded && realSources === 0)
}

const lookEveryMs = 2_000

/**
 * Runs the demo world in one process of the cluster while it is wanted: its stand-in server, its sources (which
 * point at that server) and its rules. Once it is not wanted, what it made up is removed.
 */
export function demoLoop(deps: DemoDeps): Loop {
  return {
    name: 'demo',
    async start() {
      const stopping = new AbortController()
      let server: DemoServer | null = null
      const look = async () => {
        const sources = await listSources(deps.db)
        const wanted = demoWanted(deps.mode, deps.embedded, sources.filter(({ demo }) => !demo).length)
        // A world that is to begin only was made by a clock that has been set back since.
        if (server && pastOf(server.startedAt, deps.clock.now()) === null) {
          await server.close()
          server = null
        }
        if (wanted && !server) server = await open(deps)
        if (!wanted && (server || sources.some(({ demo }) => demo))) {
          await server?.close()
          server = null
          await deps.db.transaction(async (tx) => {
            await deps.removeDemo(tx)
            await deps.replan(tx)
          })
        }
      }
      await look()
      const running = (async () => {
        while (!stopping.signal.aborted) {
          await sleep(lookEveryMs, undefined, { signal: stopping.signal }).catch(() => {})
          if (!stopping.signal.aborted)
            await look().catch((error) => deps.log.warn({ err: error }, 'the demo failed; it goes on'))
        }
      })()
      return {
        async stop() {
          stopping.abort()
          await running
          await server?.close()
        },
      }
    },
  }
}

interface DemoServer {
  /** When its world began. */
  startedAt: Date
  close(): Promise<void>
}

/** Starts the stand-in server and points the demo sources at it. */
async function open(deps: DemoDeps): Promise<DemoServer> {
  // Loaded only where the demo runs.
  const { demoRules, demoSources } = await import('./demo/demo.ts')
  const { startDemoServer } = await import('./demo/server.ts')
  const { createWorld } = await import('./demo/world.ts')
  const before = (await listSources(deps.db)).filter(({ demo }) => demo)
  // The world is a function of the moment it began, and its addresses hold the port: both go on after a restart.
  const now = deps.clock.now()
  const startedAt = pastOf(before[0]?.createdAt ?? now, now) ?? now
  const port = before[0] ? portOf(openSettings(deps.secrets, before[0].settings)) : 0
  const world = createWorld({ seed: 1, startedAtMs: startedAt.getTime() })
  const serve = (on: number) => startDemoServer({ world, clock: deps.clock, log: deps.log, port: on })
  const server = await serve(port).catch(() => serve(0))
  await deps.db.transaction(async (tx) => {
    await writeSources(deps, tx, demoSources(server.baseUrl), startedAt)
    await deps.replan(tx)
  })
  if ((await countRules(deps.db, deps.owner)) === 0) {
    for (const rule of demoRules)
      await createRule(deps.ruleDeps, deps.owner, ruleInputSchema.parse(rule), true)
  }
  return { startedAt, close: () => server.close() }
}

async function writeSources(
  deps: DemoDeps,
  tx: Tx,
  sources: { marketplace: string; name: string; settings: object; browse: boolean; intervalMs: number }[],
  createdAt: Date,
): Promise<void> {
  const stored = (await listSources(tx)).filter(({ demo }) => demo)
  for (const source of sources) {
    const settings = deps.secrets.seal(JSON.stringify(source.settings), settingsContext)
    const known = stored.find(
      ({ marketplace, name }) => marketplace === source.marketplace && name === source.name,
    )
    if (known) await updateSource(tx, known.id, { ...known, settings })
    else {
      await insertSource(tx, {
        ...source,
        userId: deps.owner,
        settings,
        demo: true,
        enabled: true,
        createdAt,
      })
    }
  }
}

function portOf(settings: FieldValues): number {
  const url = String(settings.demoBaseUrl ?? '')
  return URL.canParse(url) ? Number(new URL(url).port) : 0
}
