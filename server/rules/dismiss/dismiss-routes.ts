import { z } from 'zod'
import { type Authorized, authorized } from '../../core/actor.ts'
import type { Db } from '../../core/db.ts'
import { notFound } from '../../core/errors.ts'
import { type Http, pageOf } from '../../core/http.ts'
import { noContent } from '../../core/http-document.ts'
import { idParam } from '../../core/id-param.ts'
import { page, pageQuery, turnOf } from '../../core/paging.ts'
import { listMatches, type ShownMatch, writeDismissal } from '../explain/trace-store.ts'
import { getRule } from '../store.ts'
import {
  type Dismissed,
  type DismissReason,
  dismissedSchema,
  dismissInputSchema,
  type MatchView,
  matchParams,
  matchSchema,
} from './dismiss-schema.ts'

export interface DismissRouteDeps {
  db: Db
  dismiss(
    userId: Authorized<'write'>,
    match: { ruleId: number; listingId: number; reason: DismissReason },
  ): Promise<Dismissed>
}

export const matchesQuery = pageQuery.extend({ dismissed: z.stringbool().optional() })
const tags = ['rules']

/** What a rule matched, and what of it was not wanted. */
export function dismissRoutes(http: Http, deps: DismissRouteDeps): void {
  http.get(
    '/api/rules/:id/matches',
    {
      schema: {
        tags,
        params: idParam,
        querystring: matchesQuery,
        response: { 200: pageOf(matchSchema) },
      },
    },
    async ({ params, query, actor }) => matchesPage(deps, authorized(actor, 'read'), params.id, query),
  )
  http.post(
    '/api/rules/:id/matches/:listingId/dismiss',
    { schema: { tags, params: matchParams, body: dismissInputSchema, response: { 200: dismissedSchema } } },
    async ({ params, body, actor }) =>
      deps.dismiss(authorized(actor, 'write'), { ruleId: params.id, listingId: params.listingId, ...body }),
  )
  http.delete(
    '/api/rules/:id/matches/:listingId/dismiss',
    { schema: { tags, params: matchParams, response: { 204: noContent } } },
    async ({ params, actor }, reply) => {
      await undismiss(deps, {
        userId: authorized(actor, 'write'),
        ruleId: params.id,
        listingId: params.listingId,
      })
      return reply.status(204).send()
    },
  )
}

/** Matches of a person's rule, newest first. */
export async function matchesPage(
  deps: DismissRouteDeps,
  userId: Authorized<'read'>,
  ruleId: number,
  query: z.output<typeof matchesQuery>,
) {
  if (!(await getRule(deps.db, userId, ruleId))) throw notFound('rule')
  const turn = turnOf('matches', query, ['number'])
  const rows = await listMatches(deps.db, {
    userId,
    ruleId,
    ...{ beforeId: turn.at?.[0] ?? null, isBack: turn.isBack },
    limit: query.limit + 1,
    dismissed: query.dismissed ?? null,
  })
  return page(rows, turn, (row) => [row.id], matchView)
}

/** Takes a dismissal back; what was not dismissed stays so. */
export async function undismiss(
  deps: DismissRouteDeps,
  key: { userId: Authorized<'write'>; ruleId: number; listingId: number },
): Promise<void> {
  if (!(await writeDismissal(deps.db, key, null))) throw notFound('match of this rule')
}

function matchView(match: ShownMatch): MatchView {
  const { id: _, ruleId: _rule, ruleName: _name, matchedAt, dismissedAt, ...rest } = match
  return {
    ...rest,
    matchedAt: matchedAt.toISOString(),
    dismissedAt: dismissedAt?.toISOString() ?? null,
  }
}
