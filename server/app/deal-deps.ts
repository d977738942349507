import { reckonCosts } from '../flows/reckon-costs.ts'
import { scoreList } from '../flows/score-list.ts'
import type { DealDeps } from '../listings/listing-pages.ts'
import { getRule } from '../rules/store.ts'
import type { Resources } from './resources.ts'

/** What deals and listings of a person are made with. */
export function dealDepsOf(
  resources: Resources,
  { profileOf, findPlace }: Pick<DealDeps, 'profileOf' | 'findPlace'>,
): DealDeps {
  const { db, clock } = resources
  return {
    ...{ db, clock, profileOf, findPlace },
    scoreBy: (userId, asOfMs) => scoreList(resources, userId, asOfMs),
    costsFor: (userId) => reckonCosts(resources, userId),
    hasRule: async (userId, ruleId) => (await getRule(db, userId, ruleId)) !== null,
  }
}
