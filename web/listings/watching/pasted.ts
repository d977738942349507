/** What somebody has pasted, or an app has shared: the address of a page, or words alone. */
export type Pasted = { kind: 'link'; url: string } | { kind: 'words'; words: string }

/** An address as people copy them: with its scheme, or a name with a point, and a path. */
const address = /https?:\/\/[^\s<>"]+|(?<![\w@.-])(?:[a-z0-9-]+\.)+[a-z]{2,}\/[^\s<>"]*/i

/** The first address in a text, without what belongs to the sentence around it; else its words; null = nothing was pasted. */
export function readPasted(text: string): Pasted | null {
  const given = text.trim()
  if (given === '') return null
  const found = address.exec(given)?.[0]
  if (found === undefined) return { kind: 'words', words: given.replace(/\s+/g, ' ').slice(0, 500) }
  return { kind: 'link', url: trimmed(found).slice(0, 4000) }
}

/** Without signs that end a sentence, and brackets that were opened before it. */
function trimmed(url: string): string {
  const end = url.at(-1) ?? ''
  if (/[.,;:!?'’”»*]/.test(end)) return trimmed(url.slice(0, -1))
  const opening = { ')': '(', ']': '[', '}': '{' }[end]
  return opening !== undefined && countOf(url, end) > countOf(url, opening) ? trimmed(url.slice(0, -1)) : url
}

const countOf = (text: string, sign: string) => text.split(sign).length - 1
