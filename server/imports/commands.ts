import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { SingleBar } from 'cli-progress'
import type { Command } from 'commander'
import type { Open, Output } from '../core/commands.ts'
import { badInput, errorMessage } from '../core/errors.ts'
import type { SeenListing } from '../listings/schema.ts'
import { createRejects } from './rejects.ts'
import { type ImportDeps, type ImportSummary, openImport, runImport } from './run.ts'

/** What a saved page was read as. */
interface ParsedPage {
  outcome: string
  reason?: string
  listings: SeenListing[]
  rejected?: { row: number; reason: string }[]
}

interface ImportFlags {
  source?: string
  currency?: string
  marketplace?: string
  url?: string
}

/** `deal-scout import`. */
export function importCommand(
  program: Command,
  open: Open<ImportDeps>,
  output: () => Output,
  parseFile: (marketplace: string, file: string, url?: string) => Promise<ParsedPage>,
): void {
  program
    .command('import <file>')
    .description(
      'takes in listings from CSV, JSON, JSONL (gzipped or not) or a saved marketplace page; see docs/import.md',
    )
    .option('--source <name>', 'name of the source for rows that have none')
    .option('--currency <code>', 'currency for rows that have none')
    .option('--marketplace <id>', 'the file is a saved page of this marketplace')
    .option('--url <address>', 'where the saved page came from, if it does not tell')
    .action((file: string, flags: ImportFlags) =>
      open(async (deps) => {
        const summary = flags.marketplace
          ? await importPage(deps, await parseFile(flags.marketplace, file, flags.url), flags.marketplace)
          : await importFile(deps, file, flags)
        output().print(summary, () => describe(summary))
      }),
    )
}

type Result = ImportSummary & { rejectsFile: string | null }

async function importFile(deps: ImportDeps, file: string, flags: ImportFlags): Promise<Result> {
  const bytes = await sizeOf(file)
  const bar = process.stderr.isTTY
    ? new SingleBar({
        format: '{bar} {percentage}% | {rows} rows, {rejected} rejected | {eta_formatted}',
        stream: process.stderr,
      })
    : null
  const rejects = createRejects(file)
  const source = createReadStream(file)
  let read = 0
  source.on('data', (chunk) => {
    read += chunk.length
  })
  source.pause()
  bar?.start(bytes, 0, { rows: 0, rejected: 0 })
  try {
    const { format, stream } = await openImport(file, source)
    const summary = await runImport(deps, {
      stream,
      format,
      defaults: {
        ...(flags.source && { source: flags.source }),
        ...(flags.currency && { currency: flags.currency }),
      },
      onReject: (reject) => rejects.add(reject),
      onProgress: ({ rows, rejected }) => bar?.update(read, { rows, rejected }),
    })
    return { ...summary, rejectsFile: await rejects.finish() }
  } catch (error) {
    await rejects.abandon()
    throw error
  } finally {
    bar?.stop()
    source.destroy()
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    const stats = await stat(file)
    if (!stats.isFile()) throw badInput(`${file} is not a file.`)
    return stats.size
  } catch (error) {
    throw badInput(`${file} cannot be read: ${errorMessage(error)}`)
  }
}

async function importPage(deps: ImportDeps, page: ParsedPage, marketplace: string): Promise<Result> {
  if (page.outcome !== 'ok') {
    throw badInput(
      `This page holds no listings that can be taken in: ${page.outcome}${page.reason ? `, ${page.reason}` : ''}`,
    )
  }
  const observedAtMs = deps.clock.now().getTime()
  const result = await deps.ingest({
    sightings: page.listings.map((seen) => ({ marketplace, seen, observedAtMs })),
    sourceId: null,
    scanId: null,
    demo: false,
    history: true,
  })
  return {
    rows: page.listings.length + (page.rejected?.length ?? 0),
    added: result.added,
    changed: result.changed,
    unchanged: result.unchanged,
    matches: result.matches,
    rejected: result.rejected.length + (page.rejected?.length ?? 0),
    incomplete: null,
    rejectsFile: null,
  }
}

function describe(summary: Result): string {
  return [
    `${summary.rows} rows: ${summary.added} new, ${summary.changed} changed, ${summary.unchanged} already known, ${summary.rejected} rejected; ${summary.matches} new matches.`,
    summary.rejectsFile === null ? '' : `What was wrong with each rejected row: ${summary.rejectsFile}`,
    summary.incomplete === null
      ? ''
      : `NOT COMPLETE: ${summary.incomplete}. What came before is taken in; get the whole file and import it again.`,
  ]
    .filter((line) => line !== '')
    .join('\n')
}
