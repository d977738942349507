import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
const server = join(root, 'server')

const files = readdirSync(server, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(server, join(entry.parentPath, entry.name)))
const production = files.filter((file) => !isTestCode(file))
const slices = readdirSync(server, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'core')
  .map(({ name }) => name)

/** Tests and what only tests use. */
function isTestCode(file: string): boolean {
  return /\.test\.ts$|(^|\/)(stand-in|contract-stand-in|test-world|samples|read-mail)\.ts$/.test(file)
}

function source(file: string): string {
  return readFileSync(join(server, file), 'utf8')
}

function imports(file: string): string[] {
  return [...source(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!)
}

/** Imports within server/, as paths relative to it. */
function ownImports(file: string): string[] {
  return imports(file)
    .filter((path) => path.startsWith('.'))
    .map((path) => join(dirname(file), path))
    .filter((path) => !path.startsWith('..'))
}

const sliceOf = (file: string) => (file.includes('/') ? file.split('/')[0]! : null)

/** Shared words that may cross slices: wire shapes, table references, and the two contracts' message. */
function mayCross(path: string): boolean {
  return /\/schema\.ts$/.test(path) || path === 'notify/message.ts'
}

/** Commands and the demo are small compositions of their own: they name what they use of other slices. */
const compositions = ['ops/demo-lifecycle.ts', 'imports/commands.ts']

describe('architecture', () => {
  it('core imports no slice', () => {
    const wrong = production
      .filter((file) => sliceOf(file) === 'core')
      .flatMap((file) => ownImports(file).filter((path) => sliceOf(path) !== 'core').map((path) => `${file} → ${path}`))
    expect(wrong).toEqual([])
  })

  it("a slice imports only core, itself and other slices' schema.ts (tables: other tables)", () => {
    const wrong = production
      .filter((file) => slices.includes(sliceOf(file) ?? '') && !compositions.includes(file))
      .flatMap((file) =>
        ownImports(file)
          .filter((path) => {
            const slice = sliceOf(path)
            if (slice === null) return path !== 'config.ts'
            if (slice === 'core' || slice === sliceOf(file) || mayCross(path)) return false
            return !(file.endsWith('/tables.ts') && path.endsWith('/tables.ts'))
          })
          .map((path) => `${file} → ${path}`),
      )
    expect(wrong).toEqual([])
  })

  it('an adapter folder is named nowhere outside itself', () => {
    const adapters = ['marketplaces', 'notify'].flatMap((slice) =>
      readdirSync(join(server, slice), { withFileTypes: true })
        .filter((entry) => entry.isDirectory() && entry.name !== 'fixtures')
        .map(({ name }) => `${slice}/${name}`),
    )
    const wrong = production.flatMap((file) =>
      ownImports(file)
        .map((path) => adapters.find((adapter) => path.startsWith(`${adapter}/`) && !file.startsWith(`${adapter}/`)))
        .filter((adapter) => adapter !== undefined)
        .map((adapter) => `${file} → ${adapter}`),
    )
    expect(wrong).toEqual([])
  })

  it('only config.ts reads process.env', () => {
    expect(production.filter((file) => file !== 'config.ts' && /process\.env\b/.test(source(file)))).toEqual([])
  })

  it('only core/fetch*.ts goes out to the network by HTTP', () => {
    const wrong = production.filter(
      (file) =>
        !/^core\/fetch/.test(file) &&
        (imports(file).some((path) => ['undici', 'node:https'].includes(path)) || /(?<![.\w])fetch\(['"`]http/.test(source(file))),
    )
    expect(wrong).toEqual([])
  })

  it('only store.ts files hold SQL (and the core of the database itself)', () => {
    const sql = /[`'"]\s*(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\s+[a-z_*("$]/
    const allowed = /(^|\/)store\.ts$|^core\/(db|migrate|jobs|embedded-postgres[\w-]*)\.ts$|^ops\/health\.ts$/
    expect(production.filter((file) => !allowed.test(file) && sql.test(source(file)))).toEqual([])
  })

  it('test code is not imported by production code', () => {
    const wrong = production.flatMap((file) =>
      imports(file)
        .filter((path) => isTestCode(path) || path.includes('/test/'))
        .map((path) => `${file} → ${path}`),
    )
    expect(wrong).toEqual([])
  })

  it('no enum, namespace or parameter property: types are only stripped', () => {
    expect(production.filter((file) => /^\s*(export\s+)?(const\s+)?enum\s|^\s*(export\s+)?namespace\s/m.test(source(file)))).toEqual([])
  })

  it('folders are at most 4 deep', () => {
    expect(files.filter((file) => file.split('/').length > 4)).toEqual([])
  })
})
