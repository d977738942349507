import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { riskSignalNames } from '../../model/risk.ts'
import type { FairValue } from '../../model/score-schema.ts'
import { sampleRiskSubject, sampleValue } from '../samples.ts'
import { type RiskSignalName, type RiskSubject, weighRisk } from './risk.ts'

const nowMs = Date.UTC(2026, 5, 15)
const dayMs = 86_400_000

function worth(low: number, mid: number, high: number, over: Partial<FairValue> = {}): FairValue {
  return sampleValue({
    lowCents: low * 100,
    midCents: mid * 100,
    highCents: high * 100,
    confidence: 0.8,
    oldestAtMs: nowMs - 60 * dayMs,
    newestAtMs: nowMs - dayMs,
    ...over,
  })
}

const assess = (over: Partial<RiskSubject>) => weighRisk(sampleRiskSubject(over), nowMs)
const names = (over: Partial<RiskSubject>): RiskSignalName[] => assess(over).signals.map(({ name }) => name)

/** Honest listings, with what must not be read as a sign. */
const clean: [what: string, over: Partial<RiskSubject>][] = [
  [
    'cash or Venmo and nothing else',
    {
      description: 'Buyer picks up, cash or Venmo only. It is 59 x 26 x 93 and needs two people to carry it.',
    },
  ],
  [
    'a lock that is off',
    {
      title: 'iPhone 7 128GB',
      category: 'phones',
      priceCents: 16000,
      description: 'Condition like new, IMEI clean, iCloud lock: OFF. Battery and glass were never changed.',
    },
  ],
  [
    'the payments of a dealer',
    {
      title: 'Compact tractor',
      category: 'business',
      priceCents: 990000,
      description:
        'We take all major credit cards, wire transfer and financing. See our inventory. Serviced and ready.',
    },
  ],
  [
    'imports and travels',
    {
      description:
        'Imported from overseas, we are back from abroad and have two tables now. Urgent care is next door.',
    },
  ],
  [
    'shipping within a country',
    {
      title: 'Vinyl records',
      category: 'music',
      description:
        'I only ship within the country. No holds, no deposits, no codes please. All are in good shape.',
    },
  ],
  [
    'a plan of insurance',
    {
      title: 'Laptop',
      category: 'computers',
      priceCents: 30000,
      description:
        'Bought on Amazon last year, comes with the Amazon protection plan until May. 16 GB of memory.',
    },
  ],
  ['a plain private sale', {}],
  [
    'cash and pick-up only',
    { description: 'No shipping, cash only, pickup in the evening. Firm price, works well.' },
  ],
  [
    'refused payments',
    { description: 'Local pick up. No Zelle, Venmo, PayPal or checks. Cash when you collect it.' },
  ],
  [
    'a warning of swindlers',
    {
      description:
        'Cash in person. Scammers offering Western Union or a courier will be ignored and reported.',
    },
  ],
  [
    'a warning of code tricks',
    {
      description:
        'If you ask me for a google voice verification code I will block you, scammers beware. Table is solid.',
    },
  ],
  [
    'a plain phone number',
    { description: 'Call or text Pat at 555-010-4477 to arrange a time, table is in the garage.' },
  ],
  [
    'a moving sale',
    {
      description:
        'Moving at the end of the month so it must go. First come first served. Solid wood, 120 x 60 cm.',
    },
  ],
  [
    'Venmo beside cash at pick-up',
    {
      description: 'Cash or Venmo at pickup. The table is in good shape, no wobble, some water rings on top.',
    },
  ],
  [
    'a game for friends and family',
    {
      title: 'Party game',
      category: 'toys',
      description: 'Complete board game, great fun with friends and family on rainy days.',
    },
  ],
  [
    'a gift card thrown in',
    {
      title: 'Xbox Series S',
      category: 'games',
      priceCents: 18000,
      description:
        'Console with two controllers and a $20 gift card that I never used. Works, can be tested here.',
    },
  ],
  [
    'AAA batteries',
    {
      title: 'TV remote',
      category: 'tv-video',
      priceCents: 900,
      description: 'Original remote, takes two AAA batteries, which are included. All buttons respond.',
    },
  ],
  [
    'a toy replica',
    {
      title: 'Movie sword replica',
      category: 'collectibles',
      priceCents: 6000,
      description: 'Metal replica of the sword from the film on a wall mount, about one metre long.',
    },
  ],
  [
    'a model at 1:18',
    {
      title: 'Diecast 1:18 roadster',
      category: 'toys',
      priceCents: 4000,
      description: 'Scale 1:18 model car in its box, doors and bonnet open, no missing parts.',
    },
  ],
  [
    'a bag said to be no replica',
    {
      title: 'Gucci shoulder bag',
      category: 'bags',
      priceCents: 52000,
      description:
        'Authentic, not a replica, bought in the store in 2019 with the receipt and dust bag. Small mark inside.',
    },
  ],
  [
    'an unlocked phone',
    {
      title: 'iPhone 12 128GB',
      category: 'phones',
      priceCents: 22000,
      description:
        'Unlocked, no iCloud lock, not blacklisted, battery health at 86 percent. Small scratch on the back.',
    },
  ],
  [
    'a dealer of cars',
    {
      title: '2016 compact hatchback',
      category: 'cars',
      priceCents: 899000,
      description:
        'Clean title, no accidents, serviced here every year. Financing available, warranty for 90 days, trade ins welcome. Open Monday to Saturday.',
      photoCount: 18,
    },
  ],
  [
    'no title problems',
    {
      title: '2012 sedan',
      category: 'cars',
      priceCents: 420000,
      description:
        'Runs and drives well, no title issues, smog done last month, new tires and brakes. Cash only please.',
      photoCount: 8,
    },
  ],
  [
    'a security deposit of a flat',
    {
      title: 'Two room flat',
      category: 'housing',
      priceCents: 140000,
      description:
        'Rent is per month, a security deposit of one month is required at signing. Cats allowed, laundry in the house.',
    },
  ],
  [
    'a boat that is shipped by land',
    {
      title: 'Aluminium canoe',
      category: 'sports',
      priceCents: 30000,
      description: 'Light canoe with two paddles. I can help you to load it. Shipping is not possible.',
    },
  ],
  [
    'one that is shipped where the marketplace holds the money',
    {
      title: 'Camera lens 50mm',
      category: 'cameras',
      priceCents: 14000,
      shipping: 'only',
      marketplaceHasPayment: true,
      description: 'Sharp lens without fungus, both caps are included, tested on my own camera.',
    },
  ],
  ['a price within the interval', { priceCents: 9000, value: worth(80, 120, 170) }],
  ['a price a little below the interval', { priceCents: 7000, value: worth(80, 120, 170) }],
  [
    'a cheap thing far below its interval',
    { title: 'Desk lamp', category: 'home', priceCents: 300, value: worth(10, 15, 22) },
  ],
  [
    'an old account with many ratings',
    { seller: { accountAgeDays: 3300, ratingCount: 210, ratingAverage: 4.9 } },
  ],
  [
    'a free thing for pick-up',
    {
      title: 'Free couch',
      category: 'free',
      priceCents: 0,
      description: 'Free couch on the curb, you must pick up. Cost $900 new.',
    },
  ],
  [
    'dates, sizes and model numbers',
    {
      title: 'Bike 2019',
      category: 'bikes',
      description:
        'Sizes 10 11 12 in stock, frame 54, wheels 700 x 28, ten two four spokes, one owner, two keys.',
    },
  ],
  [
    'German pick-up',
    {
      currency: 'EUR',
      description: 'Nur Abholung, kein Versand, Barzahlung. Der Tisch hat ein paar Kratzer, sonst stabil.',
    },
  ],
  [
    'Spanish sale in person',
    {
      currency: 'EUR',
      description: 'Solo entrega en mano, no hago envíos. Mesa de roble maciza con algún arañazo en la pata.',
    },
  ],
  [
    'bank transfer in Europe',
    {
      currency: 'EUR',
      description:
        'Abholung oder Versand für 8 Euro, Zahlung per Überweisung oder bar möglich. Tisch ist aus Eiche.',
    },
  ],
  [
    'a fee for delivery',
    {
      description: 'We can deliver within 10 miles for $40, or pick up for free. Some wear on the cushions.',
    },
  ],
  [
    'an escrow word about a house',
    {
      title: 'House by the lake',
      category: 'housing',
      priceCents: 25_000_000,
      description: 'Three bedrooms, two baths. Closing through escrow with your agent. Shown by appointment.',
    },
  ],
]

