import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { AppError, errorMessage } from './core/errors.ts'
import { nearest } from './core/nearest.ts'
import type { OptionSpec, OptionValues } from './core/options.ts'
import { hides } from './core/plain-address.ts'
import { shownAddress } from './core/secret-address.ts'

/** Roles that one process may play; all of them by default. */
export const roles = ['api', 'worker', 'scheduler'] as const
export type Role = (typeof roles)[number]

/** Every core option. Adapters add their own (see `OptionSpec`); docs/config.md is generated from both. */
export const coreOptions = {
  host: {
    env: 'DEAL_SCOUT_HOST',
    type: 'string',
    default: '127.0.0.1',
    doc: 'Address to listen on. Only loopback addresses are accepted until sign-in exists.',
  },
  port: {
    env: 'DEAL_SCOUT_PORT',
    type: 'integer',
    default: 3000,
    min: 0,
    max: 65535,
    doc: 'Port to listen on; 0 picks a free one.',
  },
  dataDir: {
    env: 'DEAL_SCOUT_DATA',
    type: 'string',
    default: './data',
    doc: 'Folder for the embedded database, the generated secret key and logs of the database.',
  },
  baseUrl: {
    env: 'DEAL_SCOUT_BASE_URL',
    type: 'url',
    protocols: ['http', 'https'],
    doc: 'Address under which people reach Deal Scout, for links in messages. Default: host and port.',
  },
  roles: {
    env: 'DEAL_SCOUT_ROLES',
    type: 'list',
    values: roles,
    default: [...roles],
    doc: 'Which parts this process runs: api, worker, scheduler. `--role` on the command line goes first.',
  },
  logLevel: {
    env: 'DEAL_SCOUT_LOG_LEVEL',
    type: 'enum',
    values: ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
    default: 'info',
    doc: 'Least severity that is logged.',
  },
  logFormat: {
    env: 'DEAL_SCOUT_LOG_FORMAT',
    type: 'enum',
    values: ['auto', 'json', 'pretty'],
    default: 'auto',
    doc: 'JSON lines, or coloured lines for people; auto = pretty on a terminal.',
  },
  demo: {
    env: 'DEAL_SCOUT_DEMO',
    type: 'enum',
    values: ['auto', 'on', 'off'],
    default: 'auto',
    doc: 'The made-up demo market. auto = on while the database is embedded and no real source is connected.',
  },
  home: {
    env: 'DEAL_SCOUT_HOME',
    type: 'string',
    doc: 'Your ZIP code or city: distances in the deal feed count from there.',
  },
  timeZone: {
    env: 'DEAL_SCOUT_TIME_ZONE',
    type: 'string',
    doc: 'Time zone of quiet hours and digests for people who set none, e.g. Europe/Berlin. Default: that of this machine.',
  },
  notificationsKeptDays: {
    env: 'NOTIFICATIONS_KEPT_DAYS',
    type: 'integer',
    default: 365,
    min: 7,
    max: 3_650,
    doc: 'Notifications, their deliveries and attempts are deleted after this time; what still waits stays.',
  },
  listingsKeptDays: {
    env: 'LISTINGS_KEPT_DAYS',
    type: 'integer',
    default: 730,
    min: 400,
    max: 3_650,
    doc: 'Listings of which nothing was heard for this time (not seen, not changed) are deleted with their prices, matches and photos; followed ones stay. Values need a year, trends of 104 weeks two: docs/retention.md.',
  },
  priceChangesKeptDays: {
    env: 'PRICE_CHANGES_KEPT_DAYS',
    type: 'integer',
    default: 730,
    min: 90,
    max: 3_650,
    doc: 'Older prices of listings that are still there are deleted, but for the last one before.',
  },
  matchesKeptDays: {
    env: 'MATCHES_KEPT_DAYS',
    type: 'integer',
    default: 730,
    min: 90,
    max: 3_650,
    doc: 'Matches of listings of which nothing was heard for this time are deleted; one that comes back later is told as new.',
  },
  photoHashesKeptDays: {
    env: 'PHOTO_HASHES_KEPT_DAYS',
    type: 'integer',
    default: 365,
    min: 30,
    max: 3_650,
    doc: 'Hashes of photos of listings of which nothing was heard for this time are deleted: the same picture is no longer recognised.',
  },
  scanRunsKeptDays: {
    env: 'SCAN_RUNS_KEPT_DAYS',
    type: 'integer',
    default: 14,
    min: 2,
    max: 365,
    doc: 'The history of scans is deleted after this time.',
  },
  scanIntervalMs: {
    env: 'DEAL_SCOUT_SCAN_INTERVAL_MS',
    type: 'integer',
    default: 300_000,
    min: 60_000,
    max: 86_400_000,
    doc: 'Time between two scans of the same search; a marketplace may ask for more.',
  },
  compsSources: {
    env: 'COMPS_SOURCES',
    type: 'list',
    default: [],
    doc: 'Marketplaces and import sources whose prices may be evidence of value. Empty = all but those whose licence forbids it (eBay): see docs/how-we-value.md before naming one of them.',
  },
  compsMax: {
    env: 'COMPS_MAX',
    type: 'integer',
    default: 100_000,
    min: 1_000,
    max: 2_000_000,
    doc: 'Most comparable listings that one process holds in memory; the oldest go first. About 300 MB for 100,000.',
  },
  clusterListingsMax: {
    env: 'CLUSTER_LISTINGS_MAX',
    type: 'integer',
    default: 50_000,
    min: 0,
    max: 1_000_000,
    doc: 'Newest listings that one process remembers to recognise reposts and cross-posts by; 0 = off. About 5 KB each.',
  },
  learnFirst: {
    env: 'LEARN_FIRST',
    type: 'enum',
    values: ['on', 'off'],
    default: 'on',
    doc: 'Listings of a market whose prices are being learned are told of when that is done, some seconds later; off = at once, by what is known so far.',
  },
  photoHashes: {
    env: 'PHOTO_HASHES',
    type: 'enum',
    values: ['off', 'on'],
    default: 'off',
    doc: 'Fetch the first photos of listings from their sites, at the pace of these, to recognise the same picture again; off = no photo is fetched.',
  },
  photosPerHostAndDay: {
    env: 'PHOTOS_PER_HOST_AND_DAY',
    type: 'integer',
    default: 2000,
    min: 0,
    max: 1_000_000,
    doc: 'Most photos fetched from one host in a day, by all processes together.',
  },
  ruleShards: {
    env: 'RULE_SHARDS',
    type: 'integer',
    default: 1,
    min: 1,
    max: 64,
    doc: 'Into how many parts the rules are split, for more of them than one process can hold (100 MB for a million); every part needs a worker of its own. 1 = each worker holds all.',
  },
  ruleShard: {
    env: 'RULE_SHARD',
    type: 'integer',
    default: 0,
    min: 0,
    max: 63,
    doc: 'Which part of the rules this worker matches, from 0; with RULE_SHARDS above 1.',
  },
  secretKeys: {
    env: 'DEAL_SCOUT_SECRET_KEYS',
    type: 'list',
    secret: true,
    doc: 'Keys (32 bytes, base64 or hex) that encrypt stored secrets; the first one encrypts, all decrypt. Default: a generated file in the data folder.',
  },
  databaseUrl: {
    env: 'DATABASE_URL',
    type: 'url',
    protocols: ['postgres', 'postgresql'],
    secret: true,
    doc: 'PostgreSQL 15 or newer. Empty = the embedded PostgreSQL in the data folder.',
  },
  databasePoolSize: {
    env: 'DATABASE_POOL_SIZE',
    type: 'integer',
    default: 10,
    min: 2,
    max: 200,
    doc: 'Most connections of one process.',
  },
  databaseConnectTimeoutMs: {
    env: 'DATABASE_CONNECT_TIMEOUT_MS',
    type: 'integer',
    default: 10_000,
    min: 100,
    max: 600_000,
    doc: 'Longest wait for one connection.',
  },
  databaseIdleTimeoutMs: {
    env: 'DATABASE_IDLE_TIMEOUT_MS',
    type: 'integer',
    default: 30_000,
    min: 1000,
    max: 3_600_000,
    doc: 'An unused connection is closed after this time.',
  },
  databaseStatementTimeoutMs: {
    env: 'DATABASE_STATEMENT_TIMEOUT_MS',
    type: 'integer',
    default: 60_000,
    min: 1000,
    max: 3_600_000,
    doc: 'A statement that takes longer is cancelled by the server.',
  },
  databaseWaitMs: {
    env: 'DATABASE_WAIT_MS',
    type: 'integer',
    default: 60_000,
    min: 0,
    max: 3_600_000,
    doc: 'At start, how long to wait for a database that does not answer yet or goes away meanwhile.',
  },
} as const satisfies Record<string, OptionSpec>

