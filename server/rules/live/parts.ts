/** The rules are split into so many parts, for ever: what waits for a part says no more than which one. */
export const partCount = 256

export const allParts: ReadonlySet<number> = new Set(Array.from({ length: partCount }, (_, part) => part))
export const noParts: ReadonlySet<number> = new Set()

/**
 * Which part a rule belongs to: the column `part` says the same. Ids that follow one another are spread evenly (Fibonacci
 * hashing).
 */
export function partOf(ruleId: number): number {
  return Math.imul(ruleId & 0x7fffffff, 0x9e3779b1) >>> 24
}
