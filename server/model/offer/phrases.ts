/** Words and phrases by their first word, for one pass over a text. */
export interface Phrases<T> {
  /** The longest phrase that begins at `index`, with the number of its words; null = none. */
  at(words: readonly string[], index: number): { length: number; value: T } | null
}

interface Entry<T> {
  rest: string[]
  value: T
}

/** Indexes comma-separated phrases, each list with what its phrases mean; a later one replaces an earlier. */
export function phrasesOf<T>(lists: readonly (readonly [value: T, phrases: string])[]): Phrases<T> {
  const byFirst = new Map<string, Entry<T>[]>()
  for (const [value, phrases] of lists) {
    for (const phrase of phrases.split(',')) {
      const [first = '', ...rest] = phrase.trim().split(/\s+/)
      if (first === '') continue
      const known = byFirst.get(first) ?? []
      const others = known.filter((entry) => entry.rest.join(' ') !== rest.join(' '))
      byFirst.set(
        first,
        [...others, { rest, value }].sort((a, b) => b.rest.length - a.rest.length),
      )
    }
  }
  return {
    at(words, index) {
      const entries = byFirst.get(words[index] ?? '')
      if (entries === undefined) return null
      for (const { rest, value } of entries) {
        let i = 0
        while (i < rest.length && words[index + 1 + i] === rest[i]) i++
        if (i === rest.length) return { length: rest.length + 1, value }
      }
      return null
    },
  }
}

/** Comma- or space-separated single words as a set. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/[\s,]+/).filter((word) => word !== ''))
}
