import { z } from 'zod'
import { type Authorized, authorized } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { type Http, pageOf } from '../core/http.ts'
import { noContent } from '../core/http-document.ts'
import { idParam } from '../core/id-param.ts'
import { page, pageQuery, turnOf } from '../core/paging.ts'
import { ifRevision, ruleInputSchema, ruleSchema } from '../model/rule-schema.ts'
import { ruleBulkRoutes } from './bulk-routes.ts'
import { copyRoutes } from './copies/copy-routes.ts'
import { deletedRoutes } from './deleted/deleted-routes.ts'
import { type PreviewRouteDeps, previewRoutes } from './explain/preview-routes.ts'
import { importCharsMax, importRules, planImport } from './import-rules.ts'
import { importedRulesSchema, ruleImportSchema } from './import-schema.ts'
import {
  changeRule,
  createRule,
  draftRule,
  patchRule,
  type RuleDeps,
  readRule,
  removeRule,
  ruleView,
} from './rules.ts'
import { type RuleStats, ruleWithStatsSchema } from './stats/stats-schema.ts'
import { getRule, listRules } from './store.ts'

export interface AlertRouteDeps extends RuleDeps, Omit<PreviewRouteDeps, 'draft'> {
  /** What became of these rules of a person lately. */
  statsOf(userId: Authorized<'read'>, ruleIds: readonly number[]): Promise<Map<number, RuleStats>>
}

const tags = ['rules']
export function alertRoutes(http: Http, deps: AlertRouteDeps): void {
  ruleBulkRoutes(http, deps)
  copyRoutes(http, deps)
  deletedRoutes(http, deps)
  previewRoutes(http, {
    preview: deps.preview,
    findForDraft: deps.findForDraft,
    draft: async (userId, input) => draftRule(readRule(deps, await deps.personOf(userId), input), userId),
  })
  http.get(
    '/api/rules',
    { schema: { tags, querystring: pageQuery, response: { 200: pageOf(ruleWithStatsSchema) } } },
    async ({ query, actor }) => {
      const userId = authorized(actor, 'read')
      const turn = turnOf('rules', query, ['number'])
      const from = { afterId: turn.at?.[0] ?? 0, isBack: turn.isBack }
      const rows = await listRules(deps.db, { userId, ...from, limit: query.limit + 1 })
      const found = page(rows, turn, (rule) => [rule.id], ruleView)
      const stats = await deps.statsOf(
        userId,
        found.items.map(({ id }) => id),
      )
      return { ...found, items: found.items.map((rule) => ({ ...rule, stats: stats.get(rule.id)! })) }
    },
  )
  http.post(
    '/api/rules',
    { schema: { tags, body: ruleInputSchema, response: { 201: ruleSchema } } },
    async ({ body, actor }, reply) => {
      const rule = await createRule(deps, authorized(actor, 'write'), body)
      return reply.status(201).header('location', `/api/rules/${rule.id}`).send(ruleView(rule))
    },
  )
  http.post(
    '/api/rules/import',
    {
      config: { limit: 'costly' },
      // A text takes up to twice its length in JSON, where it has many line ends and quotes.
      bodyLimit: 2 * importCharsMax + 1024,
      schema: {
        tags,
        description: 'Makes all rules of a file of this or another tool, or none; a dry run makes none.',
        body: ruleImportSchema,
        response: { 200: importedRulesSchema, 201: importedRulesSchema },
      },
    },
    async ({ body: { dryRun, ...asked }, actor }, reply) => {
      if (dryRun) {
        const { inputs: _, ...plan } = await planImport(deps, authorized(actor, 'write'), asked)
        return plan
      }
      return reply.status(201).send(await importRules(deps, authorized(actor, 'write'), asked))
    },
  )
  http.get(
    '/api/rules/:id',
    { schema: { tags, params: idParam, response: { 200: ruleWithStatsSchema } } },
    async ({ params, actor }) => {
      const userId = authorized(actor, 'read')
      const rule = await getRule(deps.db, userId, params.id)
      if (!rule) throw notFound('rule')
      return { ...ruleView(rule), stats: (await deps.statsOf(userId, [rule.id])).get(rule.id)! }
    },
  )
  http.put(
    '/api/rules/:id',
    {
      schema: {
        tags,
        params: idParam,
        querystring: ifRevision,
        body: ruleInputSchema,
        response: { 200: ruleSchema },
      },
    },
    async ({ params, query, body, actor }) =>
      ruleView(await changeRule(deps, authorized(actor, 'write'), params.id, body, query.ifRevision)),
  )
  http.patch(
    '/api/rules/:id',
    {
      schema: {
        tags,
        params: idParam,
        querystring: ifRevision,
        // The fields that are given replace the stored ones (of keywords: the given lists); the whole is checked as a rule.
        body: z.record(z.string(), z.unknown()).meta({ example: { priceCentsMax: 55_000 } }),
        response: { 200: ruleSchema },
      },
    },
    async ({ params, query, body, actor }) =>
      ruleView(await patchRule(deps, authorized(actor, 'write'), params.id, body, query.ifRevision)),
  )
  http.delete(
    '/api/rules/:id',
    { schema: { tags, params: idParam, response: { 204: noContent } } },
    async ({ params, actor }, reply) => {
      await removeRule(deps, authorized(actor, 'write'), params.id)
      return reply.status(204).send()
    },
  )
}
