import { minorDigits } from '../core/money.ts'
import type { RuleView } from '../model/rule-schema.ts'
import { type ScoreWeightsChoice, scorePartNames } from '../model/score-schema.ts'

/** Everything of a rule in sentences. */
export function describeRule(rule: RuleView, now: Date): string {
  const day = (time: string) => time.slice(0, 10)
  return [
    `Rule ${rule.id} "${rule.name}"${rule.demo ? ' (DEMO)' : ''}: ${wants(rule)}.`,
    rule.channels.length === 0
      ? 'It tells nobody: it has no channel.'
      : `It notifies by ${rule.channels.join(', ')}${rule.fallbackChannels.length > 0 ? `, when that fails by ${rule.fallbackChannels.join(', then ')}` : ''}.`,
    ...notifyingLines(rule),
    ...(rule.snoozedUntil !== null && Date.parse(rule.snoozedUntil) > now.getTime()
      ? [`It is snoozed until ${minute(rule.snoozedUntil)}: what matches is kept and notified then.`]
      : []),
    ...(rule.expiresAt === null
      ? []
      : [
          Date.parse(rule.expiresAt) > now.getTime()
            ? `It switches itself off at ${minute(rule.expiresAt)}.`
            : `Its time was over at ${minute(rule.expiresAt)}.`,
        ]),
    `It is switched ${rule.enabled ? 'on' : 'off'}, was made on ${day(rule.createdAt)} and last changed on ${day(rule.updatedAt)}.`,
  ].join('\n')
}

function notifyingLines(rule: RuleView): string[] {
  const drops = [
    rule.dropCentsMin === null ? '' : money(rule.dropCentsMin, rule.currency),
    rule.dropPctMin === null ? '' : `${rule.dropPctMin} %`,
  ].filter((part) => part !== '')
  return [
    ...(rule.rhythm === null ? [] : [`It notifies ${rule.rhythm}.`]),
    ...(rule.cooldownMinutes === null
      ? []
      : [`Between two of its messages there are ${duration(rule.cooldownMinutes)} at least.`]),
    ...(rule.onlyNew ? ['It notifies of new things only, no lower prices.'] : []),
    ...(drops.length === 0
      ? []
      : [`It notifies of a lower price again only from ${drops.join(' and ')} down.`]),
  ]
}

/** What `wants` looks at; a rule that is not made yet has it too. */
export type WantedRule = Pick<
  RuleView,
  | 'keywords'
  | 'query'
  | 'categories'
  | 'conditions'
  | 'kinds'
  | 'priceCentsMin'
  | 'priceCentsMax'
  | 'landedCentsMax'
  | 'currency'
  | 'otherCurrencies'
  | 'handover'
  | 'scoreMin'
  | 'discountPctMin'
  | 'confidencePctMin'
  | 'riskMax'
  | 'profitCentsMin'
  | 'weights'
  | 'sellersOnly'
  | 'sellersNot'
  | 'marketplaces'
> & { places: readonly { label: string; radiusKm: number }[] }

/** What a rule asks for, in words. */
export function wants(rule: WantedRule): string {
  const amount = (cents: number) => money(cents, rule.currency)
  const { all, any, none } = rule.keywords
  const given = <T>(value: T | null, text: (value: T) => string) => (value === null ? '' : text(value))
  return (
    [
      list(all, ' and '),
      any.length > 0 ? `any of ${list(any, ', ')}` : '',
      none.length > 0 ? `not ${list(none, ', ')}` : '',
      given(rule.query, (query) => `fitting ${query.replace(/\s+/g, ' ')}`),
      rule.categories.join(' or '),
      rule.conditions.join(' or '),
      kindWords(rule.kinds),
      given(rule.priceCentsMin, (cents) => `from ${amount(cents)}`),
      given(rule.priceCentsMax, (cents) => `up to ${amount(cents)}`),
      given(rule.landedCentsMax, (cents) => `up to ${amount(cents)} with shipping and the way`),
      rule.otherCurrencies ? 'also in other currencies' : '',
      rule.places.map(({ label, radiusKm }) => `within ${radiusKm} km of ${label}`).join(' or '),
      { any: '', local: 'for pick-up', ships: 'to be sent' }[rule.handover],
      given(rule.scoreMin, (score) => `score at least ${score}`),
      given(rule.discountPctMin, (pct) => `at least ${pct} % below its fair value`),
      given(rule.confidencePctMin, (pct) => `its value at least ${pct} % sure`),
      given(rule.riskMax, (risk) => `risk at most ${risk}`),
      given(rule.profitCentsMin, (cents) => `profit at least ${amount(cents)}`),
      given(rule.weights, (weights) => `scored ${weightsText(weights)}`),
      rule.sellersOnly.length > 0 ? `only from ${rule.sellersOnly.join(' or ')}` : '',
      rule.sellersNot.length > 0 ? `not from ${rule.sellersNot.join(' or ')}` : '',
      rule.marketplaces.length > 0 ? `on ${rule.marketplaces.join(' or ')}` : '',
    ]
      .filter((part) => part !== '')
      .join(', ') || 'everything'
  )
}

function kindWords(kinds: WantedRule['kinds']): string {
  if (kinds.length === 0) return ''
  return kinds.includes('any') ? 'any kind of offer' : `offered as ${kinds.join(' or ')}`
}

function list(terms: readonly string[], last: string): string {
  return terms.map((term) => (/\s/.test(term) ? `"${term}"` : term)).join(last)
}

function money(cents: number, currency: string): string {
  return `${cents / 10 ** minorDigits(currency)} ${currency}`
}

function minute(time: string): string {
  return `${time.slice(0, 16).replace('T', ' ')} UTC`
}

function duration(minutes: number): string {
  if (minutes % 1440 === 0) return counted(minutes / 1440, 'day')
  return minutes % 60 === 0 ? counted(minutes / 60, 'hour') : counted(minutes, 'minute')
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** "as flipper" or, of own weights, "by price 60 + condition 40". */
function weightsText(weights: ScoreWeightsChoice): string {
  if (typeof weights === 'string') return `as ${weights}`
  const parts = scorePartNames.filter((name) => weights[name] > 0)
  return `by ${parts.map((name) => `${name} ${weights[name]}`).join(' + ')}`
}
