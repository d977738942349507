import { readFileSync } from 'node:fs'
import { asvsOf, asvsRows, namedTests } from './asvs-table.ts'

/** What is read of the report that `vitest run --reporter=json` writes. */
interface Report {
  testResults: {
    name: string
    assertionResults: { ancestorTitles: string[]; title: string; status: string }[]
  }[]
}

/**
 * What became of the tests that `docs/security/asvs.tsv` names, in a run of all: by `path › name` the worst of what ran
 * under that title; `absent` where nothing did. A title may be that of a test or of a group, with what each() fills in.
 */
export function becameOf(report: Report): Map<string, 'passed' | 'skipped' | 'failed' | 'absent'> {
  const named = asvsOf('tested').flatMap(({ because }) => namedTests(because))
  return new Map(
    named.map(({ path, name }) => {
      const title = patternOf(name)
      const statuses = report.testResults
        .filter((file) => file.name.endsWith(`/${path}`))
        .flatMap(({ assertionResults }) => assertionResults)
        .filter((one) => [...one.ancestorTitles, one.title].some((text) => title.test(text)))
        .map(({ status }) => status)
      const worst = statuses.includes('failed')
        ? 'failed'
        : statuses.includes('passed')
          ? 'passed'
          : statuses.length > 0
            ? 'skipped'
            : 'absent'
      return [`${path} › ${name}`, worst]
    }),
  )
}

/** A title as it is written, with what `each()` puts in for `%s` and `$name`, and a template for `${…}`. */
function patternOf(title: string): RegExp {
  const written = title.replaceAll(/\\(['"`\\])/g, '$1')
  const parts = written.split(/%[sdifjo#$]|\$\{[^}]*\}|\$[\w.]+/)
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's')
}

if (process.argv[1] === import.meta.filename) {
  const became = becameOf(JSON.parse(readFileSync(process.argv[2]!, 'utf8')))
  const count = (verdict: string) => asvsOf(verdict).length
  const passed = [...became.values()].filter((status) => status === 'passed').length
  process.stdout.write(
    `${asvsRows.length} ids: ${count('tested')} tested, ${count('not applicable')} not applicable, ${count('open')} open; of ${became.size} tests named, ${passed} ran and passed\n`,
  )
  for (const [test, status] of became) if (status !== 'passed') process.stdout.write(`  ${status}: ${test}\n`)
  // What a machine has no browser or no Redis for is skipped there, and was said.
  process.exitCode = [...became.values()].some((status) => status === 'failed' || status === 'absent') ? 1 : 0
}
