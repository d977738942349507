import { phonesIn } from '../../../core/phone.ts'
import { foldText, words } from '../../../core/text.ts'
import type { Posting } from '../../../model/posting.ts'
import { contradictions } from '../../../model/product/contradictions.ts'
import { readProductTitle } from '../../../model/product/title.ts'
import type { SaidOf } from '../../../model/sentences/sentences.ts'
import { say } from '../../../model/sentences/sentences.ts'
import { lengthOf } from './cut.ts'
import type { ThingFacts } from './facts.ts'

/** An ad as it would be posted. */
export interface Ad {
  title: string
  description: string
  priceCents: number | null
  currency: string | null
  place: string | null
  /** Of the thing, that can be shown. */
  photoCount: number
}

/** `error` = the form refuses it, or a buyer is told what is not so; `warning` = it harms; `hint` = good to know. */
export type Severity = 'error' | 'warning' | 'hint'
export interface Finding extends SaidOf<'ad'> {
  severity: Severity
  field: 'title' | 'description' | 'price' | 'condition' | 'brand' | 'place' | 'photos' | null
}

export interface CheckedAgainst {
  facts: ThingFacts
  posting: Posting
  /** Names of other marketplaces. */
  otherNames: readonly string[]
}

/** What is to be mended in an ad before it is posted, the gravest first; pure. */
export function checkAd(ad: Ad, against: CheckedAgainst): Finding[] {
  const findings = [...missing(ad, against), ...lengths(ad, against.posting)]
  for (const field of ['title', 'description'] as const)
    findings.push(...textFindings(ad[field], field, against))
  findings.push(...promises(ad, against), ...pricing(ad, against))
  return findings.toSorted((a, b) => graveness[b.severity] - graveness[a.severity])
}

const graveness: Readonly<Record<Severity, number>> = { error: 2, warning: 1, hint: 0 }

function missing(ad: Ad, { facts, posting }: CheckedAgainst): Finding[] {
  const asks = new Set(posting.fields.filter(({ isRequired }) => isRequired).map(({ name }) => name))
  const found: Finding[] = []
  const need = (field: NonNullable<Finding['field']>, isThere: boolean, severity: Severity = 'error') => {
    if (asks.has(field) && !isThere) found.push({ ...say(`ad-missing-${field}`), severity, field })
  }
  need('title', ad.title.trim() !== '')
  need('price', ad.priceCents !== null)
  need('description', ad.description.trim() !== '')
  need('condition', facts.condition !== null)
  need('place', ad.place !== null)
  need('photos', ad.photoCount > 0, 'warning')
  if (posting.fields.some(({ name }) => name === 'brand') && facts.brand === null)
    found.push({ ...say('ad-missing-brand'), severity: 'hint', field: 'brand' })
  if (facts.condition !== null && asks.has('condition') && !(facts.condition in posting.conditionWords))
    found.push({ ...say('ad-condition-not-sold'), severity: 'error', field: 'condition' })
  return found
}

function lengths(ad: Ad, posting: Posting): Finding[] {
  const limits = { title: posting.titleCharactersMax, description: posting.descriptionCharactersMax }
  return (['title', 'description'] as const).flatMap((field): Finding[] => {
    const [characters, charactersMax] = [lengthOf(ad[field]), limits[field]]
    if (charactersMax === null || characters <= charactersMax) return []
    return [{ ...say(`ad-long-${field}`, { characters, charactersMax }), severity: 'error', field }]
  })
}

const email =
  /[\p{L}\p{N}._%+-]{1,64}\s?(?:@|\(at\)|\[at\])\s?[\p{L}\p{N}-]{1,63}(?:\.|\s?\(dot\)\s?)[\p{L}]{2,20}/iu
const link =
  /\bhttps?:\/\/\S|\bwww\.\S|\b(?!(?:asp|vb|ado)\.net\b)[\p{L}\p{N}-]{2,63}\.(?:com|net|org|de|nl|be|uk|shop|store|io|me|info)\b(?![.-]\p{L})/iu
const shout = /!{2,}|\bl@@k\b|\bwow+\b/iu

/** Ways to a seller beside the marketplace, names of others and shouting, in one text. */
export function textFindings(
  text: string,
  field: 'title' | 'description',
  {
    posting,
    otherNames,
  }: { posting: Pick<Posting, 'language' | 'forbidsContact'>; otherNames: readonly string[] },
): Finding[] {
  const found: Finding[] = []
  const add = (said: SaidOf<'ad'>, severity: Severity) => found.push({ ...said, severity, field })
  const contactIs: Severity = posting.forbidsContact ? 'error' : 'warning'
  const withoutMail = text.replace(email, ' ')
  if (email.test(text)) add(say('ad-email'), contactIs)
  if (hasPhone(text, posting)) add(say('ad-phone'), contactIs)
  if (link.test(withoutMail)) add(say('ad-link'), 'error')
  const spoken = ` ${words(text).join(' ')} `
  for (const name of otherNames)
    if (spoken.includes(` ${words(name).join(' ')} `)) add(say('ad-other-marketplace', { name }), 'warning')
  if (shout.test(text) || isShouted(text)) add(say('ad-shouting'), 'warning')
  return found
}

