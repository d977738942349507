import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether programs that do not know a migration still run on what it leaves: `expand` only adds, so all of them do; of a
 * `contract` those from the release `worksFrom` on.
 */
export interface MigrationMark {
  kind: 'expand' | 'contract'
  /** null = none but those that have the migration. */
  worksFrom: string | null
}

export interface Migration extends MigrationMark {
  name: string
  sql: string
  sha256: string
  /** Each of its statements stands alone, as building an index concurrently demands. */
  inTransaction: boolean
}

const expandMark = /^-- deal-scout: expand$/
const contractMark = /^-- deal-scout: contract, works from (\d+\.\d+\.\d+)$/
const aloneMark = /^-- no transaction$/
/** Released before there were marks, and frozen: programs of that time refuse every schema that they do not know. */
const lastUnmarked = '0011_kinds.sql'

/** The lines of comment at its head. */
function headOf(sql: string): string[] {
  const lines = sql.split(/\r?\n/).map((line) => line.trim())
  const end = lines.findIndex((line) => !line.startsWith('--') || line.startsWith('--> '))
  return end === -1 ? lines : lines.slice(0, end)
}

/** What a migration says of itself at its head; null when it says nothing that is understood. */
export function markOf(sql: string): MigrationMark | null {
  for (const line of headOf(sql)) {
    if (expandMark.test(line)) return { kind: 'expand', worksFrom: null }
    const worksFrom = contractMark.exec(line)?.[1]
    if (worksFrom !== undefined) return { kind: 'contract', worksFrom }
  }
  return null
}

/** What stands in the migrations folder, in the order in which it is applied. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}[-_].+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return {
        name,
        sql,
        // A checkout may change the line ends.
        sha256: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex'),
        inTransaction: !headOf(sql).some((line) => aloneMark.test(line)),
        ...(markOf(sql) ?? { kind: 'contract', worksFrom: null }),
      }
    })
}

/** The list of what was released, as `sha256sum` writes it; it stands beside the migrations. */
export const releasedList = 'SHA256SUMS'

/** Name → SHA-256 of each released migration. */
export function parseReleased(text: string): Map<string, string> {
  return new Map(
    text
      .split('\n')
      .map((line) => /^([0-9a-f]{64}) {2}(\S+)$/.exec(line.trim()))
      .flatMap((match) => (match ? [[match[2]!, match[1]!] as const] : [])),
  )
}

/** The list of a folder; empty when there is none. */
export function readReleased(folder: string): Map<string, string> {
  try {
    return parseReleased(readFileSync(join(folder, releasedList), 'utf8'))
  } catch {
    return new Map()
  }
}

/** The list with the migrations that it lacks at its end, and in sentences what was done to those that it has. */
export function extendReleased(
  text: string,
  migrations: readonly Pick<Migration, 'name' | 'sha256' | 'sql'>[],
): { text: string; broken: string[] } {
  const released = parseReleased(text)
  const there = new Map(migrations.map(({ name, sha256 }) => [name, sha256]))
  const broken = [...released].flatMap(([name, sha256]) => {
    const is = there.get(name)
    if (is === sha256) return []
    const what = is === undefined ? 'is gone' : 'was changed'
    return [
      `The released migration ${name} ${what}: databases that have applied it could not be started any more. Restore it and add a new one (npm run migration NAME).`,
    ]
  })
  const added = migrations.filter(({ name }) => !released.has(name))
  broken.push(
    ...added
      .filter(({ name, sql }) => name > lastUnmarked && markOf(sql) === null)
      .map(
        ({ name }) =>
          `The migration ${name} does not say whether older programs run on what it leaves. Begin it with "-- deal-scout: expand", or "-- deal-scout: contract, works from X.Y.Z" (the oldest release that does).`,
      ),
  )
  return { text: text + added.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''), broken }
}
