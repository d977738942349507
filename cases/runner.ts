import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorMessage } from '../server/core/errors.ts'
import type { Checker } from './checker.ts'
import { checkerFor } from './checkers.ts'
import { caseFolders, type Folder, readFolder } from './folder.ts'
import { openWorld, type Shared } from './world.ts'

export interface WrongRow {
  folder: string
  /** What names it: the row without what was expected. */
  row: Record<string, unknown>
  expected: unknown
  got: unknown
}

export interface FolderScore {
  folder: string
  /** By which it was checked; null when no checker understands the folder. */
  form: string | null
  rows: number
  right: number
  wrong: WrongRow[]
  ms: number
}

export interface Score {
  folders: number
  rows: number
  right: number
  wrong: WrongRow[]
}

/** A folder that hangs holds up nobody for longer. */
const folderMsMax = 120_000

/** They wait for a database and for each other's turns more than they work. */
const atOnce = 3

/** Puts each folder to the program; their scores come in the order of their names. */
export async function* runCases(
  dir: string,
  shared: Shared,
  only: (name: string) => boolean = () => true,
): AsyncGenerator<FolderScore> {
  const names = caseFolders(dir).filter(only)
  const scores = names.map(() => Promise.withResolvers<FolderScore>())
  let next = 0
  const lane = async () => {
    while (next < names.length) {
      const at = next++
      scores[at]!.resolve(await runFolder(dir, names[at]!, shared))
    }
  }
  const lanes = Promise.all(Array.from({ length: atOnce }, lane))
  for (const { promise } of scores) yield await promise
  await lanes
}

export async function runFolder(dir: string, name: string, shared: Shared): Promise<FolderScore> {
  const startedAt = performance.now()
  let folder: Folder
  try {
    folder = readFolder(dir, name)
  } catch (error) {
    const wrong = [{ folder: name, row: {}, expected: 'a folder of cases', got: errorMessage(error) }]
    return { folder: name, form: null, rows: 1, right: 0, wrong, ms: 0 }
  }
  const checker = checkerFor(folder)
  const wrong =
    checker === null
      ? allWrong(folder, 'no checker understands this folder')
      : await wrongRows(folder, checker, shared)
  return {
    folder: name,
    form: checker?.form ?? null,
    rows: folder.rows.length,
    right: folder.rows.length - wrong.length,
    wrong,
    ms: Math.round(performance.now() - startedAt),
  }
}

async function wrongRows(folder: Folder, checker: Checker, shared: Shared): Promise<WrongRow[]> {
  const done = new AbortController()
  const late = sleep(folderMsMax, undefined, { signal: done.signal }).then(
    () => {
      throw new Error(`no answer within ${folderMsMax} ms`)
    },
    () => [] as never[],
  )
  try {
    await using world = openWorld(shared)
    const answers = await Promise.race([checker.ask(folder, world), late])
    if (answers.length !== folder.rows.length) throw new Error('the checker lost rows')
    return folder.rows.flatMap((row, at) => {
      const { right, got } = checker.evaluate(row, answers[at] as never, folder)
      return right ? [] : [wrongRow(folder, row, got)]
    })
  } catch (error) {
    return allWrong(folder, `not run: ${errorMessage(error)}`)
  } finally {
    done.abort()
  }
}

function allWrong(folder: Folder, got: string): WrongRow[] {
  return folder.rows.map((row) => wrongRow(folder, row, got))
}

function wrongRow({ name }: Folder, row: Folder['rows'][number], got: unknown): WrongRow {
  const { expected, got: _, ...rest } = row
  return { folder: name, row: rest, expected, got }
}

export function total(scores: readonly FolderScore[]): Score {
  const sum = (of: (score: FolderScore) => number) => scores.reduce((all, score) => all + of(score), 0)
  return {
    folders: scores.length,
    rows: sum(({ rows }) => rows),
    right: sum(({ right }) => right),
    wrong: scores.flatMap(({ wrong }) => wrong),
  }
}

/** What a folder's name begins with: what was read wrong. */
export function groupOf(folder: string): string {
  return folder.split('-')[0]!
}

/** Where the cases are that this project is held to, beside it. */
export function defaultDir(root: string): string {
  return join(root, '../shared/cases')
}
