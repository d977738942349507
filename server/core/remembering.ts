import { ownString } from './text.ts'

/** Longer texts are read each time, and so are those with half a character, which no copy would keep. */
const charsMax = 500

/**
 * `read` for texts that are asked about again and again within a while: it answers the latest `max` of them, and up to as
 * many before, without reading them anew. `read` must be pure, and nobody may change what it answers.
 */
export function remembering<Answer extends object>(
  read: (text: string) => Answer,
  max: number,
): (text: string) => Answer {
  const memory = createMemory<Answer>(max)
  return (text) => (text.length > charsMax || !text.isWellFormed() ? read(text) : memory(text, read))
}

/**
 * The latest `max` answers by key, and up to as many before; what is not among them is read. What an answer holds on to
 * stays as long. `read` gets a copy of the key, so that what is kept does not keep alive the page that it was cut out of.
 */
export function createMemory<Answer extends object>(
  max: number,
): (key: string, read: (ownKey: string) => Answer) => Answer {
  let recent = new Map<string, Answer>()
  let older = new Map<string, Answer>()
  return (key, read) => {
    const known = recent.get(key)
    if (known !== undefined) return known
    const own = ownString(key)
    const answer = older.get(own) ?? read(own)
    // Two generations: dropping the oldest key of one big Map has to step over all those dropped before it.
    if (recent.size >= max) {
      older = recent
      recent = new Map()
    }
    recent.set(own, answer)
    return answer
  }
}
