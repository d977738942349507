import { type MatchResult, verdict } from './matcher.ts'

/** So many rules of one person are written for one listing, those with the lowest ids. */
export const rulesPerPersonMax = 25

/** The positions of the certain matches that are written, by person and rule. */
export function cappedPerPerson(
  { length, ruleIds, userIds, verdicts }: Pick<MatchResult, 'length' | 'ruleIds' | 'userIds' | 'verdicts'>,
  max = rulesPerPersonMax,
): number[] {
  const positions: number[] = []
  for (let at = 0; at < length; at++) if (verdicts[at] === verdict.yes) positions.push(at)
  positions.sort((a, b) => userIds[a]! - userIds[b]! || ruleIds[a]! - ruleIds[b]!)
  let [person, count] = [-1, 0]
  return positions.filter((at) => {
    if (userIds[at] !== person) [person, count] = [userIds[at]!, 0]
    return count++ < max
  })
}
