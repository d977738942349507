import type { Texts } from './languages.ts'

const accented: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, index) => [
    letter,
    [...'áƀçđéƒǧĥíĵķłɱñöƥɋŕšţúṽŵẋýžÁƁÇĐÉƑǦĤÍĴĶŁṀÑÖƤɊŔŠŢÚṼŴẊÝŽ'][index]!,
  ]),
)

/** All words with other letters, a third longer and between brackets: on a page one sees what did not come from here. */
export function pseudo(texts: Texts): Texts {
  return mapped(texts) as Texts
}

function mapped(texts: unknown): unknown {
  if (typeof texts === 'string') return pseudoText(texts)
  return Object.fromEntries(Object.entries(texts as object).map(([key, value]) => [key, mapped(value)]))
}

/** One text of the ICU's syntax: arguments and tags stay as they are, of what they choose among the words are changed. */
export function pseudoText(text: string): string {
  let depth = 0
  let isTag = false
  let letters = 0
  const changed = [...text].map((sign) => {
    if (sign === '<') isTag = true
    else if (sign === '>') isTag = false
    else if (sign === '{') depth++
    else if (sign === '}') depth--
    // Within one brace stands what is chosen by, within two what is chosen.
    if (isTag || depth % 2 === 1) return sign
    const other = accented[sign]
    if (other !== undefined) letters++
    return other ?? sign
  })
  return letters === 0 ? text : `⟦${changed.join('')}${' ·'.repeat(Math.ceil(letters * 0.15))}⟧`
}
