import { type Authorized, authorized } from '../../core/actor.ts'
import type { Http } from '../../core/http.ts'
import { type Rule, type RuleInput, ruleInputSchema } from '../../model/rule-schema.ts'
import {
  type DraftMatches,
  draftMatchesSchema,
  type Preview,
  type PreviewQuery,
  previewQuery,
  previewSchema,
} from './preview-schema.ts'

export interface PreviewRouteDeps {
  /** The input as a rule of this person; throws bad input that names what is wrong. */
  draft(userId: Authorized<'read'>, input: RuleInput): Promise<Rule>
  /** Matches a draft against stored listings, and replays it over the last days. */
  preview(rule: Rule, query: PreviewQuery): Promise<Preview>
  /** The newest that it fits, quickly; ends where the signal aborts. */
  findForDraft(rule: Rule, signal: AbortSignal): Promise<DraftMatches>
}

const tags = ['rules']
const nothingFound: DraftMatches = { items: [], lookedAtCount: 0, isPartial: true }

/** What a rule would find, before it is saved. */
export function previewRoutes(http: Http, deps: PreviewRouteDeps): void {
  http.post(
    '/api/rules/preview',
    {
      config: { limit: 'costly', changesNothing: true },
      schema: { tags, querystring: previewQuery, body: ruleInputSchema, response: { 200: previewSchema } },
    },
    async ({ query, body, actor }) => deps.preview(await deps.draft(authorized(actor, 'read'), body), query),
  )
  http.post(
    '/api/rules/preview/matches',
    {
      config: { limit: 'read', changesNothing: true },
      schema: {
        tags,
        description:
          'The newest listings that a draft fits, at most 20, for showing them while it is typed: it ends after some tenths of a second, and when the client goes.',
        body: ruleInputSchema,
        response: { 200: draftMatchesSchema },
      },
    },
    async ({ body, actor, raw }, reply) => {
      const gone = new AbortController()
      const end = () => gone.abort(new Error('the client is gone'))
      reply.raw.once('close', end)
      if (raw.destroyed && !raw.complete) end()
      try {
        const rule = await deps.draft(authorized(actor, 'read'), body)
        return await deps.findForDraft(rule, gone.signal)
      } catch (error) {
        // Nobody is there to read it, and nothing went wrong.
        if (gone.signal.aborted) return nothingFound
        throw error
      } finally {
        reply.raw.removeListener('close', end)
      }
    },
  )
}
