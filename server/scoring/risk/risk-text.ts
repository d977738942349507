import { foldText } from '../../core/text.ts'

/** A listing's words as the phrases of risk are looked for in them. */
export interface RiskText {
  /**
   * Folded words between single spaces, `.` where a sentence ends, `,` at commas and brackets, with a space at
   * both ends: " no zelle , venmo . cash only ". Disguised words stand in plain spelling.
   */
  readonly text: string
  /** The title in the same form; empty but for the spaces where there is none. */
  titleText: string
  /** The first words, title included, in the same form. */
  headText: string
  /** The parts of `text`. */
  tokens: readonly string[]
  /** Folded, with its punctuation: for e-mail addresses, phone numbers and amounts. */
  folded: string
  /** Words, without the marks of sentences. */
  wordCount: number
  titleWordCount: number
  /** Bits of the phrases whose trigger words occur. */
  triggers: number
  digitCount: number
  /** Words that are figures written out, and twice those that mix digits with letters: "five", "5one". */
  figureWords: number
  /** Digits were drawn in other signs (emoji, circles, another script). */
  drawnDigits: boolean
}

/** The bit of figures written out, in a table of triggers. */
export const figureBit = 1 << 30

/** The bit of words that are spelt wrong. */
export const misspeltBit = 1 << 29

/** Which bits a word sets, and how those with the bit of misspelt ones are spelt. */
export interface Triggers extends ReadonlyMap<string, number> {
  readonly spelling: ReadonlyMap<string, string>
}

/** A longer text is read up to here; what is wanted of a buyer stands before that. */
const charsMax = 10_000
const titleCharsMax = 1000
const headTokens = 50

const invisible = /\p{Cf}+/gu
/** Three figures in a row as keycaps, in circles, full width or mathematical letters. */
const drawn =
  /(?:[0-9]\ufe0f?\u20e3[^\p{L}\p{N}]{0,3}){3}|(?:[\u2460-\u2468\u24ea\u2776-\u277e\uff10-\uff19\u{1d7ce}-\u{1d7ff}][^\p{L}\p{N}]{0,3}){3}/u
/** Letters of other scripts that look like Latin ones; put in place only inside words that also have Latin letters. */
const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  [...'аеіорсухкмтнвѕјԁһαορτυνικ'].map((from, i) => [from, 'aeiopcyxkmthbsjdhaoptuvik'[i]!]),
)
const leet: Readonly<Record<string, string>> = { 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' }

/** Reads title and description (null = none) into words; linear in their length. */
export function readRiskText(title: string, description: string | null, triggers: Triggers): RiskText {
  // Without its own line breaks the title ends at the first one.
  const capped = title.slice(0, titleCharsMax).replace(/[\r\n]/g, ' ')
  const raw = `${capped}\n${description === null ? '' : unglued(description.slice(0, charsMax), triggers)}`
  const plain = isAscii(raw)
  const folded = plain ? raw.toLowerCase() : foldForeign(raw)
  const titleLength = folded.indexOf('\n') + 1
  const reading = new Reading(triggers)
  reading.read(folded, 0, titleLength)
  const titleWordCount = reading.wordCount
  const { tokens } = reading
  const titleTokens = tokens.length
  reading.read(folded, titleLength, folded.length)
  let text: string | undefined
  return {
    // Most listings have no word that calls for a closer look.
    get text() {
      text ??= ` ${tokens.join(' ')} `
      return text
    },
    titleText: ` ${tokens.slice(0, titleTokens).join(' ')} `,
    headText: ` ${tokens.slice(0, headTokens).join(' ')} `,
    tokens,
    folded,
    wordCount: reading.wordCount,
    titleWordCount,
    triggers: reading.found,
    digitCount: reading.digitCount,
    figureWords: reading.figureWords,
    drawnDigits: !plain && reading.digitCount > 0 && drawn.test(raw),
  }
}

const gluedWord = /[A-Za-z]*[a-z]{2}[A-Z][A-Za-z]+/g
const hasGlue = /[a-z]{2}[A-Z][A-Za-z]/
const gluedPartMin = 5
/** Short, and it turns what follows round. */
const gluedNo = /^(?:No|Not|NOT|NO)$/

/** Lines that lost their ends, "lockedMeet today", parted again where that makes a word that is looked for. */
function unglued(text: string, triggers: Triggers): string {
  if (!hasGlue.test(text)) return text
  return text.replace(gluedWord, (word) => {
    if (triggers.has(word.toLowerCase())) return word
    const parts = word.split(/(?<=[a-z]{2})(?=[A-Z])/)
    const isTold = parts.some(
      (part) => gluedNo.test(part) || (part.length >= gluedPartMin && triggers.has(part.toLowerCase())),
    )
    return isTold ? parts.join('. ') : word
  })
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 126) return false
  return true
}

function foldForeign(raw: string): string {
  const folded = foldText(raw.replace(invisible, '').replace(/[\u2018\u2019\u02bc\u00b4]/g, "'"))
  // A word of Latin letters with a few Cyrillic or Greek ones among them is a disguise, a word of one script is not.
  return folded.replace(
    /[a-z]+[\u0370-\u052f][a-z\u0370-\u052f]*|[\u0370-\u052f]+[a-z][a-z\u0370-\u052f]*/g,
    (word) => word.replace(/[\u0370-\u052f]/g, (letter) => lookalikes[letter] ?? letter),
  )
}

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 0xc0 && isForeignWord(code))
const isDigit = (code: number): boolean => code >= 48 && code <= 57

