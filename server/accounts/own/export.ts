import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Authorized, asProgram } from '../../core/actor.ts'
import type { Audit } from '../../core/audit.ts'
import type { Clock } from '../../core/clock.ts'
import type { Db } from '../../core/db.ts'
import { badInput } from '../../core/errors.ts'
import { ownRows } from './own-store.ts'
import { type OwnTable, ownTables } from './own-tables.ts'

export interface ExportDeps {
  db: Db
  clock: Clock
  audit: Audit
  /** What slices show of what holds secrets, which they mask. */
  shown: Readonly<
    Record<
      NonNullable<OwnTable['shownBy']>,
      (userId: Authorized<'self'>) => Promise<readonly object[]> | AsyncIterable<object>
    >
  >
}

const rowsAtOnce = 500

/**
 * All that is a person's, as lines of JSON: first what it is, then `{"table", "row"}` for each row, last how many there
 * were, so that one that was cut off is noticed. Read a little at a time: what is written meanwhile may be in it or not.
 */
export async function* exportOwn(deps: ExportDeps, userId: Authorized<'self'>): AsyncGenerator<string> {
  yield line({ export: 'deal-scout', version: 1, account: userId, at: deps.clock.now().toISOString() })
  let rows = 0
  for (const table of ownTables)
    for await (const row of rowsOf(deps, userId, table)) {
      rows++
      yield line({ table: table.table, row })
    }
  yield line({ end: true, rows })
}

async function* rowsOf(
  { db, shown }: ExportDeps,
  userId: Authorized<'self'>,
  table: OwnTable,
): AsyncGenerator<object> {
  if (table.shownBy !== undefined) {
    yield* await shown[table.shownBy](userId)
    return
  }
  let after = 0
  for (;;) {
    const page = await ownRows(db, userId, table, { after, limit: rowsAtOnce })
    for (const { row } of page) yield row
    if (table.orderedBy === null || page.length < rowsAtOnce) return
    after = page.at(-1)!.at
  }
}

const line = (value: object) => `${JSON.stringify(value)}\n`

/** Notes that somebody takes it along. */
export async function noteExport({ db, audit }: ExportDeps, accountId: number): Promise<void> {
  await audit.note(db, { what: 'account-exported', person: accountId, target: ['account', accountId] })
}

/** Into a new file that nobody else may read; for who has the machine. */
export async function exportToFile(deps: ExportDeps, accountId: number, file: string): Promise<void> {
  await noteExport(deps, accountId)
  const lines = Readable.from(exportOwn(deps, asProgram(accountId)))
  try {
    await pipeline(lines, createWriteStream(file, { flags: 'wx', mode: 0o600 }))
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'EEXIST') throw badInput(`${file} is there already: name another file.`, { out: 'exists' })
    if (code === 'ENOENT' || code === 'EACCES' || code === 'ENOTDIR')
      throw badInput(`${file} cannot be written (${code}): name another file.`, { out: 'cannot be written' })
    throw error
  }
}
