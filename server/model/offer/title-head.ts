import {
  conjunctions,
  countedWords,
  deviceWords,
  engineWords,
  fillers,
  gearboxWords,
  type HeadRole,
  headPhrases,
  includedWords,
  inclusionWords,
  makerWords,
  ownWords,
  praise,
  purposeWords,
  qualities,
  replacementWords,
  rollingWords,
  sides,
  sparable,
  vehicleWords,
} from './head-words.ts'
import { wordSet } from './phrases.ts'
import type { Segment } from './text.ts'

/** What a title names first: the thing, something for one, or a piece of one. */
export interface Head {
  kind: 'thing' | 'accessory' | 'part'
  /** The words that decided; '' for a thing. */
  words: string
  /** A word that is always so decided, not one that is so beside a device or a vehicle. */
  sure: boolean
}

interface Item {
  role: HeadRole
  start: number
  end: number
}

/** What a device, a vehicle or neither is named beside. */
export interface Context {
  device: boolean
  vehicle: boolean
  /** A device that a keyboard is an accessory of. */
  keyed: boolean
}

const thing: Head = { kind: 'thing', words: '', sure: false }

/**
 * Reads the head of a title: "case for iPhone", "iPhone case" and "coque iPhone" are an accessory, "iPhone with case",
 * "iPhone (case included)" and "iPhone, case" the phone. English and German heads end a phrase, Romance ones begin it.
 */
export function readHead(segments: readonly Segment[], context: Context): Head {
  const sole = soleAccessory(segments)
  if (sole !== null) return sole
  const main = mainSegment(segments)
  if (main === undefined) return thing
  const replacement = replacementIn(main.words)
  if (replacement !== null) return replacement
  const named = namedPart(withoutIncluded(main.words))
  const [first = [], ...others] = splitAt(named, conjunctions)
  if (context.vehicle && isDriveTrain(first, others[0] ?? [])) {
    return { kind: 'part', words: first.at(-1)!, sure: false }
  }
  const head = headOf(first, context)
  if (head.kind !== 'thing') return head
  // "iPhone 6 Plus and iPhone 6 cases": one more device before the last word makes it a list of what is for them.
  for (const other of others) {
    const found = headOf(other, context)
    if (found.kind !== 'accessory') continue
    if (other.at(-1)!.endsWith('s') && other.some((word) => deviceWords.has(word))) return found
    if (found.sure && /\d/.test(other[other.length - found.words.split(' ').length - 1] ?? '')) return found
  }
  return endOfList(segments.slice(segments.indexOf(main) + 1), context) ?? thing
}

/** German pieces that say in one word what they are of. */
const germanPiece = /^(?:ersatz\p{L}{3,}|\p{L}{2,}dichtung(?:en)?)$/u

/** "Replacement glass for …", "Ersatzakku für …". */
function replacementIn(words: readonly string[]): Head | null {
  const at = words.findIndex((word) => !fillers.has(word))
  const word = words[at]
  if (word === undefined) return null
  if (germanPiece.test(word)) return { kind: 'part', words: word, sure: true }
  if (!replacementWords.has(word) || sparable.has(words[at + 1] ?? '')) return null
  const isForOne = words.slice(at + 2).some((each) => purposeWords.has(each))
  return isForOne ? { kind: 'part', words: word, sure: true } : null
}

/** "Ranger V6 engine and 5 speed transmission": taken out of one; a "rebuilt engine and transmission" is in it. */
function isDriveTrain(first: readonly string[], second: readonly string[]): boolean {
  const isEngine = engineWords.has(first.at(-1) ?? '') && !qualities.has(first.at(-2) ?? '')
  return isEngine && second.slice(0, 4).some((word) => gearboxWords.has(word))
}

/** "iPhone 7, 7 plus cases": nothing but one more model before the word that all of them are for. */
function endOfList(segments: readonly Segment[], context: Context): Head | null {
  for (const { words, bracketed } of segments) {
    const found = bracketed ? thing : headOf(words, context)
    const models = words.slice(0, words.length - found.words.split(' ').length)
    const isList = models.every(isTail) && models.some((word) => variant.test(word))
    if (found.kind === 'accessory' && words.at(-1)?.endsWith('s') && isList) return found
  }
  return null
}

const variant = /^(?:plus|pro|max|mini|se|xs|xr|\d+(?:s|se|xr))$/

