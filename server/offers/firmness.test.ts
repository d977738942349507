import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firmness } from './firmness.ts'

describe('what a seller says about haggling', () => {
  it.each([
    'Price is FIRM',
    'prices firm',
    'Firm on price, thanks',
    'Firm at $400',
    'Bookcase $400 firm',
    '$1,200 firm, no trades',
    '300 USD firm no holds',
    'Oak table. Firm. Cash only',
    'Non-negotiable',
    'Price not negotiable.',
    'No haggling please',
    'no offers',
    '$400 cash firm must pick up',
    'Prices are already firm',
    'Low ballers are getting blocked',
    'No lowballs!',
    'no low-ballers',
    'Lowball offers will be ignored',
    "Don't lowball me",
    'Festpreis 200 €',
    '200€ FP',
    'Keine Preisverhandlungen',
    'kein Verhandeln',
    'Der Preis ist nicht verhandelbar',
    'Precio fijo',
    'Precio cerrado, no negociable',
    'Sin regateos',
    'Prix ferme',
    'Prix non négociable',
    'ferme et définitif',
  ])('"%s": the price stands', (text) => {
    expect(firmness(text, 'classified')).toBe('firm')
  })

  it.each([
    'Firm mattress, queen size',
    'Two 50 x 50 firm cushions',
    'Comfort: firm, hardly used',
    'Sofa with medium firm seats',
    'The law firm gave me this desk',
    'Confirm before you come',
    'Price not firm',
    'no offers for trades',
    '2 firm and 2 soft pillows',
    'OBO',
    'VB 200',
    'Preis verhandelbar, kein Festpreis',
    'Precio negociable',
    'Prix à débattre',
    'No pets, no smoking',
    '',
  ])('"%s": open to an offer', (text) => {
    expect(firmness(text, 'classified')).toBe('open')
  })

  it('a wish for no low offers beside "or best offer" asks for a careful one', () => {
    expect(firmness('$300 OBO, no lowballs', 'classified')).toBe('careful')
    expect(firmness('no silly offers', 'best-offer')).toBe('careful')
  })

  it('that the price is firm beats "or best offer" beside it', () => {
    expect(firmness('Price is firm. Listed as OBO by mistake', 'best-offer')).toBe('firm')
  })

  it('a marketplace that sells at a fixed price is firm, unless the words say otherwise', () => {
    expect(firmness('Bookcase', 'fixed-price')).toBe('firm')
    expect(firmness('Bookcase, open to offers', 'fixed-price')).toBe('open')
    expect(firmness('Bookcase', 'best-offer')).toBe('open')
    expect(firmness('Bookcase', null)).toBe('open')
  })

  it('is found out quickly, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(['firm', 'careful', 'open']).toContain(firmness(text, null))
      }),
    )
    const startedAt = performance.now()
    for (const part of ['1', '1.', 'no ', 'firm ', 'price ', 'low ball ', ' ', '(', '\ud800', 'preis ist ']) {
      firmness(part.repeat(20_000), null)
    }
    expect(performance.now() - startedAt).toBeLessThan(2_000)
  })
})
