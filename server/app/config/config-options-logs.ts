import type { OptionSpec } from '../../core/options.ts'

/** What the program tells whoever runs it, and where that goes. */
export const logOptions = {
  logLevel: {
    env: 'DEAL_SCOUT_LOG_LEVEL',
    type: 'enum',
    values: ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
    default: 'info',
    doc: 'Least severity that is logged. `deal-scout log-level` sets another for a while.',
  },
  logFormat: {
    env: 'DEAL_SCOUT_LOG_FORMAT',
    type: 'enum',
    values: ['auto', 'json', 'pretty'],
    default: 'auto',
    doc: 'JSON lines, or coloured lines for people; auto = pretty on a terminal.',
  },
  logFolder: {
    env: 'LOG_FOLDER',
    type: 'string',
    doc: 'Folder in which the running program keeps its log too, as JSON in numbered files that only its user can read. Empty = it is on stderr alone. docs/logs.md.',
  },
  logFileMb: {
    env: 'LOG_FILE_MB',
    type: 'integer',
    default: 50,
    min: 1,
    max: 10_000,
    doc: 'Megabytes after which another file begins.',
  },
  logFileEvery: {
    env: 'LOG_FILE_EVERY',
    type: 'enum',
    values: ['day', 'hour', 'size'],
    default: 'day',
    doc: 'When another file begins besides: every day, every hour, or by size alone.',
  },
  logFilesKept: {
    env: 'LOG_FILES_KEPT',
    type: 'integer',
    default: 14,
    min: 1,
    max: 10_000,
    doc: 'How many files of the log stay; the oldest go.',
  },
  sentryDsn: {
    env: 'SENTRY_DSN',
    type: 'url',
    protocols: ['https', 'http'],
    secret: true,
    doc: 'Where errors of the program are reported to: the DSN of a project in Sentry, or what speaks its protocol. Type, code, lines of the program, release and request id alone: docs/logs.md. Empty = nothing is reported.',
  },
  sentryEnvironment: {
    env: 'SENTRY_ENVIRONMENT',
    type: 'string',
    default: 'production',
    isNot: (text) => (/^[\w.-]{1,60}$/.test(text) ? null : 'letters, digits and -._'),
    doc: 'Which installation the errors are of.',
  },
  traceUrl: {
    env: 'OTEL_EXPORTER_OTLP_ENDPOINT',
    type: 'url',
    protocols: ['https', 'http'],
    doc: 'Where traces are sent to: an OpenTelemetry collector that takes OTLP by HTTP as JSON, e.g. http://127.0.0.1:4318. docs/operations/tracing.md. Empty = there are none.',
  },
  traceHeaders: {
    env: 'OTEL_EXPORTER_OTLP_HEADERS',
    type: 'list',
    default: [],
    secret: true,
    isNot: (text) => (/^[\w-]+=[^\r\n]+$/.test(text) ? null : 'name=value'),
    doc: 'Headers that go along, e.g. authorization=Bearer abc.',
  },
  tracePercent: {
    env: 'TRACE_PERCENT',
    type: 'integer',
    default: 100,
    min: 0,
    max: 100,
    doc: 'Of a hundred requests, scans and jobs, how many are traced, each with all that it causes.',
  },
} as const satisfies Record<string, OptionSpec>
