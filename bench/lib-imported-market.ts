import { chmodSync, createReadStream, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pino } from 'pino'
import { loadAllAdapters } from '../server/app/adapters.ts'
import { type App, createApp } from '../server/app/app.ts'
import { loadConfig } from '../server/app/config.ts'
import { readAhead } from '../server/flows/ingest.ts'
import { revalue } from '../server/flows/revalue.ts'
import { readRows } from '../server/imports/rows/read.ts'
import { runImport } from '../server/imports/run.ts'
import { compAgeMsMax } from '../server/scoring/comps/comps.ts'

const dayMs = 86_400_000
const spreadMs = 20 * dayMs
const fileEnding = '.jsonl.gz'

export type ImportRow = Record<string, unknown>

export interface ImportedMarket extends AsyncDisposable {
  app: App
  /** Rows that were read. */
  imported: number
  learnedMs: number
}

/** Names of the files of a folder that a market is made of, without their ending: the sources of their rows. */
export function marketFiles(dir: string): string[] {
  return readdirSync(dir)
    .filter((file) => file.endsWith(fileEnding))
    .map((file) => file.slice(0, -fileEnding.length))
    .sort()
}

/**
 * The program on a clean database with the files of a folder taken in, their dates moved into the last 20 days, prices
 * learned and everything valued by them. `names` = only these files; `missing` is shown their rows and gives further ones.
 */
export async function openImportedMarket(
  dir: string,
  options: { names?: readonly string[]; missing?(known: readonly ImportRow[]): ImportRow[] } = {},
): Promise<ImportedMarket> {
  const dataDir = mkdtempSync(join(tmpdir(), 'deal-scout-bench-'))
  chmodSync(dataDir, 0o711)
  const adapters = await loadAllAdapters()
  const adapterOptions = [...adapters.marketplaces.values(), ...adapters.channels.values()].flatMap(
    (adapter) => adapter.options,
  )
  const config = loadConfig({
    env: { DEAL_SCOUT_DATA: dataDir, DEAL_SCOUT_DEMO: 'off', DEAL_SCOUT_PORT: '0' },
    cwd: dataDir,
    adapterOptions,
  })
  const app = await createApp(config, adapters, { log: pino({ level: 'silent' }) })
  const close = async () => {
    await app.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    await app.openQueue(false)
    const known: ImportRow[] = []
    let imported = 0
    for (const name of options.names ?? marketFiles(dir)) {
      const rows = await readFile(join(dir, `${name}${fileEnding}`))
      if (options.missing) for (const row of rows) known.push(row)
      imported += await takeIn(app, rows)
    }
    const missing = options.missing?.(known) ?? []
    if (missing.length > 0) imported += await takeIn(app, missing)
    const learnedMs = await learnAndValue(app)
    return { app, imported, learnedMs, [Symbol.asyncDispose]: close }
  } catch (error) {
    await close()
    throw error
  }
}

async function readFile(file: string): Promise<ImportRow[]> {
  const rows: ImportRow[] = []
  for await (const row of readRows(createReadStream(file), { kind: 'jsonl', gzip: true })) {
    if ('value' in row) rows.push(row.value as ImportRow)
  }
  return rows
}

async function takeIn(app: App, rows: ImportRow[]): Promise<number> {
  const moved = movedIntoLastDays(rows, app.clock.now().getTime())
  const summary = await runImport(
    {
      clock: app.clock,
      evidenceMs: compAgeMsMax,
      mayBeEvidence: app.pipeline.compsAllowed,
      readAhead: (page) => readAhead(app.pipeline, page),
    },
    {
      stream: Readable.from(moved.map((row) => `${JSON.stringify(row)}\n`)),
      format: { kind: 'jsonl', gzip: false },
      ownerId: null,
      defaults: {},
      onReject() {},
    },
  )
  return summary.rows
}

/** The dates of a file keep their order and end now; rows without one are spread evenly. */
function movedIntoLastDays(rows: ImportRow[], nowMs: number): ImportRow[] {
  const dateFields = ['posted', 'snapshot'] as const
  const times = rows.flatMap((row) =>
    dateFields.flatMap((field) => {
      const ms = Date.parse(String(row[field]))
      return Number.isNaN(ms) ? [] : [ms]
    }),
  )
  let firstMs = Number.POSITIVE_INFINITY
  let lastMs = Number.NEGATIVE_INFINITY
  for (const ms of times) {
    firstMs = Math.min(firstMs, ms)
    lastMs = Math.max(lastMs, ms)
  }
  const span = Math.max(1, lastMs - firstMs)
  return rows.map((row, i) => {
    const moved: ImportRow = { ...row }
    for (const field of dateFields) {
      const ms = Date.parse(String(row[field]))
      if (!Number.isNaN(ms)) moved[field] = new Date(nowMs - ((lastMs - ms) / span) * spreadMs).toISOString()
      else if (field === 'posted')
        moved[field] = new Date(nowMs - (1 - i / rows.length) * spreadMs).toISOString()
    }
    return moved
  })
}

async function learnAndValue(app: App): Promise<number> {
  const startedAt = performance.now()
  await app.db.transaction((tx) => app.pipeline.valuer.catchUp(tx))
  await app.pipeline.valuer.settled()
  const learnedMs = performance.now() - startedAt
  const { rows } = await app.db.query<{ id: string }>('SELECT id FROM listings ORDER BY id')
  for (let i = 0; i < rows.length; i += 500) {
    await revalue(
      app.pipeline,
      rows.slice(i, i + 500).map(({ id }) => Number(id)),
    )
  }
  return Math.round(learnedMs)
}
