import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startDatabaseServer } from '../harness/database-server.ts'
import { makeQueue } from './queue.ts'
import { jobDefinitions, keepRelease, schemaOf } from './release.ts'

/** What reads or writes rows; the rest (BEGIN, LISTEN, what makes tables) is not prepared. */
const isOfRows = /^\s*(?:--.*\n\s*)*(?:SELECT|INSERT|UPDATE|DELETE|WITH|MERGE)\b/i

/**
 * Keeps what this release asks of its database and sends to its workers, for the tests of the releases after it:
 *
 *   npm run record-release -- --name 0.2.0
 *
 * runs the tests that ask a program, and notes each text of SQL and each shape of a job's payload. Done at a release, before
 * its first migration of the next; `previous-release.test.ts` looks at every one that was kept.
 */
const root = join(import.meta.dirname, '../..')
const { values, positionals } = parseArgs({
  options: { name: { type: 'string' } },
  allowPositionals: true,
})
const { name } = values
if (name === undefined) throw new Error('Give --name, such as 0.2.0.')
const tests = positionals.length > 0 ? positionals : ['server', 'test/e2e']
const into = mkdtempSync(join(tmpdir(), 'deal-scout-recorded-'))
try {
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...tests],
    { cwd: root, stdio: 'inherit', env: { ...process.env, RECORD_RELEASE_INTO: into } },
  )
  if (status !== 0) process.stderr.write('Some tests failed: what they asked before that is kept.\n')
  await keep(name)
} finally {
  rmSync(into, { recursive: true })
}

async function keep(release: string): Promise<void> {
  const parts = readdirSync(into).map((file): { statements: string[]; jobs: Record<string, object[]> } =>
    JSON.parse(readFileSync(join(into, file), 'utf8')),
  )
  const texts = [...new Set(parts.flatMap(({ statements }) => statements))].toSorted()
  const statements = await taken(texts)
  const definitions = await jobDefinitions()
  const jobs = Object.fromEntries(
    [...definitions].toSorted().map(([job, definition]) => [
      job,
      {
        schema: schemaOf(definition),
        payloads: [
          ...new Map(
            parts.flatMap(({ jobs: sent }) =>
              (sent[job] ?? []).map((one) => [Object.keys(one).sort().join(), one]),
            ),
          ).values(),
        ],
      },
    ]),
  )
  const migration = readdirSync(join(root, 'migrations'))
    .filter((file) => /^\d{4}.*\.sql$/.test(file))
    .toSorted()
    .at(-1)!
  const path = keepRelease({ name: release, migration, statements, jobs })
  process.stdout.write(
    `${path}: ${statements.length} statements of ${texts.length} texts, ${Object.keys(jobs).length} jobs\n`,
  )
}

/** Those that a database of this release takes. */
async function taken(texts: readonly string[]): Promise<string[]> {
  await using server = await startDatabaseServer()
  const url = new URL(server.url)
  url.pathname = `/${server.template}`
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await makeQueue(url.href)
    const good: string[] = []
    for (const text of texts.filter((one) => isOfRows.test(one))) {
      const problem = await client.query(`PREPARE recorded AS ${text}`).then(
        () => null,
        (error: Error) => error,
      )
      if (problem === null) {
        await client.query('DEALLOCATE recorded')
        good.push(text)
      }
    }
    return good
  } finally {
    await client.end()
  }
}
