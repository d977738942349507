import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** Text of each source file by its path within server/. */
type Sources = Readonly<Record<string, string>>

interface Rule {
  name: string
  /** What breaks the rule, as `file → what`. */
  find(sources: Sources): string[]
  /** Samples that must be found, so that a rule cannot stop working unnoticed. */
  breaks: Sources[]
  /** Samples that look alike and are fine. */
  keeps: Sources[]
}

/** Shared words that may cross slices: wire shapes, table references, and the two contracts' message. */
const mayCross = (path: string) => path.endsWith('/schema.ts') || path === 'notify/message.ts'
/** Commands and the demo are small compositions of their own: they name what they use of other slices. */
const compositions = ['ops/demo-lifecycle.ts', 'imports/commands.ts']
/** The slices whose folders are adapters. */
const adapterSlices = ['marketplaces', 'notify']
/** Folders of those slices that are none. */
const partsOfSlices = ['fixtures', 'when']

const rules: Rule[] = [
  {
    name: 'core imports no slice',
    find: (sources) =>
      importsOf(sources, ([file, path]) => sliceOf(file) === 'core' && sliceOf(path) !== 'core'),
    breaks: [
      { 'core/a.ts': `import { x } from '../alerts/store.ts'` },
      { 'core/a.ts': `import type { Config } from '../config.ts'` },
    ],
    keeps: [
      { 'core/a.ts': `import { x } from './b.ts'` },
      { 'core/a.test.ts': `import { x } from '../alerts/store.ts'` },
    ],
  },
  {
    name: 'the model, which slices share, imports only core and itself, and does nothing outside of itself',
    find: (sources) => [
      ...importsOf(
        sources,
        ([file, path]) => sliceOf(file) === 'model' && !['core', 'model'].includes(sliceOf(path) ?? ''),
      ),
      ...matching(
        sources,
        /\basync\b|\bawait\b|Date\.now\(|new Date\(\)|Math\.random\(|from 'node:/,
        (file) => sliceOf(file) !== 'model',
      ),
    ],
    breaks: [
      { 'model/a.ts': `import { x } from '../alerts/schema.ts'` },
      { 'model/a.ts': `import { createApp } from '../app.ts'` },
      { 'model/a.ts': `import { readFileSync } from 'node:fs'` },
      { 'model/a.ts': 'export async function f() {}' },
    ],
    keeps: [
      { 'model/a.ts': `import { x } from '../core/money.ts'\nimport { y } from './b.ts'` },
      { 'alerts/a.ts': `import { x } from '../model/a.ts'\nawait x()` },
    ],
  },
  {
    name: "a slice imports only core, the model, itself and other slices' schema.ts (tables: other tables)",
    find: (sources) =>
      importsOf(sources, ([file, path]) => {
        const [from, to] = [sliceOf(file), sliceOf(path)]
        if (from === null || from === 'core' || from === 'model' || compositions.includes(file)) return false
        if (to === null) return path !== 'config.ts'
        if (to === 'core' || to === 'model' || to === from || mayCross(path)) return false
        return !(file.endsWith('/tables.ts') && path.endsWith('/tables.ts'))
      }),
    breaks: [
      { 'alerts/a.ts': `import { x } from '../listings/store.ts'` },
      { 'alerts/a.ts': `const { x } = await import('../listings/store.ts')` },
      { 'alerts/a.ts': `export { x } from '../listings/merge.ts'` },
      { 'alerts/a.ts': `import { createApp } from '../app.ts'` },
      { 'marketplaces/ebay/a.ts': `import {\n  x,\n} from '../../notify/render.ts'` },
    ],
    keeps: [
      { 'alerts/a.ts': `import { x } from '../listings/schema.ts'` },
      { 'alerts/tables.ts': `import { x } from '../listings/tables.ts'` },
      { 'alerts/a.ts': `import { x } from '../model/product/title.ts'` },
      {
        'marketplaces/ebay/a.ts': `import { x } from '../contract.ts'\nimport { y } from '../../core/money.ts'`,
      },
      { 'app.ts': `import { x } from './listings/store.ts'` },
    ],
  },
  {
    name: 'an adapter is named nowhere outside its folder: neither imported nor compared with',
    find: (sources) => {
      const folders = [
        ...new Set(
          Object.keys(sources)
            .map(adapterOf)
            .filter((folder) => folder !== null),
        ),
      ]
      const imported = importsOf(
        sources,
        ([file, path]) => adapterOf(path) !== null && adapterOf(path) !== adapterOf(file),
      )
      const compared = production(sources).flatMap(([file, text]) =>
        folders
          .filter((folder) => {
            const id = folder.split('/')[1]
            const outside = sliceOf(file) !== 'core' && adapterOf(file) !== folder
            return outside && new RegExp(`(?:[=!]==|\\bcase)\\s*'${id}'`).test(text)
          })
          .map((folder) => `${file} → ${folder}`),
      )
      return [...imported, ...compared]
    },
    breaks: [
      { 'app.ts': `import ebay from './marketplaces/ebay/index.ts'` },
      { 'marketplaces/craigslist/a.ts': `import { x } from '../ebay/sites.ts'` },
      { 'marketplaces/ebay/index.ts': '', 'pipeline.ts': `if (listing.marketplace === 'ebay') skip()` },
      { 'notify/discord/index.ts': '', 'notify/deliver.ts': `switch (channel) { case 'discord': return 1 }` },
    ],
    keeps: [
      { 'marketplaces/ebay/a.ts': `import { x } from './sites.ts'\nif (id === 'ebay') y()` },
      { 'notify/email/index.ts': '', 'core/fields.ts': `switch (type) { case 'email': return 1 }` },
    ],
  },
  {
    name: 'only config.ts reads process.env',
    find: (sources) =>
      matching(sources, /process\.env\b|\benv\b.*from 'node:process'/, (file) => file === 'config.ts'),
    breaks: [
      { 'alerts/a.ts': 'const x = process.env.HOME' },
      { 'core/a.ts': `import { env } from 'node:process'` },
    ],
    keeps: [{ 'config.ts': 'process.env' }, { 'core/a.ts': 'process.environment' }],
  },
  {
    name: 'only core/terminal.ts writes to the terminal, which cleans what it writes',
    find: (sources) =>
      matching(
        sources,
        /process\.(?:stdout|stderr)\.write\(|\bconsole\.(?:log|error|warn|info)\(/,
        (file) => file === 'core/terminal.ts',
      ),
    breaks: [{ 'alerts/a.ts': 'process.stdout.write(name)' }, { 'cli.ts': 'console.error(name)' }],
    keeps: [{ 'core/terminal.ts': 'process.stderr.write(x)' }, { 'app.ts': 'process.stderr.isTTY' }],
  },
  {
    name: 'only core/fetch*.ts goes out to the network by HTTP',
    find: (sources) =>
      matching(
        sources,
        /from '(?:undici|node:https|node:http2)'|import \{[^}]*\b(?:request|get)\b[^}]*\} from 'node:http'|(?<![.\w])fetch\(\s*['"`]http/,
        (file) => /^core\/fetch/.test(file),
      ),
    breaks: [
      { 'notify/a.ts': `import { request } from 'undici'` },
      { 'notify/a.ts': `import { createServer, get } from 'node:http'` },
      { 'notify/a.ts': 'await fetch(`https://x.example/`)' },
    ],
    keeps: [
      { 'core/fetch.ts': `import { request } from 'undici'` },
      { 'ops/a.ts': `import { createServer } from 'node:http'` },
      { 'notify/a.ts': `await ctx.fetch('https://x.example')` },
    ],
  },
  {
    name: 'only store files hold SQL (and the core of the database itself)',
    find: (sources) =>
      matching(sources, /[`'"]\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\s+[a-z_*("$]/, (file) =>
        /(^|[/-])store\.ts$|^core\/(db|migrate|jobs|embedded-postgres[\w-]*)\.ts$|^ops\/health\.ts$/.test(
          file,
        ),
      ),
    breaks: [
      { 'alerts/a.ts': 'db.query("SELECT a FROM x")' },
      { 'alerts/a.ts': 'db.query(`\n    UPDATE rules SET a = 1`)' },
      { 'alerts/restore.ts': 'db.query(`DELETE FROM rules`)' },
    ],
    keeps: [{ 'alerts/store.ts': 'db.query(`DELETE FROM rules`)' }, { 'alerts/a.ts': `'Select a rule'` }],
  },
  {
    name: 'test code is not imported by production code',
    find: (sources) =>
      importsOf(sources, ([file, path]) => isTestCode(path) || (path.startsWith('../') && file !== 'app.ts')),
    breaks: [
      { 'notify/a.ts': `import { x } from './stand-in.ts'` },
      { 'notify/a.ts': `import { x } from '../../test/harness/app.ts'` },
    ],
    keeps: [
      { 'notify/a.test.ts': `import { x } from '../../test/harness/app.ts'` },
      { 'notify/a.ts': `import x from 'zod'` },
    ],
  },
  {
    name: 'no state of a module, except caches of static data that a comment above the first of them explains',
    find: (sources) =>
      matching(sources, /^(?:.*\n)?(?:export )?let\s/m, (_, found) => /^\s*(?:\/\/|\/?\*)/.test(found)),
    breaks: [{ 'alerts/a.ts': 'let count = 0' }, { 'alerts/a.ts': 'const a = 1\n\nexport let b = 2' }],
    keeps: [
      { 'alerts/a.ts': '// Made at first use.\nlet byName: Map<string, string> | undefined' },
      { 'alerts/a.ts': 'function f() {\n  let a = 1\n}' },
    ],
  },
  {
    name: 'folders are at most 4 deep, server/ counted',
    find: (sources) => Object.keys(sources).filter((file) => file.split('/').length > 4),
    breaks: [{ 'a/b/c/d/e.ts': '' }],
    keeps: [{ 'a/b/c/d.ts': '' }],
  },
]

describe.each(rules)('$name', ({ find, breaks, keeps }) => {
  it('holds', () => {
    expect(find(serverSources())).toEqual([])
  })
  it('would be noticed if it did not', () => {
    for (const sample of breaks) expect([sample, find(sample)]).not.toEqual([sample, []])
    for (const sample of keeps) expect([sample, find(sample)]).toEqual([sample, []])
  })
})

describe('attacks reach the program from outside', () => {
  /** Of the program itself: what makes databases and numbers, the sites that pretend, and the reader of photos. */
  const mayUse =
    /^server\/(core\/(random|db|embedded-postgres)|photos\/read-photo|.*\/(contract-stand-in|read-mail))\.ts$/
  const insides = (sources: Sources) =>
    Object.entries(sources).flatMap(([file, text]) =>
      importedBy(`attack/${file}`, text)
        .filter((path) => path.startsWith('server/') && !mayUse.test(path))
        .map((path) => `attack/${file} → ${path}`),
    )

  it('holds', () => {
    expect(insides(sourcesOf('attack'))).toEqual([])
    expect(production(serverSources()).filter(([, text]) => /['"][./]*\/attack\//.test(text))).toEqual([])
  })
  it('would be noticed if it did not', () => {
    expect(insides({ 'attacks/a.ts': `import { createApp } from '../../server/app.ts'` })).toHaveLength(1)
    expect(insides({ 'attacks/a.ts': `import { x } from '../../server/core/random.ts'` })).toEqual([])
  })
})

function serverSources(): Sources {
  return sourcesOf('server')
}

function sourcesOf(name: string): Sources {
  const folder = fileURLToPath(new URL(`../${name}/`, import.meta.url))
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    files.map((file) => [relative(folder, file).replaceAll('\\', '/'), readFileSync(file, 'utf8')]),
  )
}

/** Relative imports of a file, as paths beside it. */
function importedBy(file: string, text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, path]) =>
    join(dirname(file), path!),
  )
}

/** Tests and what only tests use. */
function isTestCode(file: string): boolean {
  return /\.test\.ts$|(^|\/)(stand-in|contract-stand-in|test-world|samples|read-mail)\.ts$/.test(file)
}

function production(sources: Sources): [file: string, text: string][] {
  return Object.entries(sources).filter(([file]) => !isTestCode(file))
}

/** Files with the pattern, by its first occurrence. */
function matching(
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
function importsOf(sources: Sources, isWrong: (edge: [file: string, path: string]) => boolean): string[] {
  return production(sources)
    .flatMap(([file, text]) => importedBy(file, text).map((path): [string, string] => [file, path]))
    .filter(isWrong)
    .map(([file, path]) => `${file} → ${path}`)
}

/** The folder of server/ that a file is in; null at the top and outside. */
function sliceOf(file: string): string | null {
  return file.includes('/') && !file.startsWith('..') ? file.split('/')[0]! : null
}

/** `marketplaces/ebay` for a file of that adapter. */
function adapterOf(file: string): string | null {
  const [slice, id, inside] = file.split('/')
  return inside !== undefined && !partsOfSlices.includes(id!) && adapterSlices.includes(slice!)
    ? `${slice}/${id}`
    : null
}
