import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { afterAll } from 'vitest'

/** Loaded into every test file of a run that `record-release.ts` makes: notes what programs ask of the database. */
const folder = process.env.RECORD_RELEASE_INTO
/** The program's connections, not those of tests. */
const isProgram = /^deal-scout \d/
/** A partition of the queue is there for some days only. */
const isOfADay = /_20\d{6}\b/

if (folder !== undefined) {
  const statements = new Set<string>()
  const payloads = new Map<string, Map<string, object>>()

  const query = pg.Client.prototype.query as (...args: unknown[]) => unknown
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [asked] = args
    const text = typeof asked === 'string' ? asked : (asked as { text?: unknown } | undefined)?.text
    const { connectionParameters } = this as unknown as {
      connectionParameters: { application_name?: string }
    }
    const isKept = isProgram.test(connectionParameters.application_name ?? '')
    if (typeof text === 'string' && isKept && !isOfADay.test(text)) statements.add(text)
    return query.apply(this, args)
  } as typeof pg.Client.prototype.query

  const note = (name: string, payload: object | null | undefined) => {
    const known = payloads.get(name) ?? new Map<string, object>()
    payloads.set(name, known.set(shapeOf(payload ?? {}), payload ?? {}))
  }
  const { send, insert } = PgBoss.prototype
  PgBoss.prototype.send = function (this: PgBoss, ...args: unknown[]) {
    if (typeof args[0] === 'string') note(args[0], args[1] as object)
    return (send as (...args: unknown[]) => never).apply(this, args)
  } as typeof send
  PgBoss.prototype.insert = function (this: PgBoss, ...args: unknown[]) {
    for (const { data } of args[1] as { data?: object }[]) note(args[0] as string, data)
    return (insert as (...args: unknown[]) => never).apply(this, args)
  } as typeof insert

  afterAll(() => {
    const jobs = Object.fromEntries([...payloads].map(([name, shapes]) => [name, [...shapes.values()]]))
    writeFileSync(join(folder, `${randomUUID()}.json`), JSON.stringify({ statements: [...statements], jobs }))
  })
}

/** Equal for payloads of the same keys and types. */
function shapeOf(payload: object): string {
  return JSON.stringify(
    Object.entries(payload)
      .map(([key, value]) => [key, value === null ? 'null' : typeof value])
      .sort(),
  )
}
