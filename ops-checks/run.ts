import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openBenchApp } from '../bench/lib-app.ts'
import { beyond, type HotRequest, hotRequests } from './hot-queries.ts'
import { fillMarket } from './market.ts'
import { partitionFigures, type RetentionFigures } from './partitions.ts'

/**
 * What takes too long for `npm test`: `npm run ops-checks -- hot-queries|partitions [--rows N] [--json]`. Ends with 1 where
 * something is beyond its bounds. docs/operations/database.md has what was measured.
 */
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, rows: { type: 'string' } },
})
const [check] = positionals
const checks = { 'hot-queries': checkHotQueries, partitions: checkPartitions }
const chosen = Object.entries(checks).find(([name]) => name === check)?.[1]
if (chosen === undefined) {
  process.stderr.write(`Which? npm run ops-checks -- ${Object.keys(checks).join('|')} [--rows N] [--json]\n`)
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'deal-scout-ops-'))
chmodSync(folder, 0o711)
try {
  const { result, problems, text } = await chosen()
  process.stdout.write(values.json ? `${JSON.stringify({ result, problems })}\n` : `${text}\n`)
  for (const problem of problems) process.stderr.write(`! ${problem}\n`)
  process.exitCode = problems.length > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true, force: true })
}

interface Checked {
  result: unknown
  problems: string[]
  text: string
}

async function checkHotQueries(): Promise<Checked> {
  const rows = Number(values.rows ?? 1_000_000)
  const app = await openBenchApp(folder, {
    env: {
      ...{ DEAL_SCOUT_PORT: '0', RATE_LIMIT_READ: '0', RATE_LIMIT_COSTLY: '0', LEARN_FIRST: 'off' },
      ...{ SHED_EVENT_LOOP_DELAY_MS: '0', SHED_HEAP_PERCENT: '0', DATABASE_STATEMENT_TIMEOUT_MS: '600000' },
    },
  })
  try {
    await app.openQueue(false)
    const market = await fillMarket(app, rows)
    const address = (await app.start(['api']))!
    const result = await hotRequests(app, address, market)
    const problems = beyond(result, { wholeRowsMax: 10_000, pagesMax: 20_000, msMax: 250 })
    return { result, problems, text: hotTable(result) }
  } finally {
    await app.close()
  }
}

/** The dearest statement of each request. */
function hotTable(requests: readonly HotRequest[]): string {
  return [
    '| request | statements | ms | dearest by | rows looked at | pages |',
    '|---|---|---|---|---|---|',
    ...requests.map(({ request, plans }) => {
      const dearest = plans.toSorted((a, b) => b.ms - a.ms)[0]
      const ms = plans.reduce((sum, plan) => sum + plan.ms, 0)
      return `| ${[
        ...[
          request,
          plans.length,
          ms.toFixed(1),
          dearest?.indexes.map((name) => `\`${name}\``).join(', ') ?? '',
        ],
        ...[dearest?.rowsRead ?? 0, dearest?.pages ?? 0],
      ].join(' | ')} |`
    }),
  ].join('\n')
}

async function checkPartitions(): Promise<Checked> {
  const result = await partitionFigures(folder, Number(values.rows ?? 1_000_000))
  return { result, problems: [], text: partitionTable(result) }
}

function partitionTable(figures: readonly RetentionFigures[]): string {
  return [
    '| shape | written, s | attempts of a page of the ledger, ms | old half goes, s | WAL of that, MB | MB after |',
    '|---|---|---|---|---|---|',
    ...figures.map(
      ({ shape, writeS, newestMs, removeS, removeWalMb, megabytesAfter }) =>
        `| ${[shape, writeS, newestMs, removeS, removeWalMb, megabytesAfter].join(' | ')} |`,
    ),
  ].join('\n')
}
