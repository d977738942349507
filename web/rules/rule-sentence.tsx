import { useTranslations } from 'use-intl'
import { distanceText } from '../lib/distance.ts'
import { moneyText } from '../lib/money.ts'
import { usePerson } from '../lib/person.tsx'
import type { Rule } from './queries.ts'

type Said = Pick<
  Rule,
  | 'keywords'
  | 'categories'
  | 'conditions'
  | 'priceCentsMin'
  | 'priceCentsMax'
  | 'currency'
  | 'otherCurrencies'
  | 'places'
  | 'handover'
  | 'scoreMin'
  | 'discountPctMin'
  | 'riskMax'
  | 'rhythm'
  | 'marketplaces'
  | 'query'
>

/** More of them are counted: a sentence is no list. */
const wordsMax = 6

/** What a rule wants, as a person would say it. */
export function useRuleSentence() {
  const t = useTranslations('rule')
  const names = useTranslations('deals.marketplaces')
  const { units } = usePerson()
  const nameOf = (id: string) => (names.has(id as 'ebay') ? names(id as 'ebay') : id)
  return (rule: Said): string => {
    const { keywords, categories, conditions, places } = rule
    const quoted = (words: readonly string[], joint: 'and' | 'or') => {
      const said = words.slice(0, wordsMax).map((word) => t('say.quoted', { word }))
      if (words.length > wordsMax) said.push(t('say.more', { count: words.length - wordsMax }))
      return said.join(` ${t(`say.${joint}`)} `)
    }
    const amount = (cents: number) => moneyText(cents, rule.currency)
    const what = [
      categories.length > 0
        ? categories.map((one) => t(`categories.${one}`)).join(` ${t('say.or')} `)
        : t('say.anything'),
      keywords.all.length > 0 && t('say.with', { words: quoted(keywords.all, 'and') }),
      keywords.any.length > 0 && t('say.any', { words: quoted(keywords.any, 'or') }),
    ].filter((part) => part !== false)
    const limits = [
      rule.query !== null && t('say.query', { query: rule.query }),
      keywords.none.length > 0 && t('say.without', { words: quoted(keywords.none, 'or') }),
      conditions.length > 0 &&
        t('say.condition', {
          conditions: conditions.map((one) => t(`conditions.${one}`).toLowerCase()).join(` ${t('say.or')} `),
        }),
      rule.priceCentsMax !== null && t('say.max', { amount: amount(rule.priceCentsMax) }),
      rule.priceCentsMin !== null && t('say.min', { amount: amount(rule.priceCentsMin) }),
      rule.otherCurrencies && t('say.otherCurrencies'),
      places.length > 0 &&
        t('say.near', {
          places: places
            .map(({ label, radiusKm }) =>
              t('say.within', { place: label, distance: distanceText(radiusKm, units) }),
            )
            .join(` ${t('say.or')} `),
        }),
      rule.handover !== 'any' && t(`say.${rule.handover}`),
      rule.scoreMin !== null && rule.scoreMin > 0 && t('say.score', { score: rule.scoreMin }),
      rule.discountPctMin !== null && t('say.discount', { percent: rule.discountPctMin }),
      rule.riskMax !== null && t('say.risk', { risk: rule.riskMax }),
      rule.marketplaces.length > 0 &&
        t('say.on', { marketplaces: rule.marketplaces.map(nameOf).join(` ${t('say.or')} `) }),
    ].filter((part) => part !== false)
    return `${[what.join(' '), ...limits].join(', ')}.`
  }
}
