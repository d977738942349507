import { useTranslations } from 'use-intl'

/** What a marketplace is called, by its id: eBay; of a person's own sources the id is the name. */
export function useMarketplaceName(): (id: string) => string {
  const t = useTranslations('deals.marketplaces')
  return (id) => (t.has(id as 'ebay') ? t(id as 'ebay') : id)
}
