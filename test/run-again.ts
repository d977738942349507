import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What is read of the report that `vitest run --reporter=json` writes. */
export interface Report {
  testResults: { name: string; status: string; assertionResults: { status: string }[] }[]
}

/** More than these are no accident of a busy machine. */
const mostFiles = 15

/** The files, by path, in which a test failed or which could not be run. */
export const redFiles = (report: Report): string[] =>
  report.testResults.filter(({ status }) => status === 'failed').map(({ name }) => name)

/** The first report with what became of these files the second time; what the second run did not reach stays as it was. */
export function withSecondLook<Kind extends Report>(first: Kind, second: Report): Kind {
  const again = new Map(second.testResults.map((file) => [file.name, file]))
  const testResults = first.testResults.map((file) => again.get(file.name) ?? file)
  const statuses = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status))
  const count = (...of: string[]) => statuses.filter((status) => of.includes(status)).length
  return {
    ...first,
    testResults,
    numTotalTests: statuses.length,
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('pending', 'skipped', 'disabled'),
    numTodoTests: count('todo'),
    numFailedTestSuites: redFiles({ testResults }).length,
  }
}

/**
 * Runs each red file of a report once more, with nothing beside it, and writes into the report what became of it then:
 * what is broken fails again, and what only starved beside the others is named and passes. A test cannot be tried again
 * alone where it goes on from what those before it left, a file can. Ends with 1 where something is red all the same, and
 * where the run was red for something else: an error outside of all tests, which `unhandled-errors.ts` noted.
 */
if (process.argv[1] === import.meta.filename) {
  const [path = '', unhandled = ''] = process.argv.slice(2)
  const first: Report = JSON.parse(readFileSync(path, 'utf8'))
  const red = redFiles(first)
  if (red.length === 0 || red.length > mostFiles || existsSync(unhandled)) process.exit(1)
  const names = red.map((name) => relative(process.cwd(), name))
  process.stdout.write(`\nred beside others, once more alone: ${names.join(', ')}\n`)
  const folder = mkdtempSync(join(tmpdir(), 'deal-scout-again-'))
  const written = join(folder, 'report.json')
  try {
    const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url))
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${written}`]
    spawnSync(process.execPath, [vitest, 'run', ...names, '--maxWorkers=1', ...reporters], {
      stdio: 'inherit',
    })
    const merged = withSecondLook(first, JSON.parse(readFileSync(written, 'utf8')))
    writeFileSync(path, JSON.stringify(merged))
    const still = redFiles(merged)
    for (const name of red)
      process.stdout.write(
        `${still.includes(name) ? 'red again' : 'passed alone, was red beside others'}: ${relative(process.cwd(), name)}\n`,
      )
    process.exitCode = still.length === 0 ? 0 : 1
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
