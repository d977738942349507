import { useTranslations } from 'use-intl'
import { distanceText } from '../../lib/distance.ts'
import { moneyText, toMinor } from '../../lib/money.ts'
import { usePerson } from '../../lib/person.tsx'
import { useMarketplaceName } from '../marketplace-name.ts'
import { dealFilters, type FilterKey, type FilterOn } from './filters.ts'

/** What one value of a filter is called. */
export function useValueText() {
  const t = useTranslations('deals')
  const nameOf = useMarketplaceName()
  const { currency, units } = usePerson()
  return (key: FilterKey, value: string | number): string => {
    const filter = dealFilters[key]
    if ('unit' in filter && filter.unit === 'money')
      return moneyText(toMinor(Number(value), currency), currency)
    if ('unit' in filter && filter.unit === 'distance') return distanceText(Number(value), units)
    if (key === 'category') return t(`categories.${value as 'bikes'}`)
    if (key === 'condition')
      return value === 'unknown' ? t('unknownCondition') : t(`conditions.${value as 'new'}`)
    if (key === 'free') return t(`frees.${value as 'also'}`)
    if (key === 'mark') return t(`markViews.${value as 'new'}`)
    if (key === 'same') return t(`sames.${value as 'each'}`)
    if (key === 'source') return nameOf(String(value))
    return String(value)
  }
}

const namesShown = 3

/** What a filter that is on says: "Up to $300". */
export function useChipText() {
  const t = useTranslations('deals')
  const valueText = useValueText()
  return ({ key, value }: FilterOn): string => {
    const values = (Array.isArray(value) ? value : [value]) as readonly (string | number)[]
    const names = values.slice(0, namesShown).map((one) => valueText(key, one))
    const rest = values.length - names.length
    return t(`filters.${key}.chip`, { value: `${names.join(', ')}${rest > 0 ? ` +${rest}` : ''}` })
  }
}
