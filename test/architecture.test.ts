import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  circles,
  filesOf,
  importedBy,
  importsOf,
  isTestCode,
  isWrite,
  matching,
  parameterLists,
  production,
  roomOf,
  type Sources,
  sourcesOf,
  statementsOf,
  withoutComments,
} from './source-text.ts'

interface Rule {
  name: string
  /** What breaks the rule, as `file → what`. */
  find(sources: Sources): string[]
  /** Samples that must be found, so that a rule cannot stop working unnoticed. */
  breaks: Sources[]
  /** Samples that look alike and are fine. */
  keeps: Sources[]
}

/** Rooms whose folders are adapters; what lies beside the folders is their contract and kit. */
const adapterRooms = ['marketplaces', 'channels']
/** The slices that drive each of them. */
const driverOf: Readonly<Record<string, string>> = {
  ...{ sources: 'marketplaces', mailbox: 'marketplaces' },
  notify: 'channels',
}
/** From the ground up; every other folder is a slice, which stands on core and model. */
const above: Readonly<Record<string, number>> = {
  core: 0,
  model: 1,
  marketplaces: 2,
  channels: 2,
  flows: 4,
  // Another way in, for agents: it gives what slices and flows have.
  mcp: 5,
  app: 6,
}
const sliceFloor = 3
const floorOf = (file: string) => {
  const room = roomOf(file)
  return room === null ? 7 : (above[room] ?? sliceFloor)
}

/** Nothing but rows of data, as long as what they list. */
const isData: ReadonlySet<string> = new Set([
  'core/problem-codes.ts',
  'marketplaces/craigslist/area-table.ts',
])

/** Folders that may hold many files. */
const isWide: ReadonlySet<string> = new Set([
  // Small things that know nothing of one another.
  'core',
  // One object in several files.
  'rules/matcher',
  // What adapters share; the folders in it are adapters, and nothing else can be one.
  'marketplaces',
  // Flows are found by their name, a verb and a noun, and ARCHITECTURE.md lists them; most belong to several slices.
  'flows',
])

/** Tables of other slices that a store reads, where the database joins, filters or sums what would else all be fetched. */
const mayRead: Readonly<Record<string, readonly string[]>> = {
  // What whoever did it is called now: events hold no names.
  'audit/audit-store.ts': ['users'],
  'clusters/store.ts': ['listings'],
  // The price history of a person's own listings.
  'accounts/own/own-tables.ts': ['listings', 'item_photos'],
  'clusters/read-store.ts': ['listings', 'price_changes', 'matches'],
  // What every statement over listings that is for a person has in its condition.
  'model/visible-listings.ts': ['listings'],
  'listings/deals/filter-store.ts': ['matches'],
  'listings/deals/position.ts': ['cluster_members'],
  'listings/deals/facet-store.ts': ['cluster_members'],
  'listings/deals/card-store.ts': ['cluster_members', 'listing_photos'],
  'notify/preference-store.ts': ['profiles'],
  'notify/feed/feed-store.ts': ['users'],
  'photos/store.ts': ['listings'],
  'rules/store.ts': ['notifications'],
  'rules/explain/trace-store.ts': ['listings'],
  'rules/waiting/undecided-store.ts': ['listings'],
  'scoring/resale/store.ts': ['listings'],
  // What whoever accepted them is called now.
  'sources/terms/terms-store.ts': ['users'],
  'trends/store.ts': ['listings'],
  'watches/store.ts': ['listings'],
}
/** A name that is put into the statement: which it is cannot be read from the text. */
const putIn = `\${table}`
/** One kind of statement over several tables of its own. */
const mayWrite: Readonly<Record<string, string>> = {
  'sources/context-store.ts': putIn,
  // Whoever changes something tells of it in its own transaction, as it wakes others.
  'core/live-store.ts': 'live_events',
  // What slices have sealed, by their lists.
  'ops/secrets/reseal-store.ts': putIn,
  // All that is a person's, whichever slice has it.
  'accounts/own/own-store.ts': putIn,
}

