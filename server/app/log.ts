import { createLog, type Log } from '../core/log.ts'
import type { Config } from './config.ts'

/** The log as it is configured, which shows no secret of the configuration. */
export function logFor(config: Config): Log {
  return createLog({
    level: config.logLevel,
    format: config.logFormat,
    isTerminal: process.stderr.isTTY === true,
    secrets: config.entries
      // An address may carry a login, as that of a proxy does.
      .filter(({ spec, value }) => value !== undefined && (spec.secret || URL.parse(String(value))?.password))
      .flatMap(({ value }) => (Array.isArray(value) ? value : [String(value)])),
  })
}
