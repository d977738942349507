import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

/** Text of each file by its path within the repository. */
type Sources = Readonly<Record<string, string>>

interface Rule {
  name: string
  /** What breaks the rule, as `file → what`. */
  find(sources: Sources): string[]
  breaks: Sources[]
  keeps: Sources[]
}

const root = fileURLToPath(new URL('../', import.meta.url))
const client = 'clients/typescript/'
/** What knows nothing of deals, and what puts pages together; every other folder of web/ is a slice. */
const common = ['lib', 'ui', 'texts']
const above = ['app', 'routes']

const rules: Rule[] = [
  {
    name: 'a slice imports ui, lib, itself, the generated client and shapes of the server; ui and lib import no slice',
    find: (sources) =>
      edges(sources)
        .filter(([file, path]) => !mayImport(file, path))
        .map(arrow),
    breaks: [
      { 'web/rules/a.ts': `import { x } from '../listings/b.ts'` },
      { 'web/ui/a.ts': `import { x } from '../rules/b.ts'` },
      { 'web/lib/a.ts': `import { x } from '../ui/b.ts'` },
      { 'web/rules/a.ts': `import { x } from '../app/shell.tsx'` },
      { 'web/rules/a.ts': `import { x } from '../../server/rules/rules.ts'` },
      { 'web/rules/a.ts': `const x = lazy(() => import('../listings/b.tsx'))` },
    ],
    keeps: [
      { 'web/rules/a.ts': `import { x } from '../ui/b.ts'\nimport { y } from '../lib/b.ts'` },
      { 'web/rules/a.ts': `import { x } from '../../server/model/rule-schema.ts'` },
      { 'web/routes/a.ts': `import { x } from '../rules/a-page.tsx'` },
    ],
  },
  {
    name: 'only lib/api calls the server, and slices only through the generated client in their queries.ts',
    find: (sources) => [
      ...matching(
        sources,
        /(?<![.\w])fetch\(|\bXMLHttpRequest\b|\bEventSource\(|\bWebSocket\(|sendBeacon/,
        (file) => file.startsWith('web/lib/api/'),
      ),
      ...Object.entries(sources)
        .filter(([file]) => !/\/queries\.ts$|^web\/lib\/api\//.test(file))
        .filter(([, text]) => callsClient(text))
        .map(([file]) => `${file} → ${client}`),
    ],
    breaks: [
      { 'web/rules/a.ts': `await fetch('/api/rules')` },
      { 'web/rules/a.ts': `import { getRules } from '../../clients/typescript/api.ts'` },
      { 'web/rules/a.ts': `import {\n  type X,\n  postRules,\n} from '../../clients/typescript/api.ts'` },
    ],
    keeps: [
      { 'web/rules/queries.ts': `import { getRules } from '../../clients/typescript/api.ts'` },
      { 'web/rules/a.ts': `import { GetDealsSort, type X } from '../../clients/typescript/api.ts'` },
      { 'web/rules/a.tsx': `void deals.refetch()` },
    ],
  },
  {
    name: 'ui has no word of the domain',
    find: (sources) =>
      matching(
        sources,
        /\b(?:listing|deal|rule|score|notification|watch|marketplace|comp)s?\b/i,
        (file) => !file.startsWith('web/ui/'),
        (text) => text.replace(/Deal Scout/g, ''),
      ),
    breaks: [{ 'web/ui/a.tsx': 'const deal = 1' }, { 'web/ui/a.tsx': '<p>Rules</p>' }],
    keeps: [{ 'web/ui/a.tsx': 'document.title = "Deal Scout"' }, { 'web/rules/a.tsx': 'const deal = 1' }],
  },
  {
    name: 'what every visit loads holds neither zod nor charts nor forms: routes, shell and lib import none',
    find: (sources) =>
      reached(sources, 'web/main.tsx').flatMap((file) =>
        /from '(zod|@hookform\/[^']+|react-hook-form|@visx\/[^']+)'|from '[^']*schema\.ts'/.test(
          sources[file]!,
        )
          ? [file]
          : [],
      ),
    breaks: [
      { 'web/main.tsx': `import './routes/a.ts'`, 'web/routes/a.ts': `import { z } from 'zod'` },
      { 'web/main.tsx': `import { useForm } from 'react-hook-form'` },
    ],
    keeps: [
      {
        'web/main.tsx': `const a = () => import('./rules/a.ts')`,
        'web/rules/a.ts': `import { z } from 'zod'`,
      },
    ],
  },
  {
    name: 'what web imports of the server runs in a browser, with all that it imports itself',
    find: (sources) =>
      serverReach(sources).filter((file) =>
        /from 'node:|\bBuffer\b|\bprocess\.|from 'temporal-polyfill'/.test(
          withoutComments(read(file, sources)),
        ),
      ),
    breaks: [
      {
        'web/rules/a.ts': `import { x } from '../../server/a/schema.ts'`,
        'server/a/schema.ts': `import './b.ts'`,
        'server/a/b.ts': `import { readFileSync } from 'node:fs'`,
      },
    ],
    keeps: [
      {
        'web/rules/a.ts': `import { x } from '../../server/a/schema.ts'`,
        'server/a/schema.ts': `import { z } from 'zod'`,
      },
      { 'web/rules/a.ts': `import type { X } from '../../server/notify/when/schema.ts'` },
    ],
  },
  {
    name: 'what people read stands in texts/: no words between tags, and no style or script in a page',
    find: (sources) => [
      ...Object.entries(sources)
        .filter(([file]) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
        .flatMap(([file, text]) =>
          [...text.matchAll(/<[\w.]+(?:\s[^<>]*)?>\s*([A-Z][a-z]+(?: [a-z]+)+)[^<>{}]*</g)].map(
            ([, words]) => `${file} → ${words}`,
          ),
        ),
      ...matching(sources, /dangerouslySetInnerHTML|<style[ >]|innerHTML/, () => false),
    ],
    breaks: [
      { 'web/rules/a.tsx': '<p>Nothing was found</p>' },
      { 'web/rules/a.tsx': '<p className="x">\n  Nothing was found so far\n</p>' },
      { 'web/rules/a.tsx': '<p dangerouslySetInnerHTML={x} />' },
    ],
    keeps: [{ 'web/rules/a.tsx': `<p>{t('nothing')}</p>` }, { 'web/rules/a.ts': 'const a = b < c && d > e' }],
  },
  {
    name: 'what people hear or see before they write stands in texts/, too',
    find: (sources) =>
      Object.entries(sources)
        .filter(([file]) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
        .flatMap(([file, text]) =>
          [
            ...text.matchAll(
              /\b(?:aria-label|aria-description|alt|title|placeholder|label|hint|caption)=(?:"([^"]*[A-Za-z]{2}[^"]*)"|\{['`]([A-Z][a-z]+[^'`$]*)['`]\})/g,
            ),
          ]
            .filter(([words]) => !words.endsWith('"Deal Scout"'))
            .map(([words]) => `${file} → ${words}`),
        ),
    breaks: [
      { 'web/rules/a.tsx': '<input placeholder="Search" />' },
      { 'web/rules/a.tsx': `<p aria-label={'Nothing found'} />` },
    ],
    keeps: [
      { 'web/rules/a.tsx': `<input placeholder={t('search')} alt="" aria-labelledby="found" />` },
      { 'web/rules/a.tsx': '<p title={`${' + 'name} done`} />' },
    ],
  },
  {
    name: 'classes and styles go by the direction of the text, not by left and right',
    find: (sources) => matching(sources, leftOrRight, () => false),
    breaks: [
      `className="ml-2"`,
      `className="sm:-mr-1.5"`,
      `className={\`pl-[3px] \${x}\`}`,
      `className="focus:left-2"`,
      `className="!right-0"`,
      `className="text-left"`,
      `className="border-r"`,
      `className="rounded-l-full"`,
      `style={{ left: 3 }}`,
    ].map((sample) => ({ 'web/rules/a.tsx': `<p ${sample} />` })),
    // The middle is the same from both sides.
    keeps: [
      `className="ms-2 inset-s-0 border-e left-1/2 mr"`,
      `to="/left-to-do"`,
      `data-left={left - 2}`,
      `style={{ insetInlineStart: 3 }}`,
    ].map((sample) => ({ 'web/rules/a.tsx': `<p ${sample} />` })),
  },
  {
    name: 'a file is at most 300 lines, a folder holds at most 25 files and is at most 3 deep',
    find: (sources) => [
      ...Object.entries(sources)
        .filter(([, text]) => text.split('\n').length > 301)
        .map(([file]) => file),
      ...[...Map.groupBy(Object.keys(sources), dirname)]
        .filter(([, files]) => files.length > 25)
        .map(([folder]) => folder),
      ...Object.keys(sources).filter((file) => file.split('/').length > 4),
    ],
    breaks: [{ 'web/rules/a.ts': '\n'.repeat(301) }, { 'web/a/b/c/d.ts': '' }],
    keeps: [{ 'web/rules/a.ts': '\n'.repeat(300) }, { 'web/ui/charts/a.ts': '' }],
  },
]

describe.each(rules)('$name', ({ find, breaks, keeps }) => {
  it('holds', () => {
    const sources = webSources()
    expect(Object.keys(sources).length).toBeGreaterThan(20)
    expect(find(sources)).toEqual([])
  })
  it('would be noticed if it did not', () => {
    for (const sample of breaks) expect([sample, find(sample)]).not.toEqual([sample, []])
    for (const sample of keeps) expect([sample, find(sample)]).toEqual([sample, []])
  })
})

/** Classes of Tailwind that name a side, at the beginning of a word; `left-1/2` is the middle. */
const leftOrRight =
  /(?<=["'`\s:!])-?(?:(?:scroll-)?[mp][lr]-(?:\d|\[|\(|auto\b|px\b)|(?:left|right)-(?!1\/2)(?:\d|\[|\(|auto\b|px\b|full\b)|text-(?:left|right)\b|float-(?:left|right)\b|border-[lr](?=["'`\s-])|rounded-[lr](?=["'`\s-])|rounded-[tb][lr]\b)|style=\{\{[^}]*\b(?:left|right|(?:margin|padding|border)(?:Left|Right)\w*):/

function webSources(): Sources {
  const folder = join(root, 'web')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    // What builds and serves it runs in Node.
    .filter((file) => !/^web\/(?:dist|build|public)\/|^web\/(?:dev|vite\.config)\.ts$/.test(file))
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]))
}

type Edge = [file: string, path: string]
const arrow = ([file, path]: Edge) => `${file} → ${path}`

/** Relative imports of what runs, types left out where only they are imported. */
function importedBy(file: string, text: string, { lazy = true } = {}): string[] {
  const found = lazy
    ? /(?:from|import)\s*\(?\s*'(\.[^']+)'/g
    : /(?:^|\n)(?:import|export)(?! type\b)[^'()]*'(\.[^']+)'/g
  return [...text.matchAll(found)].map(([, path]) => join(dirname(file), path!))
}

function edges(sources: Sources): Edge[] {
  return Object.entries(sources)
    .filter(([file]) => file.startsWith('web/') && !/\.test\.tsx?$/.test(file))
    .flatMap(([file, text]) => importedBy(file, text).map((path): Edge => [file, path]))
}

const roomOf = (file: string) => file.split('/')[1]!

function mayImport(file: string, path: string): boolean {
  if (path.startsWith('server/')) return /schema\.ts$/.test(path) && !common.includes(roomOf(file))
  if (path.startsWith(client)) return roomOf(file) !== 'ui'
  if (!path.startsWith('web/')) return false
  const [from, to] = [roomOf(file), roomOf(path)]
  if (from === to || file.split('/').length === 2 || above.includes(from)) return true
  return to === 'lib' || to === 'texts' || (to === 'ui' && from !== 'lib')
}

/** Functions of the client begin with their method; shapes and lists of values with a capital. */
function callsClient(text: string): boolean {
  const imports = text.matchAll(/import (?!type )\{([^}]*)\} from '[^']*clients\/typescript\/api\.ts'/g)
  return [...imports].some(([, names]) => /(?:^|,)\s*[a-z]\w+/.test(names!.replace(/\btype \w+/g, '')))
}

function matching(
  sources: Sources,
  pattern: RegExp,
  isAllowed: (file: string) => boolean,
  clean: (text: string) => string = (text) => text,
): string[] {
  return Object.entries(sources).flatMap(([file, text]) => {
    const found = pattern.exec(clean(withoutComments(text)))?.[0]
    return found === undefined || isAllowed(file) || /\.test\.tsx?$/.test(file) ? [] : [`${file} → ${found}`]
  })
}

/** Files that are loaded with one, those that come later left out. */
function reached(sources: Sources, from: string, found = new Set<string>()): string[] {
  if (found.has(from) || sources[from] === undefined) return [...found]
  found.add(from)
  for (const path of importedBy(from, sources[from], { lazy: false })) reached(sources, path, found)
  return [...found]
}

/** Files of the server that end up in a browser. */
function serverReach(sources: Sources): string[] {
  const found = new Set<string>()
  const visit = (file: string): void => {
    if (found.has(file)) return
    found.add(file)
    for (const path of importedBy(file, read(file, sources), { lazy: false }))
      if (path.startsWith('server/')) visit(path)
  }
  for (const [file, text] of Object.entries(sources))
    if (file.startsWith('web/'))
      for (const path of importedBy(file, text, { lazy: false })) if (path.startsWith('server/')) visit(path)
  return [...found]
}

function read(file: string, sources: Sources): string {
  return sources[file] ?? (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : '')
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/g, '')
}
