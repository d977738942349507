import type { Unencrypted } from './unencrypted.ts'

/**
 * One operator option: a name in the environment, how to read it, and what to tell a person about it.
 * Core options stand in config.ts; an adapter declares its own and config.ts adds them to the same table.
 */
export interface OptionSpec {
  /** Environment name, e.g. `DEAL_SCOUT_PORT` or `SMTP_URL`. `<env>_FILE` names a file that holds the value. */
  env: string
  type: 'string' | 'url' | 'integer' | 'boolean' | 'enum' | 'list'
  /** Undefined means "not set". */
  default?: string | number | boolean | string[]
  /** One line for docs/config.md and `deal-scout config`. */
  doc: string
  /** Masked in output and in logs. */
  secret?: boolean
  /** For `enum`. */
  values?: readonly string[]
  /** For `integer`, both inclusive. */
  min?: number
  max?: number
  /** For `url`: allowed protocols without the colon, e.g. `['postgres', 'postgresql']`. */
  protocols?: readonly string[]
  /** Of a string, or of each item of a list: what it is not, e.g. "an origin"; null where nothing is wrong. */
  isNot?(text: string): string | null
  /** Of an address that is called and is no http(s) one: see `Unencrypted`. */
  unencrypted?: Unencrypted
}

/** Values of an adapter's own options by environment name; undefined where not set and without default. */
export type OptionValues = Readonly<Record<string, string | number | boolean | string[] | undefined>>
