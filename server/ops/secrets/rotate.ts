import { setTimeout as sleep } from 'node:timers/promises'
import type { Audit } from '../../core/audit.ts'
import type { Db, Tx } from '../../core/db.ts'
import { AppError, conflict, setupError } from '../../core/errors.ts'
import type { SealedColumn, Sealer } from '../../core/sealed-column.ts'
import { followedWithinMs, keysInFile, newKey, replaceKeyFile } from '../../core/secret-keys.ts'
import { type Secrets, secretKeysOption } from '../../core/secrets.ts'
import { countByKey, holdSealedOtherwise, lockKeys, type SealedRow, writeSealed } from './reseal-store.ts'

export interface RotateDeps {
  db: Db
  audit: Audit
  secrets: Secrets
  /** Null where the keys are configured. */
  keyFile: string | null
  /** Every column that holds sealed text. */
  sealed: readonly SealedColumn[]
}

/** Texts of one column. */
export interface Resealed {
  column: string
  resealed: number
  /** Were sealed with the newest key before. */
  already: number
  /** Cannot be opened by any key: they stay as they are. */
  closed: Closed[]
}

/** One that cannot be opened, and what to do. */
export interface Closed {
  row: string
  problem: string
}

export const columnName = ({ table, column, within }: SealedColumn): string =>
  [table, column, ...(within === undefined ? [] : [within])].join('.')

const rowsAtOnce = 100
/** After each round programs that run may have sealed a little with the key that was the first. */
const roundsMax = 10

/** Makes a key the newest in the file, unless a rotation is under way there, which is to be ended first. */
export async function beginInFile({ db }: Pick<RotateDeps, 'db'>, keyFile: string): Promise<void> {
  await db.transaction(async (tx) => {
    await lockKeys(tx)
    const keys = await keysInFile(keyFile)
    if (keys.length === 1) await replaceKeyFile(keyFile, [newKey(), ...keys])
  })
  // All processes, this one too, look at the file from time to time; what they seal after that is new.
  await sleep(followedWithinMs)
}

/**
 * Seals anew all that the newest key did not seal, a hundred rows in a transaction. Safe to be cut off and run again at any
 * moment, also twice at once: each text is of one key or the other, and both are there.
 */
export async function resealAll(deps: RotateDeps): Promise<Resealed[]> {
  const already = new Map<string, number>()
  for (const column of deps.sealed) already.set(columnName(column), await countNewest(deps, column))
  const resealed = new Map<string, number>()
  let closed = new Map<string, Closed[]>()
  for (let round = 0; round < roundsMax; round++) {
    let changed = 0
    closed = new Map()
    for (const column of deps.sealed) {
      const done = await resealColumn(deps, column)
      const name = columnName(column)
      resealed.set(name, (resealed.get(name) ?? 0) + done.resealed)
      closed.set(name, done.closed)
      changed += done.resealed
    }
    if (changed === 0) break
    await sleep(followedWithinMs)
  }
  return deps.sealed.map((column) => {
    const name = columnName(column)
    return {
      ...{ column: name, resealed: resealed.get(name)!, already: already.get(name)! },
      closed: closed.get(name)!,
    }
  })
}

async function countNewest({ db, secrets }: RotateDeps, column: SealedColumn): Promise<number> {
  const { keyIds, pattern } = sealerOf(secrets, column)
  const [newest] = keyIds()
  return (await countByKey(db, column, pattern)).find(({ keyId }) => keyId === newest)?.count ?? 0
}

function sealerOf(secrets: Secrets, { by }: SealedColumn): Sealer {
  return (
    by ?? {
      keyIds: () => secrets.keyIds(),
      prefixOf: (keyId) => `v1.${keyId}.`,
      pattern: '^v1\\.([A-Za-z0-9_-]{8})\\.',
      reseal: async (sealed, context) => secrets.seal(secrets.open(sealed, context), context),
    }
  )
}

async function resealColumn(
  { db, secrets }: RotateDeps,
  column: SealedColumn,
): Promise<Pick<Resealed, 'resealed' | 'closed'>> {
  let resealed = 0
  const closed: Closed[] = []
  for (let after: readonly string[] | null = null; ; ) {
    const from: readonly string[] | null = after
    const done = await db.transaction(async (tx) => {
      const sealer = sealerOf(secrets, column)
      const prefix = sealer.prefixOf(sealer.keyIds()[0]!)
      const rows = await holdSealedOtherwise(tx, column, { prefix, after: from, limit: rowsAtOnce })
      return { rows, closed: await resealRows(tx, sealer, column, rows) }
    })
    resealed += done.rows.length - done.closed.length
    closed.push(...done.closed)
    if (done.rows.length < rowsAtOnce) return { resealed, closed }
    after = done.rows.at(-1)!.key
  }
}

