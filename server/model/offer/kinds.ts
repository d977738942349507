/** What is offered; `thing` is the thing itself, whole and usable. */
export const offerKinds = [
  'thing',
  'accessory',
  'part',
  'broken',
  'fake',
  'wanted',
  'service',
  'rental',
  'trade',
  'lot',
  'catalogue',
  'other',
] as const
export type OfferKind = (typeof offerKinds)[number]

/** What the number beside a listing means; only `asked` is a price for the thing that is shown. */
export const priceMeanings = ['asked', 'placeholder', 'free', 'periodic', 'unit', 'offers', 'none'] as const
export type PriceMeaning = (typeof priceMeanings)[number]
