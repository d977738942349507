interface Looking {
  all: readonly string[]
  any: readonly string[]
}

const shownMax = 2

/** Two questions that can be answered from what is here: what the person's rules look for, then what is for sale. */
export function examplesOf(rules: readonly Looking[], titles: readonly string[]): string[] {
  const looked = rules.map(({ all, any }) => [...all, ...any.slice(0, 1)].join(' '))
  const found = [...looked, ...titles].map((text) => text.trim()).filter((text) => text !== '')
  const byFold = new Map(found.map((text) => [text.toLowerCase(), text]))
  return [...byFold.values()].slice(0, shownMax)
}
