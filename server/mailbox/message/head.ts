/** Where a mail's head ends at the latest; real ones have 20 KB. */
const headBytesMax = 256 * 1024
const signaturesMax = 10

/** What a mail claims of who signed it, before anything of that is checked. */
export interface Signature {
  domain: string
  selector: string
  /** It covers only the beginning of the body: anybody can write below that. */
  isPartial: boolean
}

/** A mail's head as lines, each with its name in lower case; continued lines are joined. */
export function headerLines(mail: Uint8Array): { name: string; value: string }[] {
  const head = Buffer.from(mail.buffer, mail.byteOffset, Math.min(mail.byteLength, headBytesMax)).toString(
    'latin1',
  )
  const end = /\r?\n\r?\n/.exec(head)?.index ?? head.length
  const lines: { name: string; value: string }[] = []
  for (const line of head.slice(0, end).split(/\r?\n/)) {
    const last = lines.at(-1)
    if (/^[ \t]/.test(line) && last) last.value += ` ${line.trim()}`
    else {
      const colon = line.indexOf(':')
      if (colon > 0)
        lines.push({ name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() })
    }
  }
  return lines
}

/** The signatures that a mail claims to have, the first ten. */
export function signaturesOf(mail: Uint8Array): Signature[] {
  return headerLines(mail)
    .filter(({ name }) => name === 'dkim-signature')
    .slice(0, signaturesMax)
    .flatMap(({ value }) => {
      const pairs = value.split(';').flatMap((tag): [string, string][] => {
        const at = tag.indexOf('=')
        const name = tag.slice(0, Math.max(0, at)).trim().toLowerCase()
        return name === '' ? [] : [[name, tag.slice(at + 1).replace(/\s+/g, '')]]
      })
      const tags = new Map(pairs)
      // Of a tag that comes twice each reader would take another one.
      if (tags.size < pairs.length) return []
      const domain = tags.get('d')?.toLowerCase() ?? ''
      const selector = tags.get('s')?.toLowerCase() ?? ''
      if (!isDnsName(domain) || !isDnsName(selector)) return []
      return [{ domain, selector, isPartial: tags.has('l') }]
    })
}

function isDnsName(text: string): boolean {
  return (
    text.length <= 200 && /^[a-z\d_](?:[a-z\d_-]{0,62})(?:\.[a-z\d_](?:[a-z\d_-]{0,62})){0,10}$/.test(text)
  )
}

/** Whether `domain` is one of these or below one. */
export function isBelow(domain: string, domains: readonly string[]): boolean {
  const name = domain.toLowerCase()
  return domains.some((own) => name === own || name.endsWith(`.${own}`))
}

/** Where the key of a signature stands in the DNS. */
export const keyName = ({ selector, domain }: Signature) => `${selector}._domainkey.${domain}`

/**
 * Names of the keys that have to be known to check this mail: of signatures by these domains alone, so that no mail has a name of
 * its writer's choice looked up; none of a name under which any signature is partial.
 */
export function wantedKeys(mail: Uint8Array, domains: readonly string[]): string[] {
  const claimed = signaturesOf(mail).filter(({ domain }) => isBelow(domain, domains))
  const partial = new Set(claimed.filter(({ isPartial }) => isPartial).map(keyName))
  return [...new Set(claimed.map(keyName))].filter((name) => !partial.has(name)).slice(0, 5)
}

/**
 * The domains whose signature the receiving server has checked, by the topmost `Authentication-Results`: that one it has put there
 * itself. Every other line of that name may be the writer's.
 */
export function checkedByServer(mail: Uint8Array, server: string): string[] {
  const top = headerLines(mail).find(({ name }) => name === 'authentication-results')?.value ?? ''
  const [by = '', ...results] = withoutComments(top).slice(0, 20_000).split(';')
  if (by.trim().split(/\s+/)[0]?.toLowerCase() !== server.trim().toLowerCase()) return []
  return results.flatMap((result) => {
    if (!/^\s*dkim\s*=\s*pass(?=\s|$)/i.test(result)) return []
    const domain = /\bheader\.(?:d=|i=[^\s@]*@)([a-z\d.-]{1,200})(?=\s|$)/i.exec(result)?.[1]
    return domain === undefined ? [] : [domain.toLowerCase()]
  })
}

function withoutComments(text: string): string {
  let depth = 0
  let kept = ''
  for (const sign of text.slice(0, 50_000)) {
    if (sign === '(') depth++
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0) kept += sign
  }
  return kept
}
