import { authorized } from '../core/actor.ts'
import { bulkById, withEach } from '../core/bulk.ts'
import { notFound } from '../core/errors.ts'
import type { Http } from '../core/http.ts'
import { dismissalsResultSchema, dismissalsSchema, ruleBulkSchema } from './bulk-schema.ts'
import { writeDismissal } from './explain/trace-store.ts'
import { bringBackRule, patchRule, type RuleDeps, removeRule } from './rules.ts'

const tags = ['rules']

/** The same with many rules, or many matches, at once. */
export function ruleBulkRoutes(http: Http, deps: RuleDeps): void {
  http.post(
    '/api/rules/bulk',
    {
      config: { limit: 'costly' },
      schema: {
        tags,
        description:
          'Switches rules on or off, deletes them or takes that back: each by itself, and says of each whether it was done.',
        body: ruleBulkSchema,
        response: { 200: bulkById },
      },
    },
    async ({ body: { action, ids }, actor }) => {
      const userId = authorized(actor, 'write')
      return withEach(
        ids.map((id) => ({ id })),
        ({ id }) =>
          action === 'delete'
            ? removeRule(deps, userId, id)
            : action === 'restore'
              ? bringBackRule(deps, userId, id)
              : patchRule(deps, userId, id, { enabled: action === 'enable' }),
      )
    },
  )
  http.post(
    '/api/matches/dismissals',
    {
      schema: {
        tags,
        description:
          'Notes of many matches, of any rules, that they were not wanted. One by itself also gets suggestions for its rule.',
        body: dismissalsSchema,
        response: { 200: dismissalsResultSchema },
      },
    },
    async ({ body: { matches, reason }, actor }) => {
      const userId = authorized(actor, 'write')
      const dismissal = { reason, at: deps.clock.now() }
      return withEach(matches, async (match) => {
        if (!(await writeDismissal(deps.db, { userId, ...match }, dismissal)))
          throw notFound('match of this rule')
      })
    },
  )
}
