import type { RiskSignal } from '../../model/risk.ts'
import { say } from '../../model/sentences/sentences.ts'
import { isRefused } from './risk-negation.ts'
import type { RiskText } from './risk-text.ts'

/** Figures as words, one language after the other; `o` and `oh` count only between other figures. */
const figureWords: Readonly<Record<string, string>> = {
  ...numbered('zero one two three four five six seven eight nine'),
  ...numbered('null eins zwei drei vier funf sechs sieben acht neun'),
  ...numbered('cero uno dos tres cuatro cinco seis siete ocho nueve'),
  ...numbered('zero un deux trois quatre cinq six sept huit neuf'),
  ...numbered('zero uno due tre quattro cinque sei sette otto nove'),
  zwo: '2',
  oh: '0',
  o: '0',
}
const figure = new RegExp(
  `${Object.keys(figureWords)
    .sort((a, b) => b.length - a.length)
    .join('|')}|[0-9]`,
  'y',
)
const startsLikeFigure = new Set(Object.keys(figureWords).map((word) => word.slice(0, 2)))
/** Figures written out, which together may be a number. */
export const figureTriggers = Object.keys(figureWords).join(' ')
/** Shorter rows of figures are sizes, years and counts. */
const phoneDigits = { min: 7, max: 15 }
/** So many of them must be words: "one owner, two keys" is no number. */
const spelledMin = 3

function numbered(words: string): Record<string, string> {
  return Object.fromEntries(words.split(' ').map((word, i) => [word, String(i)]))
}

