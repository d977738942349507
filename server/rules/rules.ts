import type { Authorized } from '../core/actor.ts'
import type { Clock } from '../core/clock.ts'
import type { Db, Tx } from '../core/db.ts'
import { AppError, badInput, conflict, notFound, type TextPart } from '../core/errors.ts'
import type { Jobs } from '../core/jobs.ts'
import { perPerson } from '../core/live-notes.ts'
import { tellLiveNow } from '../core/live-store.ts'
import { currencyProblem } from '../core/money.ts'
import { placeProblem } from '../core/places.ts'
import type { Units } from '../core/units.ts'
import { channelOf, isChannelName } from '../model/channel-target.ts'
import {
  type Rule,
  type RuleInput,
  type RulePlace,
  type RuleView,
  ruleInputSchema,
} from '../model/rule-schema.ts'
import { deleteRule, restoreRule } from './deleted/deleted-store.ts'
import type { SearchSite } from './import-tools/imported.ts'
import { matchExistingJob } from './jobs.ts'
import { pointAt, QuerySyntaxError, wrongLength } from './query/query.ts'
import { querySteps, readQuery } from './query/query-meaning.ts'
import { termProblem } from './query/terms.ts'
import {
  anyExpired,
  getRule,
  insertRule,
  lockRulesForEdit,
  type RuleWrite,
  type StoredRule,
  shareOfRules,
  switchOffExpired,
  updateRule,
} from './store.ts'

/** What rules take of a person's profile. */
export interface RulePerson {
  /** Of namesakes the one near their home. */
  findPlace(
    text: string,
  ): { label: string; lat: number; lon: number; country?: string; postalCode?: string } | null
  /** As they wrote it; null = not known. */
  home: string | null
  units: Units
  /** Of amounts without one. */
  currency: string
}

export interface RuleDeps {
  db: Db
  clock: Clock
  jobs: Jobs
  personOf(userId: Authorized<'read'>): Promise<RulePerson>
  marketplaceIds: ReadonlySet<string>
  marketplaces: ReadonlyMap<string, SearchSite>
  channelIds: ReadonlySet<string>
  /** Makes the scans fit the rules, in the same transaction. */
  replan(tx: Tx): Promise<void>
}

export const defaultRadiusKm = 40

/** Rules of one person, and what the regular expressions of those switched on cost together for each character. */
export const rulesMax = 5_000
export const personStepsMax = 20_000

/** Refuses a change that takes a person over what one may have; what was over it before may stay. */
export async function checkShare(
  tx: Tx,
  userId: Authorized<'read'>,
  before: { count: number; regexSteps: number },
  own: number,
): Promise<void> {
  const { count, regexSteps } = await shareOfRules(tx, userId)
  if (count > Math.max(rulesMax, before.count))
    throw badInput(
      `That would be ${count} rules, and ${rulesMax} are the most: put some together with OR, or delete some first.`,
    )
  if (regexSteps <= Math.max(personStepsMax, before.regexSteps)) return
  const problem = `the regular expressions of your rules that are switched on would take ${regexSteps} steps for each character, ${own} of them here, and ${personStepsMax} are the most: repeat less (such as {1,20} for {1,500}), use words instead, or switch off a rule that has some`
  throw badInput(`The rule is not valid: query: ${problem}.`, { query: problem })
}

/** Looks up and checks what a schema cannot; throws bad input naming every field that is wrong. */
export function readRule(
  deps: Pick<RuleDeps, 'marketplaceIds' | 'channelIds'>,
  { findPlace }: Pick<RulePerson, 'findPlace'>,
  input: RuleInput,
): RuleWrite {
  const problems: Record<string, string> = {}
  const positions: Record<string, TextPart> = {}
  for (const list of ['all', 'any', 'none'] as const) {
    input.keywords[list].forEach((term, index) => {
      const problem = termProblem(term)
      if (problem !== null) problems[`keywords.${list}.${index}`] = problem
    })
  }
  let regexSteps = 0
  if (input.query !== null) {
    const query = readQuery(input.query)
    if (query instanceof QuerySyntaxError) {
      problems.query = `${query.message}\n${pointAt(input.query, query.at)}`
      positions.query = { offset: query.at, length: wrongLength(input.query, query.at) }
    } else regexSteps = querySteps(query)
  }
  const unknown = currencyProblem(input.currency)
  if (unknown !== null) problems.currency = unknown
  for (const id of input.marketplaces) {
    if (!deps.marketplaceIds.has(id)) {
      problems.marketplaces = `"${id}" is not a marketplace here; there are ${[...deps.marketplaceIds].join(', ')}`
    }
  }
  for (const field of ['channels', 'fallbackChannels'] as const) {
    for (const id of input[field]) {
      if (!deps.channelIds.has(channelOf(id)) || !isChannelName(id)) {
        problems[field] = `"${id}" is not a channel here; there are ${[...deps.channelIds].join(', ')}`
      }
    }
  }
  const places = input.places.map(({ place, radiusKm }, index): RulePlace | null => {
    const found = findPlace(place)
    if (found === null) {
      problems[input.places.length === 1 ? 'place' : `places.${index}`] = placeProblem(place)
    }
    return found && { ...found, text: place, radiusKm: radiusKm ?? defaultRadiusKm }
  })
  const [first] = Object.entries(problems)
  if (first) throw badInput(`The rule is not valid: ${first[0]}: ${sentence(first[1])}`, problems, positions)
  return {
    ...input,
    places: places.filter((place) => place !== null),
    expiresAt: dateOf(input.expiresAt),
    snoozedUntil: dateOf(input.snoozedUntil),
    regexSteps,
  }
}

