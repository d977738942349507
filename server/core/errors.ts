import type { FieldReason } from './field-reasons.ts'

/** Characters of a text in UTF-16 units, as JavaScript counts them; of its end none. */
export interface TextPart {
  offset: number
  length: number
}

/** What a typed error carries: one value serves HTTP (problem+json), jobs (outcome) and the CLI (exit code). */
export interface ErrorDetail {
  /** Stable, kebab-case; clients may depend on it. */
  code: string
  /** HTTP status. */
  status: number
  /** One public sentence that says what to do. */
  message: string
  /** What the sentence says beside its code, for other languages; of a code whose sentence is always made of them. */
  params?: Readonly<Record<string, string | number>>
  /** Field path → what is wrong with it. */
  fields?: Record<string, string>
  /** Field path → the same as a code with parameters, of fields of which that is known. */
  reasons?: Record<string, FieldReason>
  /** Field path → where in its text it is wrong, of fields of which that is known. */
  positions?: Record<string, TextPart>
  /** After how many seconds the same may be asked again. */
  retryAfterS?: number
  /** Of the command line, where others act on it; default: by the status. */
  exitCode?: number
  /** For the log only, never sent to a client. */
  internal?: unknown
  cause?: unknown
}

export class AppError extends Error {
  readonly code: string
  readonly status: number
  readonly params: Readonly<Record<string, string | number>> | undefined
  readonly fields: Record<string, string> | undefined
  readonly reasons: Record<string, FieldReason> | undefined
  readonly positions: Record<string, TextPart> | undefined
  readonly retryAfterS: number | undefined
  readonly internal: unknown
  /** CLI exit code: 2 for what the caller can correct, 1 for the rest, unless another was given. */
  readonly exitCode: number

  constructor(detail: ErrorDetail) {
    super(detail.message, detail.cause === undefined ? undefined : { cause: detail.cause })
    this.name = 'AppError'
    this.code = detail.code
    this.status = detail.status
    this.params = detail.params
    this.fields = detail.fields
    this.reasons = detail.reasons
    this.positions = detail.positions
    this.retryAfterS = detail.retryAfterS
    this.internal = detail.internal
    this.exitCode = detail.exitCode ?? (detail.status >= 400 && detail.status < 500 ? 2 : 1)
  }

  /** The name under which Fastify and its parsers look for it. */
  get statusCode(): number {
    return this.status
  }
}

export function badInput(
  message: string,
  fields?: Record<string, string>,
  positions: Record<string, TextPart> = {},
): AppError {
  const known = Object.keys(positions).length > 0
  return new AppError({
    ...{ code: 'bad-input', status: 422, message },
    ...(fields && { fields }),
    ...(known && { positions }),
  })
}

export function notFound(what: string): AppError {
  return new AppError({
    ...{ code: 'not-found', status: 404, message: `There is no such ${what}.` },
    params: { what },
  })
}

export function conflict(code: string, message: string): AppError {
  return new AppError({ code, status: 409, message })
}

/** A problem of this installation that its operator can mend (a port in use, a folder that is not ours). */
export function setupError(code: string, message: string, cause?: unknown): AppError {
  return new AppError({ code, status: 500, message, cause })
}

export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
