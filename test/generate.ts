import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { getTableColumns, type Table } from 'drizzle-orm'
import { dashboardJson, dashboards } from '../deploy/grafana/written.ts'
import { prometheusRule, versionKustomization } from '../deploy/kubernetes/written.ts'
import { pagesConf } from '../deploy/nginx/pages.ts'
import { alertsMarkdown, rulesYaml } from '../deploy/prometheus/written.ts'
import { loadAllAdapters } from '../server/app/adapters.ts'
import { configMarkdown, envExample } from '../server/app/config/config-docs.ts'
import { version } from '../server/app/installed.ts'
import { auditMarkdown } from '../server/core/audit-codes.ts'
import { problemsMarkdown } from '../server/core/problem-kinds.ts'
import { extendReleased, readMigrations, releasedList } from '../server/core/released-migrations.ts'
import { listings } from '../server/listings/tables.ts'
import { rules } from '../server/rules/tables.ts'
import { feesMarkdown } from '../server/scoring/resale/fee-table/fee-docs.ts'
import { clientOf } from './client.ts'
import { openApiOf } from './openapi.ts'

/** Writes every generated file, or with --check lists those that are not up to date and exits 1. */
const adapters = await loadAllAdapters()
const { marketplaces, channels } = adapters
const owners = [...marketplaces.values(), ...channels.values()].map(({ name, options }) => ({
  owner: name,
  options,
}))
const root = new URL('../', import.meta.url)
const listed = `migrations/${releasedList}`
const released = extendReleased(
  read(listed) ?? '',
  readMigrations(fileURLToPath(new URL('migrations', root))),
)
const document = await openApiOf(adapters)
const files = new Map([
  // Extended, never altered: what was released stays as it was.
  [listed, released.text],
  ['docs/config.md', configMarkdown(owners)],
  ['docs/openapi.json', `${JSON.stringify(document, null, 1)}\n`],
  ['clients/typescript/api.ts', await clientOf(document)],
  ['docs/fees.md', feesMarkdown(marketplaces.values())],
  ['docs/api-errors.md', problemsMarkdown()],
  ['docs/security/audit.md', auditMarkdown()],
  ['deploy/prometheus/alerts.yaml', rulesYaml()],
  ['deploy/nginx/deal-scout-pages.conf', pagesConf()],
  ['docs/operations/alerts.md', alertsMarkdown()],
  ['deploy/kubernetes/version/kustomization.yaml', versionKustomization(version)],
  ['deploy/kubernetes/components/monitoring/prometheus-rule.yaml', prometheusRule()],
  ...dashboards.map((one): [string, string] => [
    `deploy/grafana/dashboards/${one.id}.json`,
    dashboardJson(one),
  ]),
  ['.env.example', envExample(owners)],
  ['server/rules/columns.ts', columnsOf('ruleColumns', rules)],
  ['server/listings/columns.ts', columnsOf('listingColumns', listings)],
])
const stale = [...files].filter(([name, text]) => read(name) !== text).map(([name]) => name)
for (const problem of released.broken) process.stderr.write(`${problem}\n`)
if (released.broken.length > 0) process.exitCode = 1
if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    process.stderr.write(`Not up to date: ${stale.join(', ')}. Run "npm run generate".\n`)
    process.exitCode = 1
  }
} else {
  for (const name of stale) writeFileSync(new URL(name, root), files.get(name)!)
}

/** The columns of a table as plain data: the program does not load what describes tables, which takes half a second. */
function columnsOf(name: string, table: Table): string {
  const lines = Object.entries(getTableColumns(table)).map(
    ([field, column]) => `  ${field}: { name: '${column.name}', type: '${column.getSQLType()}' },\n`,
  )
  return `/** Written by "npm run generate" from tables.ts. */\nexport const ${name} = {\n${lines.join('')}} as const\n`
}

function read(name: string): string | null {
  try {
    return readFileSync(new URL(name, root), 'utf8')
  } catch {
    return null
  }
}
