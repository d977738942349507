import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { badInput } from '../server/core/errors.ts'

/** What a row of `expected.json` says; beside `expected` it has what names it: an id, a link, a title … */
export type Row = Record<string, unknown> & { expected: unknown }

/** A kind of thing that was read wrong: small inputs, how they are put to the program, what it should answer. */
export interface Folder {
  name: string
  /** `name` without the number of a second folder of the same kind. */
  base: string
  path: string
  kind: string
  run: string
  note: string | undefined
  rows: Row[]
  /** Names of the inputs. */
  inputs: string[]
  /** What stands beside it: inputs that several folders share. */
  parent: string
}

const expectations = 'expected.json'

/** The folders in a folder of cases, by name; loose files beside them are no cases. */
export function caseFolders(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(dir, entry.name, expectations)))
    .map(({ name }) => name)
    .sort()
}

export function readFolder(dir: string, name: string): Folder {
  const path = join(dir, name)
  const { kind, run, note, rows } = JSON.parse(readFileSync(join(path, expectations), 'utf8')) as {
    kind?: unknown
    run?: unknown
    note?: unknown
    rows?: unknown
  }
  if (typeof run !== 'string' || !Array.isArray(rows))
    throw badInput(`${join(path, expectations)} has no "run" or no "rows".`)
  return {
    name,
    base: name.replace(/-\d+$/, ''),
    path,
    kind: String(kind ?? ''),
    run,
    note: typeof note === 'string' ? note : undefined,
    rows: rows as Row[],
    inputs: readdirSync(path)
      .filter((file) => file !== expectations && !file.startsWith('.'))
      .sort(),
    parent: dir,
  }
}

/** The inputs in the order in which `run` names them; where it names none that is there, all of them. */
export function inputsInOrder({ run, inputs }: Pick<Folder, 'run' | 'inputs'>): string[] {
  const named = inputs
    .map((file) => ({ file, at: run.indexOf(file) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)
  const others = inputs.filter((file) => !run.includes(file))
  // One of another ending stands for what `run` names.
  return named.length > 0 ? named.map(({ file }) => file) : others
}

/** The one input, or the first that `run` names. */
export function inputOf(folder: Folder): string {
  const [file] = inputsInOrder(folder)
  if (file === undefined) throw badInput(`${folder.name} has no input.`)
  return join(folder.path, file)
}

/** Options such as `--source case` in a `run` line. */
export function optionsOf(run: string): Record<string, string> {
  const found = run.matchAll(/--([a-z][a-z-]*)(?:[= ](?!-)("[^"]*"|[^\s;,)]+))?/g)
  return Object.fromEntries([...found].map(([, name, value]) => [name, value?.replace(/^"|"$/g, '') ?? '']))
}

/** The records of an input, whatever its ending: JSON, JSON lines, CSV, or text with one `line` each. */
export function readRecords(file: string): Record<string, unknown>[] {
  const text = readFileSync(file, 'utf8').replace(/^\ufeff/, '')
  const ending = basename(file).split('.').at(-1)
  if (ending === 'csv' || ending === 'tsv')
    return parse(text, {
      delimiter: ending === 'tsv' ? '\t' : ',',
      columns: true,
      skip_empty_lines: true,
      relax_column_count: true,
    })
  if (ending === 'jsonl' || ending === 'ndjson') return linesOf(text).map((line) => JSON.parse(line))
  if (ending === 'json') {
    const value = JSON.parse(text) as unknown
    if (Array.isArray(value)) return value as Record<string, unknown>[]
    const inside = Object.values(value as object).find((one) => Array.isArray(one))
    return (inside ?? [value]) as Record<string, unknown>[]
  }
  return linesOf(text).map((line) => ({ line }))
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '')
}