/** Those that could not be opened. */
async function resealRows(
  tx: Tx,
  sealer: Sealer,
  column: SealedColumn,
  rows: readonly SealedRow[],
): Promise<Closed[]> {
  const closed: Closed[] = []
  for (const { key, value } of rows) {
    let anew: string
    try {
      anew = await sealer.reseal(value, column.contextOf(...key))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      closed.push({ row: key.join(' '), problem: error.message })
      continue
    }
    await writeSealed(tx, column, { key, value: anew })
  }
  return closed
}

export interface KeyCounts {
  column: string
  /** By each of the keys, the newest first. */
  counts: number[]
  /** Sealed with a key that is not here, or in no form of ours. */
  unknown: number
}

/** How much of each column is sealed with which key. */
export async function sealedByKey({ db, secrets, sealed }: RotateDeps): Promise<KeyCounts[]> {
  return Promise.all(
    sealed.map(async (column) => {
      const { keyIds, pattern } = sealerOf(secrets, column)
      const found = await countByKey(db, column, pattern)
      const counts = keyIds().map((id) => found.find(({ keyId }) => keyId === id)?.count ?? 0)
      const total = found.reduce((sum, { count }) => sum + count, 0)
      return {
        column: columnName(column),
        counts,
        unknown: total - counts.reduce((sum, count) => sum + count, 0),
      }
    }),
  )
}

/** Rotates: with a new key in the file, or with the newest of those configured. Throws where that needs another key. */
export async function rotate(deps: RotateDeps): Promise<Resealed[]> {
  if (deps.keyFile !== null) await beginInFile(deps, deps.keyFile)
  else if (deps.secrets.keyIds().length < 2) throw needsKey()
  const columns = await resealAll(deps)
  const sum = (count: (one: Resealed) => number) => columns.reduce((total, one) => total + count(one), 0)
  await deps.audit.note(deps.db, {
    ...{ what: 'secrets-rotated', person: null },
    details: { resealed: sum((one) => one.resealed), closed: sum((one) => one.closed.length) },
  })
  return columns
}

function needsKey(): AppError {
  return setupError(
    'rotation-needs-key',
    `${secretKeysOption} has one key. Make a new one ("openssl rand -base64 32") and put it before that, with a comma between, in every process that shares this database; then run this again. Processes that cannot all start anew at once: put it behind the old one everywhere first, then before it.`,
  )
}

/** Takes the older keys out of the file; refused while anything that can be opened is sealed with one of them. */
export async function removeOldKeys(deps: RotateDeps): Promise<number> {
  const { keyFile, db } = deps
  if (keyFile === null)
    throw conflict(
      'keys-configured',
      `The keys are configured: once "secrets status" shows nothing under the older ones, take them out of ${secretKeysOption} in every process and start it again.`,
    )
  return db.transaction(async (tx) => {
    await lockKeys(tx)
    const keys = await keysInFile(keyFile)
    const older = (await sealedByKey(deps)).reduce(
      (sum, { counts }) => sum + counts.slice(1).reduce((total, count) => total + count, 0),
      0,
    )
    if (older > 0)
      throw conflict(
        'keys-in-use',
        `${older} stored secrets are sealed with an older key: run "secrets rotate" first. What it cannot open is to be entered again, or given up.`,
      )
    if (keys.length > 1) await replaceKeyFile(keyFile, keys.slice(0, 1))
    return keys.length - 1
  })
}

/** What could not be opened, as a problem of the installation. */
export function closedProblem(columns: readonly Resealed[]): AppError | null {
  const closed = columns.flatMap(({ column, closed: rows }) => rows.map((one) => ({ column, ...one })))
  const [first] = closed
  if (!first) return null
  return new AppError({
    code: 'secrets-closed',
    status: 500,
    message: `${closed.length} stored ${closed.length === 1 ? 'secret' : 'secrets'} cannot be opened and stay as they are, first that of ${first.column} ${first.row}: ${first.problem} Remove no key before that is mended.`,
  })
}
