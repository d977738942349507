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

/** Kinds as they stand in a sentence: "read as an accessory". */
export const kindNames: Readonly<Record<OfferKind, string>> = {
  thing: 'the thing itself',
  accessory: 'an accessory',
  part: 'a part',
  broken: 'broken or for parts',
  fake: 'a copy',
  wanted: 'wanted, not offered',
  service: 'a service',
  rental: 'for rent',
  trade: 'for trade only',
  lot: 'a lot',
  catalogue: "a dealer's advertisement",
  other: 'something else',
}

/** What the number beside a listing means; only `asked` is a price for the thing that is shown. */
export const priceMeanings = ['asked', 'placeholder', 'free', 'periodic', 'unit', 'offers', 'none'] as const
export type PriceMeaning = (typeof priceMeanings)[number]
