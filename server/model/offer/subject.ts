/** A listing as far as its kind of offer is concerned; texts as its site shows them, money in minor units. */
export interface OfferSubject {
  title: string
  description?: string | null
  siteCategory?: string | null
  category?: string | null
  condition?: string | null
  /** 0 where the site shows 0; null or absent where it shows none. */
  priceCents?: number | null
  currency?: string | null
  attributes?: Readonly<Record<string, string>>
}

/** Takes a feature for the weights: what sort of thing was seen, and what. */
export type Add = (group: string, text: string | number | boolean) => void
