import { AppError, conflict } from '../../core/errors.ts'
import type { Http } from '../../core/http.ts'
import { noContent } from '../../core/http-document.ts'
import type { AccountNotices, DeletionNotice, OrderNotice } from '../../marketplaces/account-contract.ts'
import { accountContext } from '../context.ts'
import { challengeAnswer, challengeQuery, marketplaceParam } from './connection-schema.ts'
import { type ConnectionDeps, connectableOf } from './connections.ts'

export interface NoticeDeps extends ConnectionDeps {
  /** All or nothing, and once for each notice. */
  forgetRemotePerson(marketplace: string, notice: DeletionNotice): Promise<void>
  /** Reads the orders of whom it may be about. */
  readOrdersNoticed(marketplace: string, notice: OrderNotice): Promise<void>
}

/** A notice is some hundred bytes. */
const bodyLimit = 16_384
/** Marketplaces wait some seconds for an answer. */
const checkMs = 10_000
const retryS = 60

const tags = ['connections']
const open = { access: 'open' } as const

/**
 * Where a marketplace says that an account there was deleted, or that something was sold. It has no account here: who asks is nobody, and what is sent
 * counts by its signature alone, which is over its bytes as they came.
 */
export function noticeRoutes(server: Http, deps: NoticeDeps): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit }, (_request, body, done) =>
      done(null, body),
    )
    const http = scope as unknown as Http
    http.get(
      '/api/connections/:id/account-deletion',
      {
        config: open,
        schema: {
          tags,
          description: 'Proves to the marketplace that this address is meant for its notices.',
          params: marketplaceParam,
          querystring: challengeQuery,
          response: { 200: challengeAnswer },
        },
      },
      async ({ params, query }) =>
        readyOf(deps, params.id).answerChallenge(query.challenge_code, deps.adapterOptions),
    )
    http.post(
      '/api/connections/:id/account-deletion',
      {
        config: open,
        schema: {
          tags,
          description:
            'A signed notice that an account at the marketplace was deleted: what is held of it goes; or that something was bought: the orders are read. 412 where the signature is not good, 503 while that cannot be told.',
          params: marketplaceParam,
          response: { 204: noContent },
        },
      },
      async ({ params, headers, body }, reply) => {
        const notices = readyOf(deps, params.id)
        const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0)
        const header = (name: string) => {
          const value = headers[name]
          return Array.isArray(value) ? undefined : value
        }
        const ctx = accountContext(deps, params.id, AbortSignal.timeout(checkMs))
        const checked = await notices.check(bytes, header, ctx)
        if (checked.outcome === 'forged') throw forged()
        if (checked.outcome !== 'genuine') {
          ctx.log.warn({ reason: checked.reason }, 'a notice could not be checked')
          throw uncheckable(checked.retryAfterMs)
        }
        const { notice } = checked
        if (notice?.about === 'deletion') await deps.forgetRemotePerson(params.id, notice)
        if (notice?.about === 'order') await deps.readOrdersNoticed(params.id, notice)
        return reply.status(204).send()
      },
    )
  })
}

function readyOf(deps: NoticeDeps, id: string): AccountNotices {
  const { name, accounts } = connectableOf(deps, id)
  const missing = accounts.notices?.unavailable(deps.adapterOptions)
  if (accounts.notices === undefined || missing != null)
    throw conflict('accounts-not-set-up', missing ?? `${name} sends no notices.`)
  return accounts.notices
}

function forged(): AppError {
  return new AppError({
    code: 'notice-not-genuine',
    status: 412,
    message: 'This notice is not signed by the marketplace: nothing was done.',
  })
}

function uncheckable(retryAfterMs = retryS * 1000): AppError {
  return new AppError({
    code: 'notice-not-checked',
    status: 503,
    retryAfterS: Math.max(1, Math.ceil(retryAfterMs / 1000)),
    message: 'Whether the marketplace signed this notice cannot be told just now: send it again.',
  })
}
