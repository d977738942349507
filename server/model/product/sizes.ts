import type { TitleWord } from './words.ts'

const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** What is made in clothes sizes; without one of them a letter is a letter. */
const worn = set(
  `jacket coat shirt tshirt tee polo hoodie sweater sweatshirt jumper cardigan vest waistcoat gilet fleece parka shell
   windbreaker raincoat blazer suit dress skirt blouse top tunic leggings pants trousers jeans shorts joggers tights
   swimsuit bikini bra bralette underwear boxers briefs robe pajamas pyjamas onesie bodysuit romper jumpsuit costume
   uniform scrubs apron jersey bib gloves hat cap beanie helmet socks shoes boots sneakers trainers sandals slippers
   wetsuit wader waders harness backpack belt bracelet ring kleid jacke hose hemd mantel pullover robe veste manteau
   chemise pantalon chaqueta camisa vestido abrigo maglia giacca jas trui mens men womens women ladies womans unisex
   boys girls kids youth junior toddler adult herren damen kinder homme femme`,
)
/** Frames of these come in letters, too. */
const framed = set('bike bicycle mtb frame hardtail roadbike ebike velo fahrrad bici cycle')
const beds = set(
  `bed beds mattress mattresses frame headboard sheet sheets duvet comforter bedding quilt blanket futon boxspring
   bedframe bedspread coverlet topper matelas matratze bett lit`,
)
const bedSizes = set('queen king twin full single double')
const labels: ReadonlyMap<string, string> = new Map(
  (
    'xxs:xxs xs:xs s:s m:m l:l xl:xl xxl:xxl xxxl:3xl 2x:2xl 2xl:2xl 3xl:3xl 4xl:4xl 5xl:5xl xsmall:xs small:s ' +
    'medium:m large:l xlarge:xl xxlarge:xxl'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
)
/** A letter behind these is the name of a model. */
const modelWords = set(
  `model type class series mark iphone tesla galaxy switch xbox one ps4 ps5 pixel mercedes line trim nexus redmi moto
   grade canon nikon bmw audi`,
)
const sizeWords = set(
  'size sz sizes gr groesse grosse taille talla maat taglia rozmiar storlek tamanho numero',
)
const shoes = set(
  `shoe shoes sneaker sneakers trainer trainers boot boots sandals sandal heels slippers cleats loafers jordan jordans
   yeezy dunk dunks nike adidas converse vans pumps flats skates skate ski snowboard crocs uggs birkenstock asics mens
   men womens women`,
)
const shoeSystems = set('us uk eu eur')
const figure = /^\d{1,3}(?:\.\d{1,2})?$/
const shoeFigure = /^\d{1,2}(?:\.5)?$/
const dimension = /^\d{1,4}(?:\.\d{1,3})?x\d{1,4}(?:\.\d{1,3})?(?:x\d{1,4}(?:\.\d{1,3})?)?$/
const lengthKinds = set('inch mm')
const otherKinds = set('oz')

/** The size that a title states, as written: `65in`, `56cm`, `m`, `queen`, `us 9`, `32x34`; null for none. */
export function readSize(list: readonly TitleWord[]): string | null {
  return statedSize(list) ?? bedSize(list) ?? jeansSize(list) ?? measuredSize(list) ?? letterSize(list)
}

function statedSize(list: readonly TitleWord[]): string | null {
  for (let i = 0; i < list.length; i++) {
    const { text } = list[i]!
    const next = list[i + 1]
    if (sizeWords.has(text) && next !== undefined) {
      if (shoeSystems.has(next.text) && figure.test(list[i + 2]?.text ?? ''))
        return `${next.text} ${list[i + 2]!.text}`
      const value = labels.get(next.text) ?? next.text
      if (
        figure.test(next.text) ||
        labels.has(next.text) ||
        isToddler.test(next.text) ||
        dimension.test(next.text)
      )
        return value
      if (next.measure !== null) return next.measure.text
    }
    if (shoeSystems.has(text) && isShoeAt(list, i)) return `${text === 'eur' ? 'eu' : text} ${next!.text}`
    if (
      figure.test(text) &&
      next !== undefined &&
      shoeSystems.has(next.text) &&
      isShoe(list) &&
      shoeFigure.test(text) &&
      !shoeFigure.test(list[i + 2]?.text ?? '')
    )
      return `${next.text === 'eur' ? 'eu' : next.text} ${text}`
    const glued = /^(us|uk|eu)(\d{1,2}(?:\.5)?)$/.exec(text)
    if (glued && (isShoe(list) || (glued[1] === 'eu' && Number(glued[2]) >= 34)))
      return `${glued[1]} ${glued[2]}`
    if (isToddler.test(text) && list.length > 1) return text
    if (/^(?:29|28|26|24|20)er$/.test(text)) return `${text.slice(0, 2)}in`
  }
  return null
}

const isToddler = /^[2-6]t$/
const isShoe = (list: readonly TitleWord[]) => list.some(({ text }) => shoes.has(text) || worn.has(text))
const isShoeAt = (list: readonly TitleWord[], at: number) =>
  shoeFigure.test(list[at + 1]?.text ?? '') && list[at + 1]!.measure === null && isShoe(list)

function bedSize(list: readonly TitleWord[]): string | null {
  const isBed = list.some(({ text }) => beds.has(text))
  for (let i = 0; i < list.length; i++) {
    const { text } = list[i]!
    const next = list[i + 1]?.text ?? ''
    if (!bedSizes.has(text) || !(isBed || /^sized?$/.test(next))) continue
    const before = list[i - 1]?.text ?? ''
    if (text === 'king' && /^(?:cal|california)$/.test(before)) return 'cal king'
    if (text === 'king' && before === 'super') return 'super king'
    if (next === 'xl' && (text === 'twin' || text === 'full')) return `${text} xl`
    // "full suspension frame", "double sided": of a bed only beside it or its size.
    if (
      (text === 'full' || text === 'double' || text === 'single') &&
      /^(?:set|suspension|sided|speed|size\w+|of)$/.test(next)
    )
      continue
    return text
  }
  return null
}

/** `W32 L34`, `32w 34l`, `32x34`. */
function jeansSize(list: readonly TitleWord[]): string | null {
  for (let i = 0; i < list.length; i++) {
    const joined = `${list[i]!.text} ${list[i + 1]?.text ?? ''}`
    const parts = /^w(\d\d) l(\d\d)$/.exec(joined) ?? /^(\d\d)w (\d\d)l$/.exec(joined)
    if (parts) return `${parts[1]}x${parts[2]}`
    const both = /^(\d\d)x(\d\d)$/.exec(list[i]!.text)
    if (
      both &&
      list.some(({ text }) => /^(?:jeans?|pants|trousers|chinos|shorts|levis?|denim|wranglers?)$/.test(text))
    )
      return list[i]!.text
  }
  return null
}

function measuredSize(list: readonly TitleWord[]): string | null {
  let other: string | null = null
  for (const { measure } of list) {
    if (measure === null) continue
    if (lengthKinds.has(measure.kind) && !/^\d+m$/.test(measure.text)) return measure.text
    if (otherKinds.has(measure.kind)) other ??= measure.text
  }
  return other
}

function letterSize(list: readonly TitleWord[]): string | null {
  const isWorn = list.some(({ text }) => worn.has(text))
  if (!isWorn && !list.some(({ text }) => framed.has(text))) return null
  for (let i = 0; i < list.length; i++) {
    const { text } = list[i]!
    const label = labels.get(text)
    if (label === undefined || (text.length === 1 && i === 0)) continue
    const before = list[i - 1]
    if (
      before !== undefined &&
      (modelWords.has(before.text) ||
        (text.length <= 2 && /\d/.test(before.text) && before.measure === null && !isWorn))
    )
      continue
    if (/^(?:x|extra)$/.test(before?.text ?? '') && (text === 'large' || text === 'small'))
      return text === 'large' ? 'xl' : 'xs'
    if (text === 'large' || text === 'small' || text === 'medium') {
      const next = list[i + 1]?.text ?? ''
      if (
        /^(?:brown|black|blue|amount|collection|lot|selection|pocket|logo|firm|duty|weight|wash)$/.test(next)
      )
        continue
    }
    return label
  }
  return null
}

/** `8x10`, `60 x 36`, `12in x 18in`: all sides in one, the longest first; '' for none. Counts of memory are none. */
export function readDimensions(list: readonly TitleWord[]): string {
  for (let i = 0; i < list.length; i++) {
    const { text } = list[i]!
    if (dimension.test(text)) return sidesOf(text.split('x').map(Number))
    const sides = [sideAt(list, i)]
    let at = i
    while (sides[0] !== undefined && list[at + 1]?.text === 'x' && sideAt(list, at + 2) !== undefined) {
      at += 2
      sides.push(sideAt(list, at))
    }
    if (sides.length > 1) return sidesOf(sides as number[])
  }
  return ''
}

function sideAt(list: readonly TitleWord[], at: number): number | undefined {
  const word = list[at]
  if (word === undefined) return undefined
  if (word.measure !== null)
    return lengthKinds.has(word.measure.kind) ? Number.parseFloat(word.measure.text) : undefined
  return figure.test(word.text) ? Number(word.text) : undefined
}

const sidesOf = (sides: number[]): string => sides.toSorted((x, y) => y - x).join('x')