type ValueOf<S extends OptionSpec> = S['type'] extends 'integer'
  ? number
  : S['type'] extends 'boolean'
    ? boolean
    : S['type'] extends 'list'
      ? S extends { values: readonly (infer V)[] }
        ? V[]
        : string[]
      : S extends { values: readonly (infer V)[] }
        ? V
        : string
type Options = typeof coreOptions
type CoreValues = {
  -readonly [K in keyof Options]: 'default' extends keyof Options[K]
    ? ValueOf<Options[K]>
    : ValueOf<Options[K]> | undefined
}

/** One option as it stands: for `deal-scout config`. */
export interface ConfigEntry {
  spec: OptionSpec
  value: string | number | boolean | string[] | undefined
  origin: 'default' | 'environment' | 'file' | '.env'
}

export interface Config extends CoreValues {
  /** Values of the adapters' options by environment name. */
  adapters: OptionValues
  entries: ConfigEntry[]
}

export interface ConfigInput {
  env: Readonly<Record<string, string | undefined>>
  /** Options declared by the adapters. */
  adapterOptions: OptionSpec[]
  /** Relative paths and `.env` count from here. */
  cwd: string
}

/** Reads the process environment and `.env` of the working folder; the only place that does. */
export function processEnvironment(): Pick<ConfigInput, 'env' | 'cwd'> {
  return { env: process.env, cwd: process.cwd() }
}

