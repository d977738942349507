import { foldText } from '../../core/text.ts'
import type { RiskSeller } from '../../model/risk.ts'

const dayMs = 86_400_000
/** No marketplace is older, and later years are slips. */
const firstYear = 1995

/** Names of facts, folded and without spaces or marks, as marketplaces and exports have them. */
const joinedNames = new Set(
  'joindate joined joinedyear joinyear joinedon membersince sellermembersince sellersince sellerjoined sellerjoindate accountcreated accountcreatedat accountsince registered registeredsince registrationdate sellerregistrationdate usersince aktivseit mitgliedseit miembrodesde membredepuis iscrittodal'.split(
    ' ',
  ),
)
const ageDaysNames = new Set(
  'accountagedays selleraccountagedays accountage selleraccountage sellerage'.split(' '),
)
const countNames = new Set(
  'feedbackscore sellerfeedbackscore feedbackcount sellerfeedbackcount reviews reviewcount sellerreviews sellerreviewcount ratingcount ratingscount sellerratingcount sellerratings numberofratings ratings numratings bewertungen valoraciones'.split(
    ' ',
  ),
)
const averageNames = new Set(
  'feedbackpercentage sellerfeedbackpercentage positivefeedback positivefeedbackpercent sellerpositivefeedback ratingaverage averagerating sellerrating sellerratingaverage sellerstars rating'.split(
    ' ',
  ),
)

/**
 * What the attributes of a listing say of its seller, whatever the marketplace calls it; null = nothing. `nowMs` is
 * when the listing was seen. A year alone counts from the middle of its part that has passed.
 */
export function sellerFacts(
  attributes: Readonly<Record<string, string>> | null | undefined,
  nowMs: number,
): RiskSeller | null {
  const facts: RiskSeller = { accountAgeDays: null, ratingCount: null, ratingAverage: null }
  if (!attributes) return null
  for (const name in attributes) {
    if (name.length > 60) continue
    const key = foldText(name).replace(/[^a-z]/g, '')
    const text = String(attributes[name]).trim().slice(0, 200)
    if (joinedNames.has(key)) facts.accountAgeDays ??= ageFromDate(text, nowMs)
    else if (ageDaysNames.has(key)) facts.accountAgeDays ??= ageFromSpan(text)
    else if (countNames.has(key)) facts.ratingCount ??= countIn(text)
    else if (averageNames.has(key)) facts.ratingAverage ??= averageIn(text)
  }
  return facts.accountAgeDays === null && facts.ratingCount === null && facts.ratingAverage === null
    ? null
    : facts
}

function ageFromDate(text: string, nowMs: number): number | null {
  const exact = /(?<!\d)(\d{4})-(\d\d)(?:-(\d\d))?/.exec(text)
  if (exact) {
    const [, year, month, day = '15'] = exact
    return daysSince(Date.UTC(Number(year), Number(month) - 1, Number(day)), nowMs)
  }
  const year = Number(/(?<!\d)(\d{4})(?!\d)/.exec(text)?.[1])
  if (!(year >= firstYear)) return null
  const named = /\p{L}{3,}[ ,.]*(?:\d{1,2}[ ,.]+)?\d{4}/u.test(text) ? Date.parse(`${text} UTC`) : Number.NaN
  if (!Number.isNaN(named)) return daysSince(named, nowMs)
  const start = Date.UTC(year, 0, 1)
  const end = Math.min(Date.UTC(year + 1, 0, 1), nowMs)
  return daysSince(end < start ? start : (start + end) / 2, nowMs)
}

/** Null for dates in the future (beyond a day of clocks that differ) and before there were marketplaces. */
function daysSince(fromMs: number, nowMs: number): number | null {
  const days = (nowMs - fromMs) / dayMs
  if (!(days >= -1) || new Date(fromMs).getUTCFullYear() < firstYear) return null
  return Math.max(0, Math.floor(days))
}

const spanDays: Readonly<Record<string, number>> = {
  d: 1,
  t: 1,
  w: 7,
  m: 30.44,
  y: 365.25,
  j: 365.25,
  a: 365.25,
}

/** "12", "12 days", "3 months", "2 years"; a number alone is days. */
function ageFromSpan(text: string): number | null {
  const found = /^(\d{1,5}(?:\.\d{1,3})?) ?(?:(d|t|w|m|y|j|a)\p{L}*)?$/iu.exec(text)
  return found === null
    ? null
    : Math.floor(Number(found[1]) * (spanDays[(found[2] ?? 'd').toLowerCase()] ?? 1))
}

function countIn(text: string): number | null {
  const found = /^\(?(\d{1,3}(?:[,. ]\d{3})+|\d{1,9})\)?(?: ?\p{L}+)?$/u.exec(text)
  return found === null ? null : Number(found[1]!.replace(/[,. ]/g, ''))
}

/** Stars as they are, percentages (with the sign, or above 5) divided by 20. */
function averageIn(text: string): number | null {
  const found = /^(\d{1,3}(?:[.,]\d{1,4})?) ?(%|\/ ?5|(?:of|out of|von|de|sur|su) 5|stars?)?/.exec(text)
  if (found === null) return null
  const number = Number(found[1]!.replace(',', '.'))
  const stars = found[2] === '%' || number > 5 ? number / 20 : number
  return stars <= 5 ? stars : null
}
