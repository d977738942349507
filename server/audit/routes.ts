import { authorized } from '../core/actor.ts'
import { type Http, pageOf } from '../core/http.ts'
import { page, turnOf } from '../core/paging.ts'
import { type AuditDeps, ownView } from './audit.ts'
import { allEvents, type EventFilter, eventsOf } from './audit-store.ts'
import { type AuditQuery, auditEventSchema, auditQuery, ownAuditQuery } from './schema.ts'
import { eventView } from './views.ts'

const response = { 200: pageOf(auditEventSchema) }

/** The audit log is read, never written, over HTTP. */
export function auditRoutes(http: Http, { db }: AuditDeps): void {
  http.get(
    '/api/me/audit',
    {
      config: { access: 'self' },
      schema: {
        tags: ['me'],
        description: 'What you did, and what was done to your account or what is yours, newest first.',
        querystring: ownAuditQuery,
        response,
      },
    },
    async ({ query, actor }) => {
      const turn = turnOf('own audit', query, ['number'])
      const userId = authorized(actor, 'self')
      const rows = await eventsOf(db, userId, filterOf(query, turn))
      return page(
        rows,
        turn,
        (row) => [row.id],
        (row) => eventView(ownView(userId, row)),
      )
    },
  )
  http.get(
    '/api/audit',
    {
      config: { access: 'admin' },
      schema: {
        tags: ['ops'],
        description: 'What everybody did, newest first.',
        querystring: auditQuery,
        response,
      },
    },
    async ({ query, actor }) => {
      const turn = turnOf('audit', query, ['number'])
      const filter = { ...filterOf(query, turn), about: query.person }
      const rows = await allEvents(db, authorized(actor, 'admin'), filter)
      return page(rows, turn, (row) => [row.id], eventView)
    },
  )
}

function filterOf(
  { kind, since, until, limit }: Omit<AuditQuery, 'person'>,
  { at, isBack }: { at: readonly [number] | null; isBack: boolean },
): EventFilter {
  return {
    what: kind,
    since: since === undefined ? undefined : new Date(since),
    until: until === undefined ? undefined : new Date(until),
    ...{ beforeId: at?.[0] ?? null, isBack, limit: limit + 1 },
  }
}
