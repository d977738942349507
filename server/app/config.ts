import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { AppError, errorMessage } from '../core/errors.ts'
import { hostOf, isLoopback } from '../core/loopback.ts'
import { nearest } from '../core/nearest.ts'
import type { OptionSpec, OptionValues } from '../core/options.ts'
import { hides } from '../core/plain-address.ts'
import { bucketProblems } from '../ops/backup/s3/settings.ts'
import { setUpProblems } from '../sell/ai/set-up.ts'
import { type ConfigEntry, type CoreValues, coreOptions } from './config/config-options.ts'
import { unencrypted } from './config/config-options-network.ts'

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

  if (core.host !== undefined && !isLoopback(core.host) && core.baseUrl === undefined) {
    problems.push(
      `DEAL_SCOUT_BASE_URL: set it to the address that people use, such as https://deals.example, since DEAL_SCOUT_HOST (${core.host}) is not a loopback address.`,
    )
  }
  if (core.plainHttp === 'refuse' && core.baseUrl !== undefined) {
    const url = new URL(core.baseUrl)
    if (url.protocol === 'http:' && !isLoopback(hostOf(url)))
      problems.push(
        `DEAL_SCOUT_BASE_URL: ${core.baseUrl} is not encrypted, so whoever is on the way reads passwords. Put a proxy with TLS in front (deploy/nginx, deploy/caddy) and set its https:// address; in a home network that nobody else is in, DEAL_SCOUT_PLAIN_HTTP=allow.`,
      )
  }
  if (core.outboundPlain === 'refuse') {
    // To its own address people come, it is not called.
    const called = unencryptedOptions(entries).filter(({ env }) => env !== coreOptions.baseUrl.env)
    for (const { env, is } of called)
      problems.push(`${env} ${is}, which DEAL_SCOUT_OUTBOUND_PLAIN=refuse does not allow`)
  }
  if ((core.redisTlsCert === undefined) !== (core.redisTlsKey === undefined))
    problems.push('REDIS_TLS_CERT and REDIS_TLS_KEY belong together: set both or neither')
  problems.push(...bucketProblems(core))
  problems.push(...setUpProblems(core))
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

/** Which options name something that is reached over the network unencrypted, and what is wrong with each. */
export function unencryptedOptions(entries: readonly ConfigEntry[]): { env: string; is: string }[] {
  return entries.flatMap(({ spec, value }) => {
    if (typeof value !== 'string') return []
    const is = unencrypted(spec, value)
    return is === null ? [] : [{ env: spec.env, is }]
  })
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
      if (wrong !== undefined)
        return refuse(spec.values ? `a list of ${spec.values.join(', ')}` : 'a comma-separated list')
      const wanted = items.map((item) => spec.isNot?.(item) ?? null).find((found) => found !== null)
      return wanted === undefined ? items : refuse(`a list of which each is ${wanted}`)
    }
    case 'url': {
      const starts = (spec.protocols ?? []).map((name) => `${name}://`)
      const fits = starts.length === 0 || starts.some((start) => text.toLowerCase().startsWith(start))
      if (!fits) return refuse(`a URL that starts with ${starts.join(' or ')}`)
      if (!URL.canParse(text) || hides(text)) return refuse('a valid URL')
      return text.endsWith('/') ? text.slice(0, -1) : text
    }
    case 'string': {
      const wanted = spec.isNot?.(text) ?? null
      return wanted === null ? text : refuse(wanted)
    }
  }
}