const callWords = /(?:call|text|phone|tel|mobile|whatsapp|signal|anruf\w*|handy|mobil|bel|app)\W{0,3}$/iu

/** Digits in a row are a number of anything else as well, unless somebody is asked to call it. */
const hasPhone = (text: string, { language }: Pick<Posting, 'language'>) =>
  countriesOf[language].some((country) =>
    phonesIn(text, country).some(
      (phone) =>
        /[\s().+/-]/.test(phone.text.split(/[,;x#]/i)[0]!.trim()) ||
        callWords.test(text.slice(Math.max(0, phone.at - 20), phone.at)),
    ),
  )

const countriesOf = { en: ['US', 'GB'], de: ['DE', 'AT'], nl: ['NL', 'BE'] } as const

/** Names of makers and models are in capitals too: two long words and most of all letters are none of those. */
function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? []
  const capitals = text.match(/\p{Lu}/gu) ?? []
  const long = text.match(/(?<!\p{L})\p{Lu}{5,}(?!\p{L})/gu) ?? []
  return long.length >= 2 && capitals.length > 0.6 * letters.length
}

const authenticity =
  /\b(?:100 ?% (?:authentic|genuine|original|real|echt|origineel)|(?:guaranteed|garantiert|gegarandeerd) (?:authentic|genuine|original|echt|origineel)|authenticity guaranteed|echtheit garantiert)\b/u
const praised =
  /\b(?:brand new|like new|mint condition|unused|never used|factory sealed|nagelneu|neuwertig|wie neu|unbenutzt|ungebraucht|zo goed als nieuw|ongebruikt|splinternieuw)\b/u
const working =
  /\b(?:fully functional|fully working|works (?:great|perfectly|fine)|in working order|voll funktionsfahig|funktioniert einwandfrei|einwandfrei|werkt (?:perfect|prima|goed))\b/u
const prohibited =
  /\b(?:ammo|ammunition|munition|firearms?|handguns?|pistole|rifle|vapes?|cigarettes|zigaretten|sigaretten|cannabis|thc|prescription (?:drugs?|medicine|only)|counterfeit|knock ?offs?|replica of|1:1 (?:copy|replica))\b/u
const harmless =
  /\b(?:toy|nerf|airsoft|bb|water|scope|case|safe|holster|poster|book|vintage ad|spielzeug|speelgoed)\b/u

/** Promises that nobody can see on a thing, and things that must not be sold, in one text. */
export function claimsIn(text: string): ('authenticity' | 'prohibited')[] {
  const folded = foldText(text).replace(/\s+/g, ' ')
  return [
    ...(authenticity.test(folded) ? (['authenticity'] as const) : []),
    ...(prohibited.test(folded) && !harmless.test(folded) ? (['prohibited'] as const) : []),
  ]
}

/** What is said of the thing that the facts do not bear, and what they say and the ad does not. */
function promises(ad: Ad, { facts }: CheckedAgainst): Finding[] {
  const found: Finding[] = []
  for (const field of ['title', 'description'] as const) {
    const text = foldText(ad[field]).replace(/\s+/g, ' ')
    const add = (code: 'ad-authenticity' | 'ad-condition-claim' | 'ad-prohibited', quote?: string) => {
      if (quote !== undefined) found.push({ ...say(code, { quote }), severity: 'warning', field })
    }
    add('ad-authenticity', authenticity.exec(text)?.[0])
    const { condition } = facts
    const isWorn = condition === 'good' || condition === 'fair' || condition === 'poor'
    if (isWorn || condition === 'for-parts') add('ad-condition-claim', praised.exec(text)?.[0])
    if (condition === 'for-parts') add('ad-condition-claim', working.exec(text)?.[0])
    if (!harmless.test(text)) add('ad-prohibited', prohibited.exec(text)?.[0])
  }
  const told = new Set(words(`${ad.title}\n${ad.description}`))
  for (const defect of facts.defects)
    if (!isTold(defect, told))
      found.push({ ...say('ad-defect-dropped', { defect }), severity: 'error', field: 'description' })
  for (const { said } of contradictions(readProductTitle(ad.title), readProductTitle(facts.title)))
    found.push({
      ...say('ad-contradiction', { yours: said[0], thing: said[1] }),
      ...{ severity: 'error', field: 'title' },
    })
  return found
}

/** Whether most of what it says of weight is said. */
function isTold(defect: string, told: ReadonlySet<string>): boolean {
  const all = words(defect)
  const weighty = all.filter((word) => word.length > 3)
  const asked = weighty.length > 0 ? weighty : all
  return asked.filter((word) => told.has(word)).length >= 0.6 * asked.length
}

function pricing(ad: Ad, { posting }: CheckedAgainst): Finding[] {
  const { currency } = ad
  if (currency === null || posting.currencies.includes(currency)) return []
  const { currencies } = posting
  return [{ ...say('ad-currency', { currency, currencies }), severity: 'error', field: 'price' }]
}
