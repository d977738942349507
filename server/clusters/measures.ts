/** A number with a unit, in the unit that its kind is compared in. */
export interface Measure {
  kind: string
  value: number
}

/** Unit → kind and factor to that kind's base unit. */
const units: ReadonlyMap<string, readonly [kind: string, factor: number]> = new Map(
  Object.entries({
    gb: ['GB', 1],
    gig: ['GB', 1],
    gigabyte: ['GB', 1],
    tb: ['GB', 1000],
    terabyte: ['GB', 1000],
    mb: ['GB', 0.001],
    inch: ['inch', 1],
    inches: ['inch', 1],
    in: ['inch', 1],
    zoll: ['inch', 1],
    ft: ['ft', 1],
    feet: ['ft', 1],
    foot: ['ft', 1],
    mm: ['mm', 1],
    cm: ['mm', 10],
    m: ['mm', 1000],
    meter: ['mm', 1000],
    metre: ['mm', 1000],
    mp: ['megapixels', 1],
    megapixel: ['megapixels', 1],
    megapixels: ['megapixels', 1],
    mpix: ['megapixels', 1],
    hz: ['Hz', 1],
    mhz: ['MHz', 1],
    ghz: ['MHz', 1000],
    w: ['watts', 1],
    watt: ['watts', 1],
    watts: ['watts', 1],
    v: ['volts', 1],
    volt: ['volts', 1],
    mah: ['mAh', 1],
    oz: ['oz', 1],
    lb: ['lb', 1],
    lbs: ['lb', 1],
    kg: ['g', 1000],
    g: ['g', 1],
    gram: ['g', 1],
    ml: ['ml', 1],
    l: ['ml', 1000],
    liter: ['ml', 1000],
    litre: ['ml', 1000],
    pk: ['pieces', 1],
    pack: ['pieces', 1],
    pcs: ['pieces', 1],
    pc: ['pieces', 1],
    piece: ['pieces', 1],
    pieces: ['pieces', 1],
    ct: ['pieces', 1],
    count: ['pieces', 1],
    box: ['pieces', 1],
    port: ['ports', 1],
    ports: ['ports', 1],
    user: ['users', 1],
    users: ['users', 1],
    rpm: ['rpm', 1],
    channel: ['channels', 1],
    ch: ['channels', 1],
    cup: ['cups', 1],
    quart: ['quarts', 1],
    qt: ['quarts', 1],
    door: ['doors', 1],
    disc: ['discs', 1],
    x: ['times', 1],
  } satisfies Record<string, [string, number]>),
)

/** One letter after a blank is no unit: `iPhone 5 g`, `2 x`. */
const unitOfNext = (next: string | undefined) =>
  next === undefined || next.length < 2 || next === 'in' ? undefined : units.get(next)

const measurePattern = /^(\d{1,7}(?:\.\d{1,3})?)-?(\p{L}{1,10})$/u
const numberPattern = /^\d{1,7}(?:\.\d{1,3})?$/

/** The measure that a word (`64gb`, `2.4-inch`) or it and the next one (`64`, `gb`) state. */
export function measureOf(
  chunk: string,
  next: string | undefined,
): { measure: Measure; usedNext: boolean } | undefined {
  const first = chunk.charCodeAt(0)
  if (first < 48 || first > 57 || chunk.length > 20) return undefined
  const joined = measurePattern.exec(chunk)
  const usedNext = !joined && numberPattern.test(chunk)
  const unit = joined ? units.get(joined[2]!) : usedNext ? unitOfNext(next) : undefined
  if (!unit) return undefined
  const value = Number(joined ? joined[1] : chunk) * unit[1]
  return { measure: { kind: unit[0], value: Number(value.toPrecision(6)) }, usedNext }
}

export const canonicalMeasure = ({ kind, value }: Measure): string => `${value}${kind}`

/** Kinds in which both sides name measures and agree on none, with what each says. */
export function measureConflicts(a: readonly Measure[], b: readonly Measure[]): [Measure, Measure][] {
  const found: [Measure, Measure][] = []
  for (const kind of new Set(a.map((measure) => measure.kind))) {
    const left = a.filter((measure) => measure.kind === kind)
    const right = b.filter((measure) => measure.kind === kind)
    if (right.length === 0) continue
    if (!left.some((x) => right.some((y) => near(x.value, y.value)))) found.push([left[0]!, right[0]!])
  }
  return found
}

/** Rounded figures of one thing: 21.6 and 22 inches, 14.7 and 14 megapixels. */
const near = (x: number, y: number) =>
  Math.abs(x - y) <= 0.04 * Math.max(x, y) ||
  (Math.min(x, y) >= 5 && Math.abs(x - y) < 1 && (x % 1 === 0) !== (y % 1 === 0))

/** `18-55mm` without its hyphen. */
export const isMeasure = (word: string): boolean => {
  const unit = /^\d+(\p{L}{1,10})$/u.exec(word)?.[1]
  return unit !== undefined && units.has(unit)
}