const sentence = (text: string) => (/[.^]$/.test(text) ? text : `${text}.`)
const dateOf = (text: string | null) => (text === null ? null : new Date(text))

/** A draft as the matcher wants it, for previews. */
export function draftRule(write: RuleWrite, userId: Authorized<'read'>): Rule {
  const { keywords, regexSteps: _, ...rest } = write
  return { ...rest, ...keywords, id: 0, userId, enabled: true }
}

/** A rule of unknown origin, checked in every way: `problems` names each field that is wrong. */
export function checkRule(
  deps: Parameters<typeof readRule>[0],
  person: Parameters<typeof readRule>[1],
  draft: unknown,
): { input: RuleInput | null; write: RuleWrite | null; problems: Record<string, string> } {
  const result = ruleInputSchema.safeParse(draft)
  if (!result.success)
    return {
      input: null,
      write: null,
      problems: Object.fromEntries(
        result.error.issues.map((issue) => [issue.path.join('.') || '(whole)', issue.message]),
      ),
    }
  try {
    return { input: result.data, write: readRule(deps, person, result.data), problems: {} }
  } catch (error) {
    if (error instanceof AppError && error.fields) return { input: null, write: null, problems: error.fields }
    throw error
  }
}

/** `createRule` for many: all or none. */
export async function createRules(
  deps: RuleDeps,
  userId: Authorized<'write'>,
  inputs: readonly RuleInput[],
): Promise<StoredRule[]> {
  const person = await deps.personOf(userId)
  const writes = inputs.map((input) => readRule(deps, person, input))
  return deps.db.transaction(async (tx) => {
    await lockRulesForEdit(tx)
    const before = await shareOfRules(tx, userId)
    const made: StoredRule[] = []
    for (const write of writes) made.push(await insertRule(tx, userId, write, false, deps.clock.now()))
    await checkShare(tx, userId, before, Math.max(0, ...writes.map((write) => write.regexSteps)))
    await tellRules(
      tx,
      made.map(({ id }) => ({ id, userId })),
    )
    await deps.replan(tx)
    for (const rule of made) await lookAtExisting(deps, tx, rule)
    return made
  })
}

/** For whoever looks at them: they are other than before, or gone. */
async function tellRules(tx: Tx, rules: readonly { id: number; userId: number }[]): Promise<void> {
  await tellLiveNow(
    tx,
    perPerson(rules, (userId, own) => ({
      ...{ userId, kind: 'rules-changed' },
      data: { ids: own.map(({ id }) => id) },
    })),
  )
}

/** Writes the rule, plans its scans and sends it to look at what is already there: one transaction. */
export async function createRule(
  deps: RuleDeps,
  userId: Authorized<'write'>,
  input: RuleInput,
  demo = false,
): Promise<StoredRule> {
  const write = readRule(deps, await deps.personOf(userId), input)
  return deps.db.transaction(async (tx) => {
    await lockRulesForEdit(tx)
    const before = await shareOfRules(tx, userId)
    const rule = await insertRule(tx, userId, write, demo, deps.clock.now())
    await checkShare(tx, userId, before, write.regexSteps)
    await tellRules(tx, [rule])
    await follow(deps, tx, rule)
    return rule
  })
}

/** Replaces the whole rule; with `ifRevision` only where it still is that one. */
export async function changeRule(
  deps: RuleDeps,
  userId: Authorized<'write'>,
  id: number,
  input: RuleInput,
  ifRevision?: number,
): Promise<StoredRule> {
  const write = readRule(deps, await deps.personOf(userId), input)
  return deps.db.transaction(async (tx) => {
    await lockRulesForEdit(tx)
    return rewrite(deps, tx, { userId, id, ifRevision }, write)
  })
}

/** Replaces the given fields and checks the whole as a rule; of two changes at once neither undoes the other. */
export async function patchRule(
  deps: RuleDeps,
  userId: Authorized<'write'>,
  id: number,
  patch: Record<string, unknown>,
  ifRevision?: number,
): Promise<StoredRule> {
  const person = await deps.personOf(userId)
  return deps.db.transaction(async (tx) => {
    await lockRulesForEdit(tx)
    const stored = await getRule(tx, userId, id)
    if (!stored) throw notFound('rule')
    const input = ruleInputSchema.parse(patched(inputOf(stored), patch))
    return rewrite(deps, tx, { userId, id, ifRevision }, readRule(deps, person, input))
  })
}

