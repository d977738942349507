import { objectOf, rowsOf, textOf } from './json.ts'

/** One error or warning, as eBay says it. */
export interface Said {
  code: string
  words: string
  /** What of it is named apart from the words: a specific, a field. */
  about: readonly string[]
}

/** The first twenty of them. */
export function saidIn(answer: unknown, kind: 'errors' | 'warnings'): Said[] {
  return rowsOf(objectOf(answer)[kind])
    .slice(0, 20)
    .map(({ errorId, longMessage, message, parameters }) => {
      const own = textOf(longMessage) ?? textOf(message) ?? 'no message'
      const about = rowsOf(parameters)
        .map(({ value }) => textOf(value))
        .filter((value) => value !== null)
      const more = about.filter((value) => !own.includes(value))
      return { code: String(errorId ?? ''), words: clean([own, ...more].join(' – ')), about }
    })
}

/** eBay's messages have markup in them; what is shown is one line of text. */
function clean(words: string): string {
  return words
    .replace(/<[^>]{0,300}>/g, ' ')
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, 400)
}

/** `The condition is invalid. (25021)`. */
export function sentenceOf({ code, words }: Pick<Said, 'code' | 'words'>): string {
  const ended = /[.!?]$/.test(words) ? words : `${words}.`
  return code === '' ? ended : `${ended} (${code})`
}

/** What a person can do about it, by eBay's number. */
const toDo: Readonly<Record<string, string>> = {
  '2001': 'eBay’s limit of calls is reached; it goes on by itself.',
  '20403': 'Check in your eBay account that business policies are turned on.',
  '25002': 'Correct what eBay names in the ad, and post it again.',
  '25003': 'Change the price.',
  '25004': 'Change the quantity.',
  '25005': 'Choose another category, one that has none below it.',
  '25007': 'Choose a shipping policy of this eBay site.',
  '25008': 'Choose a payment policy of this eBay site.',
  '25009': 'Choose a return policy of this eBay site.',
  '25012': 'Choose the place from which you ship.',
  '25013': 'Correct what eBay names in the ad, and post it again.',
  '25014': 'Upload the photos again; eBay keeps those without a listing for 30 days.',
  '25015': 'Upload the photos again.',
  '25016': 'Correct what eBay names in the ad, and post it again.',
  '25017': 'Fill in what eBay says is missing, and post it again.',
  '25018': 'Complete your seller account at eBay first.',
  '25019': 'This listing cannot be changed any more: end it and post it anew.',
  '25020': 'Enter the weight, or choose a shipping policy that does not depend on it.',
  '25021': 'Choose a condition that this category takes.',
  '25022': 'Correct the item specifics.',
  '25025': 'eBay is still busy with this thing; it goes on by itself.',
  '25026':
    'Your selling limit at eBay is used up: end other listings, wait for next month, or ask eBay for more.',
  '25029': 'Fill in what this category asks for, and post it again.',
  '25031': 'Correct what eBay names in the ad, and post it again.',
  '25035': 'Choose a policy of this eBay site: each site has its own.',
  '25038': 'Somebody has bid or made an offer: it can be changed again after that.',
  '25039': 'Somebody has bid or made an offer: it can be changed again after that.',
  '25097': 'eBay holds this listing back for its rules: look into your messages at eBay.',
  '25501': 'Upload the photos again.',
  '25702': 'It was deleted at eBay: post it again.',
  '25707': 'The item’s number may have letters and digits only.',
  '25713': 'It was ended or deleted at eBay.',
  '25754': 'Fees are told only before it is published.',
  '30830': 'eBay tells of the last two years only.',
  '30850': 'The clock of this machine is ahead of eBay’s: set it.',
  '32300': 'Check the tracking number and the carrier: letters and digits only.',
  '32500': 'Check the day on which it was shipped.',
  '150008': 'Take off at least 5 %.',
  '150010': 'Change the message: plain words, no links, at most 2,000 characters.',
  '150011': 'The listing has ended.',
  '150015': 'Take off less: eBay has a lowest price for offers.',
  '150017': 'This listing takes no offers.',
  '150020': 'Nobody watches it now who could be sent an offer.',
  '150022': 'No more offers can be sent for it.',
  '150023': 'No more offers can be sent for now.',
}

/** What of an ad eBay means, by its number. */
const fieldOf: Readonly<Record<string, string>> = {
  ...{ '25003': 'price', '25004': 'quantity', '25005': 'categoryId', '25007': 'shippingPolicyId' },
  ...{ '25008': 'paymentPolicyId', '25009': 'returnPolicyId', '25012': 'locationId', '25014': 'photos' },
  ...{ '25015': 'photos', '25020': 'weightGrams', '25021': 'conditionId', '25501': 'photos' },
}
/** In these it names specifics, in the words of its category. */
const ofSpecifics = new Set(['25002', '25013', '25017', '25022', '25029'])
const nameCharactersMax = 65

/** What of an ad they are about, as far as eBay says that otherwise than in words. */
export function fieldsOf(said: readonly Said[]): string[] {
  const fields = said.flatMap(({ code, about }) => {
    if (Object.hasOwn(fieldOf, code)) return [fieldOf[code]!]
    if (!ofSpecifics.has(code)) return []
    return about.filter((name) => name.length <= nameCharactersMax).map((name) => `specifics.${name}`)
  })
  return [...new Set(fields)]
}

const sayer = 'eBay says:'
export const lookedUp = 'It may have been done all the same: Deal Scout looks it up before anything else.'
export const connectAgain = 'Connect eBay again, and agree to all that is asked (docs/ebay-account.md).'
export const checkClock = 'Check the clock of this machine.'

/** eBay's own words, and what to do where that is known. */
export function explained(said: readonly Pick<Said, 'code' | 'words'>[], otherwise: string): string {
  if (said.length === 0) return otherwise
  const advice = [...new Set(said.flatMap(({ code }) => toDo[code] ?? []))]
  return [sayer, ...said.slice(0, 3).map(sentenceOf), ...advice].join(' ')
}
