import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { databaseAwayIn, reasonAway } from './database-away.ts'
import { type AppError, errorMessage, setupError } from './errors.ts'
import type { Log } from './log.ts'

const pauseMs = 250

/** Waits, `waitMs` at the most, until the database answers; throws a setup error that says what to do. */
export async function waitForDatabase(
  config: () => pg.ClientConfig,
  { waitMs, log }: { waitMs: number; log: Log },
): Promise<void> {
  const deadline = Date.now() + waitMs
  for (let attempt = 0; ; attempt++) {
    const client = clientOf(config())
    client.on('error', () => {})
    try {
      await client.connect()
      const { rows } = await client.query<{ version: string }>('SHOW server_version_num')
      const version = Number(Object.values(rows[0] ?? {})[0])
      await client.end()
      if (version < 150_000) {
        throw setupError(
          'database-too-old',
          `The database is PostgreSQL ${Math.floor(version / 10_000)}; Deal Scout needs 15 or newer.`,
        )
      }
      return
    } catch (error) {
      await client.end().catch(() => {})
      const code = (error as { code?: string }).code ?? ''
      if (code === 'database-too-old') throw error
      // A name that nobody knows is most often misspelt; once connected, it is a name server that is away.
      const passing = reasonAway(error) !== null && code !== 'ENOTFOUND' && !isPooler(error)
      if (!passing || Date.now() >= deadline) throw connectError(config(), error, passing)
      if (attempt === 0) log.info({ reason: errorMessage(error) }, 'waiting for the database')
      await sleep(pauseMs)
    }
  }
}

function clientOf(config: pg.ClientConfig): pg.Client {
  try {
    return new pg.Client(config)
  } catch (error) {
    // A file of a certificate that it names, which is not there.
    throw connectError(config, error, false)
  }
}

/**
 * Runs it again while the database is away, `waitMs` at the most since it first was; what runs must bear being run twice,
 * since what was on its way when the connection broke may have been done.
 */
export async function outlast<T>(
  run: () => Promise<T>,
  options: { config(): pg.ClientConfig; waitMs: number; signal?: AbortSignal | undefined },
): Promise<T> {
  let deadline: number | undefined
  for (;;) {
    options.signal?.throwIfAborted()
    try {
      return await run()
    } catch (error) {
      const away = databaseAwayIn(error)
      if (away === null) throw error
      deadline ??= Date.now() + options.waitMs
      if (Date.now() >= deadline) throw connectError(options.config(), (away as AppError).cause ?? away, true)
      await sleep(pauseMs, undefined, { signal: options.signal })
    }
  }
}

function connectError(config: pg.ClientConfig, error: unknown, waited: boolean): AppError {
  const url = new URL(config.connectionString ?? '')
  const host = url.hostname || url.searchParams.get('host') || 'localhost'
  const { code } = error as { code?: string }
  return setupError(
    'database-unreachable',
    `Cannot use the database at ${host}:${url.port || 5432}${url.pathname}: ${errorMessage(error) || code}. ${isPooler(error) ? poolerHint : (certificateHint(error) ?? connectHint(code, waited))}`,
    error,
  )
}

/** PgBouncer, of limits that are set with the connection. */
const isPooler = (error: unknown) => /unsupported startup parameter/i.test(errorMessage(error))
const poolerHint =
  'That is a pooler: set DATABASE_PREPARE=off, and DATABASE_DIRECT_URL to the database itself (docs/many-processes.md).'

/** What Node says of a certificate that it cannot trace to an authority that it knows. */
const untraced =
  /^(?:UNABLE_TO_(?:VERIFY|GET)_|(?:SELF_SIGNED|DEPTH_ZERO_SELF_SIGNED)_CERT|CERT_(?:HAS_EXPIRED|UNTRUSTED|SIGNATURE_FAILURE))/

/** Of TLS; null where it was not that. */
function certificateHint(error: unknown): string | null {
  const { code = '' } = error as { code?: string }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return 'Its certificate is for another name: use one that stands in it (docs/security/tls.md).'
  if (untraced.test(code))
    return 'Its certificate is of no authority that is known here, or over: name the right one in sslrootcert or NODE_EXTRA_CA_CERTS (docs/security/tls.md).'
  if (code === '28000' && /certificate/.test(errorMessage(error)))
    return 'It asks for a certificate of the role: name it in sslcert and sslkey (docs/security/tls.md).'
  return null
}

function connectHint(code: string | undefined, waited: boolean): string {
  switch (code) {
    case '28P01':
    case '28000':
      return 'The user or password is wrong: check DATABASE_URL (special characters must be percent-encoded there).'
    case '3D000':
      return 'That database does not exist: create it (createdb) or correct DATABASE_URL.'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'The host name is unknown: check DATABASE_URL.'
    default:
      return waited
        ? 'Nothing answered there in DATABASE_WAIT_MS: is PostgreSQL running, and is DATABASE_URL right?'
        : 'Check DATABASE_URL.'
  }
}
