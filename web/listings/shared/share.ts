/** What another app shares: which of these hold what is up to it, and many put the link into the text. */
export interface ShareSearch {
  title?: string
  text?: string
  url?: string
}

const charsMax = 2_000

export function readShareSearch(given: Record<string, unknown>): ShareSearch {
  const text = (name: keyof ShareSearch) => {
    const value = given[name]
    const plain = typeof value === 'string' ? value.trim().slice(0, charsMax) : ''
    return plain === '' ? {} : { [name]: plain }
  }
  return { ...text('title'), ...text('text'), ...text('url') }
}

export type Shared =
  | { kind: 'link'; address: string; host: string; words: string }
  | { kind: 'own'; path: string }
  | { kind: 'words'; words: string }
  | { kind: 'nothing' }

/** A link that was shared, else the words; a link of Deal Scout's own is a way within it. */
export function readShare({ title = '', text = '', url = '' }: ShareSearch, origin: string): Shared {
  const link = [url, text, title].map(linkIn).find((found) => found !== null) ?? null
  // Sellers' apps share "Look what I found: Oak table https://…".
  const words = wordsOf(title) || wordsOf(text)
  if (link === null) return words === '' ? { kind: 'nothing' } : { kind: 'words', words }
  if (link.origin === origin) return { kind: 'own', path: `${link.pathname}${link.search}${link.hash}` }
  return { kind: 'link', address: link.href, host: link.hostname.replace(/^www\./, ''), words }
}

function linkIn(text: string): URL | null {
  for (const found of text.matchAll(/https?:\/\/[^\s<>"“”«»]+/gi)) {
    // A sentence goes on, or ends, behind it.
    const url = URL.parse(found[0].replace(/[.,;:!?)\]}'’]+$/, ''))
    if (url !== null && url.username === '' && url.password === '') return url
  }
  return null
}

const wordsOf = (text: string) =>
  text
    .replace(/https?:\/\/\S+/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 200)
