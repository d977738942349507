/** What somebody asked for, and what they were told of it. */
export interface Deed {
  name: string
  /** `undecided`: no answer, or one that says that it is not known. */
  outcome: 'done' | 'refused' | 'undecided'
}

export interface Verdict {
  done: number
  undecided: number
  /** Was said to be done, and is not there. */
  lost: string[]
  /** Is there more than once. */
  doubled: string[]
}

/** Compares what people were told with what is there: what is undecided may be there or not, but once. */
export function verdictOf(deeds: readonly Deed[], there: readonly string[]): Verdict {
  const counts = new Map<string, number>()
  for (const name of there) counts.set(name, (counts.get(name) ?? 0) + 1)
  const done = deeds.filter(({ outcome }) => outcome === 'done')
  return {
    done: done.length,
    undecided: deeds.filter(({ outcome }) => outcome === 'undecided').length,
    lost: done.filter(({ name }) => !counts.has(name)).map(({ name }) => name),
    doubled: [...counts].filter(([, count]) => count > 1).map(([name]) => name),
  }
}

/** By the status of an answer; 0 = none came. */
export function outcomeOf(status: number): Deed['outcome'] {
  if (status >= 200 && status < 300) return 'done'
  return status === 0 || status >= 500 ? 'undecided' : 'refused'
}
