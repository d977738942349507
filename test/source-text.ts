import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Text by path within the folder that was read. */
export type Sources = Readonly<Record<string, string>>

/** So many empty files. */
export function filesOf(folder: string, count: number): Sources {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`${folder}/${i}.ts`, '']))
}

export function sourcesOf(name: string): Sources {
  const folder = fileURLToPath(new URL(`../${name}/`, import.meta.url))
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    files.map((file) => [relative(folder, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')]),
  )
}

/** Relative imports of a file, as paths beside it. */
export function importedBy(file: string, text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path]) =>
    join(dirname(file), path!),
  )
}

export interface Statement {
  file: string
  verb: string
  table: string
  /** The slice that declares the table; null of what is put in. */
  owner: string | null
}

/** Where production code names a table that a slice declares, or writes one whose name it puts in. */
export function statementsOf(sources: Sources): Statement[] {
  const owners = new Map(
    Object.entries(sources)
      .filter(([file]) => /^\w+\/tables\.ts$/.test(file))
      .flatMap(([file, text]) =>
        [...text.matchAll(/pgTable\(\s*'(\w+)'/g)].map(([, table]) => [table!, roomOf(file)] as const),
      ),
  )
  const named = /\b(INSERT INTO|UPDATE|DELETE FROM|FROM|JOIN|USING) (?:ONLY )?(\w+|\$\{\w+\})/g
  return production(sources).flatMap(([file, text]) =>
    [...withoutComments(text).matchAll(named)]
      .map(([, verb, table]) => ({ file, verb: verb!, table: table!, owner: owners.get(table!) ?? null }))
      .filter(({ verb, table }) => owners.has(table) || (table.startsWith('$') && isWrite(verb))),
  )
}

export function isWrite(verb: string): boolean {
  return /^(?:INSERT|UPDATE|DELETE)/.test(verb)
}

/** Tests and what only tests use. */
export function isTestCode(file: string): boolean {
  return /\.test\.ts$|(^|\/)stand-in\/|(^|\/)(fake-server|contract-fake-server|test-kit|samples|read-mail)\.ts$/.test(
    file,
  )
}

export function production(sources: Sources): [file: string, text: string][] {
  return Object.entries(sources).filter(([file]) => !isTestCode(file))
}

/** Files with the pattern, by its first occurrence. */
export function matching(
  sources: Sources,
  pattern: RegExp,
  isAllowed: (file: string, found: string) => boolean,
): string[] {
  return production(sources).flatMap(([file, text]) => {
    const found = pattern.exec(text)?.[0]
    return found === undefined || isAllowed(file, found) ? [] : [`${file} → ${found.trim()}`]
  })
}

/** Relative imports of production code that are wrong, the imported path as within server/. */
export function importsOf(
  sources: Sources,
  isWrong: (edge: [file: string, path: string]) => boolean,
): string[] {
  return production(sources)
    .flatMap(([file, text]) => importedBy(file, text).map((path): [string, string] => [file, path]))
    .filter(isWrong)
    .map(([file, path]) => `${file} → ${path}`)
}

/** The folder of server/ that a file is in; null at the top and outside. */
export function roomOf(file: string): string | null {
  return file.includes('/') && !file.startsWith('..') ? file.split('/')[0]! : null
}

/** Files on a circle of imports, one for each; those that are parts of one thing may name one another. */
export function circles(sources: Sources, areParts: (...files: readonly string[]) => boolean): string[] {
  const files = new Map(production(sources).map(([file, text]) => [file, importedBy(file, text)]))
  const state = new Map<string, 'open' | 'done'>()
  const found: string[] = []
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'open') found.push([...path.slice(path.indexOf(file)), file].join(' → '))
    if (state.has(file)) return
    state.set(file, 'open')
    for (const next of files.get(file) ?? [])
      if (files.has(next) && !areParts(file, next)) visit(next, [...path, file])
    state.set(file, 'done')
  }
  for (const file of files.keys()) visit(file, [])
  return found
}

/**
 * What stands in the round brackets of each function and type of one, by the text: brackets before which `function` stands
 * or after which a body, an arrow or a result's type.
 */
export function parameterLists(text: string): { head: string; inside: string; count: number }[] {
  const code = withoutComments(text).replace(
    /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g,
    "''",
  )
  const found: { head: string; inside: string; count: number }[] = []
  const open: { bracket: string; at: number; count: number }[] = []
  for (const { 0: char, index } of code.matchAll(/[([{]|(?<=\w)<|[)\]}]|(?<!=)>|,(?!\s*[)\]}>])/g)) {
    if (char === ',') {
      if (open.length > 0) open.at(-1)!.count++
    } else if (closes[char] === undefined) open.push({ bracket: char, at: index, count: 1 })
    else if (char !== '>' || open.at(-1)?.bracket === '<') {
      // What was taken for the bracket of a type, and was none, closes nowhere.
      while (open.length > 0 && open.at(-1)!.bracket !== closes[char]) open.pop()
      const list = open.pop()
      if (char !== ')' || list === undefined) continue
      const head = code.slice(Math.max(0, list.at - 100), list.at)
      if (/\bfunction\b[^()]*$/.test(head) || /^\s*(?:=>|:|\{)/.test(code.slice(index + 1, index + 20)))
        found.push({
          head: head.split('\n').at(-1)!.trim(),
          inside: code.slice(list.at + 1, index),
          count: list.count,
        })
    }
  }
  return found
}

const closes: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{', '>': '<' }

export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/.*$/gm, '')
}