/** The first run of words that names something rather than praises it. */
function mainSegment(segments: readonly Segment[]): Segment | undefined {
  const named = segments.filter(
    ({ words, bracketed }) =>
      !bracketed && words.some(saysWhat) && words[0] !== 'in' && !inclusionWords.has(words[0]!),
  )
  const isNoun = (word: string) => deviceWords.has(word) || vehicleWords.has(word)
  return (
    named.find(
      ({ words }) =>
        words.filter(saysWhat).length > 1 ||
        words.some(isNoun) ||
        words.some((_, i) => headPhrases.at(words, i)),
    ) ?? named[0]
  )
}

const saysWhat = (word: string) => !fillers.has(word) && !/^\d+$/.test(word)

/** What the words name, or the category where it is known. */
export function contextOf(all: readonly string[], category = ''): Context {
  const isWatch = all.some((word, i) => word === 'watch' && all[i - 1] === 'apple')
  return {
    device: deviceCategories.has(category) || isWatch || all.some((word) => deviceWords.has(word)),
    vehicle: vehicleCategories.has(category) || all.some((word) => vehicleWords.has(word)),
    keyed: all.some((word) => keyedDevices.has(word)),
  }
}

const deviceCategories = wordSet('phones computers tablets cameras')
const vehicleCategories = wordSet('bikes cars motorcycles vehicle-parts')

/** "box only", "solo caja": wherever it stands, nothing else is sold. */
function soleAccessory(segments: readonly Segment[]): Head | null {
  for (const { words } of segments) {
    for (let i = 0; i < words.length; i++) {
      const found = headPhrases.at(words, i)
      if (found === null || found.length < 2 || (found.value !== 'accessory' && found.value !== 'part'))
        continue
      const phrase = words.slice(i, i + found.length)
      if (phrase.some((word) => soleWords.has(word))) {
        return { kind: found.value, words: phrase.join(' '), sure: true }
      }
    }
  }
  return null
}

const soleWords = wordSet(
  'only just empty nur leere seule vide solo vacia vuota lege alleen vazia so samo puste',
)

/** The words less what is said to be included: "iPad 64GB case included" → "ipad 64gb". */
function withoutIncluded(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word, i) => i > 0 && includedWords.has(word))
  if (at < 0) return words
  let end = at
  while (end > 0) {
    const before = roleBefore(words, end)
    if (before !== null) end = before.start
    else if (isBetween(words[end - 1]!)) end--
    else break
  }
  return words.slice(0, end)
}

/** "Charger not included", "case and strap included". */
const isBetween = (word: string) => conjunctions.has(word) || fillers.has(word) || negations.has(word)
const negations = wordSet('not isnt arent nicht non niet pas nie nao ikke inte')

/** The words up to what comes along ("with …") or what it is for ("for …"). */
function namedPart(words: readonly string[]): readonly string[] {
  const end = words.findIndex((word, i) => {
    if (i === 0) return false
    if (inclusionWords.has(word)) return true
    if (word === 'in') return inBox.has(words[i + 1] ?? '')
    return purposeWords.has(word) && (word !== '4' || deviceWords.has(words[i + 1] ?? ''))
  })
  return end < 0 ? words : words.slice(0, end)
}

const inBox = wordSet('box original a the its package packaging')

function splitAt(words: readonly string[], separators: ReadonlySet<string>): string[][] {
  const parts: string[][] = [[]]
  for (const word of words) {
    if (separators.has(word)) parts.push([])
    else parts.at(-1)!.push(word)
  }
  return parts.filter((part) => part.length > 0)
}

function headOf(words: readonly string[], context: Context): Head {
  let start = 0
  let end = words.length
  while (start < end && !saysWhat(words[start]!)) start++
  while (end > start && isTail(words[end - 1]!)) end--
  const items = itemsOf(words).filter(
    ({ role, end: to }) => context.keyed || role !== 'for-device' || words[to - 1] !== 'keyboard',
  )
  if (items.some(({ role }) => role === 'thing')) return thing
  const last = items.findLast((item) => item.end >= end)
  if (last !== undefined) {
    const kind = kindAt(last, context)
    if (kind !== null && !isSaidOf(words, last, kind)) return headAs(kind, words, last)
    if (kind !== null) return thing
  }
  const first = items.find((item) => item.start === start)
  if (first !== undefined) {
    const kind = kindAt(first, context)
    // "Three wheel bike", "2 door car": what follows is what it is.
    const isOfNext =
      first.role === 'of-vehicle' &&
      !words[first.start]!.endsWith('s') &&
      vehicleWords.has(words[first.end] ?? '')
    if (kind !== null && !isOfNext) return headAs(kind, words, first)
  }
  // "Ringke hard case Apple iPhone 6", "iPhone 6 screen protector nano shield".
  const middle = items.find(
    (item) => item.role === 'accessory' || (context.device && isCaseOfModel(words, item)),
  )
  if (middle === undefined || isSaidOf(words, middle, 'accessory')) return thing
  return { ...headAs('accessory', words, middle), sure: false }
}

