import { describe, expect, it } from 'vitest'
import { sampleNowMs, sampleRiskSubject, sampleValue } from '../samples.ts'
import { type RiskSignalName, type RiskSubject, weighRisk } from './risk.ts'
import { misspellings } from './risk-spelling.ts'

const assess = (over: Partial<RiskSubject>) => weighRisk(sampleRiskSubject(over), sampleNowMs)
const names = (over: Partial<RiskSubject>): RiskSignalName[] => assess(over).signals.map(({ name }) => name)

describe('weighRisk of what is sold and for how much', () => {
  const phone = (over: Partial<RiskSubject>): Partial<RiskSubject> => ({
    title: 'Phone 128GB',
    category: 'phones',
    priceCents: 20_000,
    description: 'In good shape, battery is fine, comes with the cable.',
    ...over,
  })

  it.each([
    ['iPhone X 256gb clone', null],
    ['Galaxy S8', 'This is a replica, works like the other one.'],
    ['iPhone 13 Pro Max', '1:1 master copy, looks just like the original'],
    ['AirPods Pro', 'AAA quality, sound is great'],
    ['AirPods Pro supercopy', 'new in box'],
    ['Galaxy S21 replca', 'all functions'],
    ['iPhone 12 Clon', 'nuevo en caja'],
    ['iPhone 12', 'Das ist ein Nachbau, Replik, sieht echt aus'],
    ['iPhone 12', 'Contrefaçon, vendue comme telle'],
    ['iPhone 12', 'È una imitazione, funziona bene'],
    ['iPhone 12', 'Dit is namaak'],
    ['iPhone 12', 'To jest podróbka'],
    ['Goophone iPhone X', 'android inside'],
    ['iPhone 11', 'it is not a real iPhone'],
    ['iPhone XS max cloned', 'looks the same'],
    ['Rolex Submariner', 'Super clone, best factory'],
    ['Phone 256gb', 'Galaxy phoneCloneComes with box'],
  ])('is high for a copy: %s, %s', (title, description) => {
    const { level, signals } = assess(phone({ title, description }))
    expect([level, signals[0]?.name]).toEqual(['high', 'counterfeit'])
  })

  it.each([
    ['iPhone 12', 'Original, not a clone, with receipt'],
    ['iPhone 12', 'No fakes here: bought at the shop, copy of the invoice included'],
    ['iPhone 12', 'Beware of clones on this site, mine is real'],
    ['Galaxy S8', 'I cloned my data to a new phone, all wiped'],
    ['Wanted: clone iPhone', 'for a film'],
  ])('takes no honest word for a copy: %s, %s', (title, description) => {
    expect(names(phone({ title, description }))).not.toContain('counterfeit')
  })

  it('leaves in peace what is like a name only in a figure of speech', () => {
    for (const description of [
      'The case was inspired by the golden ratio, made in 1970.',
      'Imitation gold zipper, leather strap, made by the house itself.',
      'It is anything but a replica of the older one.',
    ])
      expect(
        names({ title: 'Cartier watch', category: 'watches', priceCents: 200_000, description }),
      ).toEqual([])
    expect(names({ title: 'Chanel inspired bag', category: 'bags', priceCents: 20_000 })).toContain(
      'counterfeit',
    )
  })

  it('says nothing of openly told models of what nobody counterfeits', () => {
    for (const title of [
      'Clone trooper helmet',
      'Ship model, replica of the Victory',
      'Eames style replica chair',
    ])
      expect(names({ title, category: 'collectibles' })).not.toContain('counterfeit')
  })

  it.each([
    'It is iCloud locked',
    'i cloud loked, rest is fine',
    'Its iCloud locked not the phone or the Apple ID',
    'The ESN might be bad',
    'black listed by the carrier',
    'has a Google lock on it',
    'FRP locked, was a gift',
    'activation lock still on',
    'Tmobile iCloud lockedMeet today',
    'No cracks, iCloud locked',
    'Das Handy hat eine Aktivierungssperre',
    'iCloud gesperrt',
    'Bloqué iCloud',
    'Está bloqueado por iCloud',
    'IMEI reportado',
    'Bloccato da iCloud',
    'Vergrendeld met iCloud',
    'Zablokowany iCloud',
    'Phone is locked, no box',
    'Verizon. Forgotten password, sold as it is',
    'I got locked out of it',
    'iC locked',
    'blacklist',
    'Dont know the apple id',
    'stuck on the activation screen',
    'EFI lock',
  ])('is at least elevated for a lock: %s', (description) => {
    const { level, signals } = assess(phone({ description }))
    expect([level === 'low', signals[0]?.name]).toEqual([false, 'locked'])
  })

  it.each([
    'Locked to AT&T',
    'Sprint only, locked',
    'network locked to O2',
    'EE locked',
    'backEE locked, free postage',
    'Simlock',
    'Unlocked, clean IMEI, no iCloud lock',
    'Not blacklisted or iCloud locked',
    'no cracks or iCloud lock',
    'In amazing shapeNo iCloud lockedNot black listed',
    'iCloud lock: off',
    'kein iCloud gesperrt, alles frei',
    'bez blokady iCloud',
    'I take iPhones in trade, even iCloud locked',
    'Does your phone have a bad IMEI? Ask me',
    'not service locked',
    'We unlock your phone, icloud locked or bad imei',
  ])('takes no harmless word for a lock: %s', (description) => {
    expect(names(phone({ description }))).not.toContain('locked')
  })

  it('says nothing of locks of what is wanted or repaired, nor of what is no device', () => {
    expect(names(phone({ title: 'Wanted: iCloud locked iPhones' }))).not.toContain('locked')
    expect(names(phone({ title: 'iPhone repair, iCloud locked too' }))).not.toContain('locked')
    expect(names({ description: 'Comes assembled, pin locked, with a locked drawer.' })).toEqual([])
  })

  it('knows slips of the fingers, but no other word', () => {
    expect(misspellings('locked')).toEqual(expect.arrayContaining(['loked', 'lokced', 'lockked']))
    expect(misspellings('icloud')).toContain('icould')
    expect(misspellings('clone')).not.toContain('cone')
  })

  const sure = sampleValue({ lowCents: 45_000, midCents: 60_000, highCents: 85_000, confidence: 0.85 })

  it.each([
    'mailing it, dont have time to meet',
    'goodconditionmailing to buyer',
    'I can only ship, sorry',
    'will only be mailed',
    'shipping only',
    'will ship only',
    'I dont do meetups',
    'no local',
    'cant meet, will mail it',
    'Nur Versand',
    'Envoi uniquement',
    'Solo envíos',
    'Solo spedizione',
    'Alleen verzenden',
    'Tylko wysyłka',
  ])('is elevated for what is only sent and far too cheap: %s', (description) => {
    const text = `${description}. In good shape, battery is fine, with the cable.`
    const { level, signals } = assess(phone({ priceCents: 35_000, value: sure, description: text }))
    expect([level, signals[0]?.name]).toEqual(['elevated', 'shipping-only'])
    const fair = assess(phone({ priceCents: 55_000, value: sure, description: text }))
    expect(fair.level).toBe('low')
  })

  it.each([
    'Delivery only covering a 15 mile radius',
    'Cash on collection/delivery only',
    'I can deliver or you can collect, collection from Leeds. Delivery only extra',
    'e-mail only please',
    'Cannot meet on weekends, pickup at my house',
    'Free delivery up to 3 miles',
  ])('does not take it for sent only: %s', (description) => {
    expect(names({ description })).not.toContain('shipping-only')
  })

  it.each([
    'Payment in advance, then I ship',
    'Money upfront please',
    'You pay before I mail it',
    'Full payment up front',
    'Vooruitbetaling',
    'Przedpłata',
    'PayPal first',
    "Paiement à l'avance",
    'Pago por adelantado',
  ])('sees payment in advance: %s', (description) => {
    expect(names(phone({ description }))).toContain('payment-advance')
  })

  it.each([
    ['Once you view it you can pay a deposit and I take it apart', 'deposit'],
    ['We will take a small deposit if you like one', 'deposit'],
    ['Cash deposit required for test ride', 'deposit'],
    ['Available to rent, refundable deposit required', 'deposit'],
    ['Can be posted if paid in advance', 'payment-advance'],
    ['Collect it. If you need it delivered, payment needs to be made in advance', 'payment-advance'],
    ['Payment in advance by PayPal goods and services', 'payment-advance'],
  ] as const)('takes no courtesy for a demand: %s', (description, name) => {
    expect(names({ description })).not.toContain(name)
  })

  it('counts crypto among other ways to pay at the door for little', () => {
    const weight = (description: string) =>
      assess({ description }).signals.find(({ name }) => name === 'payment-transfer')?.weight ?? 0
    expect(weight('Cash on collection, PayPal or crypto accepted')).toBeLessThan(
      weight('Crypto accepted, nothing else'),
    )
  })

  describe('of prices far below', () => {
    const bait = phone({ priceCents: 20_000, value: sure })
    const priceNames = ['price-below-interval', 'new-at-low-price', 'price-implausible']
    const ofPrice = (over: Partial<RiskSubject>) =>
      names({ ...bait, ...over }).filter((name) => priceNames.includes(name))

    it('tells where the value is sure and the thing is whole and asked for', () => {
      expect(ofPrice({})).toEqual(['price-below-interval'])
      expect(ofPrice({ condition: 'new' })).toContain('new-at-low-price')
    })

    it.each([
      ['a value of a whole category', { value: { ...sure, method: 'category' as const } }],
      ['a value of little confidence', { value: { ...sure, confidence: 0.5 } }],
      ['a value of few', { value: { ...sure, count: 3 } }],
      ['a wide interval', { value: { ...sure, lowCents: 30_000, highCents: 120_000 } }],
      ['another currency', { currency: 'EUR' }],
      ['a thing whose title names no model', { title: 'Bike for sale', category: 'bikes' as const }],
      ['a rug by its size', { title: 'Persian rug 200cm x 300cm', category: 'home' as const }],
      ['an accessory', { title: 'Case for phone' }],
      ['something wanted', { title: 'Wanted: phone 128GB' }],
      ['something let', { title: 'Phone for rent' }],
      ['a broken one', { description: 'Does not turn on. For spares or repair.' }],
      ['a told crack', { description: 'Works, only has a crack on the screen.' }],
      ['what is for parts', { condition: 'for-parts' as const }],
      ['a price for each', { title: 'Phones, $200 each' }],
      ['another price in the text', { description: 'In good shape. Asking $480 obo.' }],
      ['a boxes-only listing', { description: 'No phones just the boxes.' }],
    ])('tells nothing of %s', (_, over) => {
      expect(ofPrice(over)).toEqual([])
    })

    it('does not call new what only looks so or comes with something new', () => {
      expect(ofPrice({ description: 'Looks brand new. Works.' })).not.toContain('new-at-low-price')
      expect(ofPrice({ description: 'Works well. Comes with a brand new charger.' })).not.toContain(
        'new-at-low-price',
      )
    })

    it('says what is offered as it is told, rather than reading it again', () => {
      expect(ofPrice({ offered: { kind: 'accessory', price: 'asked' } })).toEqual([])
      expect(ofPrice({ offered: { kind: 'thing', price: 'unit' } })).toEqual([])
    })
  })
})
