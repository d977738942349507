import { Command } from 'commander'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type TestApp, testApp } from '../../../test/harness/app.ts'
import { careFor, type DatabaseFacts, type Finding, judge } from './care.ts'
import { databaseCommands } from './commands.ts'

let test: TestApp
beforeAll(async () => {
  test = await testApp({ roles: ['api'] })
})
afterAll(() => test[Symbol.asyncDispose]())
beforeEach(() => run('DROP TABLE IF EXISTS planted, planted_parents'))

const run = (text: string) => test.app.db.query(text)
const look = (apply = false) =>
  careFor({ session: (inside) => test.app.db.session(inside), poolSize: 10 }, apply)
const told = (found: Finding[], kind: Finding['kind']) =>
  found.filter((one) => one.kind === kind).map(({ of }) => of)

it('a database as the program makes it has nothing that a release should have had', async () => {
  await run('ANALYZE')
  const found = await look()
  for (const kind of [
    'index-broken',
    'index-twice',
    'foreign-key-bare',
    'not-durable',
    'autovacuum-off',
  ] as const)
    expect([kind, told(found, kind)]).toEqual([kind, []])
})

it('finds indexes that are broken or there twice, foreign keys without one and dead rows; what is safe it does', async () => {
  await run(`CREATE TABLE planted_parents (id int PRIMARY KEY)`)
  await run(`INSERT INTO planted_parents SELECT generate_series(1, 10)`)
  await run(`CREATE TABLE planted (id int PRIMARY KEY, parent int REFERENCES planted_parents, word text)
    WITH (autovacuum_enabled = false)`)
  await run(`INSERT INTO planted SELECT n, n % 10 + 1, 'w' || n % 7 FROM generate_series(1, 40000) n`)
  await run('CREATE INDEX planted_word ON planted (word)')
  await run('CREATE INDEX planted_word_again ON planted (word)')
  await run(`CREATE INDEX planted_word_some ON planted (word) WHERE id > 5`)
  await run('DELETE FROM planted WHERE id > 20000')
  // As one that was broken off leaves it.
  await run(`UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'planted_word_some'::regclass`)
  await run('ANALYZE planted')
  await run('SELECT pg_stat_force_next_flush()')
  const found = (await look()).filter(({ of }) => of?.startsWith('planted'))
  expect(told(found, 'index-broken')).toEqual(['planted_word_some'])
  expect(told(found, 'index-twice')).toHaveLength(1)
  expect(told(found, 'foreign-key-bare')).toEqual(['planted'])
  expect(told(found, 'dead-rows')).toEqual(['planted'])
  for (const { says, do: advice } of found)
    expect([says, advice]).toEqual([expect.stringMatching(/\.$/), expect.any(String)])

  const done = (await look(true)).filter(({ of }) => of?.startsWith('planted'))
  const remedied = done.filter(({ remedy }) => remedy !== null)
  expect(remedied.map(({ of, problem }) => `${of} ${problem}`).toSorted()).toEqual([
    'planted null',
    'planted_parents null',
    'planted_word_some null',
  ])
  const after = await look()
  expect(told(after, 'index-broken')).toEqual([])
  expect(told(after, 'dead-rows')).toEqual([])
  // What would take something away is left to a person.
  expect(told(after, 'index-twice')).toHaveLength(1)
})

it('what --apply could not do is said, and the command fails', async () => {
  await run('CREATE TABLE planted (id int PRIMARY KEY)')
  const printed: unknown[] = []
  const program = new Command('deal-scout').exitOverride()
  databaseCommands(
    program,
    (inside) =>
      inside(
        {
          poolSize: 10,
          session: (ask) =>
            test.app.db.session((session) =>
              ask({
                query: (text, values) =>
                  text.startsWith('ANALYZE')
                    ? Promise.reject(new Error('permission denied'))
                    : session.query(text, values),
              }),
            ),
        },
        { userId: 1, roles: ['owner'] },
      ),
    () => ({ json: true, print: (value) => void printed.push(value) }),
  )
  const ask = (...args: string[]) => program.parseAsync(['db', 'optimize', ...args], { from: 'user' })
  await expect(ask('--apply')).rejects.toMatchObject({ code: 'not-all-applied', exitCode: 1 })
  const [{ findings }] = printed as [{ findings: Finding[] }]
  expect(findings.find(({ of }) => of === 'planted')).toMatchObject({ problem: 'permission denied' })
})

const well: DatabaseFacts = {
  tables: [],
  indexes: [],
  bareForeignKeys: [],
  server: {
    statisticsDays: 30,
    connectionsMax: 100,
    connectionsKept: 3,
    connectionsUsed: 20,
    isAutovacuumOn: true,
    isDurable: true,
    oldestXids: 5e6,
  },
  perProcess: 12,
}
const table = {
  table: 'things',
  rows: 2e6,
  deadRows: 0,
  bytes: 400e6,
  neededBytes: 390e6,
  isAnalysed: true,
  fullReads: 3,
  rowsReadFully: 6e6,
  vacuumScale: 0.02,
}
const index = {
  index: 'things_word',
  table: 'things',
  bytes: 50e6,
  scans: 9,
  isValid: true,
  isNeeded: false,
  shape: 'word',
}

it.each<[string, Partial<DatabaseFacts>, Finding['kind'][]]>([
  ['nothing', { tables: [table], indexes: [index] }, []],
  ['a table of twice the size of its rows', { tables: [{ ...table, bytes: 900e6 }] }, ['bloated']],
  ['a large table that is vacuumed late', { tables: [{ ...table, vacuumScale: 0.2 }] }, ['vacuumed-late']],
  [
    'a table that is read whole',
    { tables: [{ ...table, fullReads: 1000, rowsReadFully: 2e9 }] },
    ['index-missing'],
  ],
  ['one that was never analysed', { tables: [{ ...table, isAnalysed: false }] }, ['not-analysed']],
  ['an index that nobody reads', { indexes: [{ ...index, scans: 0 }] }, ['index-unused']],
  ['one that a key needs', { indexes: [{ ...index, scans: 0, isNeeded: true }] }, []],
  [
    'one that is not known to be unread',
    { indexes: [{ ...index, scans: 0 }], server: { ...well.server, statisticsDays: 2 } },
    [],
  ],
  [
    'connections that are nearly all taken',
    { server: { ...well.server, connectionsUsed: 90 } },
    ['connections'],
  ],
  ['fsync off', { server: { ...well.server, isDurable: false } }, ['not-durable']],
  ['autovacuum off', { server: { ...well.server, isAutovacuumOn: false } }, ['autovacuum-off']],
  ['old transactions', { server: { ...well.server, oldestXids: 1.5e9 } }, ['transaction-ids']],
])('tells %s', (_, over, kinds) => {
  expect(judge({ ...well, ...over }).map(({ kind }) => kind)).toEqual(kinds)
})
