/**
 * Text folded for comparison, whoever compares: lower case, compatibility forms resolved (full-width, ligatures, ½ as
 * 1/2), accents dropped where they are accents (`unaccented`), ß → ss, Turkish ı and İ → i, × → x. Signs that say
 * nothing of the thing (™ ℠ ® ©) are gaps, and what cannot be seen is gone. Rules make more of numbers, "&" and the
 * like: `ruleSpelling` (rules/query/spelling.ts).
 */
export function foldText(text: string): string {
  return plainText.test(text)
    ? text.toLowerCase()
    : unaccented(
        text
          .replace(unseen, '')
          // Before they are resolved, which would make letters of them: "TM".
          .replace(legalSigns, ' ')
          .replace(/(\p{Nd})(?=[\xbc-\xbe\u2150-\u215f\u2189])/gu, '$1 ')
          .replace(/×|(?<=\p{Nd} ?)[✕✖⨯](?= ?\p{Nd})/gu, 'x'),
      )
        .toLowerCase()
        // What lower case itself added to İ.
        .replace(/i\u0307/g, 'i')
        .replace(/[ßæœøđłıςё]/g, (letter) => plainLetters[letter]!)
}

/** Signs that are typed or put for an apostrophe, for a character class; all but the first decompose or stay in a fold. */
export const apostropheSigns = "'’‘‛`´ʼʻʹʽˈˊ′‵ꞌ＇"

/** ASCII, and the signs beyond it that most texts have and that stay as they are. */
const plainText = /^[\t\n\r\x20-\x7e£€‘’“”–—•]*$/
const unseen = /\p{Default_Ignorable_Code_Point}+/gu
const legalSigns = /[™℠®©℗\u{1f16a}\u{1f16b}]|ᵀᴹ|ˢᴹ/gu
const plainLetters: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
  // In Russian the dots may be left out; those of й may not.
  ё: 'е',
}

/** What no mark is outside of: most texts have letters with accents and typographic signs at the most. */
const mayHaveMarks = /[\u0300-\u1fff\u20d0-\u20ff\u2c00-\uffff]/

/**
 * Compatibility forms resolved and marks dropped where the word is the same without: all of them on Latin and Greek
 * letters and on signs, the stress on Cyrillic vowels, the points of Hebrew and Arabic. Elsewhere a mark makes another
 * letter (ハ and バ, и and й, the vowels of Indic scripts) and stays.
 */
function unaccented(text: string): string {
  // No letter has more; normalising a long run of them takes time quadratic in its length.
  const bounded = mayHaveMarks.test(text) ? text.replace(/(\p{M}{8})\p{M}+/gu, '$1') : text
  const parted = bounded.normalize('NFKD')
  // Latin, Greek and signs: most texts.
  if (/^[\0-\u03ff\u1e00-\u2bff]*$/.test(parted)) return parted.replace(/\p{M}+/gu, '')
  return parted
    .replace(/(^|[^\p{L}\p{M}]|[\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu, '$1')
    .replace(/[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670]/g, '')
    .replace(/([аеиоуыэюяіАЕИОУЫЭЮЯІ])[\u0300\u0301]+/g, '$1')
    .normalize('NFC')
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:\.\p{N}+)*/gu

/** The folded words of a text in order: runs of letters and digits with their marks; `27.5` stays one word. */
export function words(text: string): string[] {
  return foldText(text).match(wordPattern) ?? []
}

/** False for what PostgreSQL stores neither as text nor in JSON: NUL, and half a character. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0')
}

/** A name as one line: a line end in it could make part of it look like a line of ours. NUL stays, to be refused. */
export function oneLine(text: string): string {
  return text.replace(/[[\p{Cc}\p{Zl}\p{Zp}]--\0]+/gv, ' ').trim()
}

/**
 * What people paste without what they cannot see: soft hyphens, zero-width and direction marks. A joiner stays where it
 * joins an emoji, and so does what tells an emoji's form.
 */
export function withoutUnseen(text: string): string {
  return text.replace(
    /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|(?<!\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)\u200d/gu,
    '',
  )
}

/** A copy with its own memory: a string cut out of a page would keep the whole page alive. */
export function ownString(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8')
}
