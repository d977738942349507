import type { Channel } from '../channels/contract.ts'
import { otherMembers } from '../clusters/read-store.ts'
import type { Authorized } from '../core/actor.ts'
import { notFound } from '../core/errors.ts'
import type { Language } from '../core/languages.ts'
import type { OptionValues } from '../core/options.ts'
import { turns } from '../core/turns.ts'
import { type ListingHistory, listingHistories } from '../listings/history-store.ts'
import { channelOf } from '../model/channel-target.ts'
import { targetTitle } from '../notify/targets/several.ts'
import { type ChannelState, channelStates, messagesAbout } from '../notify/trace-store.ts'
import { type TraceLine, unknown } from '../rules/explain/finding.ts'
import { explain, type ListingFacts } from '../rules/explain/trace.ts'
import type { ChannelFacts } from '../rules/explain/trace-delivery.ts'
import type { Trace } from '../rules/explain/trace-schema.ts'
import { matchesOf } from '../rules/explain/trace-store.ts'
import { type Telling, tellingIn } from '../rules/explain/trace-texts.ts'
import { momentWords } from '../rules/explain/trace-words.ts'
import { RegexAnswers } from '../rules/query/regex-answers.ts'
import { getRule, listRules, type StoredRule } from '../rules/store.ts'
import { catchUpPeople } from './catch-up-people.ts'
import { type Evaluation, evaluateRule, lookMsMax } from './evaluate-rule.ts'
import type { PipelineDeps } from './page.ts'
import { asksProfit } from './score-for-rules.ts'

export interface TracingDeps
  extends Pick<
    PipelineDeps,
    'db' | 'clock' | 'profiles' | 'selling' | 'rates' | 'regexes' | 'marketplaces' | 'owner'
  > {
  channels: ReadonlyMap<string, Channel>
  adapterOptions: OptionValues
}

/** More rules than this are not asked one by one. */
const rulesMax = 1_000

/** Why a person was, or was not, notified of a listing for one of their rules. */
export async function explainMatch(
  deps: TracingDeps,
  userId: Authorized<'read'>,
  ask: { ruleId: number; listingId: number; timeZone: string; language?: Language },
): Promise<Trace> {
  const rule = await getRule(deps.db, userId, ask.ruleId)
  if (!rule) throw notFound('rule')
  const known = await factsOf(deps, userId, ask)
  return (await explainAll(deps, [rule], known, tellingIn(ask.language ?? 'en', ask.timeZone)))[0]!
}

/** The same for all rules of a person, the first thousand. */
export async function explainListing(
  deps: TracingDeps,
  userId: Authorized<'read'>,
  ask: { listingId: number; timeZone: string; language?: Language },
): Promise<Trace[]> {
  const known = await factsOf(deps, userId, ask)
  const rules = await listRules(deps.db, { userId, afterId: 0, limit: rulesMax })
  return explainAll(deps, rules, known, tellingIn(ask.language ?? 'en', ask.timeZone))
}

interface Known {
  history: ListingHistory
  listing: ListingFacts
}

async function explainAll(
  deps: TracingDeps,
  rules: StoredRule[],
  { history, listing }: Known,
  telling: Telling,
): Promise<Trace[]> {
  await catchUpPeople(deps, deps.db, { withCounts: rules.some(asksProfit) })
  const at = deps.clock.now()
  const turn = turns()
  const answers = new RegexAnswers(history.stored.listing)
  const untilMs = performance.now() + lookMsMax
  const traces: Trace[] = []
  for (const rule of rules) {
    await turn()
    const now =
      performance.now() < untilMs || rule.query === null
        ? await evaluateRule(deps, rule, history.stored, at.getTime(), { answers })
        : await withoutExpression(deps, rule, history.stored, at.getTime())
    traces.push(explain({ rule, listing, now, at, telling }))
  }
  return traces
}

/** All but the expression of a rule, which has no time left: that is said. */
async function withoutExpression(
  ...[deps, rule, stored, nowMs]: Parameters<typeof evaluateRule>
): Promise<Evaluation> {
  const { verdict, trace } = await evaluateRule(deps, { ...rule, query: null }, stored, nowMs)
  const unlooked: TraceLine = { condition: 'query', ...unknown('fit-query-no-time') }
  return { verdict: verdict === 'no' ? 'no' : 'unknown', trace: [...trace, unlooked], score: 0 }
}

async function factsOf(
  deps: TracingDeps,
  userId: Authorized<'read'>,
  { listingId, timeZone }: { listingId: number; timeZone: string },
): Promise<Known> {
  const [history] = await listingHistories(deps.db, [listingId], userId)
  if (!history) throw notFound('listing')
  const { stored, endedAtMs } = history
  const others = (await otherMembers(deps.db, [listingId])).get(listingId) ?? []
  const matches = await matchesOf(deps.db, userId, [listingId, ...others.map((other) => other.listingId)])
  const firstSeenAt = new Date(stored.firstSeenAtMs)
  const notificationIds = matches.flatMap((match) =>
    match.listingId === listingId ? (match.notificationId ?? []) : [],
  )
  const messages = await messagesAbout(deps.db, {
    userId,
    listingId,
    since: firstSeenAt,
    notificationIds,
  })
  const targets = await channelStates(deps.db, userId)
  const states = new Map(targets.map((state) => [state.channel, state]))
  const keys = new Set([...deps.channels.keys(), ...states.keys()])
  const channels = new Map(
    [...keys].flatMap((key) => {
      const channel = deps.channels.get(channelOf(key))
      if (channel === undefined) return []
      const state = states.get(key)
      const named = { ...channel, name: targetTitle(deps.channels, key, state?.label) }
      return [[key, channelFacts(named, state, deps.adapterOptions, timeZone)] as const]
    }),
  )
  const listing: ListingFacts = {
    listingId,
    title: stored.listing.title,
    priceCents: stored.listing.priceCents ?? null,
    currency: stored.listing.currency,
    state: stored.listing.state,
    firstSeenAt,
    endedAt: endedAtMs === null ? null : new Date(endedAtMs),
    detailsRead: stored.detailsReadAtMs !== null,
    others,
    matches,
    messages,
    channels,
    targets,
  }
  return { history, listing }
}

function channelFacts(
  channel: Channel,
  state: ChannelState | undefined,
  options: OptionValues,
  timeZone: string,
): ChannelFacts {
  const { name, inProduct = false } = channel
  return { name, inProduct, problem: channelProblem(channel, state, options, timeZone) }
}

/** Why a channel cannot be used now, as a sentence; null when it can. */
function channelProblem(
  channel: Channel,
  state: ChannelState | undefined,
  options: OptionValues,
  timeZone: string,
): string | null {
  const { name } = channel
  const unavailable = channel.unavailable(options)
  if (unavailable !== null) return unavailable
  if (state === undefined) {
    return channel.fields.some(({ required }) => required) ? `${name} is not filled in.` : null
  }
  if (state.offAt !== null) {
    const why = state.offReason === null ? '.' : `: ${state.offReason}`
    return `${name} was switched off at ${momentWords(state.offAt, timeZone)}${why}`
  }
  if (!state.enabled) return `${name} is switched off.`
  const unconfirmed = channel.confirmation !== undefined && state.confirmedAt === null
  return unconfirmed ? `${name} is not confirmed yet: answer the message that it was sent.` : null
}
