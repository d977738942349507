import { AppError, errorMessage } from './errors.ts'

/** What Node says of a server that cannot be reached, at all or any more. */
const networkCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'ETIMEDOUT',
  'EPIPE',
  'ENOENT',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
])

/**
 * What PostgreSQL says when it cannot serve for now: connection exceptions (08), no memory, disk or connection left (53),
 * going down, crashed or starting (57P01–03), its disk fails (58030), a standby that is not promoted yet (25006).
 */
const serverCodes = /^(?:08[0-9A-Z]{3}|53[0-9A-Z]{3}|57P0[123]|58030|25006)$/

const poolTimeout = /timeout exceeded when trying to connect/
const sentences = /^connection terminated|connection error and is not queryable|timeout expired/i

/** Why the database cannot serve now, from an error of its driver; null when that is not what it says. */
export function reasonAway(error: unknown): string | null {
  const { code } = (error ?? {}) as { code?: unknown }
  const text = errorMessage(error)
  if (poolTimeout.test(text))
    return 'no connection became free in time: it answers late, or DATABASE_POOL_SIZE is too small'
  const isAway =
    (typeof code === 'string' && (networkCodes.has(code) || serverCodes.test(code))) || sentences.test(text)
  return isAway ? text || String(code) : null
}

const awayCode = 'database-away'

/** An error of the driver as what the program speaks of: one that waiting may mend is `database-away`, status 503. */
export function asDatabaseError(error: unknown): unknown {
  if (databaseAwayIn(error) || reasonAway(error) === null) return error
  return new AppError({
    code: awayCode,
    status: 503,
    message:
      'The database does not answer right now. Try again in some seconds; the log says since when and why.',
    retryAfterS: 5,
    cause: error,
  })
}

/** The absence of the database that an error, or one it was caused by, tells of; the job queue hands errors on as copies. */
export function databaseAwayIn(error: unknown): { code: string; message: string } | null {
  for (let one = error, depth = 0; one !== null && typeof one === 'object' && depth < 8; depth++) {
    const { code, cause } = one as { code?: unknown; cause?: unknown }
    if (code === awayCode) return one as { code: string; message: string }
    one = cause
  }
  return null
}