/** Checks every option and throws one AppError that lists every problem. The environment goes before `.env`. */
export function loadConfig(input: ConfigInput): Config {
  const problems: string[] = []
  const fileEnv = readDotEnv(resolve(input.cwd, '.env'), problems)
  const specs: OptionSpec[] = [...Object.values(coreOptions), ...input.adapterOptions]
  problems.push(...unknownNames(specs, input.env, fileEnv))

  const entries = specs.map((spec) => readEntry(spec, input.env, fileEnv, input.cwd, problems))
  const byEnv = new Map(entries.map((entry) => [entry.spec.env, entry.value]))
  const core = Object.fromEntries(
    Object.entries(coreOptions).map(([name, spec]) => [name, byEnv.get(spec.env)]),
  ) as unknown as CoreValues

  if (core.host !== undefined && !isLoopback(core.host)) {
    problems.push(
      `DEAL_SCOUT_HOST: ${core.host} is not a loopback address. There is no sign-in yet, so only this machine may connect: use 127.0.0.1 and reach it through an SSH tunnel or a proxy that asks who is there.`,
    )
  }
  if (core.ruleShard !== undefined && core.ruleShards !== undefined && core.ruleShard >= core.ruleShards) {
    problems.push(
      `RULE_SHARD: ${core.ruleShard} is no part of RULE_SHARDS=${core.ruleShards}: the parts are 0 to ${core.ruleShards - 1}`,
    )
  }
  if (problems.length > 0) {
    throw new AppError({
      code: 'bad-config',
      status: 400,
      message: `The configuration has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}\nAll options are described in docs/config.md.`,
    })
  }
  core.dataDir = resolve(input.cwd, core.dataDir)
  const adapters = Object.fromEntries(input.adapterOptions.map((spec) => [spec.env, byEnv.get(spec.env)]))
  return { ...core, adapters, entries }
}

