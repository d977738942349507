import { readdirSync } from 'node:fs'
import { AppError } from '../server/core/errors.ts'

/** `npm run bench -- NAME [--json] …`: runs bench/NAME.ts, which exports `run(args)` and returns its figures. */
const [name, ...args] = process.argv.slice(2)
const here = new URL('./', import.meta.url)
const names = readdirSync(here)
  .filter((file) => file.endsWith('.ts') && file !== 'run.ts' && !file.startsWith('lib-'))
  .map((file) => file.slice(0, -3))
if (name === undefined || !names.includes(name)) {
  process.stderr.write(`Which benchmark? npm run bench -- ${names.join('|')} [--json]\n`)
  process.exit(2)
}
const { run } = (await import(new URL(`${name}.ts`, here).href)) as {
  run(args: string[]): Promise<Record<string, unknown>>
}
let figures: Record<string, unknown>
try {
  figures = await run(args)
} catch (error) {
  if (!(error instanceof AppError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exit(2)
}
if (args.includes('--json')) process.stdout.write(`${JSON.stringify(figures)}\n`)
else
  for (const [key, value] of Object.entries(figures))
    process.stdout.write(`${key}: ${typeof value === 'object' ? JSON.stringify(value) : value}\n`)
