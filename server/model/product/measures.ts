/** A number with a unit, in the unit that its kind is compared in. */
export interface Measure {
  kind: string
  value: number
  /** As one word, in the unit that was written: `65in`, `6ft2in`, `1.5tb`. */
  text: string
}

/** Kind, factor to that kind's base unit, and the words for the unit. */
const unitTable: readonly (readonly [kind: string, factor: number, words: string])[] = [
  ['GB', 1, 'gb gig gigs gigabyte gigabytes'],
  ['GB', 1024, 'tb tera teras terabyte terabytes'],
  ['GB', 1 / 1024, 'mb megabyte megabytes'],
  ['inch', 1, 'inch inches in zoll pouces pulgadas pollici polegadas cali cale tum tommer tuumaa palcu'],
  ['inch', 12, 'ft feet foot'],
  ['mm', 1, 'mm millimeter millimetre'],
  ['mm', 10, 'cm centimeter centimetre'],
  ['mm', 1000, 'm meter metre meters metres'],
  ['megapixels', 1, 'mp megapixel megapixels mpix'],
  ['Hz', 1, 'hz'],
  ['MHz', 1, 'mhz'],
  ['MHz', 1000, 'ghz'],
  ['watts', 1, 'w watt watts'],
  ['watts', 1000, 'kw'],
  ['volts', 1, 'v volt volts'],
  ['mAh', 1, 'mah'],
  ['amperes', 1, 'amp amps'],
  ['hp', 1, 'hp horsepower'],
  ['btu', 1, 'btu'],
  ['oz', 1, 'oz ounce ounces'],
  ['lb', 1, 'lb lbs pound pounds'],
  ['g', 1, 'g gram grams'],
  ['g', 1000, 'kg kgs kilo kilos'],
  ['ml', 1, 'ml'],
  ['ml', 10, 'cl'],
  ['ml', 1000, 'l liter litre liters litres'],
  ['gallons', 1, 'gal gallon gallons'],
  ['quarts', 1, 'quart quarts qt'],
  ['cups', 1, 'cup cups'],
  ['carats', 1, 'carat carats ctw'],
  ['pieces', 1, 'pk pack packs pcs pc piece pieces ct count box'],
  ['ports', 1, 'port ports'],
  ['users', 1, 'user users'],
  ['rpm', 1, 'rpm'],
  ['mph', 1, 'mph'],
  ['km/h', 1, 'kmh kph'],
  ['channels', 1, 'channel channels ch'],
  ['doors', 1, 'door doors'],
  ['drawers', 1, 'drawer drawers'],
  ['speeds', 1, 'speed speeds spd spds'],
  ['seats', 1, 'seater seaters'],
  ['persons', 1, 'person persons'],
  ['keys', 1, 'key keys'],
  ['strings', 1, 'string strings'],
  ['burners', 1, 'burner burners'],
  ['tiers', 1, 'tier tiers'],
  ['discs', 1, 'disc discs'],
  ['months', 1, 'month months mos'],
  ['times', 1, 'x'],
  ['distance', 1, 'mile miles mi km kms kilometers kilometres'],
  ['hours', 1, 'hour hours hrs'],
]

const units: ReadonlyMap<string, readonly [kind: string, factor: number]> = new Map(
  unitTable.flatMap(([kind, factor, words]) =>
    words.split(' ').map((word) => [word, [kind, factor] as const] as const),
  ),
)

/** What a thing has done, not what it is: it grows from one posting to the next. */
export const isWear = ({ kind }: Measure): boolean => kind === 'distance' || kind === 'hours'

/** One letter after a blank is no unit: `iPhone 5 g`, `2 x`. */
const unitOfNext = (next: string | undefined) =>
  next === undefined || next.length < 2 ? undefined : units.get(next)

const joinedPattern = /^(\d{1,7}(?:\.\d{1,4})?)-?(\p{L}{1,12})$/u
const numberPattern = /^\d{1,7}(?:\.\d{1,4})?$/
const tallPattern = /^(\d{1,2})ft(\d{1,2}(?:\.\d{1,2})?)in$/
const inchLike = /^\d{1,3}(?:\.\d{1,4})?$/
/** After "65 in" something of the thing must follow or nothing: "2 in 1", "3 in stock". */
const afterIn =
  /^(?:\d|a$|an$|the$|my$|good|great|excellent|perfect|stock|box|one$|original|mint|new$|working|like)/

