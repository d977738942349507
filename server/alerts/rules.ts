import type { Clock } from '../core/clock.ts'
import type { Db, Tx } from '../core/db.ts'
import { badInput, notFound } from '../core/errors.ts'
import type { Jobs } from '../core/jobs.ts'
import { matchExistingJob } from './jobs.ts'
import { type Rule, type RuleInput, type RuleView, ruleInputSchema } from './schema.ts'
import {
  changeRules,
  deleteRule,
  getRule,
  insertRule,
  type RuleWrite,
  type StoredRule,
  updateRule,
} from './store.ts'
import { termProblem } from './terms.ts'

export interface RuleDeps {
  db: Db
  clock: Clock
  jobs: Jobs
  findPlace(
    text: string,
  ): { label: string; lat: number; lon: number; country?: string; postalCode?: string } | null
  marketplaceIds: ReadonlySet<string>
  channelIds: ReadonlySet<string>
  /** Makes the scans fit the rules, in the same transaction. */
  replan(tx: Tx): Promise<void>
}

export const defaultRadiusKm = 40

/** Looks up and checks what a schema cannot; throws bad input naming every field that is wrong. */
export function readRule(
  deps: Omit<RuleDeps, 'db' | 'clock' | 'jobs' | 'replan'>,
  input: RuleInput,
): RuleWrite {
  const problems: Record<string, string> = {}
  for (const list of ['all', 'any', 'none'] as const) {
    input.keywords[list].forEach((term, index) => {
      const problem = termProblem(term)
      if (problem !== null) problems[`keywords.${list}.${index}`] = problem
    })
  }
  if (!Intl.supportedValuesOf('currency').includes(input.currency)) {
    problems.currency = `"${input.currency}" is not a currency; write its code, such as USD, EUR or GBP`
  }
  for (const id of input.marketplaces) {
    if (!deps.marketplaceIds.has(id)) {
      problems.marketplaces = `"${id}" is not a marketplace here; there are ${[...deps.marketplaceIds].join(', ')}`
    }
  }
  for (const id of input.channels) {
    if (!deps.channelIds.has(id)) {
      problems.channels = `"${id}" is not a channel here; there are ${[...deps.channelIds].join(', ')}`
    }
  }
  const lookedUp = input.place === null ? null : deps.findPlace(input.place)
  if (input.place !== null && lookedUp === null) {
    problems.place = `"${input.place}" was not found; write a ZIP code (94110) or a city with its state or country (Oakland, CA)`
  }
  const [first] = Object.entries(problems)
  if (first) throw badInput(`The rule is not valid: ${first[0]}: ${first[1]}.`, problems)
  return {
    ...input,
    radiusKm: input.place === null ? null : (input.radiusKm ?? defaultRadiusKm),
    lookedUp,
  }
}

/** A draft as the matcher wants it, for previews. */
export function draftRule(write: RuleWrite, userId: number): Rule {
  const { keywords, lookedUp, place: _text, radiusKm, ...rest } = write
  return {
    ...rest,
    id: 0,
    userId,
    ...keywords,
    place:
      lookedUp && radiusKm !== null
        ? { label: lookedUp.label, lat: lookedUp.lat, lon: lookedUp.lon, radiusKm }
        : null,
    enabled: true,
  }
}

/** Writes the rule, plans its scans and sends it to look at what is already there: one transaction. */
export async function createRule(
  deps: RuleDeps,
  userId: number,
  input: RuleInput,
  demo = false,
): Promise<StoredRule> {
  const write = readRule(deps, input)
  return deps.db.transaction(async (tx) => {
    await changeRules(tx)
    const rule = await insertRule(tx, userId, write, demo, deps.clock.now())
    await follow(deps, tx, rule)
    return rule
  })
}

/** Replaces the whole rule. */
export async function changeRule(
  deps: RuleDeps,
  userId: number,
  id: number,
  input: RuleInput,
): Promise<StoredRule> {
  return deps.db.transaction(async (tx) => {
    await changeRules(tx)
    return rewrite(deps, tx, userId, id, input)
  })
}

/** Replaces the given fields and checks the whole as a rule; of two changes at once neither undoes the other. */
export async function patchRule(
  deps: RuleDeps,
  userId: number,
  id: number,
  patch: Record<string, unknown>,
): Promise<StoredRule> {
  return deps.db.transaction(async (tx) => {
    await changeRules(tx)
    const stored = await getRule(tx, userId, id)
    if (!stored) throw notFound('rule')
    return rewrite(deps, tx, userId, id, ruleInputSchema.parse(patched(inputOf(stored), patch)))
  })
}

function patched(stored: RuleInput, patch: Record<string, unknown>): unknown {
  const { keywords, place } = patch
  return {
    ...stored,
    // A radius around no place means nothing.
    ...(place === null && { radiusKm: null }),
    ...patch,
    ...(typeof keywords === 'object' &&
      keywords !== null && { keywords: { ...stored.keywords, ...keywords } }),
  }
}

async function rewrite(
  deps: RuleDeps,
  tx: Tx,
  userId: number,
  id: number,
  input: RuleInput,
): Promise<StoredRule> {
  const rule = await updateRule(tx, userId, id, readRule(deps, input), deps.clock.now())
  if (!rule) throw notFound('rule')
  await follow(deps, tx, rule)
  return rule
}

export async function removeRule(deps: RuleDeps, userId: number, id: number): Promise<void> {
  await deps.db.transaction(async (tx) => {
    await changeRules(tx)
    if (!(await deleteRule(tx, userId, id))) throw notFound('rule')
    await deps.replan(tx)
  })
}

async function follow(deps: RuleDeps, tx: Tx, rule: StoredRule): Promise<void> {
  await deps.replan(tx)
  if (rule.enabled) {
    const { id: ruleId, revision } = rule
    // The key has the revision: the job of an earlier one that still waits would do nothing for this.
    await deps.jobs.send(matchExistingJob, { ruleId, revision }, { tx, key: `${ruleId}:${revision}` })
  }
}

/** The rule as it was sent, defaults filled in. */
function inputOf(rule: StoredRule): RuleInput {
  const {
    name,
    categories,
    conditions,
    priceCentsMin,
    priceCentsMax,
    currency,
    scoreMin,
    weights,
    marketplaces,
    channels,
    enabled,
  } = rule
  return {
    name,
    keywords: { all: rule.all, any: rule.any, none: rule.none },
    categories,
    conditions,
    priceCentsMin,
    priceCentsMax,
    currency,
    place: rule.placeText,
    radiusKm: rule.place?.radiusKm ?? null,
    scoreMin,
    weights,
    marketplaces,
    channels,
    enabled,
  }
}

export function ruleView(rule: StoredRule): RuleView {
  return {
    id: rule.id,
    ...inputOf(rule),
    placeLabel: rule.place?.label ?? null,
    demo: rule.demo,
    revision: rule.revision,
    createdAt: rule.createdAt.toISOString(),
    updatedAt: rule.updatedAt.toISOString(),
  }
}
