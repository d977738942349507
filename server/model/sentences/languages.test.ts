import { describe, expect, it } from 'vitest'
import { answerIn, sayIn } from './languages.ts'
import { say } from './sentences.ts'

const photos = say('score-photos', { count: 2 })
const worth = say('score-price-against-value', {
  ...{ totalCents: 12_900, priceCents: 12_900, shippingCents: 0, wayCents: 0, wayCurrency: null },
  ...{ currency: 'EUR', discountPct: 57, valueCents: 30_000, count: 12, basis: 'asking', method: 'similar' },
  ...{ compsLowCents: 25_000, compsHighCents: 123_450 },
})

describe('a sentence in German', () => {
  it('has money and figures as they are written there', () => {
    expect(sayIn('de', worth)?.replaceAll('\u00a0', ' ')).toBe(
      '129 €, 57 % unter dem Wert von 300 € (12 vergleichbare Angebote, meist 250 € bis 1.234,50 €)',
    )
  })

  it('counts one as one', () => {
    expect(sayIn('de', say('score-posted', { minutes: 60 }))).toBe('Vor 1 Stunde eingestellt')
    expect(sayIn('de', say('score-posted', { minutes: 3 * 1440 }))).toBe('Vor 3 Tagen eingestellt')
  })

  it('stands in an answer wherever its code does, and the answer that was given is left alone', () => {
    const answer = {
      items: [{ id: 1, reason: 'given away', reasonSaid: { code: 'reason-given-away', params: {} } }],
      scoreParts: [{ name: 'photos', ...photos }],
      profit: { sellThroughSentence: 'x', sellThroughSaid: { code: 'score-price-free', params: {} } },
      risk: { sentences: ['2 photos'], said: [{ code: 'score-photos', params: { count: 2 } }] },
    }
    const before = JSON.stringify(answer)
    expect(answerIn('de', answer)).toEqual({
      items: [{ ...answer.items[0], reason: 'wird verschenkt' }],
      scoreParts: [{ ...answer.scoreParts[0], sentence: '2 Fotos' }],
      profit: { ...answer.profit, sellThroughSentence: 'Gratis' },
      risk: { ...answer.risk, sentences: ['2 Fotos'] },
    })
    expect(JSON.stringify(answer)).toBe(before)
    expect(answerIn('en', answer)).toEqual({
      ...answer,
      profit: { ...answer.profit, sellThroughSentence: 'Free' },
    })
  })

  it('is what it was where there is no code, an unknown one, or one that is of no sentence', () => {
    for (const code of ['text', 'score-to-come', 'constructor', '__proto__']) {
      const answer = { sentence: 'Nice', code, params: { text: 'Nice' } }
      expect(answerIn('de', answer)).toEqual(answer)
    }
    expect(answerIn('de', { sentence: 'Nice', at: new Date(0) })).toEqual({
      sentence: 'Nice',
      at: new Date(0),
    })
  })
})
