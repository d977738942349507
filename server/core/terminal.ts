// biome-ignore-all lint/suspicious/noControlCharactersInRegex: removing control characters is what this file does.

/** A whole sequence that moves the cursor, clears or colours; it ends within itself, so nothing of ours goes with it. */
const sequence = /(?:\u001b\[|\u009b)[0-?]{0,64}[ -/]{0,8}[@-~]/g
/** What a terminal obeys or does not show: controls, zero-width and bidirectional characters; not line ends, tabs. */
const unshown =
  /[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--[\n\t\u{fe00}-\u{fe0f}]]/gv

/**
 * A text as a terminal may have it: what strangers wrote (titles, names, answers of sites) can neither move the cursor,
 * nor hide or reorder what stands there, nor put an address behind other words.
 */
export function forTerminal(text: string): string {
  return text.replace(/\r\n/g, '\n').replace(sequence, '').replace(/\r/g, ' ').replace(unshown, '')
}

/** The same on one line, so that it cannot pass for a line of ours. */
export function lineForTerminal(text: string): string {
  return forTerminal(text).replace(/\s*\n\s*|\t/g, ' ')
}

/** Texts of several lines, which are shown as such. */
const severalLines: ReadonlySet<string> = new Set(['body', 'text'])

/** What is shown of a value, in which no line end of the value's own texts begins what looks like a line of ours. */
export function withoutForeignLines(shown: string, value: unknown): string {
  const foreign = new Set<string>()
  const look = (part: unknown): void => {
    if (typeof part === 'string') {
      const text = part.trim()
      if (/[\r\n]/.test(text)) foreign.add(text)
    } else if (typeof part === 'object' && part !== null)
      for (const [key, inner] of Object.entries(part)) if (!severalLines.has(key)) look(inner)
  }
  look(value)
  return [...foreign]
    .sort((a, b) => b.length - a.length)
    .reduce((text, one) => text.replaceAll(one, lineForTerminal(one)), shown)
}

/** JSON in which every character that a terminal might obey is escaped: the value is the same. */
export function jsonForTerminal(value: unknown, indent?: number): string {
  return JSON.stringify(value, null, indent).replace(unshown, escaped)
}

function escaped(character: string): string {
  return [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('')
}

/** The only way to stdout; the caller ends its lines. */
export function toStdout(text: string): void {
  process.stdout.write(forTerminal(text))
}

/** The only way to stderr besides the log and a progress bar. */
export function toStderr(text: string): void {
  process.stderr.write(forTerminal(text))
}
