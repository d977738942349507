import { authorized } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import { idParam } from '../../core/id-param.ts'
import { ruleSchema } from '../../model/rule-schema.ts'
import { type RuleDeps, ruleView } from '../rules.ts'
import { duplicateRule } from './copies.ts'

export function copyRoutes(http: Http, deps: RuleDeps): void {
  http.post(
    '/api/rules/:id/duplicate',
    {
      schema: {
        tags: ['rules'],
        description:
          'Makes another rule with the same wishes, switched off until it is changed and switched on.',
        params: idParam,
        response: { 201: ruleSchema },
      },
    },
    async ({ params, actor }, reply) => {
      const rule = await duplicateRule(deps, authorized(actor, 'write'), params.id)
      return reply.status(201).header('location', `/api/rules/${rule.id}`).send(ruleView(rule))
    },
  )
}
