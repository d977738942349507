import type { Command } from 'commander'
import type { z } from 'zod'
import type { Actor } from './actor.ts'
import type { Db } from './db.ts'
import { AppError, badInput } from './errors.ts'
import { lineForTerminal } from './terminal.ts'

/** What a command line prints: one JSON value with --json, else text made from it. */
export interface Output {
  json: boolean
  print(value: unknown, text: () => string): void
}

/** Opens the program for one command and closes it afterwards; the command acts for `actor` and nobody else. */
export type Open<Deps> = <T>(run: (deps: Deps, actor: Actor) => Promise<T>) => Promise<T>

/**
 * Commands of one module, which is loaded only when one of them is asked for: what imports this loads nothing.
 */
export interface CommandGroup<Given extends unknown[]> {
  /** As its module declares each: `[usage, description]`. The overview shows these; a test holds them to the modules. */
  commands: readonly (readonly [usage: string, description: string])[]
  /** Full names of those that may be the first on a data folder or database. */
  begins?: readonly string[]
  /** Names of those that touch nobody's rows, so that there is nobody to name with --as. */
  impersonal?: readonly string[]
  register(program: Command, ...given: Given): Promise<void>
}

/** Opens the database as it is, not migrated; nobody acts. */
export type OpenDatabase = <T>(run: (deps: { db: Db }) => Promise<T>) => Promise<T>

/** Ctrl-C ended the command; the exit code is 130. */
export function interrupted(message: string): AppError {
  return new AppError({ code: 'interrupted', status: 499, message })
}

/** What flags say, as a schema has it; else bad input that names each field. */
export function checked<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw badInput(
    result.error.issues.map((issue) => `${issue.path.join('.') || '(whole)'}: ${issue.message}`).join('\n'),
  )
}

/** Columns padded to their widest cell; the last one is not padded. */
export function table(head: string[], rows: (string | number | null)[][]): string {
  const cells = [
    head,
    ...rows.map((row) => row.map((cell) => (cell === null ? '–' : lineForTerminal(String(cell))))),
  ]
  const widths = head.map((_, column) => Math.max(...cells.map((row) => [...(row[column] ?? '')].length)))
  return cells
    .map((row) =>
      row
        .map((cell, column) =>
          column === row.length - 1 ? cell : cell + ' '.repeat(widths[column]! - [...cell].length),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
