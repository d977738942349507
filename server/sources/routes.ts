import { authorized } from '../core/actor.ts'
import { shownIn } from '../core/adapter-words.ts'
import { bulkById, withEach } from '../core/bulk.ts'
import { notFound } from '../core/errors.ts'
import { type Http, pageOf } from '../core/http.ts'
import { noContent } from '../core/http-document.ts'
import { idParam } from '../core/id-param.ts'
import type { Language } from '../core/languages.ts'
import { page, pageQuery, type Turn, turnOf, whole } from '../core/paging.ts'
import { listScanRuns, listSourceRuns, type ScanRunRow, scanExists } from './scanning/run-store.ts'
import { scanNow } from './scanning/scan-now.ts'
import { listScans } from './scanning/scan-store.ts'
import {
  activeSourceSchema,
  connectedSourceSchema,
  type MarketplaceView,
  madeDueSchema,
  marketplaceParam,
  marketplaceSchema,
  newSourceSchema,
  ruleSearchSchema,
  scanRunSchema,
  scanSchema,
  scansInputSchema,
  sourceBulkSchema,
  sourceInputSchema,
  sourceRunSchema,
  termsInputSchema,
  triedSchema,
} from './schema.ts'
import {
  changeSource,
  connectSource,
  disconnectSource,
  type SourceDeps,
  sourceSearches,
  switchSource,
  tryOnly,
} from './sources.ts'
import { sourceViews, viewSource } from './state/views.ts'
import { getSource } from './store.ts'
import { listMarketplaces, setTerms } from './terms/terms.ts'

export function marketplaceRoutes(http: Http, deps: SourceDeps): void {
  const shown = (language: Language, view: MarketplaceView) =>
    shownIn(language, view, deps.marketplaces.get(view.id)?.words)
  http.get(
    '/api/marketplaces',
    { schema: { tags: ['marketplaces'], response: { 200: pageOf(marketplaceSchema) } } },
    async ({ actor, language }) =>
      whole((await listMarketplaces(deps, authorized(actor, 'read'))).map((one) => shown(language, one))),
  )
  http.put(
    '/api/marketplaces/:id/terms',
    {
      config: { access: 'admin' },
      schema: {
        tags: ['marketplaces'],
        description:
          'Accepts the terms of a marketplace for everybody here, or takes that back. It counts at once, and stands in the audit log.',
        params: marketplaceParam,
        body: termsInputSchema,
        response: { 200: marketplaceSchema },
      },
    },
    async ({ params, body, actor, language }) =>
      shown(language, await setTerms(deps, actor, params.id, body.accepted)),
  )
  sourceRoutes(http, deps)
  scanRoutes(http, deps)
}

function sourceRoutes(http: Http, deps: SourceDeps): void {
  const tags = ['sources']
  http.get(
    '/api/sources',
    { config: { neverKept: true }, schema: { tags, response: { 200: pageOf(activeSourceSchema) } } },
    async ({ actor }) => whole(await sourceViews(deps, authorized(actor, 'read'))),
  )
  http.post(
    '/api/sources',
    {
      schema: {
        tags,
        description: 'Reads it once, and connects it when it can be read.',
        body: newSourceSchema,
        response: { 201: connectedSourceSchema },
      },
    },
    async ({ body, actor }, reply) => {
      const source = await connectSource(deps, actor, body)
      return reply.status(201).header('location', `/api/sources/${source.id}`).send(source)
    },
  )
  http.post(
    '/api/sources/try',
    {
      config: { access: 'write', limit: 'costly', changesNothing: true },
      schema: {
        tags,
        description: 'Reads it once as a scan would and says what it brings; connects nothing.',
        body: sourceInputSchema,
        response: { 200: triedSchema },
      },
    },
    ({ body, actor }) => tryOnly(deps, authorized(actor, 'write'), body),
  )
  http.post(
    '/api/sources/bulk',
    {
      schema: {
        tags,
        description:
          'Pauses sources, or resumes them: each by itself, and says of each whether it was done. A cooldown after a block stays.',
        body: sourceBulkSchema,
        response: { 200: bulkById },
      },
    },
    ({ body: { action, ids }, actor }) => {
      const userId = authorized(actor, 'write')
      return withEach(
        ids.map((id) => ({ id })),
        ({ id }) => switchSource(deps, userId, id, action === 'resume'),
      )
    },
  )
  http.get(
    '/api/sources/:id',
    { config: { neverKept: true }, schema: { tags, params: idParam, response: { 200: activeSourceSchema } } },
    ({ params, actor }) => viewSource(deps, authorized(actor, 'read'), params.id),
  )
  http.put(
    '/api/sources/:id',
    { schema: { tags, params: idParam, body: sourceInputSchema, response: { 200: activeSourceSchema } } },
    ({ params, body, actor }) => changeSource(deps, actor, params.id, body),
  )
  http.get(
    '/api/sources/:id/plan',
    {
      schema: {
        tags,
        description: 'How the source is asked for each enabled rule, or why it cannot be.',
        params: idParam,
        response: { 200: pageOf(ruleSearchSchema) },
      },
    },
    async ({ params, actor }) =>
      whole(
        (await sourceSearches(deps, authorized(actor, 'read'), params.id)).map(({ rule, query }) => ({
          ruleId: rule.id,
          rule: rule.name,
          ...query,
          impossible: query.impossible ?? null,
        })),
      ),
  )
  http.delete(
    '/api/sources/:id',
    { schema: { tags, params: idParam, response: { 204: noContent } } },
    async ({ params, actor }, reply) => {
      await disconnectSource(deps, authorized(actor, 'write'), params.id)
      return reply.status(204).send()
    },
  )
}

