export interface Decoded {
  text: string
  /** A sentence where what is said of the charset and what the bytes are differ. */
  note?: string
}

/**
 * The text of a feed's bytes. A byte order mark decides; then what the header says, then the XML declaration, each only
 * where the bytes fit; then the bytes themselves. Servers name a default charset and authors copy declarations, and
 * nothing but UTF-8 looks like UTF-8.
 */
export function decodeFeed(bytes: Uint8Array, contentType: string | undefined): Decoded {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const marked = markedCharset(body)
  if (marked !== undefined) return { text: new TextDecoder(marked).decode(body) }
  const header = known(
    /;\s*charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec((contentType ?? '').slice(0, 500))?.[1],
  )
  const head = body.subarray(0, 500).toString('latin1')
  const declared = known(/^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']\s*([\w.:-]{1,40})/i.exec(head)?.[1])
  // A declaration that can be read as single bytes is not of a text of double ones.
  const said = [header, declared].filter((name) => name !== undefined && !/^utf-16/.test(name)) as string[]
  const charset = fitting(body, said, head)
  const text = new TextDecoder(charset).decode(body)
  const other = said.find((name) => name !== charset)
  // Where every byte is ASCII, all of them read the same.
  if (other === undefined || isAscii(body)) return { text }
  const by = other === header ? 'The header' : 'The declaration'
  return { text, note: `${by} says ${other}, but the bytes of the feed are ${charset}, and were read so.` }
}

function markedCharset(body: Buffer): string | undefined {
  const [first, second, third, fourth] = body
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // "<" and a second letter in double bytes, without a mark.
  if (first === 0x3c && second === 0 && third !== 0 && fourth === 0) return 'utf-16le'
  if (first === 0 && second === 0x3c && third === 0 && fourth !== 0) return 'utf-16be'
  return undefined
}

/** A charset's name of the standard for what people write: "cp-1251", "Latin-1", "win1252"; undefined for none. */
function known(written: string | undefined): string | undefined {
  if (written === undefined) return undefined
  const plain = written.toLowerCase().replace(/[-_. ]/g, '')
  const page = /^(?:x?cp|windows|win|x?ansi|ms|ibm)?(125\d|874)$/.exec(plain)?.[1]
  const iso =
    /^iso8859(\d{1,2})(?:[ei])?$/.exec(plain)?.[1] ??
    (plain === 'latin9' ? '15' : plain === 'latin10' ? '16' : undefined)
  const koi = /^koi8([ru])$/.exec(plain)?.[1]
  const tries = [
    page && `windows-${page}`,
    iso && `iso-8859-${iso}`,
    koi && `koi8-${koi}`,
    written,
    plain,
    plain === 'ansi' && 'windows-1252',
  ]
  for (const label of tries) {
    if (!label) continue
    try {
      return new TextDecoder(label).encoding
    } catch {
      // The next spelling.
    }
  }
  return undefined
}

function fitting(body: Buffer, said: readonly string[], head: string): string {
  const { others, broken } = measureUtf8(body)
  if (broken === 0 && others === 0) return said[0] ?? 'utf-8'
  const isUtf8 = broken === 0 || others > broken * 2
  // Only charsets of double bytes can be taken for UTF-8 by chance.
  const double = said.find((name) => /^(?:gb|big5|euc|shift|iso-2022)/.test(name))
  if (isUtf8 && (double === undefined || said.includes('utf-8'))) return 'utf-8'
  for (const name of said) if (name !== 'utf-8' && fits(body, name)) return name
  return isUtf8 ? 'utf-8' : guessed(body, head)
}

function fits(body: Buffer, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(body)
    return true
  } catch {
    return false
  }
}

/** Characters of several bytes, and places that are no UTF-8. */
function measureUtf8(body: Buffer): { others: number; broken: number } {
  let others = 0
  let broken = 0
  for (let at = 0; at < body.length; at++) {
    const byte = body[at]!
    if (byte < 0x80) continue
    const more =
      byte >= 0xc2 && byte < 0xe0 ? 1 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xf0 && byte < 0xf5 ? 3 : 0
    let read = 0
    while (read < more && (body[at + read + 1]! & 0xc0) === 0x80) read++
    if (more > 0 && read === more) others++
    else broken++
    at += read
  }
  return { others, broken }
}

function isAscii(body: Buffer): boolean {
  return body.every((byte) => byte < 0x80)
}

const byLanguage: readonly (readonly [language: RegExp, charset: string])[] = [
  [/^(?:ru|uk|bg|be|mk|sr)/, 'windows-1251'],
  [/^(?:pl|cs|sk|hu|sl|hr|ro)/, 'windows-1250'],
  [/^el/, 'windows-1253'],
  [/^tr/, 'windows-1254'],
]

/** By the language that the feed names, else Cyrillic where letters beyond ASCII make whole words, else western. */
function guessed(body: Buffer, head: string): string {
  const language = /<language>\s*([a-z]{2})/i.exec(head)?.[1] ?? /xml:lang=["']([a-z]{2})/i.exec(head)?.[1]
  const named = byLanguage.find(([pattern]) => pattern.test(language?.toLowerCase() ?? ''))?.[1]
  if (named !== undefined) return named
  let inWords = 0
  let alone = 0
  let run = 0
  for (let at = 0; at <= body.length; at++) {
    if ((body[at] ?? 0) >= 0xc0) run++
    else {
      if (run >= 4) inWords += run
      else alone += run
      run = 0
    }
  }
  return inWords > alone * 2 ? 'windows-1251' : 'windows-1252'
}