/** Swindles, with the signals that must be named. */
const scams: [what: string, expected: RiskSignalName[], over: Partial<RiskSubject>][] = [
  ['a code to come', ['asks-code'], { description: 'Message me and I will send a code to your phone.' }],
  [
    'payment by gift card',
    ['payment-gift-card'],
    { description: 'Payment by Steam gift cards only, I send the photos of the box after that.' },
  ],
  [
    'a console, sealed and cheap, with WhatsApp',
    ['price-below-interval', 'new-at-low-price', 'contact-elsewhere'],
    {
      title: 'PS5 brand new sealed',
      category: 'games',
      condition: 'new',
      priceCents: 12000,
      value: worth(310, 380, 450),
      description: 'Brand new sealed console, contact me on WhatsApp for a fast answer.',
      photoCount: 1,
    },
  ],
  [
    'Western Union and a courier',
    ['payment-transfer', 'courier'],
    {
      description: 'I accept Western Union. My shipping agent will bring it to your door after the transfer.',
    },
  ],
  [
    'a car kept by a made-up escrow',
    ['fake-escrow', 'seller-away', 'shipping-only'],
    {
      title: '2015 pickup truck',
      category: 'cars',
      priceCents: 350000,
      shipping: 'only',
      description:
        'I am currently deployed overseas with the army. The sale is handled through eBay vehicle protection program, shipping included.',
    },
  ],
  [
    'a sofa by delivery only and a deposit',
    ['shipping-only', 'deposit', 'payment-app'],
    {
      title: 'Sectional sofa',
      category: 'furniture',
      priceCents: 30000,
      description: 'Delivery only, no viewings. Send a deposit to hold it by Zelle.',
    },
  ],
  [
    'friends and family and no meeting',
    ['payment-friends', 'shipping-only', 'payment-advance'],
    {
      title: 'Graphics card',
      category: 'computers',
      priceCents: 40000,
      description: 'PayPal friends and family only, postage only, payment in advance before I ship.',
    },
  ],
  [
    'a code is asked for',
    ['asks-code'],
    {
      description:
        'To prove that you are real I text you a verification code, tell me the code and it is yours.',
    },
  ],
  [
    'a copy of an identity card',
    ['asks-code', 'urgency'],
    { description: 'Must sell today. Send me a photo of your ID and it will be reserved.' },
  ],
  [
    'replica watches',
    ['counterfeit', 'contact-elsewhere'],
    {
      title: 'Rolex Submariner AAA 1:1',
      category: 'watches',
      priceCents: 19900,
      description: 'Best super clone with box. Telegram for the full list.',
    },
  ],
  [
    'a replica bag',
    ['counterfeit'],
    {
      title: 'LV Neverfull mirror quality',
      category: 'bags',
      priceCents: 12000,
      description: 'Top replica with dust bag and card, shipping worldwide.',
    },
  ],
  [
    'disguised Zelle and number',
    ['payment-app', 'contact-hidden', 'payment-advance'],
    {
      title: 'MacBook Pro',
      category: 'computers',
      priceCents: 30000,
      value: worth(700, 850, 1000),
      description: 'Only Z3LLE please. Text five 5 five zero1zero four4seven seven.',
    },
  ],
  [
    'a free piano whose movers are paid',
    ['free-but-pay', 'excuse', 'seller-away'],
    {
      title: 'Baby grand piano',
      category: 'instruments',
      priceCents: 0,
      description:
        'Belonged to my late husband, free to a good home, you only pay the movers. I am abroad now.',
    },
  ],
  [
    'a new account with one photo and a reused one',
    ['seller-new', 'photo-reused', 'photo-few'],
    {
      title: 'RTX 4090',
      category: 'computers',
      priceCents: 90000,
      photoCount: 1,
      photoReusedElsewhere: 3,
      seller: { accountAgeDays: 4, ratingCount: 0, ratingAverage: null },
    },
  ],
  [
    'the same text in many places from a new account',
    ['text-reused', 'seller-new'],
    {
      title: 'Travel trailer',
      category: 'boats-rv',
      priceCents: 190000,
      textReusedElsewhere: 6,
      seller: { accountAgeDays: 20, ratingCount: 0, ratingAverage: null },
    },
  ],
  [
    'a German swindle',
    ['payment-advance', 'seller-away', 'shipping-only'],
    {
      title: 'Waschmaschine',
      category: 'appliances',
      currency: 'EUR',
      priceCents: 15000,
      description: 'Ich bin zur Zeit beruflich im Ausland, daher nur Versand. Zahlung nur per Vorkasse.',
    },
  ],
  [
    'a German swindle with gift cards',
    ['payment-gift-card'],
    { currency: 'EUR', description: 'Bezahlung bitte mit Paysafecard, dann sende ich die Ware.' },
  ],
  [
    'a Spanish swindle',
    ['payment-advance', 'seller-away', 'shipping-only'],
    {
      title: 'Lavadora',
      category: 'appliances',
      currency: 'EUR',
      priceCents: 15000,
      description: 'Estoy trabajando en el extranjero, solo envío. Pago por adelantado.',
    },
  ],
  [
    'a Spanish courier',
    ['courier', 'contact-elsewhere', 'urgency'],
    {
      currency: 'EUR',
      description: 'Urgente por viaje. Mi transportista pasará a recoger, escríbame por WhatsApp.',
    },
  ],
  [
    'a French swindle',
    ['seller-away', 'payment-gift-card'],
    {
      currency: 'EUR',
      description:
        'Je suis actuellement à l’étranger. Paiement par carte PCS ou carte cadeau, cartes cadeaux acceptées.',
    },
  ],
  [
    'an Italian swindle',
    ['seller-away', 'payment-advance', 'shipping-only'],
    {
      currency: 'EUR',
      title: 'Divano',
      description: 'Al momento lavoro all’estero, solo spedizione. Pagamento anticipato.',
    },
  ],
]

