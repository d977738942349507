import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { ingest } from '../../server/flows/ingest.ts'
import { createRule } from '../../server/rules/rules.ts'
import { type TestApp, testApp, until } from '../harness/app.ts'
import { ruleInput, seenListing } from '../harness/factories.ts'
import { type Program, startProgram } from '../harness/program.ts'

/** A person is notified of so many for one listing. */
const rules = 25
const movedWithinMs = 10_000
const dealt = { RULES_HELD: 'dealt', CLUSTER_LISTINGS_MAX: '0', LEARN_FIRST: 'off' }

const startWorker = ({ app, database }: TestApp) =>
  startProgram(['start', '--role', 'worker'], {
    cwd: app.config.dataDir,
    timeoutMs: 150_000,
    env: {
      ...dealt,
      NODE_COMPILE_CACHE: join(app.config.dataDir, 'compile-cache'),
      ...database.env,
      DATABASE_POOL_SIZE: '4',
      DEAL_SCOUT_DATA: app.config.dataDir,
      DEAL_SCOUT_DEMO: 'off',
      DEAL_SCOUT_LOG_LEVEL: 'error',
    },
  })

/** How many parts each worker has, those that nobody has left out. */
async function shares({ database }: TestApp): Promise<number[]> {
  const { rows } = await database.db.query<{ n: number }>(
    'SELECT count(*)::int AS n FROM rule_parts WHERE worker_id IS NOT NULL GROUP BY worker_id ORDER BY n',
  )
  return rows.map(({ n }) => n)
}

async function count({ database }: TestApp, what: string): Promise<number> {
  const { rows } = await database.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${what}`)
  return rows[0]!.n
}

/** Pages, one after the other, until it is stopped; returns how many listings that were. */
function flow({ app }: TestApp): { stop(): Promise<number> } {
  let isOn = true
  let listings = 0
  const run = async () => {
    while (isOn) {
      const sightings = [1, 2, 3].map(() => ({
        marketplace: 'shop',
        seen: seenListing({ title: `Lamp ${++listings}` }),
        observedAtMs: Date.now(),
      }))
      await ingest(app.pipeline, { sightings, sourceId: null, scanId: null, demo: false })
      await sleep(100)
    }
    return listings
  }
  const done = run()
  return {
    stop() {
      isOn = false
      return done
    },
  }
}

const kill = (worker: Program) => worker[Symbol.asyncDispose]()

it('workers join, leave and are killed while pages flow: every rule is matched with every listing, and each notified once', async () => {
  await using test = await testApp({ env: dealt })
  for (let n = 0; n < rules; n++)
    await createRule(
      test.app.rules,
      test.app.owner,
      ruleInput({ name: `Rule ${n}`, keywords: { all: ['lamp'] } }),
    )
  const dealtAs = (...expected: number[]) =>
    until(async () => JSON.stringify(await shares(test)) === JSON.stringify(expected), 60_000)

  await using first = startWorker(test)
  await using second = startWorker(test)
  await dealtAs(128, 128)
  const pages = flow(test)
  await sleep(1_000)
  const killedAt = performance.now()
  await kill(first)
  await dealtAs(256)
  const movedMs = performance.now() - killedAt

  await using third = startWorker(test)
  await using fourth = startWorker(test)
  await dealtAs(84, 86, 86)
  process.kill(second.pid(), 'SIGTERM')
  await second.ended
  await dealtAs(128, 128)
  await sleep(500)
  await kill(third)
  await using _fifth = startWorker(test)
  await dealtAs(128, 128)

  const listings = await pages.stop()
  await until(async () => (await count(test, 'part_pages')) === 0, 30_000)
  expect(await count(test, 'listings')).toBe(listings)
  expect(await count(test, 'matches')).toBe(listings * rules)
  expect(await count(test, `notifications WHERE kind = 'new-match'`)).toBe(listings)
  expect(movedMs).toBeLessThan(movedWithinMs)
  expect([first, second, third, fourth].map((worker) => worker.stderr())).toEqual(['', '', '', ''])
  process.stdout.write(
    `${listings} listings, ${rules} rules; the parts of a killed worker moved after ${Math.round(movedMs)} ms\n`,
  )
})
