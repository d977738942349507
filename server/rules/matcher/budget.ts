/** What looking for one page may cost each person; what it has no room for is put off, not left out. */
export interface MatchBudget {
  /** The next listing of the page. */
  begin(): void
  /** Whether this person's rules that cost something are put off. */
  isUsedUp(userId: number): boolean
  spend(userId: number, ms: number): void
  now(): number
}

/** Of a person's rules on all listings of a page, and of everybody's on one listing: so long others wait. */
const personMs = 100
const listingMs = 60
/** Of one person on one listing, so that others have theirs there. */
const shareMs = 20

/** `now` tells milliseconds of work, not the time of day. */
export function pageBudget(now: () => number = () => performance.now()): MatchBudget {
  const ofPage = new Map<number, number>()
  const ofListing = new Map<number, number>()
  let listing = 0
  return {
    now,
    begin() {
      listing = 0
      ofListing.clear()
    },
    isUsedUp(userId) {
      if (ofPage.size === 0) return false
      return (
        listing >= listingMs ||
        (ofListing.get(userId) ?? 0) >= shareMs ||
        (ofPage.get(userId) ?? 0) >= personMs
      )
    },
    spend(userId, ms) {
      listing += ms
      ofListing.set(userId, (ofListing.get(userId) ?? 0) + ms)
      ofPage.set(userId, (ofPage.get(userId) ?? 0) + ms)
    },
  }
}

/** Nothing is put off. */
export const noBudget: MatchBudget = {
  now: () => 0,
  begin() {},
  isUsedUp: () => false,
  spend() {},
}