/** One sign each, or two that belong together: named, without being enough for the highest level. */
const edges: [what: string, expected: RiskSignalName, over: Partial<RiskSubject>][] = [
  [
    'Venmo and nothing else',
    'payment-advance',
    { description: 'Venmo only. The table is heavy and solid, with two leaves.' },
  ],
  ['F&F', 'payment-friends', { description: 'PayPal F&F please, the table is heavy and solid.' }],
  [
    'an address with brackets',
    'contact-hidden',
    { description: 'pat (at) gmail (dot) com, the table is heavy and solid.' },
  ],
  [
    'a wire',
    'payment-transfer',
    { description: 'Bank wire to my account, then the table is yours to have.' },
  ],
  [
    'a mover by the other side',
    'courier',
    { description: 'I will send a mover to you with the table after payment.' },
  ],
  [
    'like Chanel',
    'counterfeit',
    {
      title: 'Chanel inspired tote',
      category: 'bags',
      description: 'Roomy tote in black, worn twice, zip and lining are fine.',
    },
  ],
  [
    'only be shipped',
    'shipping-only',
    { description: 'It can only be shipped, which I do on Mondays. Very solid table.' },
  ],
  [
    'a thing to buy at far below its interval',
    'price-below-interval',
    { title: 'Coffee table HT480', priceCents: 12000, value: worth(310, 400, 520) },
  ],
  [
    'a luxury watch for the price of a strap',
    'price-implausible',
    { title: 'Rolex Datejust', category: 'watches', priceCents: 9000 },
  ],
  [
    'one dollar and another price in the text',
    'price-bait',
    {
      priceCents: 100,
      description: 'Asking $450 for the table, the price above is only there to be seen. Solid oak.',
    },
  ],
  [
    'one euro in Germany',
    'price-bait',
    { priceCents: 100, currency: 'EUR', description: 'Der Tisch kostet 250 € VB, Abholung in der Stadt.' },
  ],
  [
    'Zelle alone',
    'payment-app',
    { description: 'I take Zelle. The table has a scratch but is very solid and heavy.' },
  ],
  ['crypto', 'payment-transfer', { description: 'Payment in bitcoin possible, table is solid and heavy.' }],
  [
    'a hidden address',
    'contact-hidden',
    { description: 'Write to pat at gmail dot com about the table, it is heavy.' },
  ],
  [
    'an e-mail address',
    'contact-elsewhere',
    { description: 'Write to pat.example@mail.example.com about the table, it is heavy.' },
  ],
  [
    'a locked phone',
    'locked',
    {
      title: 'iPhone 11',
      category: 'phones',
      priceCents: 15000,
      description: 'Phone is iCloud locked, I found it in a drawer, screen is fine.',
    },
  ],
  [
    'a car without a title',
    'no-papers',
    {
      title: '2003 coupe',
      category: 'cars',
      priceCents: 120000,
      description: 'Runs. No title, bill of sale only. Needs a battery and a good wash.',
    },
  ],
  [
    'a phone without a bill',
    'no-papers',
    {
      title: 'Galaxy S22',
      category: 'phones',
      priceCents: 25000,
      description: 'Good phone, no bill no box, only the handset with its charger.',
    },
  ],
  ['a stock photo of a used thing', 'photo-stock', { stockPhoto: true }],
  [
    'a seller with bad ratings',
    'seller-ratings',
    { seller: { accountAgeDays: null, ratingCount: 12, ratingAverage: 2.4 } },
  ],
  [
    'a seller without ratings',
    'seller-unrated',
    { seller: { accountAgeDays: null, ratingCount: 0, ratingAverage: null } },
  ],
  [
    'praise of its own honesty',
    'assurance',
    { description: 'This is not a scam, I am a god fearing man with a good table.' },
  ],
  [
    'a thing at a cousin',
    'excuse',
    { description: 'The item is stored at my cousins place, contact my uncle about it.' },
  ],
  [
    'divorce',
    'urgency',
    { description: 'Sale because of divorce, the table and the chairs have to leave the house.' },
  ],
  [
    'refused, but another one wanted',
    'payment-app',
    { description: 'No PayPal, only Zelle. Table is in good shape.' },
  ],
  [
    'a bare text for a costly thing',
    'text-short',
    { title: 'iPad Pro', category: 'tablets', priceCents: 40000, description: 'works' },
  ],
  [
    'Cyrillic letters in Zelle',
    'payment-app',
    { description: 'Zеllе is how I like to be paid for the table.' },
  ],
  [
    'spaced letters',
    'contact-elsewhere',
    { description: 'w h a t s a p p me about the table, which is heavy.' },
  ],
  [
    'letters with full stops',
    'contact-elsewhere',
    { description: 'W.h.a.t.s.A.p.p about the table, which is heavy.' },
  ],
  ['emoji digits', 'contact-hidden', { description: 'Reach me 5️⃣5️⃣5️⃣0️⃣1️⃣0️⃣4️⃣4️⃣7️⃣7️⃣ about the table, which is heavy.' }],
  ['mathematical letters', 'contact-elsewhere', { description: '𝐖𝐡𝐚𝐭𝐬𝐀𝐩𝐩 about the table, which is heavy.' }],
]

