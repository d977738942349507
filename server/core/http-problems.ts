import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { databaseAwayIn } from './database-away.ts'
import { AppError, type TextPart } from './errors.ts'
import { type FieldReason, fieldReason, textReason } from './field-reasons.ts'
import { parametersOf, unknownParameters } from './http-query.ts'
import type { ProblemCode } from './problem-codes.ts'
import { problemKind } from './problem-kinds.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Of what it was answered with; '' where that is no problem. */
    problemCode: string
  }
}

/** The body of a problem (RFC 9457). `requestId` names the occurrence; '' where none was given. */
export function problemOf(
  error: Pick<AppError, 'code' | 'status' | 'message'> & {
    params?: AppError['params']
    fields?: Record<string, string> | undefined
    reasons?: AppError['reasons']
    positions?: Record<string, TextPart> | undefined
  },
  requestId: string,
) {
  return {
    type: `urn:deal-scout:problem:${error.code}`,
    title: problemKind(error.code).title,
    status: error.status,
    detail: error.message,
    ...(requestId !== '' && { instance: `urn:uuid:${requestId}` }),
    code: error.code,
    ...(error.params && { params: error.params }),
    ...(error.fields && { fields: error.fields, reasons: reasonsOf(error.fields, error.reasons) }),
    ...(error.positions && { positions: error.positions }),
    requestId,
  }
}

/** Each field's sentence has a code; one that was written where it was thrown is its own text. */
function reasonsOf(fields: Record<string, string>, known: AppError['reasons'] = {}) {
  return Object.fromEntries(
    Object.entries(fields).map(([field, text]) => [field, known[field] ?? textReason(text)]),
  )
}

export function sendProblem(error: AppError, request: FastifyRequest, reply: FastifyReply) {
  // 503 is a state that passes: who is in it says so once, not for each who asks.
  if (error.status >= 500 && error.status !== 503)
    request.log.error({ err: error.internal ?? error }, error.message)
  // What is nowhere is repeated to who asked and not to the log: it may be a mistyped link with a token.
  else request.log.debug({ code: error.code }, request.is404 ? error.code : error.message)
  request.problemCode = error.code
  if (error.retryAfterS !== undefined) reply.header('retry-after', error.retryAfterS)
  if (error.status === 401) reply.header('www-authenticate', 'Bearer')
  return reply
    .status(error.status)
    .header('x-request-id', request.id)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send(problemOf(error, request.id))
}

/** What Fastify and its parsers say of a request, by its status: their own codes come and go with their versions. */
const ofStatus: Readonly<Record<number, ProblemCode>> = {
  405: 'method-not-allowed',
  413: 'body-too-large',
  414: 'address-too-long',
  415: 'media-type-not-taken',
  431: 'headers-too-large',
}

const saysNoJson = /^FST_ERR_CTP_(?:EMPTY|INVALID)_JSON_BODY$/

/** Any error as one that may be shown. `querystring`: the schema of the route that was asked. */
export function asAppError(error: unknown, querystring?: unknown): AppError {
  if (error instanceof AppError) return error
  const away = databaseAwayIn(error)
  if (away instanceof AppError) return away
  if (hasZodFastifySchemaValidationErrors(error)) {
    const unknown = error.validationContext === 'querystring' ? unknownKeys(error.validation) : []
    if (unknown.length > 0) return unknownParameters(unknown, parametersOf(querystring))
    const within = error.validationContext === 'body' ? '' : `${error.validationContext}.`
    const issues = error.validation.map(({ instancePath, keyword, params, message = 'is not valid' }) => {
      const field = `${within}${instancePath.slice(1).replaceAll('/', '.') || '(whole)'}`
      return { field, message, reason: fieldReason(keyword, params, message) }
    })
    const [first] = issues
    return invalid(first ? `${first.field}: ${first.message}` : 'see fields', issues)
  }
  if (error instanceof z.ZodError) {
    const issues = error.issues.map(({ path, code, message, ...facts }) => ({
      ...{ field: path.join('.') || '(whole)', message, reason: fieldReason(code, facts, message) },
    }))
    return invalid('see fields', issues)
  }
  const { statusCode: status, code = '', message } = error as Error & { statusCode?: number; code?: string }
  if (status !== undefined && status >= 400 && status < 500) {
    // Of a JSON that names what no object may have, only the message tells.
    const isNoJson = saysNoJson.test(code) || /JSON|forbidden prototype/i.test(message)
    const known = ofStatus[status]
    if (known !== undefined) return new AppError({ code: known, status, message, cause: error })
    return new AppError({
      code: status === 400 && isNoJson ? 'malformed-json' : 'bad-request',
      status: 400,
      message,
      cause: error,
    })
  }
  return new AppError({
    code: 'internal-error',
    status: 500,
    message: 'Something went wrong here. The log has the details under this request id.',
    internal: error,
  })
}

function invalid(
  what: string,
  issues: readonly { field: string; message: string; reason: FieldReason }[],
): AppError {
  return new AppError({
    ...{ code: 'bad-input', status: 422, message: `The request is not valid: ${what}.` },
    fields: Object.fromEntries(issues.map(({ field, message }) => [field, message])),
    reasons: Object.fromEntries(issues.map(({ field, reason }) => [field, reason])),
  })
}

function unknownKeys(issues: readonly { keyword?: string; params?: unknown }[]): string[] {
  return issues.flatMap(({ keyword, params }) => {
    const { keys } = (params ?? {}) as { keys?: unknown }
    return keyword === 'unrecognized_keys' && Array.isArray(keys) ? keys.map(String) : []
  })
}
