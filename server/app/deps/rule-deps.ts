import type { Profile } from '../../accounts/profile.ts'
import { type Authorized, asProgram } from '../../core/actor.ts'
import type { Tx } from '../../core/db.ts'
import type { findPlace, Near } from '../../core/places.ts'
import { dismissMatch } from '../../flows/dismiss-match.ts'
import { explainListing, explainMatch } from '../../flows/explain-match.ts'
import { findForDraft } from '../../flows/find-for-draft.ts'
import { matchBacklog } from '../../flows/match-backlog.ts'
import { matchRule } from '../../flows/match-rule.ts'
import { planScansNow } from '../../flows/plan-scans.ts'
import { previewRule } from '../../flows/preview-rule.ts'
import { sumUpRules } from '../../flows/sum-up-rules.ts'
import type { Rule } from '../../model/rule-schema.ts'
import { inOwnTime } from '../../notify/preferences.ts'
import type { ruleFeature } from '../../rules/feature.ts'
import { reachOf } from '../../sources/state/reach.ts'
import type { Config } from '../config.ts'
import { partLoops, type pipelineOf } from '../pipeline.ts'
import type { Resources } from '../resources.ts'

/** What rules of people are kept, tried and explained with. */
export function ruleDepsOf(
  config: Config,
  resources: Resources,
  {
    pipeline,
    replan,
    ...shown
  }: {
    pipeline: ReturnType<typeof pipelineOf>
    replan(tx: Tx): Promise<void>
    profileOf(userId: Authorized<'read'>): Promise<Profile>
    findPlace(text: string, home: Near | null): ReturnType<typeof findPlace>
  },
): Parameters<typeof ruleFeature>[0] {
  const { channels, marketplaces } = resources
  const inTime = <Ask extends { timeZone?: string | undefined }>(userId: Authorized<'read'>, ask: Ask) =>
    inOwnTime(resources, userId, ask)
  const previewing = {
    ...pipeline,
    reachOf: (rule: Rule) => reachOf(resources, asProgram(rule.userId), rule),
  }
  return {
    ...resources,
    ...{ channelIds: new Set(channels.keys()), replan, partLoops: partLoops(config, pipeline) },
    async personOf(userId) {
      const { home, units, currency } = await shown.profileOf(userId)
      const own = { home: home?.text ?? null, units, currency }
      return { ...own, findPlace: (text) => shown.findPlace(text, home) }
    },
    marketplaceIds: new Set(marketplaces.keys()),
    planScans: (tx) => planScansNow(resources, tx),
    matchRule: (ruleId, revision) => matchRule(pipeline, ruleId, revision),
    matchBacklog: (userId, ctx) => matchBacklog(pipeline, userId, ctx),
    preview: async (rule, query) =>
      previewRule(previewing, rule, await inTime(asProgram(rule.userId), query)),
    findForDraft: (rule, signal) => findForDraft(pipeline, rule, signal),
    statsOf: async (userId, ruleIds) =>
      sumUpRules(resources, userId, { ruleIds, ...(await inTime(userId, {})) }),
    traceRule: async (userId, ask) => explainMatch(pipeline, userId, await inTime(userId, ask)),
    traceListing: async (userId, ask) => explainListing(pipeline, userId, await inTime(userId, ask)),
    dismiss: (userId, match) => dismissMatch(pipeline, userId, match),
  }
}
