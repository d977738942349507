import { words } from '../server/core/text.ts'
import type { OfferKind } from '../server/model/offer/kinds.ts'
import { comparedWord } from '../server/scoring/comps/title.ts'

const set = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const accessoryWords = set(
  'case cover charger cable adapter strap protector holder mount dock sleeve skin keyboard stylus earbud remote ' +
    'manual bumper lanyard tripod pouch cord plug decal sticker faceplate shell replacement spare part accessory',
)
/** From one of these words on, accessories come with the thing rather than being it. */
const inclusionWords = set('with w and includes including include incl comes plus no without in bonus extra')
const brokenWords = set('broken cracked faulty spares salvage damaged defective untested nonworking')
const wantedWords = set('wanted wtb webuy buying')
const serviceWords = set('repair repairing service lesson installation fix fixing')
const rentalWords = set('rental rent hire leasing sublet')
const lotWords = set('lot joblot bundle wholesale bulk')
const phrases: ReadonlyMap<string, OfferKind> = new Map([
  ['for parts', 'broken'],
  ['parts only', 'broken'],
  ['not working', 'broken'],
  ['t work', 'broken'],
  ['as is', 'broken'],
  ['no power', 'broken'],
  ['icloud locked', 'broken'],
  ['icloud lock', 'broken'],
  ['spares repairs', 'broken'],
  ['box only', 'accessory'],
  ['only box', 'accessory'],
  ['empty box', 'accessory'],
  ['manual only', 'accessory'],
  ['we buy', 'wanted'],
  ['i buy', 'wanted'],
  ['looking for', 'wanted'],
  ['want to', 'wanted'],
  ['cash for', 'wanted'],
  ['cash paid', 'wanted'],
  ['for rent', 'rental'],
  ['to let', 'rental'],
  ['for trade', 'trade'],
  ['trade for', 'trade'],
  ['swap for', 'trade'],
  ['for swap', 'trade'],
  ['tausche gegen', 'trade'],
])

const precedence: readonly OfferKind[] = [
  'wanted',
  'trade',
  'rental',
  'service',
  'broken',
  'accessory',
  'lot',
]

/** The kind by words that stand anywhere in a title but behind "with": how titles were read before their heads were. */
export function titleWordKind(title: string): OfferKind {
  const list = words(title.slice(0, 240))
  const found = new Set<OfferKind>()
  let included = false
  for (let i = 0; i < list.length; i++) {
    const word = list[i]!
    const next = list[i + 1] ?? ''
    const single = comparedWord(word)
    if (i > 0 && word !== 'plus' && inclusionWords.has(word)) included = true
    if (!included && accessoryWords.has(single)) found.add('accessory')
    if (brokenWords.has(word)) found.add('broken')
    if (wantedWords.has(word) || (i === 0 && word === 'iso')) found.add('wanted')
    if (serviceWords.has(single)) found.add('service')
    if (rentalWords.has(single)) found.add('rental')
    if (lotWords.has(single)) found.add('lot')
    const said = phrases.get(`${word} ${next}`)
    if (said !== undefined) found.add(said)
  }
  if (found.has('broken')) found.delete('service')
  return precedence.find((kind) => found.has(kind)) ?? 'thing'
}
