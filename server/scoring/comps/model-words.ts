/** Measures, wheel sizes and names of parts among the words of a model: not what tells two models apart. */
const idleFigures =
  /^(?:\d+(?:\.\d+)?(?:gb|tb|mb|in|inch|cm|mm|kg|lb|oz|k|er|th|st|nd|rd|g|ml|l|w|v|ah|mp|hz|ghz|p|miles|mi|km)|2[0469]|27|27\.5|29|650b|700c?|4x4|4wd|2wd|4dr|2dr|4d|2d|v6|v8|x[0o]1|xt\d*s?|xtr\d*|gx\d*|slx\d*|0\d*)$/

/** A word with a figure that tells a model from others: s10, 328i. */
export const isFigure = (word: string): boolean => /\d/.test(word) && !idleFigures.test(word)

/** "3 series 328i" is a 328i: what a maker calls a series says nothing beside the model of it. */
export function withoutSeries(words: readonly string[]): readonly string[] {
  const isSeries = /^serie?s?$/.test(words[1] ?? '') && words.slice(2, 5).some(isFigure)
  return isSeries ? words.slice(2) : words
}
