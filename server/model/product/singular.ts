/** A plain English plural's singular; other words, and those with a digit, as they are. Only makes the two meet. */
export function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !/\d/.test(word)
    ? word.slice(0, -1)
    : word
}