function patched(stored: RuleInput, patch: Record<string, unknown>): unknown {
  const { keywords, place, radiusKm } = patch
  const [only] = stored.places
  return {
    ...stored,
    // The short form takes the place of the places; a radius alone changes that of the only one.
    ...(place !== undefined && { places: [] }),
    ...(radiusKm !== undefined &&
      place === undefined &&
      stored.places.length === 1 && { places: [], place: only!.place }),
    ...patch,
    ...(typeof keywords === 'object' &&
      keywords !== null && { keywords: { ...stored.keywords, ...keywords } }),
  }
}

async function rewrite(
  deps: RuleDeps,
  tx: Tx,
  { userId, id, ifRevision }: { userId: Authorized<'write'>; id: number; ifRevision: number | undefined },
  write: RuleWrite,
): Promise<StoredRule> {
  const stored = await getRule(tx, userId, id)
  if (stored && ifRevision !== undefined && stored.revision !== ifRevision) throw changedMeanwhile()
  const before = await shareOfRules(tx, userId)
  const rule = await updateRule(tx, userId, id, write, deps.clock.now())
  if (!rule) throw notFound('rule')
  const asksMore = rule.enabled && (rule.query !== stored?.query || !stored.enabled)
  if (asksMore) await checkShare(tx, userId, before, write.regexSteps)
  await tellRules(tx, [rule])
  await follow(deps, tx, rule)
  return rule
}

const changedMeanwhile = () =>
  conflict(
    'rule-changed',
    'This rule was changed meanwhile, in another window or by a program: look at it as it is now, then save again.',
  )

/** At once nothing matches it or counts it any more; for 30 days `bringBackRule` gives it back. */
export async function removeRule(deps: RuleDeps, userId: Authorized<'write'>, id: number): Promise<void> {
  await deps.db.transaction(async (tx) => {
    await lockRulesForEdit(tx)
    if (!(await deleteRule(tx, userId, id, deps.clock.now()))) throw notFound('rule')
    await tellRules(tx, [{ id, userId }])
    await deps.replan(tx)
  })
}

/** Takes a deletion back: the rule looks at what came meanwhile. One that is there already is given as it is. */
export async function bringBackRule(
  deps: RuleDeps,
  userId: Authorized<'write'>,
  id: number,
): Promise<StoredRule> {
  return deps.db.transaction(async (tx) => {
    await lockRulesForEdit(tx)
    const there = await getRule(tx, userId, id)
    if (there) return there
    const before = await shareOfRules(tx, userId)
    const rule = await restoreRule(tx, userId, id, deps.clock.now())
    if (!rule) throw notFound('rule')
    await tellRules(tx, [{ id, userId }])
    await checkShare(tx, userId, before, 0)
    await follow(deps, tx, rule)
    return rule
  })
}

/** Switches off the rules whose time is over. */
export async function expireRules(deps: Pick<RuleDeps, 'db' | 'clock' | 'replan'>): Promise<void> {
  const now = deps.clock.now()
  // Nearly always there are none: no reason to hold up those who match.
  if (!(await anyExpired(deps.db, now))) return
  await deps.db.transaction(async (tx) => {
    await lockRulesForEdit(tx)
    await tellRules(tx, await switchOffExpired(tx, now))
    await deps.replan(tx)
  })
}

/** Makes the scans fit, and sends the rule to look at what is already there. */
export async function follow(deps: RuleDeps, tx: Tx, rule: StoredRule): Promise<void> {
  await deps.replan(tx)
  await lookAtExisting(deps, tx, rule)
}

async function lookAtExisting(deps: RuleDeps, tx: Tx, rule: StoredRule): Promise<void> {
  if (rule.enabled) {
    const { id: ruleId, revision } = rule
    // The key has the revision: the job of an earlier one that still waits would do nothing for this.
    await deps.jobs.send(matchExistingJob, { ruleId, revision }, { tx, key: `${ruleId}:${revision}` })
  }
}

/** The rule as it was sent, defaults filled in. */
export function inputOf(rule: StoredRule): RuleInput {
  const { all, any, none, places, expiresAt, snoozedUntil, ...rest } = rule
  const {
    id: _id,
    userId: _user,
    demo: _demo,
    revision: _revision,
    createdAt: _made,
    updatedAt: _at,
    ...own
  } = rest
  return {
    ...own,
    keywords: { all, any, none },
    places: places.map(({ text, radiusKm }) => ({ place: text, radiusKm })),
    expiresAt: expiresAt?.toISOString() ?? null,
    snoozedUntil: snoozedUntil?.toISOString() ?? null,
  }
}

export function ruleView(rule: StoredRule): RuleView {
  return {
    id: rule.id,
    ...inputOf(rule),
    places: rule.places.map(({ text, label, radiusKm }) => ({ place: text, label, radiusKm })),
    demo: rule.demo,
    revision: rule.revision,
    createdAt: rule.createdAt.toISOString(),
    updatedAt: rule.updatedAt.toISOString(),
  }
}
