import pg from 'pg'
import type { Statement } from './lib-bare-server.ts'

/** What this process asks the database while `run` runs, reading statements only. */
export async function recordReads(run: () => Promise<unknown>): Promise<Statement[]> {
  const noted: Statement[] = []
  const original = pg.Client.prototype.query
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first, second] = given
    const { text, name, values } = (typeof first === 'string' ? { text: first, values: second } : first) as {
      text: string
      name?: string
      values?: unknown[]
    }
    noted.push({ name, text, values: Array.isArray(values) ? values : [] })
    return Reflect.apply(original, this, given)
  } as typeof original
  try {
    await run()
  } finally {
    pg.Client.prototype.query = original
  }
  return noted.filter(({ text }) => /^\s*(?:SELECT|WITH)/i.test(text))
}
