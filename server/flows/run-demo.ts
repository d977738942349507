import { setTimeout as sleep } from 'node:timers/promises'
import type { Authorized } from '../core/actor.ts'
import { pastOf } from '../core/clock.ts'
import type { Tx } from '../core/db.ts'
import type { Loop } from '../core/feature.ts'
import type { Fetch } from '../core/fetch.ts'
import type { Log } from '../core/log.ts'
import { ruleInputSchema } from '../model/rule-schema.ts'
import type { DemoServer } from '../ops/demo/server.ts'
import { createRule, type RuleDeps } from '../rules/rules.ts'
import { countRules } from '../rules/store.ts'
import { openSettings, settingsContext } from '../sources/context.ts'
import { lockPlan } from '../sources/scanning/scan-store.ts'
import type { SourceDeps } from '../sources/sources.ts'
import { insertSource, listSources, type SourceRow, updateSource } from '../sources/store.ts'

export interface DemoDeps extends SourceDeps {
  log: Log
  fetch: Fetch
  ruleDeps: RuleDeps
  owner: Authorized<'admin'>
  mode: 'auto' | 'on' | 'off'
  embedded: boolean
}

/**
 * The demo begins by itself only while the database is embedded and no real source is connected. Once it is there it
 * stays until a real source brings its first listings, which removes it.
 */
export function demoWanted(mode: DemoDeps['mode'], embedded: boolean, has: { real: boolean; demo: boolean }) {
  return mode === 'on' || (mode === 'auto' && embedded && (!has.real || has.demo))
}

const pollEveryMs = 2_000

/** `startedAt`: when its world began. */
type RunningDemo = DemoServer & { startedAt: Date }

/**
 * Runs the demo world in one process of the cluster while it is wanted: its fake server, its sources (which point at
 * that server) and its rules. Every other process stands by and takes the same address once nobody answers there: who
 * answers at the address of the sources is who runs the demo. Once it is not wanted, what it made up is removed.
 */
export function runDemo(deps: DemoDeps): Loop {
  return {
    name: 'demo',
    async start() {
      const stopping = new AbortController()
      let server: RunningDemo | null = null
      const close = async () => {
        const closing = server
        server = null
        await closing?.close()
      }
      const look = async () => {
        const sources = await listSources(deps.db)
        const demo = sources.filter((source) => source.demo)
        // A world that is to begin only was made by a clock that has been set back since.
        if (server !== null && pastOf(server.startedAt, deps.clock.now()) === null) await close()
        const has = { real: sources.length > demo.length, demo: demo.length > 0 }
        if (demoWanted(deps.mode, deps.embedded, has)) {
          const address = addressOf(deps, demo)
          if (server !== null && server.baseUrl === address) return
          // Another process has the demo; ours, if any, was begun at the same moment and is in nobody's way.
          if (address !== null && (await answersAt(deps, address, demo[0]!))) return close()
          await close()
          server = await open(deps, demo)
        } else if (server !== null || demo.length > 0) {
          await close()
          await deps.db.transaction(async (tx) => {
            await deps.removeDemo(tx)
            await deps.replan(tx)
          })
        }
      }
      const lookAndGoOn = () =>
        look().catch((error) => deps.log.warn({ err: error }, 'the demo failed; it goes on'))
      await lookAndGoOn()
      const running = (async () => {
        while (!stopping.signal.aborted) {
          await sleep(pollEveryMs, undefined, { signal: stopping.signal }).catch(() => {})
          if (!stopping.signal.aborted) await lookAndGoOn()
        }
      })()
      return {
        async stop() {
          stopping.abort()
          await running
          await close()
        },
      }
    },
  }
}

/** Where the demo's sources point; null when there are none or what they hold cannot be read. */
function addressOf(deps: Pick<DemoDeps, 'secrets'>, demo: SourceRow[]): string | null {
  try {
    const url = String(demo[0] ? openSettings(deps.secrets, demo[0].settings).demoBaseUrl : '')
    return URL.canParse(url) ? new URL(url).origin : null
  } catch {
    // Sealed with a key that is gone: nothing in it that cannot be made up again.
    return null
  }
}

/** Whether this very demo is served there: the port may have gone to another program, or another installation's demo. */
async function answersAt(deps: DemoDeps, address: string, source: SourceRow): Promise<boolean> {
  const answer = await deps
    .fetch(`${address}/images/`, { network: 'any', timeoutMs: 5_000, redirectsMax: 0 })
    .catch(() => null)
  return answer?.headers[worldHeader] === String(source.createdAt.getTime())
}

/** Tells one world of another: the moment it began. */
export const worldHeader = 'x-deal-scout-demo-world'

/** Starts the fake server and points the demo sources at it; null when another process did so meanwhile. */
async function open(deps: DemoDeps, before: SourceRow[]): Promise<RunningDemo | null> {
  // Loaded only where the demo runs.
  const { demoRules, demoSources } = await import('../ops/demo/demo.ts')
  const { startDemoServer } = await import('../ops/demo/server.ts')
  const { createWorld } = await import('../ops/demo/world.ts')
  // The world is a function of the moment it began, and its addresses hold the port: both go on after a restart.
  const now = deps.clock.now()
  const startedAt = pastOf(before[0]?.createdAt ?? now, now) ?? now
  const address = addressOf(deps, before)
  const world = createWorld({ seed: 1, startedAtMs: startedAt.getTime() })
  const headers = { [worldHeader]: String(startedAt.getTime()) }
  const serve = (port: number) => startDemoServer({ world, clock: deps.clock, log: deps.log, port, headers })
  const server = await serve(address === null ? 0 : Number(new URL(address).port)).catch(() => serve(0))
  try {
    const isOurs = await deps.db.transaction(async (tx) => {
      await lockPlan(tx)
      const stored = (await listSources(tx)).filter(({ demo }) => demo)
      if (addressOf(deps, stored) !== address) return false
      await writeSources(deps, tx, stored, demoSources(server.baseUrl), startedAt)
      await deps.replan(tx)
      return true
    })
    if (isOurs && (await countRules(deps.db, deps.owner)) === 0) {
      for (const rule of demoRules)
        await createRule(deps.ruleDeps, deps.owner, ruleInputSchema.parse(rule), true)
    }
    if (isOurs) return { ...server, startedAt }
  } catch (error) {
    await server.close()
    throw error
  }
  await server.close()
  return null
}

async function writeSources(
  deps: DemoDeps,
  tx: Tx,
  stored: SourceRow[],
  sources: { marketplace: string; name: string; settings: object; browse: boolean; intervalMs: number }[],
  createdAt: Date,
): Promise<void> {
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
        shared: true,
        settings,
        demo: true,
        enabled: true,
        createdAt,
      })
    }
  }
}
