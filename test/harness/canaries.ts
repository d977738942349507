import { randomBytes } from 'node:crypto'

/** Something secret that was given to the program and must be found nowhere. */
export interface Canary {
  name: string
  value: string
}

/** Random, long enough to stand nowhere by chance, and the same in an address as it is. */
export function canaryText(): string {
  return `Cnry${randomBytes(12).toString('hex')}Z`
}

/** The same kind of letter in each place, so that what was a token of a site still looks like one. */
export function scrambled(text: string): string {
  const kinds = /^[\da-f]+$/.test(text)
    ? ([[/[\da-f]/, '0123456789abcdef']] as const)
    : ([
        [/\d/, '0123456789'],
        [/[a-z]/, 'abcdefghijklmnopqrstuvwxyz'],
        [/[A-Z]/, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'],
      ] as const)
  return [...text]
    .map((letter) => {
      const letters = kinds.find(([kind]) => kind.test(letter))?.[1]
      return letters === undefined ? letter : letters[randomBytes(1)[0]! % letters.length]!
    })
    .join('')
}

/** How a text may stand somewhere: as it is, in an address, in hex, in JSON, and in base64 wherever in a longer text. */
export function formsOf(text: string): string[] {
  const bytes = Buffer.from(text)
  const based = [0, 1, 2].map((offset) => {
    const coded = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    // What also depends on the text around it is left out.
    return coded.slice(offset === 0 ? 0 : offset + 1, coded.length - 1)
  })
  const plain = [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1)]
  const hex = bytes.toString('hex')
  const safe = based.map((one) => one.replaceAll('+', '-').replaceAll('/', '_'))
  return [...new Set([...plain, ...based, ...safe, hex, hex.toUpperCase()])].filter((one) => one.length >= 8)
}

/** Where one of them stands, as `place: name … around it`. */
export function findCanaries(canaries: readonly Canary[], places: ReadonlyMap<string, string>): string[] {
  const forms = canaries.flatMap(({ name, value }) => formsOf(value).map((form) => ({ name, form })))
  return [...places].flatMap(([place, text]) =>
    forms.flatMap(({ name, form }) => {
      const at = text.indexOf(form)
      return at === -1 ? [] : [`${place}: ${name} in …${text.slice(Math.max(0, at - 60), at)}[HERE]`]
    }),
  )
}
