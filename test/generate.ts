import { readFileSync, writeFileSync } from 'node:fs'
import { loadAllAdapters } from '../server/app.ts'
import { configMarkdown, envExample } from '../server/config.ts'

/** Writes every generated file, or with --check lists those that are not up to date and exits 1. */
const { marketplaces, channels } = await loadAllAdapters()
const owners = [...marketplaces.values(), ...channels.values()].map(({ name, options }) => ({
  owner: name,
  options,
}))
const files = new Map([
  ['docs/config.md', configMarkdown(owners)],
  ['.env.example', envExample(owners)],
])
const root = new URL('../', import.meta.url)
const stale = [...files].filter(([name, text]) => read(name) !== text).map(([name]) => name)
if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    process.stderr.write(`Not up to date: ${stale.join(', ')}. Run "npm run generate".\n`)
    process.exitCode = 1
  }
} else {
  for (const name of stale) writeFileSync(new URL(name, root), files.get(name)!)
}

function read(name: string): string | null {
  try {
    return readFileSync(new URL(name, root), 'utf8')
  } catch {
    return null
  }
}
