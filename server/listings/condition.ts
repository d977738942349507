import { foldText } from '../core/text.ts'
import type { Condition } from './schema.ts'

/**
 * The sites' own words → our scale. Where a site has a step that we lack ("very good"), it goes to the
 * nearest step that says no less about wear: very good → excellent, acceptable → fair, salvage → for-parts.
 */
const byWords = new Map<string, Condition>(
  Object.entries({
    new: [
      'new',
      'brand new',
      'new with tags',
      'new with box',
      'new in box',
      'new never used',
      'never used',
      'new unridden with tags',
      'unridden',
      'nwt',
      'bnib',
      'nib',
      'factory sealed',
      'sealed',
      'newcondition',
      'neu',
      'neu mit etikett',
      'neuf',
      'neuf avec etiquette',
      'nuovo',
      'nuevo',
    ],
    'like-new': [
      'like new',
      'used like new',
      'as new',
      'almost new',
      'nearly new',
      'mint',
      'near mint',
      'pristine',
      'new other',
      'new other see details',
      'new open box',
      'open box',
      'open box never used',
      'openbox',
      'new without tags',
      'new without box',
      'nwot',
      'b stock',
      'wie neu',
      'neu ohne etikett',
      'neuwertig',
      'neuf sans etiquette',
      'comme neuf',
      'come nuovo',
      'como nuevo',
      'certified pre owned',
    ],
    excellent: [
      'excellent',
      'used excellent',
      'excellent condition',
      'pre owned excellent',
      'excellent lightly ridden',
      'lightly used',
      'gently used',
      'very good',
      'used very good',
      'very good condition',
      'very good refurbished',
      'excellent refurbished',
      'certified refurbished',
      'certified refurb',
      'manufacturer refurbished',
      'reconditioned certified',
      'reconditioned',
      'sehr gut',
      'tres bon etat',
      'ottime condizioni',
    ],
    good: [
      'good',
      'used good',
      'good condition',
      'pre owned good',
      'good used mechanically sound',
      'good refurbished',
      'used',
      'preowned',
      'pre owned',
      'used normal wear',
      'second hand',
      'secondhand',
      'usedcondition',
      'seller refurbished',
      'refurbished',
      'refurb',
      'refurbishedcondition',
      'new with defects',
      'new with imperfections',
      'gebraucht',
      'gut',
      'bon etat',
      'buone condizioni',
      'buen estado',
    ],
    fair: [
      'fair',
      'used fair',
      'fair condition',
      'acceptable',
      'used acceptable',
      'pre owned fair',
      'satisfactory',
      'used heavy wear',
      'heavily used',
      'in ordnung',
      'akzeptabel',
      'satisfaisant',
      'aceptable',
    ],
    poor: ['poor', 'used poor', 'poor condition', 'poor needs servicing', 'well worn', 'damagedcondition'],
    'for-parts': [
      'for parts',
      'parts',
      'parts only',
      'for parts or not working',
      'for parts not working',
      'not working',
      'for parts not working unrideable',
      'parts or not working',
      'spares or repair',
      'spares or repairs',
      'for spares or repair',
      'salvage',
      'broken',
      'non functioning',
      'nonfunctional',
      'as is for parts',
      'defekt',
      'defect',
      'pour pieces',
    ],
  } satisfies Record<Condition, string[]>).flatMap(([condition, words]) =>
    words.map((word): [string, Condition] => [word, condition as Condition]),
  ),
)

/** eBay's condition ids; four digits, so they cannot be mistaken for another site's grades. */
const byEbayId = new Map<string, Condition>([
  ['1000', 'new'],
  ['1500', 'like-new'],
  ['1750', 'good'],
  ['2000', 'excellent'],
  ['2010', 'excellent'],
  ['2020', 'excellent'],
  ['2030', 'good'],
  ['2500', 'good'],
  ['2750', 'like-new'],
  ['2990', 'excellent'],
  ['3000', 'good'],
  ['3010', 'fair'],
  ['4000', 'excellent'],
  ['5000', 'good'],
  ['6000', 'fair'],
  ['7000', 'for-parts'],
])

/** Codes that mean something only on their own site; the key is the first part of the marketplace's id. */
const byCode: Record<string, Record<string, Condition>> = {
  mercari: { '1': 'new', '2': 'like-new', '3': 'good', '4': 'fair', '5': 'poor' },
  craigslist: {
    '10': 'new',
    '20': 'like-new',
    '30': 'excellent',
    '40': 'good',
    '50': 'fair',
    '60': 'for-parts',
  },
  // OfferUp shows REFURBISHED as "Excellent", OPEN_BOX as "Very good", BROKEN as "Fair", OTHER as "For parts".
  offerup: {
    NEW: 'new',
    REFURBISHED: 'excellent',
    OPEN_BOX: 'excellent',
    USED: 'good',
    BROKEN: 'fair',
    OTHER: 'for-parts',
  },
}

/**
 * The condition that a site's words or code state; null where they state none ("Other (see description)").
 * `marketplace` decides codes such as Mercari's 1–5, which mean nothing elsewhere.
 */
export function parseCondition(text: string | undefined, marketplace = ''): Condition | null {
  if (text === undefined || text.length > 200) return null
  const plain = byWords.get(text)
  if (plain !== undefined) return plain
  const trimmed = text.trim()
  const code = byCode[marketplace.split('-', 1)[0]!]
  if (code !== undefined && Object.hasOwn(code, trimmed)) return code[trimmed]!
  const id = byEbayId.get(trimmed)
  if (id !== undefined) return id
  const whole = plainWords(trimmed.replace(/^https?:\/\/schema\.org\//i, ''))
  return byWords.get(whole) ?? byWords.get(withoutCodePrefix(whole)) ?? headCondition(trimmed)
}

/**
 * "Excellent - Lightly Ridden", "Used (normal wear)", "Good: some scratches": the part before the remark.
 * Where the remark is a condition too, it refines "used"; after anything else the two contradict each other.
 */
function headCondition(text: string): Condition | null {
  const cut = text.search(/ [-–—] |[(:;,]/)
  if (cut <= 0) return null
  const words = plainWords(text.slice(0, cut))
  const head = byWords.get(words)
  if (head === undefined) return null
  const remark = byWords.get(plainWords(text.slice(cut)))
  if (remark === undefined || remark === head) return head
  return words === 'used' || words === 'pre owned' ? remark : null
}

function plainWords(text: string): string {
  return foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Facebook's vehicles carry `PC_USED_GOOD`. */
function withoutCodePrefix(text: string): string {
  return text.startsWith('pc ') ? text.slice(3) : text
}