/** Everything above ASCII but punctuation, symbols, private use and halves of astral characters. */
function isForeignWord(code: number): boolean {
  if (code < 0x2000) return code !== 0xd7 && code !== 0xf7
  return (
    (code >= 0x2c00 && code < 0x2e00) ||
    (code >= 0x3040 && code < 0xd800) ||
    (code >= 0xf900 && code < 0xfe00)
  )
}

class Reading {
  readonly tokens: string[] = []
  wordCount = 0
  digitCount = 0
  figureWords = 0
  found = 0
  private readonly triggers: Triggers
  /** Single characters in a row, which may spell a word: "w h a t s a p p". */
  private singles = ''

  constructor(triggers: Triggers) {
    this.triggers = triggers
  }

  read(folded: string, from: number, end: number): void {
    let start = -1
    let word = ''
    let mixed = 0
    for (let i = from; i <= end; i++) {
      const code = i < end ? folded.charCodeAt(i) : 32
      if (isLetter(code) || isDigit(code)) {
        if (start < 0) start = i
        if (isDigit(code)) {
          mixed |= 2
          this.digitCount++
        } else mixed |= 1
        continue
      }
      const next = i + 1 < end ? folded.charCodeAt(i + 1) : 32
      if (start >= 0 && this.joins(code, folded.charCodeAt(i - 1), next)) {
        // The sign belongs to the word: don't, ca$h, p@ypal, 1:1.
        word += folded.slice(start, i) + (code === 64 ? 'a' : code === 36 ? 's' : code === 39 ? '' : ':')
        start = i + 1
        continue
      }
      if (start >= 0) {
        this.add(word + folded.slice(start, i), mixed === 3)
        word = ''
        mixed = 0
        start = -1
      }
      this.mark(code, next)
    }
    this.flush()
  }

  private joins(code: number, before: number, after: number): boolean {
    if (code === 39) return isLetter(before) && isLetter(after)
    if (code === 64 || code === 36) return isLetter(before) && isLetter(after)
    return code === 58 && isDigit(before) && isDigit(after)
  }

  private add(word: string, mixed: boolean): void {
    if (word.length === 1) {
      this.singles += word
      this.found |= this.triggers.get(word) ?? 0
      this.push(word)
      return
    }
    this.flush()
    const known = this.triggers.get(word)
    if (known !== undefined) {
      this.found |= known
      if (known & figureBit) this.figureWords++
      this.push(known & misspeltBit ? (this.triggers.spelling.get(word) ?? word) : word)
      return
    }
    if (mixed) this.figureWords += 2
    this.push(mixed && word.length < 24 ? this.undisguised(word) : word)
  }

  /** The trigger word that digits in place of letters spell, else the word itself. */
  private undisguised(word: string): string {
    const letters = word.replace(/[0134578]/g, (digit) => leet[digit]!)
    for (const spelling of letters === word
      ? []
      : [letters, word.replace(/[0134578]/g, (d) => (d === '1' ? 'i' : leet[d]!))]) {
      const known = spelling.length > 4 ? this.triggers.get(spelling) : undefined
      if (known === undefined) continue
      this.found |= known
      return spelling
    }
    return word
  }

  private push(word: string): void {
    this.tokens.push(word)
    this.wordCount++
  }

  /** Ends a row of single characters; a word that they spell takes their place. */
  private flush(): void {
    const row = this.singles
    if (row === '') return
    this.singles = ''
    if (row.length < 4 || row.length > 60) return
    for (const word of spelled(row)) {
      const known = this.triggers.get(word)
      if (known === undefined) continue
      this.found |= known
      // The row may have marks between its characters; the word is simply said once more.
      this.tokens.push(word)
      return
    }
  }

  private mark(code: number, next: number): void {
    const ends =
      code === 10 ||
      code === 33 ||
      code === 63 ||
      code === 59 ||
      code === 42 ||
      code === 0x2022 ||
      code === 0x3002
    const last = this.tokens.at(-1)
    if (ends || (code === 46 && !isLetter(next) && !isDigit(next))) {
      if (last !== '.' && last !== undefined) this.tokens.push('.')
      // A row of letters goes on over full stops ("w. h. a."), not over the end of a line.
      if (code !== 46) this.flush()
    } else if (code === 44 || code === 40 || code === 41 || code === 0x2013 || code === 0x2014) {
      if (last !== ',' && last !== '.' && last !== undefined) this.tokens.push(',')
    } else if (code === 38) this.tokens.push('and')
  }
}

/** Words that are worth spelling out letter by letter, which a row may begin or end with. */
const spelledWords =
  'whatsapp telegram cashapp zelle venmo bitcoin giftcard westernunion moneygram gmail hotmail'.split(' ')

function spelled(row: string): string[] {
  const letters = row.replace(/[01345]/g, (digit) => leet[digit]!)
  return [row, letters, ...spelledWords.filter((word) => letters.includes(word))]
}
