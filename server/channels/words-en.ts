import type { Language } from '../core/languages.ts'
import { againstValue } from '../model/price-against-value.ts'
import type { FairValue } from '../model/score-schema.ts'

/** What a message says around its listings, in English. */
export const englishWords = {
  language: 'en' as Language,
  free: 'free',
  noPrice: 'no price',
  was: (price: string) => `(was ${price})`,
  score: (score: number) => `score ${score} of 100`,
  scoreAlone: (score: number) => `Score ${score}`,
  scoreOf: (score: number) => `Score ${score} of 100`,
  dealScore: (score: number) => `Deal score ${score} of 100`,
  dealScoreLine: (score: number) => `Deal score: ${score} of 100`,
  /** What a part of a score is called. */
  part: (name: string) => name,
  more: (count: number) => `+${count} more`,
  moreHere: (count: number) => `+${count} more in Deal Scout`,
  moreNames: (count: number) => `${count} more`,
  matches: (count: number) => `${count} ${count === 1 ? 'match' : 'matches'}`,
  otherRule: 'Other',
  untitled: 'Untitled',
  on: (marketplace: string) => `on ${marketplace}`,
  condition: (condition: string) => `Condition: ${condition}`,
  conditionName: (condition: string) => condition.replaceAll('-', ' '),
  fairValue: 'Fair value',
  evidence: ({ count, basis, method }: FairValue) => {
    const kind = basis === 'mixed' ? 'asking and sold' : basis
    const weak = method === 'category' ? ' of the same category only (weak evidence)' : ''
    return `from ${count} ${kind} price${count === 1 ? '' : 's'}${weak}`
  },
  comparison: (discountPct: number) => `${againstValue(discountPct)} the middle of fair value`,
  thatIs: (comparison: string) => `That is ${comparison}.`,
  details: 'Details',
  sameThing: 'The same thing',
  risk: 'Risk',
  soldAgain: 'Sold again',
  why: 'Why',
  listing: 'Listing',
  away: (distance: string) => `${distance} away`,
  posted: (moment: string) => `Posted ${moment}`,
  postedThere: (moment: string) => `posted ${moment}`,
  because: (rules: string, count: number) => `Because of your ${count === 1 ? 'rule' : 'rules'} ${rules}`,
  quoted: (name: string) => `“${name}”`,
  caution: (isHigh: boolean, reasons: string) => `${isHigh ? 'Be very careful' : 'Careful'}: ${reasons}.`,
  openListing: 'Open listing',
  openHere: 'Open Deal Scout',
  seeHere: 'See it in Deal Scout',
  change: 'Change what you are notified of',
  stop: 'Stop these e-mails',
  stopByReply: 'Reply STOP to end these messages.',
  confirm: 'Confirm',
  confirmAddress: 'Confirm this address',
  confirmYours: 'Confirm that this is yours',
  yourCode: 'Your code:',
  orOpen: 'Or open',
  toConfirm: 'To confirm, open',
  confirmNotice: 'If you did not ask for this, do nothing: then nothing else is sent to you.',
  demoNotice: 'DEMO: these listings are made up. Nothing here is for sale.',
  isTest: 'This is a test: messages from Deal Scout reach you here.',
  wereThere: 'These were already for sale when you saved the rule.',
  wentDown: 'The price went down.',
}

export type Words = typeof englishWords
