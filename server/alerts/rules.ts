import type { Clock } from '../core/clock.ts'
import type { Db, Tx } from '../core/db.ts'
import { badInput, notFound } from '../core/errors.ts'
import type { Jobs } from '../core/jobs.ts'
import { matchExistingJob } from './jobs.ts'
import type { Rule, RuleInput, RuleView } from './schema.ts'
import { changeRules, deleteRule, insertRule, type RuleWrite, type StoredRule, updateRule } from './store.ts'
import { termProblem } from './terms.ts'

export interface RuleDeps {
  db: Db
  clock: Clock
  jobs: Jobs
  findPlace(text: string): { label: string; lat: number; lon: number; country?: string; postalCode?: string } | null
  marketplaceIds: ReadonlySet<string>
  channelIds: ReadonlySet<string>
  /** Makes the scans fit the rules, in the same transaction. */
  replan(tx: Tx): Promise<void>
}

const defaultRadiusKm = 40

/** Looks up and checks what a schema cannot; throws bad input naming every field that is wrong. */
export function readRule(deps: Omit<RuleDeps, 'db' | 'clock' | 'jobs' | 'replan'>, input: RuleInput): RuleWrite {
  const problems: Record<string, string> = {}
  for (const list of ['all', 'any', 'none'] as const) {
    input.keywords[list].forEach((term, index) => {
      const problem = termProblem(term)
      if (problem !== null) problems[`keywords.${list}.${index}`] = problem
    })
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
      lookedUp && radiusKm !== null ? { label: lookedUp.label, lat: lookedUp.lat, lon: lookedUp.lon, radiusKm } : null,
    enabled: true,
  }
}

/** Writes the rule, plans its scans and sends it to look at what is already there: one transaction. */
export async function createRule(deps: RuleDeps, userId: number, input: RuleInput, demo = false): Promise<StoredRule> {
  const write = readRule(deps, input)
  return deps.db.transaction(async (tx) => {
    await changeRules(tx)
    const rule = await insertRule(tx, userId, write, demo, deps.clock.now())
    await follow(deps, tx, rule)
    return rule
  })
}

export async function changeRule(deps: RuleDeps, userId: number, id: number, input: RuleInput): Promise<StoredRule> {
  const write = readRule(deps, input)
  return deps.db.transaction(async (tx) => {
    await changeRules(tx)
    const rule = await updateRule(tx, userId, id, write, deps.clock.now())
    if (!rule) throw notFound('rule')
    await follow(deps, tx, rule)
    return rule
  })
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
    await deps.jobs.send(matchExistingJob, { ruleId: rule.id, revision: rule.revision }, { tx, key: `${rule.id}` })
  }
}

export function ruleView(rule: StoredRule): RuleView {
  return {
    id: rule.id,
    name: rule.name,
    keywords: { all: rule.all, any: rule.any, none: rule.none },
    categories: rule.categories,
    conditions: rule.conditions,
    priceCentsMin: rule.priceCentsMin,
    priceCentsMax: rule.priceCentsMax,
    currency: rule.currency,
    place: rule.placeText,
    placeLabel: rule.place?.label ?? null,
    radiusKm: rule.place?.radiusKm ?? null,
    scoreMin: rule.scoreMin,
    marketplaces: rule.marketplaces,
    channels: rule.channels,
    enabled: rule.enabled,
    demo: rule.demo,
    revision: rule.revision,
    createdAt: rule.createdAt.toISOString(),
    updatedAt: rule.updatedAt.toISOString(),
  }
}