/** What may be of no type on its way in or out. */
const isUntyped: ReadonlySet<string> = new Set([
  // Settings are read by the fields that the adapter declares; items of messages are shown as they were stored.
  'notify/schema.ts',
  'sources/schema.ts',
  // A patch is read as the rule that it makes.
  'rules/routes.ts',
  'rules/dismiss/dismiss-schema.ts',
  // Each flag reads a value of its own type.
  'rules/rule-flags.ts',
])

/** Whose address or message id is sealed with the program's key: it says whose it is. */
const isSealed: ReadonlySet<string> = new Set([
  'notify/delivery/bounce-routes.ts',
  'notify/targets/confirm-routes.ts',
])

/** For samples of the rules on tables. */
const ownTables: Sources = {
  'rules/tables.ts': `export const rules = pgTable('rules', {})`,
  'listings/tables.ts': `export const listings = pgTable(\n  'listings',\n  {})`,
}

const rules: Rule[] = [
  {
    name: 'server/ itself holds only the two entries',
    find: (sources) =>
      production(sources)
        .map(([file]) => file)
        .filter((file) => roomOf(file) === null && !/^(?:main|cli)\.ts$/.test(file)),
    breaks: [{ 'pipeline.ts': '' }, { 'app.ts': '' }],
    keeps: [{ 'cli.ts': '', 'main.ts': '' }],
  },
  {
    name: 'rooms stand on one another: core, model, adapters, slices, flows, mcp, app, the entries; slices never side by side',
    find: (sources) => importsOf(sources, ([file, path]) => !mayImport(file, path)),
    breaks: [
      { 'core/a.ts': `import { x } from '../rules/store.ts'` },
      { 'core/a.ts': `import type { Config } from '../app/config.ts'` },
      { 'model/a.ts': `import { x } from '../rules/store.ts'` },
      { 'model/a.ts': `import { createApp } from '../app/app.ts'` },
      { 'rules/a.ts': `import { x } from '../listings/store.ts'` },
      { 'rules/a.ts': `const { x } = await import('../listings/store.ts')` },
      { 'rules/a.ts': `export { x } from '../listings/merge.ts'` },
      { 'rules/a.ts': `import type { Listing } from '../listings/schema.ts'` },
      { 'rules/a.ts': `import { createApp } from '../app/app.ts'` },
      { 'rules/a.ts': `import { ingest } from '../flows/ingest.ts'` },
      { 'marketplaces/ebay/a.ts': `import {\n  x,\n} from '../../sources/scan.ts'` },
      { 'channels/sms/a.ts': `import { x } from '../../notify/schema.ts'` },
      { 'notify/a.ts': `import { x } from '../marketplaces/contract.ts'` },
      { 'notify/a.ts': `import { x } from '../channels/email/compose.ts'` },
      { 'flows/a.ts': `import type { App } from '../app/app.ts'` },
      { 'flows/a.ts': `import { x } from '../mcp/tool.ts'` },
      { 'rules/a.ts': `import { x } from '../mcp/tool.ts'` },
      { 'mcp/a.ts': `import type { App } from '../app/app.ts'` },
      { 'app/a.ts': `import { main } from '../main.ts'` },
    ],
    keeps: [
      { 'core/a.ts': `import { x } from './b.ts'` },
      { 'core/a.test.ts': `import { x } from '../rules/store.ts'` },
      { 'model/a.ts': `import { x } from '../core/money.ts'\nimport { y } from './b.ts'` },
      { 'rules/a.ts': `import { x } from '../model/product/title.ts'` },
      { 'rules/tables.ts': `import { x } from '../listings/tables.ts'` },
      {
        'marketplaces/ebay/a.ts': `import { x } from '../contract.ts'\nimport { y } from '../../core/money.ts'`,
      },
      { 'sources/a.ts': `import type { Marketplace } from '../marketplaces/contract.ts'` },
      { 'flows/a.ts': `import { x } from '../listings/store.ts'` },
      { 'app/app.ts': `import { x } from '../flows/ingest.ts'` },
      { 'mcp/a.ts': `import { x } from '../flows/ingest.ts'\nimport { y } from '../rules/rules.ts'` },
      { 'app/app.ts': `import { x } from '../mcp/feature.ts'` },
    ],
  },
  {
    name: 'the model does nothing outside of itself',
    find: (sources) =>
      matching(
        sources,
        /\basync\b|\bawait\b|Date\.now\(|new Date\(\)|Math\.random\(|from 'node:/,
        (file) => roomOf(file) !== 'model',
      ),
    breaks: [
      { 'model/a.ts': `import { readFileSync } from 'node:fs'` },
      { 'model/a.ts': 'export async function f() {}' },
    ],
    keeps: [{ 'rules/a.ts': `await x()` }],
  },
  {
    name: 'no file imports itself by a detour, types included',
    find: (sources) => circles(sources, areParts),
    breaks: [
      { 'rules/a.ts': `import { b } from './b.ts'`, 'rules/b.ts': `import type { A } from './a.ts'` },
      {
        'core/a.ts': `import { b } from './b.ts'`,
        'core/b.ts': `import { c } from './c.ts'`,
        'core/c.ts': `export { a } from './a.ts'`,
      },
    ],
    keeps: [
      {
        'rules/a.ts': `import { b } from './b.ts'\nimport { c } from './c.ts'`,
        'rules/b.ts': `import './c.ts'`,
      },
    ],
  },
  {
    name: 'a flow is one verb and noun: its file is named as its main export',
    find: (sources) =>
      production(sources)
        .filter(([file, text]) => roomOf(file) === 'flows' && !isFlow(file, text))
        .map(([file]) => file),
    breaks: [
      { 'flows/telling.ts': 'export function tell() {}' },
      { 'flows/match-page.ts': 'export async function matchRules() {}' },
    ],
    keeps: [
      { 'flows/match-page.ts': 'export async function matchPage() {}' },
      { 'flows/ingest.ts': 'export function ingest() {}' },
      { 'flows/page.ts': 'export interface Page {}' },
    ],
  },
  {
    name: 'the composition root only puts together: no file of app/ but the list of options is over 250 lines',
    find: (sources) =>
      production(sources)
        .filter(([file, text]) => roomOf(file) === 'app' && text.split('\n').length > 251)
        .map(([file]) => file)
        .filter((file) => file !== 'app/config/config-options.ts'),
    breaks: [{ 'app/app.ts': '\n'.repeat(251) }],
    keeps: [{ 'app/app.ts': '\n'.repeat(250) }, { 'rules/a.ts': '\n'.repeat(251) }],
  },
  {
    name: 'every slice has a feature.ts, and its commands are declared where nothing else is loaded',
    find: (sources) => [
      ...production(sources)
        .filter(
          ([file, text]) =>
            floorOf(file) === sliceFloor && /routes\.ts$|jobs\.ts$/.test(file) && /^export /m.test(text),
        )
        .map(([file]) => `${roomOf(file)}/feature.ts`)
        .filter((file) => sources[file] === undefined),
      ...production(sources)
        .filter(([file, text]) => /\/command-group\.ts$/.test(file) && /^import (?!type )/m.test(text))
        .map(([file]) => file),
    ],
    breaks: [
      { 'rules/routes.ts': 'export function ruleRoutes() {}' },
      { 'rules/command-group.ts': `import { ruleCommands } from './commands.ts'` },
    ],
    keeps: [
      { 'rules/routes.ts': 'export function ruleRoutes() {}', 'rules/feature.ts': '' },
      { 'rules/command-group.ts': `import type { Open } from '../core/commands.ts'` },
    ],
  },
  {
    name: 'an adapter is named nowhere outside its folder: neither imported nor by a string or a key that is its id',
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
      const named = production(sources).flatMap(([file, text]) =>
        folders
          .filter((folder) => adapterOf(file) !== folder && !mayName(file, folder))
          .filter((folder) => saysId(text, folder.split('/')[1]!))
          .map((folder) => `${file} → ${folder}`),
      )
      return [...imported, ...named]
    },
    breaks: [
      { 'app/app.ts': `import ebay from '../marketplaces/ebay/index.ts'` },
      { 'marketplaces/craigslist/a.ts': `import { x } from '../ebay/sites.ts'` },
      { 'marketplaces/ebay/index.ts': '', 'flows/ingest.ts': `if (listing.marketplace === 'ebay') skip()` },
      {
        'channels/discord/index.ts': '',
        'notify/delivery/deliver.ts': `switch (channel) { case 'discord': return 1 }`,
      },
      { 'marketplaces/ebay/index.ts': '', 'scoring/fees.ts': `const fees = [{ marketplace: "ebay" }]` },
      { 'marketplaces/ebay/index.ts': '', 'listings/codes.ts': 'const codes = {\n  ebay: {},\n}' },
      { 'channels/email/index.ts': '', 'notify/plan.ts': 'const first = [`email`]' },
      {
        'channels/email/index.ts': '',
        'rules/schema.ts': "z.object({}).meta({ example: { a: 1 } })\nconst first = 'email'",
      },
    ],
    keeps: [
      { 'marketplaces/ebay/a.ts': `import { x } from './sites.ts'\nif (id === 'ebay') y()` },
      { 'channels/email/index.ts': '', 'core/fields.ts': `switch (type) { case 'email': return 1 }` },
      { 'marketplaces/ebay/index.ts': '', 'scoring/fees.ts': "/** As 'ebay' does. */\nf('ebay gift card')" },
      {
        'channels/email/index.ts': '',
        'rules/schema.ts': "z.object({}).meta({ example: { a: ['email'] } })",
      },
    ],
  },
  {
    name: 'only app/config.ts reads process.env',
    find: (sources) =>
      matching(sources, /process\.env\b|\benv\b.*from 'node:process'/, (file) => file === 'app/config.ts'),
    breaks: [
      { 'rules/a.ts': 'const x = process.env.HOME' },
      { 'core/a.ts': `import { env } from 'node:process'` },
    ],
    keeps: [{ 'app/config.ts': 'process.env' }, { 'core/a.ts': 'process.environment' }],
  },
  {
    name: 'only core/terminal.ts writes to the terminal, which cleans what it writes',
    find: (sources) =>
      matching(
        sources,
        /process\.(?:stdout|stderr)\.write\(|\bconsole\.(?:log|error|warn|info)\(/,
        (file) => file === 'core/terminal.ts',
      ),
    breaks: [{ 'rules/a.ts': 'process.stdout.write(name)' }, { 'cli.ts': 'console.error(name)' }],
    keeps: [{ 'core/terminal.ts': 'process.stderr.write(x)' }, { 'app/app.ts': 'process.stderr.isTTY' }],
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
        /(^|[/-])store\.ts$|^core\/(db|db-identity|db-wakes|migrate|jobs|job-tables|postgres\/embedded-postgres[\w-]*)\.ts$|^ops\/health\.ts$/.test(
          file,
        ),
      ),
    breaks: [
      { 'rules/a.ts': 'db.query("SELECT a FROM x")' },
      { 'rules/a.ts': 'db.query(`\n    UPDATE rules SET a = 1`)' },
      { 'rules/restore.ts': 'db.query(`DELETE FROM rules`)' },
    ],
    keeps: [{ 'rules/store.ts': 'db.query(`DELETE FROM rules`)' }, { 'rules/a.ts': `'Select a rule'` }],
  },
  {
    name: 'a slice writes only the tables that it declares, and reads of others only those listed here',
    find: (sources) =>
      statementsOf(sources)
        .filter(({ file, verb, table, owner }) =>
          isWrite(verb)
            ? owner !== roomOf(file) && mayWrite[file] !== table
            : owner !== roomOf(file) && !mayRead[file]?.includes(table),
        )
        .map(({ file, verb, table }) => `${file} → ${verb} ${table}`),
    breaks: [
      { ...ownTables, 'rules/store.ts': '`UPDATE listings SET score = 1`' },
      { ...ownTables, 'rules/store.ts': '`WITH old AS (\n  DELETE FROM listings l USING rules r) SELECT 1`' },
      { ...ownTables, 'flows/store.ts': '`INSERT INTO rules AS r (id) VALUES (1)`' },
      { ...ownTables, 'rules/store.ts': '`SELECT a FROM rules r JOIN listings l ON true`' },
      { ...ownTables, 'rules/store.ts': '`DELETE FROM rules r USING listings l`' },
      { ...ownTables, 'rules/store.ts': `DELETE FROM ${putIn}` },
    ],
    keeps: [
      {
        ...ownTables,
        'rules/live/store.ts': '`UPDATE rules SET a = 1 WHERE id = (SELECT id FROM rules FOR UPDATE)`',
      },
      { ...ownTables, 'listings/a.ts': '/* DELETE FROM rules */ `INSERT INTO listings`' },
      { ...ownTables, 'trends/store.ts': '`SELECT a FROM listings`' },
      { ...ownTables, 'rules/store.test.ts': '`DELETE FROM listings`' },
    ],
  },
  {
    name: 'the shapes of requests and answers stand in *schema.ts, apart from what handles them',
    find: (sources) =>
      matching(
        sources,
        /\bz\.(?:object|strictObject|looseObject)\(/,
        (file) =>
          /schema\.ts$/.test(file) ||
          // What sites answer is read by their adapter alone; a job's payload stands beside its name.
          ['core', 'model', 'marketplaces'].includes(roomOf(file) ?? '') ||
          file.endsWith('/jobs.ts'),
      ),
    breaks: [{ 'rules/routes.ts': 'const body = z.strictObject({})' }, { 'flows/a.ts': 'z.object({})' }],
    keeps: [
      { 'rules/schema.ts': 'z.object({})' },
      { 'rules/explain/trace-schema.ts': 'z.object({})' },
      { 'rules/jobs.ts': 'z.object({})' },
      { 'core/a.ts': 'z.object({})' },
    ],
  },
  {
    name: 'nothing on the wire is of no type: neither a cast to everything nor a record of anything',
    find: (sources) =>
      matching(
        sources,
        /\bas never\b|z\.record\([^()]*(?:\(\))?, z\.(?:unknown|any)\(\)\)/,
        (file) => isUntyped.has(file) || roomOf(file) === 'core',
      ),
    breaks: [
      { 'watches/routes.ts': 'return rows as never' },
      { 'rules/schema.ts': 'z.record(z.string(), z.unknown())' },
    ],
    keeps: [{ 'rules/schema.ts': 'z.record(z.string(), z.string())' }, { 'core/db.ts': 'x as never' }],
  },
  {
    name: 'test code is not imported by production code',
    find: (sources) =>
      importsOf(
        sources,
        ([file, path]) => isTestCode(path) || (path.startsWith('../') && file !== 'app/app.ts'),
      ),
    breaks: [
      { 'notify/a.ts': `import { x } from './fake-server.ts'` },
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
    breaks: [{ 'rules/a.ts': 'let count = 0' }, { 'rules/a.ts': 'const a = 1\n\nexport let b = 2' }],
    keeps: [
      { 'rules/a.ts': '// Made at first use.\nlet byName: Map<string, string> | undefined' },
      { 'rules/a.ts': 'function f() {\n  let a = 1\n}' },
    ],
  },
  {
    name: 'a file of production code is at most 400 lines: it is split by what makes it change (tables of data excepted)',
    find: (sources) =>
      production(sources)
        .filter(([file, text]) => text.split('\n').length > 401 && !isData.has(file))
        .map(([file]) => file),
    breaks: [{ 'rules/store.ts': '\n'.repeat(401) }],
    keeps: [
      { 'rules/store.ts': '\n'.repeat(400) },
      { 'rules/rules.test.ts': '\n'.repeat(401) },
      { 'marketplaces/craigslist/area-table.ts': '\n'.repeat(401) },
    ],
  },
  {
    name: 'a folder holds at most 25 files of code, tests counted',
    find: (sources) =>
      [...Map.groupBy(Object.keys(sources), dirname)]
        .filter(([folder, files]) => files.length > 25 && !isWide.has(folder))
        .map(([folder, files]) => `${folder} → ${files.length}`),
    breaks: [filesOf('rules', 26), filesOf('marketplaces/ebay', 26)],
    keeps: [
      filesOf('rules', 25),
      filesOf('core', 26),
      { ...filesOf('rules', 25), ...filesOf('rules/query', 25) },
    ],
  },
  {
    name: 'a function takes at most 5 parameters: what belongs together comes as one',
    find: (sources) =>
      production(sources).flatMap(([file, text]) =>
        parameterLists(text)
          .filter(({ count }) => count > 5)
          .map(({ head, count }) => `${file} → ${head}: ${count}`),
      ),
    breaks: [
      { 'rules/a.ts': 'export function f(a: A, b: B, c: C, d: D, e: E, f: F): void {}' },
      { 'rules/a.ts': 'const f = async (a: A, b: B, c: C, d: D, e: E, f = 1) => {}' },
      {
        'rules/a.ts':
          'class A {\n  add(\n    a: A,\n    b: B,\n    c: C,\n    d: D,\n    e: E,\n    f: F,\n  ) {}\n}',
      },
      { 'rules/a.ts': 'interface A {\n  add(a: A, b: B, c: C, d: D, e: E, f: F): void\n}' },
      { 'rules/a.ts': 'function f<Row extends { id: number }>(a: A, b: B, c: C, d: D, e: E, f: F) {}' },
    ],
    keeps: [
      {
        'rules/a.ts':
          'function f(a: Map<A, B>, { b, c, d }: B, [e, f]: C, g: (a: A, b: B) => C, h = "a, b, c") {}',
      },
      { 'rules/a.ts': 'function f(\n  a: A,\n  // b, c, d, e\n  f: F,\n): void {}' },
      { 'rules/a.ts': 'call(a, b, c, d, e, f)\nif (call(a, b, c, d, e, f)) {}' },
    ],
  },
  {
    name: 'a store takes a person only with the proof that somebody may act for them',
    find: (sources) =>
      production(sources)
        .filter(([file]) => file.endsWith('store.ts'))
        .flatMap(([file, text]) =>
          parameterLists(text)
            // Rows say whose they are, and are taken many at a time by what the program does by itself.
            .filter(({ inside }) => /\b(?:userId|person)\??: number\b(?![^{}]*\}\[\])/.test(inside))
            .filter(({ head }) => /\bfunction\b/.test(head))
            .map(({ head }) => `${file} → ${head}`),
        ),
    breaks: [
      { 'rules/store.ts': 'export async function f(sql: Sql, userId: number): Promise<void> {}' },
      {
        'listings/list-store.ts':
          'export function f(sql: Sql, filter: { id: number; person: number }): void {}',
      },
    ],
    keeps: [
      { 'rules/store.ts': `export function f(sql: Sql, userId: Authorized<'read'>): void {}` },
      {
        'notify/store.ts':
          'export function f(tx: Tx, queues: readonly { userId: number; channel: string }[]): void {}',
      },
      { 'rules/rules.ts': 'function f(userId: number): void {}' },
    ],
  },
  {
    name: 'only the check makes that proof; what the program does by itself says so, and is no answer to a request',
    find: (sources) =>
      production(sources)
        .filter(([file]) => file !== 'core/actor.ts')
        .filter(
          ([file, text]) =>
            /\bas (?:unknown as )?Authorized\b/.test(text) ||
            (/(?:routes|commands)\.ts$/.test(file) && !isSealed.has(file) && /\basProgram\(/.test(text)),
        )
        .map(([file]) => file),
    breaks: [
      { 'rules/rules.ts': `getRule(sql, 1 as Authorized<'read'>, id)` },
      { 'rules/routes.ts': 'getRule(sql, asProgram(actor.userId), id)' },
      { 'rules/commands.ts': 'getRule(sql, asProgram(1), id)' },
    ],
    keeps: [
      { 'flows/match-rule.ts': 'getRule(sql, asProgram(rule.userId), id)' },
      { 'rules/routes.ts': `getRule(sql, authorized(actor, 'read'), id)` },
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

it('what is excepted from a rule by name is there, and still needs it', () => {
  const sources = serverSources()
  const statements = statementsOf(sources)
  const isSaid = (file: string, table: string) =>
    statements.some((statement) => statement.file === file && statement.table === table)
  const needless = [
    ...[...isData].filter((file) => (sources[file] ?? '').split('\n').length <= 401),
    ...[...isWide].filter(
      (folder) => Object.keys(sources).filter((file) => dirname(file) === folder).length <= 25,
    ),
    ...Object.entries(mayRead).filter(([file, tables]) => !tables.every((table) => isSaid(file, table))),
    ...Object.entries(mayWrite).filter(([file, table]) => !isSaid(file, table)),
    ...[...isSealed].filter((file) => !/\basProgram\(/.test(sources[file] ?? '')),
  ]
  expect(needless).toEqual([])
})

describe('attacks reach the program from outside', () => {
  /** Of the program itself: what makes databases and numbers, the sites that pretend, and the reader of photos. */
  const mayUse =
    /^server\/(core\/(random|db|postgres\/embedded-postgres)|photos\/hash\/read-photo|.*\/(contract-fake-server|read-mail))\.ts$/
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
    expect(insides({ 'attacks/a.ts': `import { createApp } from '../../server/app/app.ts'` })).toHaveLength(1)
    expect(insides({ 'attacks/a.ts': `import { x } from '../../server/core/random.ts'` })).toEqual([])
  })
})

function serverSources(): Sources {
  return sourcesOf('server')
}

function mayImport(file: string, path: string): boolean {
  const [from, to] = [roomOf(file), roomOf(path)]
  if (path.startsWith('..') || from === to) return true
  if (floorOf(file) === sliceFloor && floorOf(path) >= 2)
    return isContract(path, driverOf[from!]) || (file.endsWith('/tables.ts') && path.endsWith('/tables.ts'))
  return floorOf(path) < floorOf(file)
}

/** What lies beside the adapters of a room. */
function isContract(path: string, room: string | undefined): boolean {
  return room !== undefined && roomOf(path) === room && path.split('/').length === 2
}

const namedAs = (file: string) =>
  file
    .split('/')
    .at(-1)!
    .replace(/\.ts$/, '')
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

function isFlow(file: string, text: string): boolean {
  return (
    file === 'flows/feature.ts' ||
    new RegExp(`^export (?:async )?(?:function\\*?|const|interface) ${namedAs(file)}\\b`, 'mi').test(text)
  )
}

/** The rule index of the matcher is one object in several files, which name one another's types. */
const areParts = (...files: readonly string[]) => files.every((file) => file.startsWith('rules/matcher/'))

/** Where an adapter's id is an ordinary word, the product's own inbox, or what the demo pretends. */
const otherwiseNamed: Readonly<Record<string, readonly string[]>> = {
  // A kind of form field, as HTML has it; and the name of a field of an account.
  'channels/email': ['core/fields.ts', 'flows/send-link.ts', 'core/http-document-examples.ts'],
  // A word that ends in s and is no plural.
  'channels/sms': ['rules/query/terms.ts'],
  // The command that makes a person's own.
  'marketplaces/feed': ['notify/command-group.ts', 'notify/feed/feed-commands.ts'],
  // Where a person is told who names nothing else, and the command that shows it.
  'channels/inbox': ['model/rule-schema.ts', 'notify/inbox-commands.ts', 'notify/command-group.ts'],
}

function mayName(file: string, folder: string): boolean {
  // What somebody signs in with.
  if (folder === 'channels/email' && file.startsWith('accounts/')) return true
  return file.startsWith('ops/demo/') || otherwiseNamed[folder]?.includes(file) === true
}

/** What the API's document shows of a body is what people send, with names of adapters in it. */
const exampleOfBody = /\.meta\(\{\s*example: [^;]*?\}\s*,?\s*\}\)/g

/** As a whole string or as a key; comments may name whom they like. */
function saysId(text: string, id: string): boolean {
  const code = withoutComments(text).replaceAll(exampleOfBody, '')
  return new RegExp(`(['"\`])${id}\\1|(?:^|[{,])\\s*${id}\\s*:`, 'm').test(code)
}

/** `marketplaces/ebay` for a file of that adapter. */
function adapterOf(file: string): string | null {
  const [room, id, inside] = file.split('/')
  return inside !== undefined && id !== 'fixtures' && adapterRooms.includes(room!) ? `${room}/${id}` : null
}
