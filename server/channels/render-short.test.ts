import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleItem, sampleMessage } from './fake-server.ts'
import { clickUrl, type Markup, plainText, renderShort, urgencyOf } from './render-short.ts'
import { anyMessage } from './samples.ts'

const baseUrl = 'https://scout.example'
const limits = { lengthMax: 4000, itemsMax: 10, urlMax: 500, withSubject: true }
const threeItems = ['Sofa', 'Desk', 'Lamp'].map((title) => sampleItem({ title }))

describe('a short text', () => {
  it('tells one listing with all its reasons where there is room', () => {
    const text = renderShort(sampleMessage(), baseUrl, plainText, limits)
    for (const part of [
      'Fair value: $220',
      '38/40 price',
      'Sofa under $300',
      'Oakland',
      'See it in Deal Scout',
    ]) {
      expect(text).toContain(part)
    }
  })

  it('gives up detail before listings, and listings before the count of what is left out', () => {
    const message = sampleMessage({ kind: 'digest', title: 'Three', items: threeItems, itemCount: 9 })
    const at = (lengthMax: number) => renderShort(message, baseUrl, plainText, { ...limits, lengthMax })
    expect(at(4000)).toContain('38/40 price')
    expect(at(900)).not.toContain('38/40 price')
    expect(at(900)).toContain('Oakland')
    expect(at(900)).toContain('+6 more')
    expect(at(350)).toMatch(/Sofa[\s\S]*Deal score 83/)
    expect(at(350)).not.toContain('Lamp')
    expect(at(350)).toMatch(/\+[78] more/)
    expect(at(80)).toBe('Three\n\n+9 more\nhttps://scout.example/notifications')
  })

  it('warns of risk however little room there is', () => {
    const risky = sampleItem({ risk: { level: 'high', sentences: ['The price is far too low.'] } })
    for (const lengthMax of [4000, 700, 300]) {
      const text = renderShort(sampleMessage({ items: [risky] }), baseUrl, plainText, {
        ...limits,
        lengthMax,
      })
      expect(text).toContain('Be very careful')
    }
  })

  it('replaces an address that is too long by the listing’s page in Deal Scout', () => {
    const items = [sampleItem({ url: `https://market.example/${'a'.repeat(600)}` })]
    const text = renderShort(sampleMessage({ items }), baseUrl, plainText, limits)
    expect(text).not.toContain('market.example')
    expect(text).toContain('https://scout.example/listings/41')
  })

  it('has whole markup and is neither empty nor too long, whatever is asked for', () => {
    const brackets: Markup = {
      escape: (text) => text.replace(/[⟦⟧%]/g, '%$&'),
      bold: (text) => `⟦${text}⟧`,
      struck: (text) => `⟦${text}⟧`,
      link: (label, url) => `⟦${label}|${encodeURI(url)}⟧`,
      newLine: '\n',
      newBlock: '\n\n',
    }
    fc.assert(
      fc.property(anyMessage, fc.integer({ min: 400, max: 9000 }), (message, lengthMax) => {
        const text = renderShort(message, baseUrl, brackets, { ...limits, lengthMax })
        expect(text).not.toBe('')
        expect(text.length).toBeLessThanOrEqual(lengthMax)
        const marks = text.replace(/%./gu, '')
        expect(marks.split('⟦').length).toBe(marks.split('⟧').length)
      }),
      { numRuns: 100 },
    )
  })

  it('keeps the code and the link of a confirmation', () => {
    const confirm = { code: '402113', url: 'https://scout.example/confirm/xyz' }
    const message = sampleMessage({ kind: 'confirm', title: 'Is this yours?', items: [], confirm })
    const text = renderShort(message, baseUrl, plainText, { ...limits, lengthMax: 160 })
    expect(text).toContain('402113')
    expect(text).toContain(confirm.url)
    expect(clickUrl(message, baseUrl, 500)).toBe(confirm.url)
  })
})

describe('urgency', () => {
  it.each([
    ['new-match', 95, false, 'urgent'],
    ['new-match', 75, false, 'high'],
    ['price-drop', 50, false, 'normal'],
    ['new-match', 49, false, 'low'],
    ['watch', 10, false, 'normal'],
    ['digest', 95, false, 'normal'],
    ['outage', 0, false, 'high'],
    ['channel-off', 0, false, 'high'],
    ['new-match', 95, true, 'low'],
  ] as const)('of %s with a score of %i (demo: %s) is %s', (kind, total, demo, urgency) => {
    const items = [sampleItem({ score: { total, parts: [] } })]
    expect(urgencyOf(sampleMessage({ kind, items, demo }))).toBe(urgency)
  })
})