function readDotEnv(path: string, problems: string[]): Record<string, string | undefined> {
  if (!existsSync(path)) return {}
  try {
    return parseEnv(readFileSync(path, 'utf8'))
  } catch (error) {
    problems.push(`${path} cannot be read: ${errorMessage(error)}`)
    return {}
  }
}

function unknownNames(specs: OptionSpec[], ...sources: ConfigInput['env'][]): string[] {
  const known = new Set(specs.flatMap((spec) => [spec.env, `${spec.env}_FILE`]))
  const names = new Set(sources.flatMap((source) => Object.keys(source)))
  return [...names]
    .filter((name) => name.startsWith('DEAL_SCOUT_') && !known.has(name))
    .map((name) => {
      const near = nearest(name, known, 4)
      return `${name} is not an option${near === undefined ? '' : `; did you mean ${near}?`}`
    })
}

function readEntry(
  spec: OptionSpec,
  env: ConfigInput['env'],
  fileEnv: ConfigInput['env'],
  cwd: string,
  problems: string[],
): ConfigEntry {
  for (const [source, origin] of [
    [env, 'environment'],
    [fileEnv, '.env'],
  ] as const) {
    const direct = nonEmpty(source[spec.env])
    const path = nonEmpty(source[`${spec.env}_FILE`])
    if (direct !== undefined && path !== undefined) {
      problems.push(`${spec.env} and ${spec.env}_FILE are both set: keep one`)
    }
    if (direct !== undefined) return { spec, value: parseValue(spec, direct, problems), origin }
    if (path !== undefined) {
      const text = readValueFile(spec, resolve(cwd, path), problems)
      return {
        spec,
        value: text === undefined ? undefined : parseValue(spec, text, problems),
        origin: 'file',
      }
    }
  }
  return { spec, value: spec.default, origin: 'default' }
}

function readValueFile(spec: OptionSpec, path: string, problems: string[]): string | undefined {
  // Somebody may have written the secret itself where its file's name belongs.
  const shown = spec.secret ? 'the file' : path
  try {
    const text = nonEmpty(readFileSync(path, 'utf8'))
    if (text === undefined) problems.push(`${spec.env}_FILE: ${shown} is empty`)
    return text
  } catch (error) {
    const { code } = error as { code?: string }
    const reason = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code ?? errorMessage(error)})`
    problems.push(`${spec.env}_FILE: ${shown} ${reason}`)
    return undefined
  }
}

function nonEmpty(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim()
}

function parseValue(spec: OptionSpec, text: string, problems: string[]): ConfigEntry['value'] {
  const shown = spec.secret ? 'its value' : JSON.stringify(text)
  const refuse = (wanted: string) => {
    problems.push(`${spec.env}: ${shown} is not ${wanted}`)
    return undefined
  }
  switch (spec.type) {
    case 'integer': {
      const value = Number(text)
      if (!/^[+-]?\d+$/.test(text) || !Number.isSafeInteger(value)) return refuse('a whole number')
      if (spec.min !== undefined && value < spec.min) return refuse(`at least ${spec.min}`)
      if (spec.max !== undefined && value > spec.max) return refuse(`at most ${spec.max}`)
      return value
    }
    case 'boolean':
      if (/^(true|yes|on|1)$/i.test(text)) return true
      if (/^(false|no|off|0)$/i.test(text)) return false
      return refuse('true or false')
    case 'enum':
      return spec.values?.includes(text) ? text : refuse(`one of ${spec.values?.join(', ')}`)
    case 'list': {
      const items = text.split(',').map((item) => item.trim())
      const wrong = items.find((item) => item === '' || (spec.values && !spec.values.includes(item)))
      if (wrong === undefined) return items
      return refuse(spec.values ? `a list of ${spec.values.join(', ')}` : 'a comma-separated list')
    }
    case 'url': {
      const starts = (spec.protocols ?? []).map((name) => `${name}://`)
      const fits = starts.length === 0 || starts.some((start) => text.toLowerCase().startsWith(start))
      if (!fits) return refuse(`a URL that starts with ${starts.join(' or ')}`)
      if (!URL.canParse(text) || hides(text)) return refuse('a valid URL')
      return text.endsWith('/') ? text.slice(0, -1) : text
    }
    case 'string':
      return text
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

