import { type Logger, pino } from 'pino'
import pretty from 'pino-pretty'
import { databaseAwayIn } from './database-away.ts'
import { causeFields, causeNow } from './telemetry/cause.ts'
import { forTerminal, lineForTerminal } from './terminal.ts'

/** pino's interface; children carry request, job and scan ids. */
export type Log = Logger

const debugLevel = 20
const errorLevel = 50
const fatalLevel = 60

/** Takes lines of the log, in which no secret stands any more, as JSON. */
export interface LogSink {
  write(line: string): void
}

/** An error of the log: what happened in words of the program, and what it was. */
export interface NotedError {
  error: Error
  sentence: string
  level: 'error' | 'fatal'
  /** Of a job, its name. */
  job?: string
}

/** Logs to stderr, so that stdout stays free for what a command prints. */
export function createLog(options: {
  level: string
  format: 'auto' | 'json' | 'pretty'
  isTerminal: boolean
  /** Values that must never appear: secrets from the configuration. */
  secrets: string[]
  /** Has every line, too. */
  beside?: LogSink | undefined
  /** Told of what is logged as an error, of this level or above. */
  onError?: ((noted: NotedError) => void) | undefined
}): Log {
  const mask = maskOf(options.secrets)
  // What sites and people wrote comes into the log too, and a terminal would obey it.
  const shown = (line: string) => (asPretty ? cleanLine(line) : line)
  const asPretty = options.format === 'pretty' || (options.format === 'auto' && options.isTerminal)
  const stream = asPretty
    ? pretty({
        destination: 2,
        sync: true,
        colorize: options.isTerminal,
        ignore: 'pid,hostname',
        translateTime: 'SYS:HH:MM:ss',
        singleLine: true,
      })
    : pino.destination({ dest: 2, sync: true })
  return pino(
    {
      level: options.level,
      base: undefined,
      mixin: (_, __, logger) => missingIn(logger, causeFields(causeNow())),
      // Errors of libraries carry whole clients and requests; these fields are what helps.
      serializers: { err: shownError },
      hooks: {
        // Everything that goes on by itself fails while the database is away, again and again. That it is away is
        // said once a minute where connections are made; here each failure is a detail.
        logMethod(args, method, level) {
          const [first] = args as unknown[]
          const isAway = databaseAwayIn((first as { err?: unknown } | null | undefined)?.err) !== null
          if (isAway && level > debugLevel) this.debug(...args)
          else method.apply(this, args)
          if (!isAway && level >= errorLevel && options.onError) noteError(this, args, level, options.onError)
        },
      },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          'authorization',
          'cookie',
          'password',
          'secret',
          'token',
          'apiKey',
          'webhookUrl',
          'clientSecret',
        ]
          .flatMap((name) => [name, `*.${name}`, `*.*.${name}`])
          .concat(['req.headers.authorization', 'req.headers.cookie']),
        censor: '********',
      },
    },
    {
      write(line: string) {
        const masked = mask(line)
        stream.write(shown(masked))
        options.beside?.write(masked)
      },
    },
  )
}

function noteError(
  logger: unknown,
  [first, sentence]: readonly unknown[],
  level: number,
  onError: (noted: NotedError) => void,
): void {
  const error = first instanceof Error ? first : (first as { err?: unknown } | null | undefined)?.err
  if (!(error instanceof Error)) return
  const job = /"job":"([\w-]+)"/.exec(boundIn(logger))?.[1]
  onError({
    ...{ error, sentence: typeof sentence === 'string' ? sentence : 'an error' },
    ...{ level: level >= fatalLevel ? 'fatal' : 'error', ...(job !== undefined && { job }) },
  })
}

/** Takes every spelling of these secrets out of a text. */
export function maskOf(secrets: readonly string[]): (text: string) => string {
  const hidden = spellings(secrets)
  return (text) => hidden.reduce((masked, secret) => masked.replaceAll(secret, '********'), text)
}

/** What a logger's own lines do not say already. */
function missingIn(logger: unknown, fields: Record<string, string | number>): object {
  const bound = boundIn(logger)
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !bound.includes(`"${name}":`)))
}

/** The fields that all lines of a logger have, as JSON. */
function boundIn(logger: unknown): string {
  return (logger as Record<symbol, string | undefined>)[pino.symbols.chindingsSym] ?? ''
}

/** A line of the log whose texts a terminal may have; the message on one line, so that it cannot pass for more. */
function cleanLine(line: string): string {
  const texts = (_: string, value: unknown) => (typeof value === 'string' ? forTerminal(value) : value)
  try {
    const entry: { msg?: unknown } = JSON.parse(line, texts)
    if (typeof entry.msg === 'string') entry.msg = lineForTerminal(entry.msg)
    return `${JSON.stringify(entry)}\n`
  } catch {
    // A secret that looks like a part of JSON was masked.
    return forTerminal(line)
  }
}

function shownError(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { code, kind, status } = error as { code?: unknown; kind?: unknown; status?: unknown }
  return {
    type: error.name,
    message: error.message,
    ...(code !== undefined && { code }),
    ...(kind !== undefined && { kind }),
    ...(status !== undefined && { status }),
    stack: error.stack,
    ...(error.cause !== undefined && { cause: shownError(error.cause) }),
  }
}

/**
 * Every form in which a secret may stand in a line, longest first: itself, escaped in JSON, percent-encoded, and
 * the password inside a URL. Fewer than 4 characters are no secret and would mask half of every line.
 */
function spellings(secrets: readonly string[]): string[] {
  const plain = secrets.flatMap((secret) => {
    const password = URL.canParse(secret) ? new URL(secret).password : ''
    return [secret, password, decoded(password)]
  })
  const all = plain.flatMap((text) => [text, JSON.stringify(text).slice(1, -1), encodeURIComponent(text)])
  return [...new Set(all)].filter((text) => text.length >= 4).sort((a, b) => b.length - a.length)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
