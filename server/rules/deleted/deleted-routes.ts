import { authorized } from '../../core/actor.ts'
import { type Http, pageOf } from '../../core/http.ts'
import { idParam } from '../../core/id-param.ts'
import { ruleSchema } from '../../model/rule-schema.ts'
import { bringBackRule, type RuleDeps, ruleView } from '../rules.ts'
import { deletedRuleSchema } from '../stats/stats-schema.ts'
import { listDeletedRules } from './deleted-store.ts'

const tags = ['rules']
const dayMs = 86_400_000
/** A deleted rule can be had back for so long. */
export const deletedRulesKeptDays = 30
const shownMax = 200

/** What was deleted lately, and how to have it back. */
export function deletedRoutes(http: Http, deps: RuleDeps): void {
  http.get(
    '/api/rules/deleted',
    {
      schema: {
        tags,
        description: 'Rules that were deleted in the last 30 days, the latest first, 200 at most.',
        response: { 200: pageOf(deletedRuleSchema) },
      },
    },
    async ({ actor }) => {
      const rows = await listDeletedRules(deps.db, authorized(actor, 'read'), shownMax)
      const items = rows.map(({ deletedAt, ...rule }) => ({
        ...ruleView(rule),
        deletedAt: deletedAt.toISOString(),
        restorableUntil: new Date(deletedAt.getTime() + deletedRulesKeptDays * dayMs).toISOString(),
      }))
      return { items, next: null, previous: null }
    },
  )
  http.post(
    '/api/rules/:id/restore',
    {
      schema: {
        tags,
        description:
          'Takes the deletion of a rule back, with its matches; it looks at what came meanwhile. One that is there is given as it is.',
        params: idParam,
        response: { 200: ruleSchema },
      },
    },
    async ({ params, actor }) => ruleView(await bringBackRule(deps, authorized(actor, 'write'), params.id)),
  )
}
