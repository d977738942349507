import { expect, it } from 'vitest'
import type { Migration } from '../../core/released-migrations.ts'
import { judgeUpgrade, stateOf, type UpgradeFacts } from './upgrade.ts'

const gib = 1024 ** 3
const well: UpgradeFacts = {
  release: '1.3.0',
  migrations: { pending: [], unknown: [], refusal: null },
  queue: { is: 46, needed: 46 },
  running: [{ release: '1.2.0', connections: 24, machines: 2, processes: 2 }],
  server: {
    ...{ versionNumber: 150_012, version: '15.12', databaseBytes: 4 * gib },
    ...{ largestTable: 'listings', largestBytes: 2 * gib, connectionsMax: 100, connectionsKept: 3 },
    ...{ connectionsUsed: 30, mayMigrate: true, isStandby: false },
  },
  longTransactions: [],
  isRestoreUnfinished: false,
  hasMigrationRole: false,
  poolSize: 10,
  backups: { newestHours: 5, everyHours: 24, problem: null },
  bytesFree: 20 * gib,
}
const migration = (over: Partial<Migration>): Migration => ({
  ...{ name: '0099_more.sql', sql: '', sha256: '', inTransaction: true, kind: 'expand', worksFrom: null },
  ...over,
})
const pending = (...of: Migration[]) => ({ migrations: { pending: of, unknown: [], refusal: null } })
const expand = pending(migration({}))
const contract = pending(migration({ kind: 'contract', worksFrom: '1.3.0' }))
const young = { backups: { newestHours: 0.2, everyHours: 24, problem: null } }
const server = (over: Partial<UpgradeFacts['server']>) => ({ server: { ...well.server, ...over } })
const long = { longTransactions: [{ pid: 7, name: 'psql', seconds: 900 }] }

it.each<[string, Partial<UpgradeFacts>, string[]]>([
  ['nothing to be done', {}, []],
  ['what only adds', expand, []],
  ['what takes something away that no running release needs', { ...contract, ...young, running: [] }, []],
  ['the same where one runs that needs it', { ...contract, ...young }, ['stop migrations']],
  [
    'one that runs since before it',
    { ...pending(migration({ kind: 'contract', worksFrom: '1.1.0' })), ...young },
    [],
  ],
  ['a contract with a backup of hours ago', { ...contract, running: [] }, ['bad backup']],
  ['a contract with none', { ...contract, running: [], backups: null }, ['bad backup']],
  ['none at all, of a database that its provider copies', { ...expand, backups: null }, []],
  [
    'a backup that is overdue',
    { backups: { newestHours: 60, everyHours: 24, problem: null } },
    ['bad backup'],
  ],
  ['no backup yet', { backups: { newestHours: null, everyHours: 24, problem: null } }, ['bad backup']],
  [
    'a bucket that does not answer',
    { backups: { newestHours: null, everyHours: 24, problem: 'There is no bucket.' } },
    ['bad backup'],
  ],
  [
    'a schema that this release cannot use',
    {
      migrations: { pending: [], unknown: ['0100_x.sql'], refusal: 'The database was migrated by a newer.' },
    },
    ['bad migrations'],
  ],
  [
    'one that a newer release only added to',
    { migrations: { pending: [], unknown: ['0100_x.sql'], refusal: null } },
    [],
  ],
  ['a job queue of before', { queue: { is: 44, needed: 46 } }, ['stop job queue']],
  ['a job queue of later', { queue: { is: 47, needed: 46 } }, []],
  [
    'two other releases',
    { running: [...well.running, { release: '1.1.9', connections: 4, machines: 1, processes: null }] },
    ['bad processes'],
  ],
  [
    'a rollout that is under way',
    { running: [...well.running, { release: '1.3.0', connections: 4, machines: 1, processes: null }] },
    [],
  ],
  ['PostgreSQL 14', server({ versionNumber: 140_005, version: '14.5' }), ['bad postgresql']],
  ['a standby', server({ isStandby: true }), ['bad postgresql']],
  [
    'a role that may change nothing, with something to change',
    { ...expand, ...server({ mayMigrate: false }) },
    ['bad role'],
  ],
  [
    'the same where another role migrates',
    { ...expand, ...server({ mayMigrate: false }), hasMigrationRole: true },
    [],
  ],
  ['a long transaction with nothing to change', long, []],
  ['a long transaction in the way', { ...expand, ...long }, ['bad long transactions']],
  ['connections that are nearly all taken', server({ connectionsUsed: 90 }), ['bad connections']],
  ['a disk without room for the largest table', { ...expand, bytesFree: 1.5 * gib }, ['bad disk']],
  ['a disk that is not seen', { ...expand, bytesFree: null }, []],
  ['a restore that was broken off', { isRestoreUnfinished: true }, ['bad restore']],
])('of %s it says what is in the way, and what to do', (_, over, expected) => {
  const found = judgeUpgrade({ ...well, ...over })
  const wrong = found.filter(({ state }) => state !== 'ok')
  expect(wrong.map(({ name, state }) => `${state} ${name}`)).toEqual(expected)
  expect(stateOf(found)).toBe(expected[0]?.split(' ')[0] ?? 'ok')
  for (const { detail } of found) expect(detail).toMatch(/^\S.{5,}/)
})

it('what is bad goes before what needs a stop', () => {
  const found = judgeUpgrade({ ...well, ...contract })
  expect(found.flatMap(({ name, state }) => (state === 'ok' ? [] : [`${state} ${name}`]))).toEqual([
    'stop migrations',
    'bad backup',
  ])
  expect(stateOf(found)).toBe('bad')
})
