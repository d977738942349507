import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { errorMessage, setupError } from './errors.ts'
import type { OptionSpec } from './options.ts'

interface Adapter {
  id: string
  name: string
  options: OptionSpec[]
}

/** Loads every `<folder>/<id>/index.ts`; refuses a malformed adapter by name. Order is by id. */
export async function loadAdapters<A extends Adapter>(
  folder: string,
  functions: readonly (keyof A & string)[],
): Promise<ReadonlyMap<string, A>> {
  const adapters = new Map<string, A>()
  const ids = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'index.ts')))
    .map((entry) => entry.name)
    .sort()
  for (const id of ids) {
    adapters.set(id, checked<A>(id, await defaultExport(folder, id), functions))
  }
  const owners = new Map<string, string>()
  for (const adapter of adapters.values()) {
    for (const { env } of adapter.options) {
      const other = owners.get(env)
      if (other !== undefined)
        throw malformed(adapter.id, `declares the option ${env}, which ${other} declares too`)
      owners.set(env, adapter.id)
    }
  }
  return adapters
}

async function defaultExport(folder: string, id: string): Promise<unknown> {
  try {
    return ((await import(pathToFileURL(join(folder, id, 'index.ts')).href)) as { default?: unknown }).default
  } catch (error) {
    throw malformed(id, `cannot be loaded: ${errorMessage(error)}`, error)
  }
}

function checked<A extends Adapter>(id: string, value: unknown, functions: readonly string[]): A {
  if (typeof value !== 'object' || value === null) throw malformed(id, 'has no default export')
  const adapter = value as Record<string, unknown>
  if (adapter.id !== id) throw malformed(id, `calls itself ${JSON.stringify(adapter.id)}`)
  if (typeof adapter.name !== 'string' || adapter.name === '') throw malformed(id, 'has no name')
  if (!Array.isArray(adapter.options)) throw malformed(id, 'declares no options list')
  if (!Array.isArray(adapter.fields)) throw malformed(id, 'declares no fields list')
  if (!adapter.options.every((option) => /^[A-Z][A-Z0-9_]*$/.test(option?.env))) {
    throw malformed(id, 'has an option without a proper name (as in SHOP_API_KEY)')
  }
  const names = adapter.fields.map((field) => field?.name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) throw malformed(id, `declares the field "${twice}" twice`)
  for (const name of functions) {
    if (typeof adapter[name] !== 'function') throw malformed(id, `lacks the function ${name}`)
  }
  return value as A
}

function malformed(id: string, problem: string, cause?: unknown) {
  return setupError('malformed-adapter', `The adapter folder "${id}" ${problem}.`, cause)
}
