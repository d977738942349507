/** Which listing somebody means. */
export type Meant =
  | { kind: 'id'; id: number }
  | { kind: 'address'; address: string }
  | { kind: 'words'; words: string }

/** A number, a link of ours or of a marketplace, or words of a title; null = nothing was typed. */
export function readMeant(text: string, origin: string): Meant | null {
  const typed = text.trim()
  if (typed === '') return null
  if (/^#?\d{1,15}$/.test(typed)) return { kind: 'id', id: Number(typed.replace('#', '')) }
  // A title may have a colon, and no point and slash without a space before them.
  if (!/^https?:\/\/\S+$|^[\w-]+(?:\.[\w-]+)+\/\S*$/i.test(typed))
    return { kind: 'words', words: typed.slice(0, 500) }
  const url = URL.canParse(typed) ? new URL(typed) : null
  const ours = url?.origin === origin ? /^\/listings\/(\d{1,15})$/.exec(url.pathname) : null
  return ours ? { kind: 'id', id: Number(ours[1]) } : { kind: 'address', address: typed.slice(0, 4000) }
}
