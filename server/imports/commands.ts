import { createReadStream } from 'node:fs'
import { access, constants, stat } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import { SingleBar } from 'cli-progress'
import type { Command } from 'commander'
import { interrupted, type Open, type Output } from '../core/commands.ts'
import { AppError, badInput, errorMessage, setupError } from '../core/errors.ts'
import { type ParsedPage, runPageImport } from './page.ts'
import { createRejects } from './rejects.ts'
import {
  type ImportDeps,
  type ImportSummary,
  openImport,
  ownerOfFile,
  type Reject,
  runImport,
} from './run.ts'

export interface ImportCommandDeps extends ImportDeps {
  /** Aborted by Ctrl-C. */
  stop: AbortSignal
}

interface ImportFlags {
  source?: string
  currency?: string
  marketplace?: string
  url?: string
  personal?: boolean
}

/** `deal-scout import`. */
export function importCommand(
  program: Command,
  open: Open<ImportCommandDeps>,
  output: () => Output,
  parseFile: (marketplace: string, file: string, url?: string) => Promise<ParsedPage>,
): void {
  program
    .command('import <files...>')
    .description(
      'takes in listings from CSV, JSON, JSONL (gzipped or not) or a saved marketplace page; see docs/import.md',
    )
    .option('--source <name>', 'name of the source for rows that have none (default: import)')
    .option('--currency <code>', 'currency for rows that have none')
    .option('--marketplace <id>', 'the file is a saved page of this marketplace')
    .option('--url <address>', 'where the saved page came from, if it does not tell')
    .option('--personal', 'only you see it, and it counts for your values alone')
    .action((files: string[], flags: ImportFlags) =>
      open(async (deps, actor) => {
        const ownerId = ownerOfFile(actor, flags.personal === true)
        const importOne = async (file: string) =>
          flags.marketplace
            ? importPage(deps, {
                name: file,
                page: await parseFile(flags.marketplace, file, flags.url),
                marketplace: flags.marketplace,
                ownerId,
              })
            : importFile(deps, file, flags, ownerId)
        const results: (Result & { file: string })[] = []
        const problems: AppError[] = []
        for (const file of files) {
          if (deps.stop.aborted) break
          try {
            const result = await importOne(file)
            results.push({ file, ...result })
            const problem = problemOf(result, file, deps.stop)
            if (problem) problems.push(problem)
          } catch (error) {
            // One file that cannot be read does not keep the others out.
            if (!(error instanceof AppError) || files.length === 1) throw error
            problems.push(error)
          }
        }
        const [only] = results
        output().print(files.length === 1 ? only : results, () =>
          results
            .map((result) => `${files.length === 1 ? '' : `${result.file}: `}${describe(result)}`)
            .join('\n'),
        )
        if (problems.length === 1 && problems[0]) throw problems[0]
        if (problems.length > 1) throw badInput(problems.map(({ message }) => message).join('\n'))
      }),
    )
}

interface Result extends ImportSummary {
  /** Where the rejected rows are, with their problems; null when there are none, or they could not be written. */
  rejectsFile: string | null
  /** Why the rejected rows could not be written. */
  rejectsProblem: string | null
}

async function importFile(
  deps: ImportCommandDeps,
  file: string,
  flags: ImportFlags,
  ownerId: number | null,
): Promise<Result> {
  const bytes = await sizeOf(file)
  const bar = process.stderr.isTTY
    ? new SingleBar({
        format: '{bar} {percentage}% | {rows} rows, {rejected} rejected | {eta_formatted}',
        stream: process.stderr,
      })
    : null
  const rejects = await openRejects(file)
  const source = createReadStream(file)
  try {
    const { format, stream } = await openImport(file, source)
    bar?.start(bytes, 0, { rows: 0, rejected: 0 })
    const summary = await runImport(deps, {
      stream,
      format,
      ownerId,
      defaults: {
        ...(flags.source && { source: flags.source }),
        ...(flags.currency && { currency: flags.currency }),
      },
      onReject: rejects.add,
      onProgress: ({ rows, rejected }) => bar?.update(source.bytesRead, { rows, rejected }),
      stop: deps.stop,
    })
    return { ...summary, ...(await rejects.finish()) }
  } catch (error) {
    await rejects.abandon()
    throw error
  } finally {
    bar?.stop()
    source.destroy()
  }
}

