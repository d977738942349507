import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadAllAdapters } from '../server/app/adapters.ts'
import { coreOptions } from '../server/app/config/config-options.ts'
import type { OptionSpec } from '../server/core/options.ts'

const root = join(import.meta.dirname, '..')
const page = readFileSync(join(root, 'docs/security/keys.md'), 'utf8')
const sections = page
  .split('\n## ')
  .slice(1)
  .map((text) => ({ title: text.split('\n')[0]!, text }))

/** The phases of a key's life in NIST SP 800-57 part 1, each of which a kind of key says something of. */
const phases = ['generated', 'distributed', 'stored', 'used', 'rotated', 'revoked', 'destroyed']

const sources = readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' })
  .filter(
    (name) =>
      name.endsWith('.ts') &&
      !/\.test\.ts$|(?:^|\/)test-[\w-]+\.ts$|fake-server\.ts$|(?:^|\/)stand-in\//.test(name),
  )
  .toSorted()
  .map((name) => ({ name, text: readFileSync(join(root, 'server', name), 'utf8') }))
const filesWith = (pattern: RegExp) =>
  sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name)

describe('the life of keys', () => {
  it('is told of each kind by all seven phases, in their order', () => {
    expect(sections.length).toBeGreaterThan(7)
    for (const { title, text } of sections) {
      const rows = [...text.matchAll(/^\| (\w+) \| (.+) \|$/gm)].filter(([, phase]) => phase !== 'phase')
      expect([title, rows.map(([, phase]) => phase)]).toEqual([title, phases])
      for (const [, phase, how] of rows) expect([title, phase, how!.length > 9]).toEqual([title, phase, true])
    }
  })

  it('names every secret option and every secret field of an adapter', async () => {
    const { marketplaces, channels } = await loadAllAdapters()
    const adapters = [...marketplaces.values(), ...channels.values()]
    const options = [...Object.values<OptionSpec>(coreOptions), ...adapters.flatMap((one) => one.options)]
    const secret = [
      ...options.filter((spec) => spec.secret).map(({ env }) => env),
      ...adapters.flatMap(({ id, fields }) =>
        fields.filter((field) => field.secret).map(({ name }) => `${id}.${name}`),
      ),
    ]
    expect(secret.length).toBeGreaterThan(25)
    for (const name of secret) expect([name, page.includes(`\`${name}\``)]).toEqual([name, true])
  })

  it('names every column that is sealed', () => {
    const columns = sources.flatMap(({ text }) =>
      /\bSealedColumn\b/.test(text)
        ? [...text.matchAll(/\btable: '(\w+)',\s+column: '(\w+)'/g)].map(
            ([, table, column]) => `${table}.${column}`,
          )
        : [],
    )
    // So many are declared where features name what they seal.
    expect(columns.length).toBe(9)
    for (const name of columns) expect([name, page.includes(`\`${name}\``)]).toEqual([name, true])
  })

  it('names every purpose for which a key is drawn from the sealing key', () => {
    const purposes: Record<string, string> = {
      'accounts/auth/ask.ts': 'accounts',
      'accounts/auth/signing.ts': 'audit',
      'accounts/auth/who-asks.ts': 'accounts',
      'accounts/feature.ts': 'accounts',
      'accounts/sealing/csrf-token.ts': 'csrf',
      'channels/signed-id.ts': 'message sent',
      'flows/forget-remote-person.ts': 'deleted person',
      'ops/keep-answers.ts': 'idempotency',
      'sources/context.ts': 'adapter-cache',
    }
    const drawing = filesWith(/\bsecrets\.(?:sign|isSigned|derived)\(|\.secrets\.derived\(/).filter(
      (name) => name !== 'core/secrets.ts',
    )
    expect(drawing).toEqual(Object.keys(purposes).toSorted())
    for (const [name, purpose] of Object.entries(purposes)) {
      const text = sources.find((one) => one.name === name)?.text ?? ''
      expect([name, text.includes(`'${purpose}'`)]).toEqual([name, true])
      expect([purpose, page.includes(`\`${purpose}\``)]).toEqual([purpose, true])
    }
  })

  it('names every place that draws a secret', () => {
    const known = new Set([
      // The sealing keys themselves and the names of drafts of their file; nonces and salts, which are no secrets.
      'core/secret-keys.ts',
      'core/secrets.ts',
      'accounts/passwords/password-hash.ts',
    ])
    const drawing = filesWith(/\brandomBytes\(|\brandomInt\(|\bgetRandomValues\(/).filter(
      (name) => !known.has(name),
    )
    expect(drawing.length).toBeGreaterThan(5)
    for (const name of drawing) expect([name, page.includes(`\`${name}\``)]).toEqual([name, true])
  })
})