function scanRoutes(http: Http, deps: SourceDeps): void {
  const tags = ['scans']
  http.get(
    '/api/scans',
    { schema: { tags, querystring: pageQuery, response: { 200: pageOf(scanSchema) } } },
    async ({ query, actor }) => {
      const turn = turnOf('scans', query, ['number'])
      const now = deps.clock.now()
      const rows = await listScans(deps.db, {
        userId: authorized(actor, 'read'),
        ...{ afterId: turn.at?.[0] ?? 0, isBack: turn.isBack },
        limit: query.limit + 1,
        now,
      })
      return page(
        rows,
        turn,
        (row) => [row.id],
        (row) => ({
          ...row,
          dueAt: row.dueAt.toISOString(),
          lastRunAt: row.lastRunAt?.toISOString() ?? null,
          outageSince: row.outageSince?.toISOString() ?? null,
          cooldownUntil: row.cooldownUntil?.toISOString() ?? null,
        }),
      )
    },
  )
  http.get(
    '/api/scans/:id/runs',
    { schema: { tags, params: idParam, querystring: pageQuery, response: { 200: pageOf(scanRunSchema) } } },
    async ({ params, query, actor }) => {
      if (!(await scanExists(deps.db, authorized(actor, 'read'), params.id))) throw notFound('scan')
      const turn = turnOf('scan-runs', query, ['number', 'number'])
      const rows = await listScanRuns(deps.db, { scanId: params.id, ...runsAt(turn, query.limit) })
      return page(rows, turn, placeOfRun, runView)
    },
  )
  http.get(
    '/api/sources/:id/runs',
    {
      schema: {
        tags: ['sources'],
        description: 'What the scans of a source brought, newest first: all its queries together.',
        params: idParam,
        querystring: pageQuery,
        response: { 200: pageOf(sourceRunSchema) },
      },
    },
    async ({ params, query, actor }) => {
      if (!(await getSource(deps.db, params.id, authorized(actor, 'read')))) throw notFound('source')
      const turn = turnOf('source-runs', query, ['number', 'number'])
      const rows = await listSourceRuns(deps.db, { sourceId: params.id, ...runsAt(turn, query.limit) })
      return page(rows, turn, placeOfRun, runView)
    },
  )
  http.post(
    '/api/scans',
    {
      config: { limit: 'costly' },
      schema: {
        tags,
        description:
          'Makes scans due now, all or those of one source; a source in cooldown after a block stays in it, and is named.',
        body: scansInputSchema,
        response: { 202: madeDueSchema },
      },
    },
    async ({ body, actor }, reply) => {
      const made = await scanNow(deps, authorized(actor, 'write'), body?.sourceId)
      return reply.status(202).send(made)
    },
  )
}

const runsAt = ({ at, isBack }: Turn<readonly [number, number]>, limit: number) => ({
  ...{ before: at && { startedAtMs: at[0], id: at[1] }, isBack },
  limit: limit + 1,
})

const placeOfRun = ({ startedAt, id }: ScanRunRow): [number, number] => [startedAt.getTime(), id]

const runView = <Run extends ScanRunRow>(run: Run) => ({
  ...run,
  startedAt: run.startedAt.toISOString(),
  finishedAt: run.finishedAt.toISOString(),
})
