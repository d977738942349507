import { createFetch } from '../../core/fetch.ts'
import { type Log, maskOf, type NotedError } from '../../core/log.ts'
import type { ErrorReports } from '../../core/telemetry/error-reports.ts'
import { noTracing, type Tracing } from '../../core/telemetry/tracing.ts'
import type { Role } from '../config/config-options.ts'
import type { Config } from '../config.ts'
import { version } from '../installed.ts'
import { logFor, secretsOf } from './log.ts'

export interface Telemetry {
  log: Log
  tracing: Tracing
  /** After everything else: what is told last goes out, too. */
  close(): Promise<void>
}

/**
 * The log of a program that runs, and what of it goes elsewhere: into files, to Sentry, to a collector of traces. What is not
 * set is not even loaded. Where they go is the operator's, like the mail server: any address, and none that people can set.
 */
export async function openTelemetry(config: Config, roles: readonly Role[]): Promise<Telemetry> {
  const { logFolder, sentryDsn, traceUrl } = config
  const goesOut = sentryDsn !== undefined || traceUrl !== undefined
  const fetch = goesOut ? createFetch({ userAgent: `DealScout/${version}` }) : null
  const file =
    logFolder === undefined
      ? undefined
      : (await import('../../core/telemetry/log-file.ts')).openLogFile({
          ...{ folder: logFolder, name: `deal-scout-${roles.join('-')}`, megabytesMax: config.logFileMb },
          ...{ every: config.logFileEvery, filesKept: config.logFilesKept },
        })
  let reports: ErrorReports | null = null
  if (sentryDsn !== undefined && fetch !== null) {
    const { openErrorReports } = await import('../../core/telemetry/error-reports.ts')
    reports = openErrorReports({
      ...{ dsn: sentryDsn, environment: config.sentryEnvironment, release: `deal-scout@${version}` },
      ...{ roles, mask: maskOf(secretsOf(config)), fetch },
    })
  }
  const onError = reports === null ? undefined : (noted: NotedError) => reports.note(noted)
  const log = logFor(config, { beside: file, onError })
  let tracing = noTracing
  if (traceUrl !== undefined && fetch !== null) {
    const { openTracing } = await import('../../core/telemetry/tracing-otel.ts')
    tracing = openTracing({
      ...{ url: `${traceUrl}/v1/traces`, headers: headersOf(config.traceHeaders) },
      ...{ samplePercent: config.tracePercent, version, roles, log, fetch },
    })
  }
  return {
    ...{ log, tracing },
    async close() {
      await Promise.all([reports?.close(), tracing.close()])
      await fetch?.close()
      await file?.close()
    },
  }
}

function headersOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return [pair.slice(0, at), pair.slice(at + 1)]
    }),
  )
}

/** An error that nobody caught ends the program, as it does without this; but the log, its file and Sentry have it. */
export function onUncaught({ log, close }: Telemetry): () => void {
  const end = (error: unknown) => {
    log.fatal(
      { err: error instanceof Error ? error : new Error(String(error)) },
      'the program ends: an error that nobody caught',
    )
    void close().finally(() => process.exit(1))
  }
  process.once('uncaughtException', end)
  return () => void process.off('uncaughtException', end)
}
