/** Words that decide and that hurried sellers often get wrong. */
export const oftenMisspelt: readonly string[] = [
  ...'replica replicas counterfeit supercopy superclone clone clones'.split(' '),
  ...'icloud locked blacklisted activation passcode'.split(' '),
]
/** What comes of a slip and is a word of its own. */
const ownWords = new Set('cone cones colne'.split(' '))

/**
 * What one slip of the fingers makes of a word: a letter left out, too late by one or two, or typed twice. The first
 * stands, as nearly always in slips.
 */
export function misspellings(word: string): string[] {
  const made = new Set<string>()
  for (let i = 1; i < word.length; i++) {
    const [before, letter, after] = [word.slice(0, i), word[i]!, word.slice(i + 1)]
    if (i < word.length - 1) {
      made.add(before + after)
      made.add(before + after[0] + letter + after.slice(1))
      made.add(before + after.slice(0, 2) + letter + after.slice(2))
    }
    made.add(before + letter + letter + after)
  }
  made.delete(word)
  return [...made].filter((wrong) => !ownWords.has(wrong))
}
