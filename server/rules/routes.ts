import { z } from 'zod'
import { authorized } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import { type Http, pageOf } from '../core/http.ts'
import { noContent } from '../core/http-document.ts'
import { idParam } from '../core/id-param.ts'
import { page, pageQuery, turnOf } from '../core/paging.ts'
import { type Rule, ruleInputSchema, ruleSchema } from '../model/rule-schema.ts'
import { ruleBulkRoutes } from './bulk-routes.ts'
import { type Preview, type PreviewQuery, previewQuery, previewSchema } from './explain/preview-schema.ts'
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
import { getRule, listRules } from './store.ts'

export interface AlertRouteDeps extends RuleDeps {
  /** Matches a draft against stored listings, and replays it over the last days. */
  preview(rule: Rule, query: PreviewQuery): Promise<Preview>
}

const tags = ['rules']

export function alertRoutes(http: Http, deps: AlertRouteDeps): void {
  ruleBulkRoutes(http, deps)
  http.get(
    '/api/rules',
    { schema: { tags, querystring: pageQuery, response: { 200: pageOf(ruleSchema) } } },
    async ({ query, actor }) => {
      const userId = authorized(actor, 'read')
      const turn = turnOf('rules', query, ['number'])
      const from = { afterId: turn.at?.[0] ?? 0, isBack: turn.isBack }
      const rows = await listRules(deps.db, { userId, ...from, limit: query.limit + 1 })
      return page(rows, turn, (rule) => [rule.id], ruleView)
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
    '/api/rules/preview',
    {
      config: { limit: 'costly', changesNothing: true },
      schema: { tags, querystring: previewQuery, body: ruleInputSchema, response: { 200: previewSchema } },
    },
    async ({ query, body, actor }) => {
      const write = readRule(deps, await deps.personOf(authorized(actor, 'read')), body)
      return deps.preview(draftRule(write, authorized(actor, 'read')), query)
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
    { schema: { tags, params: idParam, response: { 200: ruleSchema } } },
    async ({ params, actor }) => {
      const rule = await getRule(deps.db, authorized(actor, 'read'), params.id)
      if (!rule) throw notFound('rule')
      return ruleView(rule)
    },
  )
  http.put(
    '/api/rules/:id',
    { schema: { tags, params: idParam, body: ruleInputSchema, response: { 200: ruleSchema } } },
    async ({ params, body, actor }) =>
      ruleView(await changeRule(deps, authorized(actor, 'write'), params.id, body)),
  )
  http.patch(
    '/api/rules/:id',
    {
      schema: {
        tags,
        params: idParam,
        // The fields that are given replace the stored ones (of keywords: the given lists); the whole is checked as a rule.
        body: z.record(z.string(), z.unknown()).meta({ example: { priceCentsMax: 55_000 } }),
        response: { 200: ruleSchema },
      },
    },
    async ({ params, body, actor }) =>
      ruleView(await patchRule(deps, authorized(actor, 'write'), params.id, body)),
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
