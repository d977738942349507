import type { Tx } from '../core/db.ts'
import { createMatcher, type Matcher } from './matcher.ts'
import { enabledRules } from './store.ts'

/** The matcher of this process, made anew when the rules' version is another than it was made from. */
export interface LiveMatcher {
  /** The caller holds the rules (`holdRules`) and passes their version. */
  at(tx: Tx, version: number): Promise<Matcher>
}

export function createLiveMatcher(): LiveMatcher {
  let current: { version: number; matcher: Matcher } | null = null
  return {
    async at(tx, version) {
      if (current?.version === version) return current.matcher
      const matcher = createMatcher(await enabledRules(tx))
      current = { version, matcher }
      return matcher
    },
  }
}
