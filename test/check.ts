import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** `npm run check`: format, lint, types, architecture rules, generated files and migrations up to date. */
const root = fileURLToPath(new URL('../', import.meta.url))
const bin = (name: string) => join(root, 'node_modules/.bin', name)
const steps: [string, () => boolean][] = [
  ['format and lint', () => run(bin('biome'), ['check', '.'])],
  ['types', () => run(bin('tsc'), ['--noEmit'])],
  ['types of the web app', () => run(bin('tsc'), ['--noEmit', '-p', 'web'])],
  ['types of its service worker', () => run(bin('tsc'), ['--noEmit', '-p', 'web/sw'])],
  ['types of the extension', () => run(bin('tsc'), ['--noEmit', '-p', 'extension'])],
  ['architecture', () => run(bin('vitest'), ['run', '--config', 'test/architecture.config.ts'])],
  ['generated files', () => run(process.execPath, [join(root, 'test/generate.ts'), '--check'])],
  [
    'OpenAPI document',
    () => run(bin('spectral'), ['lint', 'docs/openapi.json', '--fail-severity=error', '--quiet']),
  ],
  ['migrations', migrationsFitTables],
]
const failed = steps.filter(([name, step]) => {
  process.stdout.write(`\n▶ ${name}\n`)
  return !step()
})
process.stdout.write(
  failed.length === 0 ? '\ncheck: clean\n' : `\ncheck: FAILED: ${failed.map(([name]) => name).join(', ')}\n`,
)
process.exitCode = failed.length === 0 ? 0 : 1

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status === 0
}

/** Generates a migration into a copy: there must be nothing to generate. */
function migrationsFitTables(): boolean {
  const copy = mkdtempSync(join(tmpdir(), 'deal-scout-migrations-'))
  try {
    cpSync(join(root, 'migrations'), copy, { recursive: true })
    const config = join(copy, 'drizzle.config.json')
    writeFileSync(
      config,
      JSON.stringify({ dialect: 'postgresql', schema: join(root, 'server/**/tables.ts'), out: copy }),
    )
    const before = readdirSync(copy).length
    const result = spawnSync(bin('drizzle-kit'), ['generate', '--config', config, '--name', 'drift'], {
      cwd: root,
      encoding: 'utf8',
    })
    const extra = readdirSync(copy).filter((name) => name.endsWith('_drift.sql'))
    if (result.status === 0 && extra.length === 0 && before === readdirSync(copy).length) return true
    process.stdout.write(`${result.stdout}${result.stderr}\n`)
    for (const name of extra) process.stdout.write(readFileSync(join(copy, name), 'utf8'))
    process.stdout.write('\nThe tables and the migrations differ: npm run migration NAME\n')
    return false
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
