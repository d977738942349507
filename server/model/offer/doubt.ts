/** Between these it may as well be the thing as not. */
const doubtfulFrom = 0.35
const doubtfulTo = 0.72

/** Whether a reading leaves open if the thing itself is offered. */
export function isDoubtful(thingProbability: number): boolean {
  return thingProbability >= doubtfulFrom && thingProbability <= doubtfulTo
}
