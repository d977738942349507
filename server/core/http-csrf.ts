import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { AppError } from './errors.ts'

/** Where a page of ours says its token: a script in a header, a form in a field. */
export const csrfHeader = 'x-csrf-token'
export const csrfField = 'csrf'

declare module 'fastify' {
  interface FastifyRequest {
    /**
     * Who asks is known by a cookie alone, which a browser sends by itself: what only pages of ours can read and has to come
     * along with whatever changes something, the newest first. Null where somebody asks by a key, or nobody does.
     */
    csrfTokens: readonly string[] | null
  }
}

/**
 * What is asked for by a cookie and changes something needs the token besides an origin of ours: a request that a browser
 * sends without saying whence, and one that another port or name of this very host sends as its own site, has none.
 */
export function addCsrf(app: FastifyInstance): void {
  app.decorateRequest('csrfTokens', null)
  // Only then is there a body.
  app.addHook('preValidation', async (request) => {
    const good = request.csrfTokens
    if (good === null || ['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
    const sent = sentBy(request)
    if (sent !== undefined && good.some((token) => isSame(token, sent))) return
    throw new AppError({
      code: 'csrf-token-missing',
      status: 403,
      message:
        'The page that sent this does not show that it is one of ours: load it again, and send it once more. A program sends X-CSRF-Token with what the cookie whose name ends in .csrf holds, or better a key.',
    })
  })
}

/** A form of ours has it among its fields; other sites cannot send a header, nor JSON, without being asked before. */
function sentBy({ headers, body }: FastifyRequest): string | undefined {
  const header = headers[csrfHeader]
  if (typeof header === 'string') return header
  if (!/^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '')) return undefined
  const field = (body as Readonly<Record<string, unknown>> | undefined)?.[csrfField]
  return typeof field === 'string' ? field : undefined
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
