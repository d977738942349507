import { createLog, type Log, type LogSink, type NotedError } from '../../core/log.ts'
import type { Config } from '../config.ts'

/** The log as it is configured, which shows no secret of the configuration. */
export function logFor(
  config: Config,
  more: { beside?: LogSink | undefined; onError?: ((noted: NotedError) => void) | undefined } = {},
): Log {
  return createLog({
    ...{ level: config.logLevel, format: config.logFormat, ...more },
    isTerminal: process.stderr.isTTY === true,
    secrets: secretsOf(config),
  })
}

/** Every secret of the configuration. */
export function secretsOf(config: Config): string[] {
  return (
    config.entries
      // An address may carry a login, as that of a proxy does.
      .filter(({ spec, value }) => value !== undefined && (spec.secret || URL.parse(String(value))?.password))
      .flatMap(({ value }) => (Array.isArray(value) ? value : [String(value)]))
  )
}