/** The measure that a word (`64gb`, `2.4-inch`) or it and the next one (`64`, `gb`) state. */
export function measureOf(
  chunk: string,
  next: string | undefined,
  afterNext?: string,
): { measure: Measure; usedNext: boolean } | undefined {
  const first = chunk.charCodeAt(0)
  if (first < 48 || first > 57 || chunk.length > 20) return undefined
  const tall = tallPattern.exec(chunk)
  if (tall)
    return {
      measure: { kind: 'inch', value: Number(tall[1]) * 12 + Number(tall[2]), text: chunk },
      usedNext: false,
    }
  const joined = joinedPattern.exec(chunk)
  const usedNext = !joined && numberPattern.test(chunk)
  const word = joined ? joined[2]! : next
  const unit = joined ? units.get(word!) : usedNext ? unitOfNext(next) : undefined
  if (!unit) return undefined
  if (usedNext && word === 'in' && !(inchLike.test(chunk) && !afterIn.test(afterNext ?? ''))) return undefined
  const figure = Number(joined ? joined[1] : chunk)
  // `4g`, `5g` are networks, and bytes go by powers of two.
  if (joined && word === 'g') {
    if (figure < 7) return undefined
    if (isPowerOfTwo(figure) && figure >= 32 && figure <= 1024)
      return { measure: storageOf(figure), usedNext }
  }
  return { measure: measure(figure, word!), usedNext }
}

/** `5 ft 4 in` in one; undefined where the second are not the inches that the first leave. */
export function feetAndInches(feet: Measure, inches: Measure): Measure | undefined {
  if (!/^\d{1,2}ft$/.test(feet.text) || !/^\d{1,2}(?:\.\d+)?in$/.test(inches.text) || inches.value >= 12)
    return undefined
  return { kind: 'inch', value: feet.value + inches.value, text: feet.text + inches.text }
}

/** For whom clothes and toys are: `18-24 months`, `5-6 yrs`. */
export function ageOf(
  chunk: string,
  next: string | undefined,
): { measure: Measure; usedNext: boolean } | undefined {
  const range = /^(\d{1,2})-(\d{1,2})(m|mo|mos|months?|y|yrs?|years?)?$/.exec(chunk)
  if (!range) return undefined
  const unit = range[3] ?? (/^(?:mos?|months?|mths?|yrs?|years?)$/.test(next ?? '') ? next! : undefined)
  if (unit === undefined || Number(range[1]) >= Number(range[2])) return undefined
  const kind = unit.startsWith('m') ? 'months' : 'years'
  return {
    measure: {
      kind,
      value: (Number(range[1]) + Number(range[2])) / 2,
      text: `${range[1]}-${range[2]}${kind}`,
    },
    usedNext: range[3] === undefined,
  }
}

const isPowerOfTwo = (figure: number) => Number.isInteger(Math.log2(figure))

const shortUnitOf = new Map(
  unitTable.flatMap(([, , words]) => {
    const list = words.split(' ')
    return list.map((word) => [word, list[0] === 'inch' ? 'in' : list[0]!] as const)
  }),
)

function measure(figure: number, unit: string): Measure {
  const [kind, factor] = units.get(unit)!
  const value = Number((figure * factor).toPrecision(7))
  const text =
    kind === 'GB' && value >= 1024
      ? `${Number((value / 1024).toPrecision(4))}tb`
      : `${figure}${shortUnitOf.get(unit)!}`
  return { kind, value, text }
}

/** So many gigabytes in all. */
export const storageOf = (gigabytes: number): Measure => measure(gigabytes, 'gb')

/** Kinds in which both sides name measures and agree on none, with what each says. */
export function measureConflicts(
  a: readonly Measure[],
  b: readonly Measure[],
  agree: (x: Measure, y: Measure) => boolean = isNear,
): [Measure, Measure][] {
  const found: [Measure, Measure][] = []
  for (const kind of new Set(a.map((measure) => measure.kind))) {
    const left = a.filter((measure) => measure.kind === kind)
    const right = b.filter((measure) => measure.kind === kind)
    if (right.length === 0) continue
    if (!left.some((x) => right.some((y) => agree(x, y)))) found.push([left[0]!, right[0]!])
  }
  return found
}

/** Rounded figures of one thing: 21.6 and 22 inches, 14.7 and 14 megapixels. */
function isNear({ value: x }: Measure, { value: y }: Measure): boolean {
  return Math.abs(x - y) <= 0.04 * Math.max(x, y) || isRounding(x, y)
}

const isRounding = (x: number, y: number) =>
  Math.min(x, y) >= 5 && Math.abs(x - y) < 1 && (x % 1 === 0) !== (y % 1 === 0)

/** The same figure, but for rounding, and for counting bytes by thousands or by 1,024. */
export function isSameFigure(x: Measure, y: Measure): boolean {
  if (x.value === y.value || isRounding(x.value, y.value)) return true
  const apart = Math.abs(x.value - y.value) / Math.max(x.value, y.value)
  if (x.kind === 'GB') return apart <= 0.075 && Math.min(x.value, y.value) >= 100
  // "1.8 m" and "180 cm" and "71 inch" are rounded, whole numbers are told apart.
  return Number.isInteger(x.value) && Number.isInteger(y.value) ? false : apart < 0.01
}

/** `18-55mm` without its hyphen. */
export const isMeasure = (word: string): boolean => {
  const unit = /^\d+(\p{L}{1,12})$/u.exec(word)?.[1]
  return unit !== undefined && units.has(unit)
}
