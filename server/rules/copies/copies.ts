import { isDeepStrictEqual } from 'node:util'
import type { Authorized } from '../../core/actor.ts'
import { notFound } from '../../core/errors.ts'
import type { RuleInput } from '../../model/rule-schema.ts'
import { checkShare, createRule, follow, inputOf, type RuleDeps, readRule } from '../rules.ts'
import {
  getRule,
  insertRule,
  lockRulesForEdit,
  type RuleWrite,
  type StoredRule,
  shareOfRules,
} from '../store.ts'
import { rulesNamed } from './copy-store.ts'

const nameCharsMax = 190

/** Makes another of a rule, switched off, so that it can be changed before it tells anything. */
export async function duplicateRule(
  deps: RuleDeps,
  userId: Authorized<'write'>,
  id: number,
): Promise<StoredRule> {
  const stored = await getRule(deps.db, userId, id)
  if (!stored) throw notFound('rule')
  const name = `${Array.from(stored.name).slice(0, nameCharsMax).join('').slice(0, nameCharsMax).toWellFormed()} (copy)`
  return createRule(deps, userId, { ...inputOf(stored), name, enabled: false, snoozedUntil: null })
}

/**
 * `createRule`, but a rule that is there already in every field is given instead of made again: who did not hear the
 * answer of the first time may ask again.
 */
export async function createRuleOnce(
  deps: RuleDeps,
  userId: Authorized<'write'>,
  input: RuleInput,
): Promise<{ rule: StoredRule; isNew: boolean }> {
  const write = readRule(deps, await deps.personOf(userId), input)
  return deps.db.transaction(async (tx) => {
    await lockRulesForEdit(tx)
    const asked = inputOfWrite(write)
    const same = (await rulesNamed(tx, userId, write.name)).find((rule) =>
      isDeepStrictEqual(inputOf(rule), asked),
    )
    if (same) return { rule: same, isNew: false }
    const before = await shareOfRules(tx, userId)
    const rule = await insertRule(tx, userId, write, false, deps.clock.now())
    await checkShare(tx, userId, before, write.regexSteps)
    await follow(deps, tx, rule)
    return { rule, isNew: true }
  })
}

/** As `inputOf` gives a rule that is stored. */
function inputOfWrite({ regexSteps: _, places, expiresAt, snoozedUntil, ...said }: RuleWrite): RuleInput {
  return {
    ...said,
    places: places.map(({ text, radiusKm }) => ({ place: text, radiusKm })),
    expiresAt: expiresAt?.toISOString() ?? null,
    snoozedUntil: snoozedUntil?.toISOString() ?? null,
  }
}
