/** Statements that are composed are as many as there are filters; their sources are few. */
const textsMax = 2_000

/**
 * Names who asks a statement: the first function of a store on the stack (`listings/store readListing`). The stack is read
 * once for each text, since that takes a hundred times as long as looking it up.
 */
export function createQuerySources(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    if (known.size >= textsMax) known.clear()
    const source = storeFunctionIn(new Error().stack ?? '')
    known.set(text, source)
    return source
  }
}

/** Of a stack: `at readListing (…/server/listings/store.ts:12:3)` is `listings/store readListing`; no store = `other`. */
export function storeFunctionIn(stack: string): string {
  for (const line of stack.split('\n')) {
    const [, file] = /\/server\/((?:[\w.-]+\/)*(?:[\w.-]+-)?store)\.ts:/.exec(line) ?? []
    if (file === undefined) continue
    const [, name] = /^\s*at (?:async )?(?:Object\.)?([\w$]+) \(/.exec(line) ?? []
    return name === undefined ? file : `${file} ${name}`
  }
  return 'other'
}