describe('weighRisk', () => {
  it.each(clean)('leaves in peace: %s', (_, over) => {
    const { level, score, signals } = assess(over)
    expect([level, score < 15, signals.filter(({ weight }) => weight >= 0.1)]).toEqual(['low', true, []])
  })

  it.each(scams)('is high, and says why: %s', (_, expected, over) => {
    const { level, signals } = assess(over)
    expect([level, signals.map(({ name }) => name)]).toEqual(['high', expect.arrayContaining(expected)])
  })

  it.each(edges)('names, without being sure: %s', (_, expected, over) => {
    expect(names(over)).toContain(expected)
    expect(assess(over).level).not.toBe('high')
  })

  it('scores 0 with no signal', () => {
    expect(assess({})).toEqual({ level: 'low', score: 0, signals: [] })
  })

  it('says the figures of a price in its sentence', () => {
    const { signals } = assess({
      title: 'Coffee table HT480',
      priceCents: 12000,
      value: worth(310, 400, 520),
    })
    expect(signals[0]?.sentence).toBe('$120 is 61 % below the low end of what comparable listings ask ($310)')
  })

  it('trusts an unsure value less', () => {
    const at = (confidence: number) =>
      assess({ title: 'Coffee table HT480', priceCents: 12000, value: worth(310, 400, 520, { confidence }) })
        .score
    expect(at(0.1)).toBeLessThan(at(0.9))
  })

  it('compares no price with a value in another currency', () => {
    expect(assess({ priceCents: 12000, currency: 'EUR', value: worth(310, 400, 520) }).signals).toEqual([])
  })

  it('wonders at a bargain that nobody takes', () => {
    const over = {
      title: 'Coffee table HT480',
      priceCents: 12000,
      value: worth(310, 400, 520),
      postedAtMs: nowMs - 30 * dayMs,
    }
    expect(assess(over).score).toBeGreaterThan(assess({ ...over, postedAtMs: nowMs - dayMs }).score)
    expect(assess(over).signals[0]?.sentence).toMatch(/nobody took it in 30 days$/)
  })

  it('weighs a disguised number more where the marketplace takes the payment', () => {
    const description = 'Text me five five five 010 four four seven seven, it is heavy.'
    expect(assess({ description, marketplaceHasPayment: true }).score).toBeGreaterThan(
      assess({ description, marketplaceHasPayment: false }).score,
    )
  })

  it('works on words without order or marks', () => {
    const bag = 'Brand New Sealed RTX Graphics Card whatsapp delivery only previous experiences zelle'
    expect(names({ title: '', description: bag, priceCents: null, category: 'electronics' })).toEqual(
      expect.arrayContaining(['contact-elsewhere', 'shipping-only', 'payment-app']),
    )
  })

  it('has every signal in these cases and in docs/risk.md', () => {
    const seen = new Set(
      [...clean, ...scams, ...edges].flatMap((row) => names(row.at(-1) as Partial<RiskSubject>)),
    )
    const docs = readFileSync(new URL('../../../docs/risk.md', import.meta.url), 'utf8')
    expect(riskSignalNames.filter((name) => !seen.has(name))).toEqual([])
    expect(riskSignalNames.filter((name) => !docs.includes(`| \`${name}\` |`))).toEqual([])
  })
})