/**
 * The rejects go beside the file, or where that folder is not ours to write, into the working folder. A disk that
 * fills up ends their writing, never the import.
 */
async function openRejects(file: string) {
  const isWritable = await access(dirname(resolve(file)), constants.W_OK).then(
    () => true,
    () => false,
  )
  const rejects = createRejects(isWritable ? file : basename(file))
  let rejectsProblem: string | null = null
  const attempt = async <T>(action: () => Promise<T>): Promise<T | null> => {
    if (rejectsProblem !== null) return null
    try {
      return await action()
    } catch (error) {
      const { cause } = error as Error
      rejectsProblem = `${errorMessage(error)}${cause === undefined ? '' : ` (${errorMessage(cause)})`}`
      await rejects.abandon().catch(() => {})
      return null
    }
  }
  return {
    add: (reject: Reject) => attempt(() => rejects.add(reject)).then(() => {}),
    async finish() {
      const path = await attempt(() => rejects.finish())
      return { rejectsFile: path === null ? null : resolve(path), rejectsProblem }
    },
    abandon: () => rejects.abandon(),
  }
}

async function sizeOf(file: string): Promise<number> {
  try {
    const stats = await stat(file)
    await access(file, constants.R_OK)
    if (stats.isDirectory()) throw badInput(`${file} is a folder: name a file in it.`)
    return stats.size
  } catch (error) {
    if (error instanceof AppError) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw badInput(`There is no file ${file} in ${process.cwd()}.`)
    if (code === 'EACCES') throw badInput(`${file} may not be read by this user: check its permissions.`)
    throw badInput(`${file} cannot be read: ${errorMessage(error)}`)
  }
}

async function importPage(
  deps: ImportCommandDeps,
  input: Parameters<typeof runPageImport>[1],
): Promise<Result> {
  const { summary, rejects: rejected } = await runPageImport(deps, input)
  const rejects = await openRejects(input.name)
  for (const reject of rejected) await rejects.add(reject)
  return { ...summary, ...(await rejects.finish()) }
}

function describe(result: Result): string {
  return [
    `${result.rows} rows: ${result.added} new, ${result.changed} changed, ${result.unchanged} already known, ${result.rejected} rejected; ${result.matches} new matches.`,
    result.waiting === 0
      ? ''
      : `${result.waiting} of them are matched and told once what they are worth has been learned, in some seconds.`,
    result.evidence + result.history === 0 ? '' : evidenceLine(result),
    ...result.problems.slice(0, 3).map(({ problem, rows }) => `  ${rows} × ${problem}`),
    result.rejectsFile === null ? '' : `Each rejected row and what was wrong with it: ${result.rejectsFile}`,
  ]
    .filter((line) => line !== '')
    .join('\n')
}

function evidenceLine({ evidence, history }: Result): string {
  const old =
    history === 0 ? '' : `; ${history} are older than a year: kept as history, not for sale now, never told`
  return `${evidence} of them are evidence of what such things cost now${old}.`
}

/** What an import that took in what it could must still not pass over in silence; null = all went well. */
function problemOf(result: Result, file: string, stop: AbortSignal): AppError | null {
  if (stop.aborted && result.incomplete !== null) {
    return interrupted(`Stopped. What came before is taken in; to go on: deal-scout import ${file}`)
  }
  if (result.incomplete !== null) {
    return badInput(
      `NOT COMPLETE: ${result.incomplete}. What came before is taken in; get the whole file and import it again.`,
    )
  }
  if (result.rejectsProblem !== null) {
    return setupError(
      'rejects-not-written',
      `The rows are taken in, but the rejected ones could not be written down. ${result.rejectsProblem}`,
    )
  }
  if (result.rows > 0 && result.rejected === result.rows) {
    return badInput(
      'No row could be taken in: see what was wrong above, and docs/import.md for what a row needs.',
    )
  }
  return null
}