const plainPhone =
  /(?<![\w.$€£#+-])(?:\+\d{1,3}[ .-]?)?(?:\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}|\(\d{2,5}\) ?\d{3,8}|0\d{2,4}[ /-]\d{3,5}[ -]?\d{2,6}|0\d(?:[ .]\d\d){4}|[679]\d\d[ .]\d{3}[ .]\d{3}|(?<=\+\d{1,3}[ .-]?)\d{6,12})(?![\w-])/
const calledNumber =
  / (?:call|text|txt|phone|tel|telephone|mobile|cell|number|handy|telefon|tlf|telefono|llamar|sms) (?:[^ .,]+ ){0,3}(?:at |on )?\+?\d{7,12} /
const nearAddress = /^[\w.%+-]{0,64}@[\w-]{1,63}(?:\.[\w-]{1,30}){1,3}$/
const spelledMail =
  / (?:(?:at|arroba|chez|klammeraffe) (?:, )?(?:gmail|hotmail|yahoo|outlook|icloud|protonmail|proton|aol|gmx|live)(?: (?:, )?(?:dot|punkt|punto|point))?(?: (?:, )?(?:com|de|es|fr|it|net|me))?|(?:gmail|hotmail|yahoo|outlook) (?:dot|punkt|punto|point) (?:com|de|es|fr|it)|(?:e ?mail|message|write|contact|reach) (?:me |us )?(?:at |on |to |via )?my (?:gmail|hotmail|yahoo|outlook)) /g
const messengers =
  / (?:(?:whats ?app|whatsap|watsapp|wattsapp|telegram|viber|wechat|we chat|kik|snapchat|wickr)|(?:on|via|per|signal me on|text on) signal|(?:on|via|dm me|my) (?:instagram|insta)|google hangouts?|hangouts) /g
const atMax = 5

export const contactWeights = {
  'contact-hidden': { wherePaymentIsHeld: 0.4, elsewhere: 0.16 },
  'contact-elsewhere': { messenger: 0.16, address: 0.15 },
  'contact-phone': 0.05,
} as const

/** Words of which one must occur before messengers and spelled addresses are looked for. */
export const contactTriggers =
  'whatsapp whatsap watsapp wattsapp whats telegram viber wechat chat kik snapchat wickr signal hangouts hangout instagram insta gmail hotmail yahoo outlook icloud protonmail proton aol gmx live'

/**
 * Ways of contact beside the marketplace. A disguised number weighs double where the marketplace takes the payment
 * and therefore filters numbers; in open classifieds honest people hide theirs from robots too.
 */
export function contactSignals(
  read: RiskText,
  hasWord: boolean,
  marketplaceHasPayment: boolean | null | undefined,
): RiskSignal[] {
  const signals: RiskSignal[] = []
  const hidden = spelledNumber(read) ?? (hasWord ? spelledAddress(read) : null)
  if (hidden !== null) {
    signals.push({
      name: 'contact-hidden',
      weight:
        contactWeights['contact-hidden'][marketplaceHasPayment === true ? 'wherePaymentIsHeld' : 'elsewhere'],
      ...say('risk-contact-hidden', { quote: hidden }),
    })
  }
  const messenger = hasWord ? firstAskedFor(read.text, messengers) : null
  const address = messenger === null && read.folded.includes('@') ? addressIn(read.folded) : null
  if (messenger !== null) {
    signals.push({
      name: 'contact-elsewhere',
      weight: contactWeights['contact-elsewhere'].messenger,
      ...say('risk-contact-messenger', { messenger }),
    })
  } else if (address !== null) {
    signals.push({
      name: 'contact-elsewhere',
      weight: contactWeights['contact-elsewhere'].address,
      ...say('risk-contact-address', { domain: address }),
    })
  }
  const plain = hidden === null && read.digitCount >= phoneDigits.min && hasPhone(read)
  if (plain) {
    signals.push({
      name: 'contact-phone',
      weight: contactWeights['contact-phone'],
      ...say('risk-contact-phone'),
    })
  }
  return signals
}

function hasPhone(read: RiskText): boolean {
  return plainPhone.test(read.folded) || calledNumber.test(read.text)
}

/** Domain of the first e-mail address; looks only around the first few @ signs. */
function addressIn(folded: string): string | null {
  let at = folded.indexOf('@')
  for (let i = 0; at >= 0 && i < atMax; i++, at = folded.indexOf('@', at + 1)) {
    const before = /[\w.%+-]*$/.exec(folded.slice(Math.max(0, at - 64), at))![0]
    const after = /^[\w-]{1,63}(?:\.[\w-]{1,30}){1,3}/.exec(folded.slice(at + 1, at + 130))?.[0]
    if (
      before !== '' &&
      after !== undefined &&
      /\.[a-z]{2,24}$/.test(after) &&
      nearAddress.test(`${before}@${after}`)
    )
      return after.slice(0, 60)
  }
  return null
}

function spelledAddress(read: RiskText): string | null {
  if (!/gmail|hotmail|yahoo|outlook|icloud|proton|aol|gmx|live/.test(read.folded)) return null
  const found = firstAskedFor(read.text, spelledMail)
  // A plainly written name@gmail.com is told of as an address.
  return found !== null && !read.folded.includes('@') ? found : null
}

function firstAskedFor(text: string, pattern: RegExp): string | null {
  pattern.lastIndex = 0
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const end = found.index + found[0].length
    pattern.lastIndex = end - 1
    if (!isRefused(text, found.index, end)) return found[0].trim().slice(0, 60)
  }
  return null
}

/** A row of figures of which some are words or drawn signs ("five1zero 55five …"); null = none. */
function spelledNumber(read: RiskText): string | null {
  const words = read.tokens
  if (read.figureWords < spelledMin && !read.drawnDigits && !words.some(isGluedFigures)) return null
  let digits = 0
  let spelled = 0
  let from = -1
  for (let i = 0; i <= words.length; i++) {
    const word = words[i] ?? 'end'
    if (word === '' || word === '.' || word === ',') continue
    const counts = figuresIn(word)
    if (counts !== null && !(digits === 0 && (word === 'o' || word === 'oh'))) {
      if (from < 0) from = i
      digits += counts.digits
      spelled += counts.spelled
      continue
    }
    const drawn = read.drawnDigits && digits >= 9
    if (digits >= phoneDigits.min && digits <= phoneDigits.max && (spelled >= spelledMin || drawn)) {
      return words
        .slice(from, i)
        .join(' ')
        .replace(/[ .,]+$/, '')
        .slice(0, 80)
    }
    digits = 0
    spelled = 0
    from = -1
  }
  return null
}

/** Three figures or more written as one word, which no table of words holds. */
function isGluedFigures(word: string): boolean {
  return word.length >= 8 && figuresIn(word) !== null && Number.isNaN(Number(word))
}

/** How many figures a word is made of, and how many of them are written out; null = it has other letters. */
function figuresIn(word: string): { digits: number; spelled: number } | null {
  const first = word.charCodeAt(0)
  const startsWithDigit = first >= 48 && first <= 57
  // Most words are ruled out before they are taken apart.
  if (word.length > 60 || (!startsWithDigit && !startsLikeFigure.has(word.slice(0, 2))))
    return word === 'o' ? { digits: 1, spelled: 1 } : null
  let digits = 0
  let spelled = 0
  figure.lastIndex = 0
  while (figure.lastIndex < word.length) {
    const found = figure.exec(word)
    if (found === null) return null
    digits++
    if (found[0].length > 1 || found[0] === 'o') spelled++
  }
  return { digits, spelled }
}
