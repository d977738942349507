import type { Capture } from './server.ts'

/** Says a text of the extension, with what stands in it. */
export type Say = (name: string, ...given: string[]) => string

/** One sentence part per thing that there is to say: "12 listings read", "2 match Road bike", "1 is 38 % below its value". */
export function summaryOf({ counts, rules, below }: Capture, say: Say): string[] {
  const counted = (name: string, count: number, ...more: string[]) =>
    say(`${name}${count === 1 ? 'One' : 'Many'}`, String(count), ...more)
  return [
    counts.read === 0 ? say('readNone') : counted('read', counts.read),
    ...rules.map(({ name, listings }) => counted('match', listings, name)),
    ...(below.best === null ? [] : [counted('below', below.listings, String(below.best.pct))]),
  ]
}

/** Further lines: what was left out, and what is not known yet. */
export function remarksOf({ counts, isMatched }: Capture, say: Say): string[] {
  return [
    ...(counts.added > 0 ? [say('added', String(counts.added))] : []),
    ...(counts.leftOut > 0 ? [say('leftOut', String(counts.leftOut))] : []),
    ...(isMatched ? [] : [say('stillMatching')]),
  ]
}

/** An amount in minor units as the person's language writes it. */
export function price(cents: number, currency: string, language: string): string {
  try {
    const format = new Intl.NumberFormat(language, { style: 'currency', currency })
    const digits = format.resolvedOptions().maximumFractionDigits ?? 2
    const isWhole = cents % 10 ** digits === 0
    return new Intl.NumberFormat(language, {
      ...{ style: 'currency', currency },
      ...(isWhole && { minimumFractionDigits: 0, maximumFractionDigits: 0 }),
    }).format(cents / 10 ** digits)
  } catch {
    return `${cents / 100} ${currency}`
  }
}

/** What stands on the button: how many of the listings match a rule, else how many there are. */
export function badgeOf({ counts, listings }: Capture): string {
  const matching = listings.filter(({ rules }) => rules.length > 0).length
  const shown = matching > 0 ? matching : counts.read
  return shown === 0 ? '' : shown > 999 ? '999+' : String(shown)
}
