import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import type { Row } from './contract.ts'
import { report } from './report.ts'
import { loadAttacks, runAttacks } from './run.ts'
import { percentile, runAttack } from './world/world.ts'

const never = new AbortController().signal
const plan = { seed: 7, database: null, stop: never, say: () => {} }

it('every attack has a name of its own, which is its file’s, and says what it tries', async () => {
  const attacks = await loadAttacks()
  const files = readdirSync(new URL('./attacks/', import.meta.url)).filter((file) => !file.startsWith('lib-'))
  expect(attacks.map(({ name }) => `${name}.ts`)).toEqual(files.sort())
  expect(attacks.filter(({ about }) => about.length < 20)).toEqual([])
})

it('the program holds against hostile requests, people who ask for what is others’, mutated pages and heavy rules for some seconds', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-attack-test-'))
  // Whatever is left there was not cleaned up.
  vi.stubEnv('TMPDIR', folder)
  try {
    const { rows, failures } = await runAttacks({
      ...plan,
      // Passwords are meant to take their time: several people have come in before `people` begins.
      minutes: 0.4,
      only: ['fuzz', 'pages', 'people', 'rules'],
      onlyCase: null,
      // Other tests run at the same time; how fast it answers is for the suite itself to say.
      limits: { livezMs: 2_000 },
    })
    expect(failures.map(({ attack, case: name, what }) => `${attack} ${name}: ${what}`)).toEqual([])
    expect(rows.map(({ attack }) => attack).sort()).toEqual(['fuzz', 'pages', 'people', 'rules'])
    for (const row of rows) expect(row.tries, row.attack).toBeGreaterThan(0)
    expect(readdirSync(folder)).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

it('hundreds of connections that say nothing, or nothing more, cost others nothing, and the silent ones are let go of', async () => {
  const { rows, failures } = await runAttacks({
    ...plan,
    minutes: 2,
    only: ['connections'],
    onlyCase: 'idle-300',
    limits: { livezMs: 2_000 },
  })
  expect(failures.map(({ what }) => what)).toEqual([])
  expect(rows).toMatchObject([
    {
      attack: 'connections',
      tries: 1,
      held: 1,
      notes: [expect.stringMatching(/^(?:2[7-9]\d|300) connections open at once/)],
    },
  ])
})
afterEach(() => vi.unstubAllEnvs())

it('what fails is counted once a try, and told with how to repeat it; what cannot run says why', async () => {
  const options = {
    ...plan,
    forMs: 60_000,
    onlyCase: null,
    databases: () => Promise.reject(new Error('none')),
  }
  const { row, failures } = await runAttack(
    {
      name: 'sample',
      about: 'nothing at all',
      async run(world) {
        await world.attempt('holds', async () => {})
        await world.attempt('breaks', () =>
          Promise.reject(new AggregateError([new Error('one'), new Error('two')])),
        )
        await world.attempt('batch', () => Promise.reject(new Error('one of five')), { tries: 5 })
      },
    },
    options,
  )
  expect(row).toMatchObject({ tries: 7, held: 5, failed: 2 })
  expect(row.held + row.failed).toBe(row.tries)
  const skipped = await runAttack(
    { name: 'other', about: '', needs: () => 'needs root', run: async () => {} },
    options,
  )
  const text = report([row, skipped.row], failures, 7)
  expect(text).toContain(
    "FAILED sample breaks: one; two\n    again: npm run attack -- --seed 7 --only sample --case 'breaks'",
  )
  expect(text).toMatch(/^other +\| skipped: needs root$/m)
  expect(report([row as Row], [], 7)).toContain('Everything held.')
})

it('an attack whose preparations took all of its time still tries once, and no more', async () => {
  const options = { ...plan, forMs: 1, onlyCase: null, databases: () => Promise.reject(new Error('none')) }
  const late: Parameters<typeof runAttack>[0] = {
    name: 'late',
    about: '',
    async run(world) {
      await world.attempt('first', () => new Promise((resolve) => setTimeout(resolve, 20)))
      await world.attempt('second', async () => {})
    },
  }
  expect((await runAttack(late, options)).row).toMatchObject({ tries: 1, held: 1 })
  const stopped = { ...options, stop: AbortSignal.abort() }
  expect((await runAttack(late, stopped)).row).toMatchObject({ tries: 0 })
})

it('the same seed draws the same for a case, whatever was tried before it', async () => {
  const drawn = async (cases: string[]) => {
    const seen: Record<string, number> = {}
    const run = async (world: Parameters<Parameters<typeof runAttack>[0]['run']>[0]) => {
      for (const name of cases)
        await world.attempt(name, async (random) => {
          seen[name] = random()
        })
    }
    const options = {
      ...plan,
      forMs: 60_000,
      onlyCase: null,
      databases: () => Promise.reject(new Error('none')),
    }
    await runAttack({ name: 'draws', about: '', run }, options)
    return seen
  }
  expect((await drawn(['b'])).b).toBe((await drawn(['a', 'b'])).b)
})

it('a percentile is read from counted waits', () => {
  expect(
    percentile(
      new Map([
        [1, 98],
        [500, 2],
      ]),
      0.99,
    ),
  ).toBe(500)
  expect(
    percentile(
      new Map([
        [1, 99],
        [500, 1],
      ]),
      0.99,
    ),
  ).toBe(1)
  expect(percentile(new Map(), 0.99)).toBe(0)
})
