import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Migration {
  name: string
  sql: string
  sha256: string
}

/** What stands in the migrations folder, in the order in which it is applied. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}[-_].+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      // A checkout may change the line ends.
      return { name, sql, sha256: createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex') }
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
  migrations: readonly Pick<Migration, 'name' | 'sha256'>[],
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
  return { text: text + added.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''), broken }
}