const wraps = wordSet('case cases cover covers skin skins folio bumper hulle coque funda custodia hoesje')

/** "iPhone 6/6S case in carbon by …", "iPhone 6 leather case by …": right behind the model it is what is offered. */
function isCaseOfModel(words: readonly string[], { role, start, end }: Item): boolean {
  if (role !== 'for-device' || end !== start + 1 || !wraps.has(words[start]!)) return false
  let at = start - 1
  while (at > 0 && isTail(words[at]!) && !deviceWords.has(words[at]!)) at--
  const before = words[at] ?? ''
  return deviceWords.has(before) && !makerWords.has(before) && !accompaniments.has(words[end] ?? '')
}

/** What else comes along with a device: its case is one of several. */
const accompaniments = wordSet('and plus charger cable box included screen headphones')

function headAs(kind: 'accessory' | 'part', words: readonly string[], { role, start, end }: Item): Head {
  return { kind, words: words.slice(start, end).join(' '), sure: role === 'accessory' || role === 'part' }
}

/** Models, numbers, colours and praise behind a head: "iPhone cable 6 6s", "case black". */
export function isTail(word: string): boolean {
  return (
    fillers.has(word) ||
    sides.has(word) ||
    /\d|^(?:plus|pro|max|mini|air|se|xs?|xr|s|edge|series|ultra)$/.test(word)
  )
}

/** German names in one word what is for a device: "Lederarmband", "Silikonhülle". */
const germanForDevice =
  /^\p{L}{3,}(?:hullen?|armband|armbander|halterung|netzteil|ladegerat|ladekabel|ladestation|folie)$/u

function phraseAt(words: readonly string[], i: number): { length: number; value: HeadRole } | null {
  const found = headPhrases.at(words, i)
  return found === null && germanForDevice.test(words[i]!) ? { length: 1, value: 'for-device' } : found
}

/** Keyboards are things of their own but beside these. */
const keyedDevices = wordSet(
  'ipad ipads iphone iphones tablet tablets surface tab kindle galaxy phone phones palm',
)

function itemsOf(words: readonly string[]): Item[] {
  const items: Item[] = []
  for (let i = 0; i < words.length; ) {
    const found = phraseAt(words, i)
    if (found === null) i++
    else {
      items.push({ role: found.value, start: i, end: i + found.length })
      i += found.length
    }
  }
  return items
}

function roleBefore(words: readonly string[], end: number): Item | null {
  for (let start = Math.max(0, end - 3); start < end; start++) {
    const found = headPhrases.at(words, start)
    if (found !== null && found.value !== 'thing' && start + found.length === end) {
      return { role: found.value, start, end }
    }
  }
  return null
}

function kindAt({ role }: Item, { device, vehicle }: Context): 'accessory' | 'part' | null {
  if (role === 'accessory' || (role === 'for-device' && device)) return 'accessory'
  if (role === 'part' || (role === 'of-vehicle' && vehicle) || (role === 'of-device' && device)) return 'part'
  return null
}

/** "iPhone unlocked case": the phone and its case; "Civic 2012 new tires", "laptop 15 inch screen": a feature. */
function isSaidOf(words: readonly string[], { role, start, end }: Item, kind: 'accessory' | 'part'): boolean {
  const before = words.slice(0, start)
  if (before.some((word) => ownWords.has(word))) return true
  if (kind !== 'part' || before.length < 2) return false
  const last = before.at(-1)!
  const isScreenSize = role === 'of-device' && /^(?:1[3-9]|[2-9]\d)(?:\.\d)?$/.test(last)
  // "BMW E39 18 inch wheels": their own measure.
  const isMeasured = last === 'inch' && rollingWords.has(words[end - 1]!)
  // "Suburban, 8 seats".
  const isCounted = /^\d$/.test(last) && countedWords.has(words[end - 1]!)
  const named = before.slice(0, -1)
  // "Campagnolo carbon shifter": these make nothing but pieces.
  if (named.every((word) => !deviceWords.has(word) && (!vehicleWords.has(word) || pieceMakers.has(word))))
    return false
  return ((praise.has(last) || isCounted) && !isMeasured) || isScreenSize
}

/** They make components of bicycles, no bicycles. */
const pieceMakers = wordSet('shimano sram campagnolo mavic')