/** The value as `deal-scout config` and the docs show it: secrets masked, unset as an empty text. */
export function shownValue(spec: OptionSpec, value: ConfigEntry['value']): string {
  if (value === undefined) return ''
  if (spec.secret) return '********'
  if (spec.type === 'url' && URL.parse(String(value))?.password) return shownAddress(String(value))
  return Array.isArray(value) ? value.join(',') : String(value)
}

/** docs/config.md. */
export function configMarkdown(adapterOptions: { owner: string; options: OptionSpec[] }[]): string {
  const table = (specs: OptionSpec[]) =>
    [
      '| name | type | default | what |',
      '|---|---|---|---|',
      ...specs.map(
        (spec) =>
          `| \`${spec.env}\` | ${typeText(spec)} | ${defaultText(spec)} | ${spec.doc.replaceAll('|', '\\|')} |`,
      ),
    ].join('\n')
  return `${[
    '# Configuration',
    '',
    '<!-- Generated by `npm run generate` from server/config.ts and the adapters. Do not edit. -->',
    '',
    'Options are environment variables; a `.env` file in the working folder is read too (the environment goes first).',
    'Every option has a `<NAME>_FILE` form that names a file holding the value, for secrets.',
    'Unknown `DEAL_SCOUT_*` names and bad values stop the start with one message that lists every problem.',
    '`deal-scout config` prints the effective values, secrets masked.',
    '',
    '## Core',
    '',
    table(Object.values(coreOptions)),
    ...adapterOptions
      .filter(({ options }) => options.length > 0)
      .flatMap(({ owner, options }) => ['', `## ${owner}`, '', table(options)]),
  ].join('\n')}\n`
}

/** .env.example: every option, commented out, with its default. */
export function envExample(adapterOptions: { owner: string; options: OptionSpec[] }[]): string {
  const lines = (specs: OptionSpec[]) =>
    specs.flatMap((spec) => [
      `# ${spec.doc}`,
      `# ${spec.env}=${shownValue({ ...spec, secret: false }, spec.default)}`,
      '',
    ])
  return [
    '# Copy to .env and uncomment what you change. Generated by `npm run generate`; see docs/config.md.',
    '',
    ...lines(Object.values(coreOptions)),
    ...adapterOptions.flatMap(({ owner, options }) =>
      options.length ? [`## ${owner}`, '', ...lines(options)] : [],
    ),
  ].join('\n')
}

function typeText(spec: OptionSpec): string {
  const bounds = spec.type === 'integer' && spec.min !== undefined ? ` ${spec.min}–${spec.max}` : ''
  const values = spec.values ? `: ${spec.values.join(', ')}` : ''
  return `${spec.type}${values}${bounds}${spec.secret ? ', secret' : ''}`
}

function defaultText(spec: OptionSpec): string {
  return spec.default === undefined ? '' : `\`${shownValue({ ...spec, secret: false }, spec.default)}\``
}
