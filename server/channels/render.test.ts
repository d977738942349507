import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Message } from '../model/message.ts'
import { messageIn } from '../model/message-language.ts'
import { lined, titled } from '../model/sentences/said.ts'
import { say } from '../model/sentences/sentences.ts'
import { hostileItem, sampleItem, sampleMessage } from './fake-server.ts'
import { buttonColor, demoColors, surfaces, tones } from './html-style.ts'
import { factsOf, renderText, subjectOf } from './render.ts'
import { renderHtml, scoreColor } from './render-html.ts'
import { oneLine, truncate, webUrl, wrap } from './safe-text.ts'

/** Any UTF-16 unit, lone surrogates included, with the marks that matter more often than chance would. */
const anyUnit = fc.oneof(
  fc.constantFrom(...'<>"\'&=/\\*_`~|[]()@#: \r\n\0'),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
)

const baseUrl = 'https://scout.example'
const text = (message = sampleMessage(), itemsMax = 12) => renderText(message, baseUrl, itemsMax)
const html = (message = sampleMessage(), itemsMax = 12) => renderHtml(message, baseUrl, itemsMax)
/** What a reader sees, without tags and styles. */
const visible = (document: string) =>
  document
    .slice(document.indexOf('<body'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

describe.each([
  ['plain text', text],
  ['HTML', (...all: Parameters<typeof text>) => visible(html(...all))],
])('%s', (_name, render) => {
  it('says everything that a person decides by', () => {
    const page = render()
    for (const part of [
      'Mid-century sectional sofa, teal',
      '$180',
      '28 % below the middle of fair value',
      '$220 – $290.50, from 14 asking prices',
      'Condition: like new',
      'Oakland, CA · 7.6 mi (12 km) away',
      'Nov 20, 2026, 5:05 PM UTC',
      'Example Market',
      'Because of your rule “Sofa under $300”',
      '38/40',
      '$180 is 28 % below the $250 that 14 similar ones ask.',
      'Two of three words stand in the title.',
    ]) {
      expect(page).toContain(part)
    }
    expect(page).not.toContain('DEMO')
    expect(page).not.toMatch(/undefined|null|NaN/)
  })

  it('leaves out what is not known instead of inventing it', () => {
    const bare = sampleItem({
      condition: null,
      location: null,
      distanceKm: null,
      postedAt: null,
      imageUrl: null,
      value: null,
      priceCents: null,
      ruleNames: [],
      score: { total: 12, parts: [] },
    })
    const page = render(sampleMessage({ items: [bare] }))
    expect(page).toContain('no price')
    expect(page).not.toMatch(/undefined|null|NaN|Fair value|Condition:|osted|Because|fair value/)
  })

  it('shows the price before a drop, and only for a drop', () => {
    const dropped = sampleMessage({ kind: 'price-drop', items: [sampleItem({ previousPriceCents: 22_000 })] })
    expect(render(dropped)).toMatch(/\$180\s+(\(was )?\$220/)
    const raised = sampleMessage({ items: [sampleItem({ previousPriceCents: 17_000 })] })
    expect(render(raised)).not.toContain('$170')
  })

  it('says what selling it again should bring, where a rule asks for it', () => {
    const profit = 'Selling it again should bring $300: a profit of $120 on $180'
    expect(render(sampleMessage({ items: [sampleItem({ profit })] })).replace(/\s+/g, ' ')).toContain(profit)
    expect(render()).not.toContain('Selling it again')
  })

  it('says which evidence a fair value stands on', () => {
    const value = { ...sampleItem().value!, basis: 'mixed' as const, method: 'category' as const, count: 1 }
    const page = render(sampleMessage({ items: [sampleItem({ value })] }))
    expect(page.replace(/\s+/g, ' ')).toContain(
      'from 1 asking and sold price of the same category only (weak evidence)',
    )
  })

  it('does not compare prices of different currencies', () => {
    expect(render(sampleMessage({ items: [sampleItem({ currency: 'EUR' })] }))).not.toContain(
      'below the middle',
    )
  })

  it('counts the matches it does not show', () => {
    const items = Array.from({ length: 5 }, (_, index) =>
      sampleItem({ listingId: index, title: `Sofa ${index}` }),
    )
    const page = render(sampleMessage({ items, itemCount: 30 }), 3)
    expect(page).toContain('Sofa 2')
    expect(page).not.toContain('Sofa 3')
    expect(page).toContain('+27 more')
    expect(render(sampleMessage({ items, itemCount: 5 }))).not.toContain('more')
  })

  it('labels what the demo made up, on the whole and on each listing', () => {
    const page = render(sampleMessage({ demo: true, items: [sampleItem({ demo: true })] }))
    expect(page).toContain('DEMO: these listings are made up')
    expect(page).toMatch(/\[DEMO\]\s+Mid-century sectional sofa, teal /)
  })

  it('labels a message as demo when only one of its listings is', () => {
    const message = sampleMessage({ items: [sampleItem(), sampleItem({ demo: true })] })
    expect(render(message)).toContain('DEMO: these')
    expect(subjectOf(message)).toMatch(/^\[DEMO\] /)
  })
})

describe('a confirmation', () => {
  const confirm = { code: '012345', url: 'https://scout.example/confirm?token=a&b' }
  const message = sampleMessage({ kind: 'confirm', title: 'Is this your address?', items: [], confirm })

  it('shows the code large and the link as a button, and what to do if nobody asked', () => {
    const page = html(message)
    expect(page).toMatch(/font-size:34px[^>]*>012345</)
    expect(page).toContain('href="https://scout.example/confirm?token=a&amp;b"')
    expect(visible(page)).toContain('Confirm this address')
    expect(visible(page)).toContain('If you did not ask for this, do nothing')
    expect(page.slice(0, page.indexOf('</div>'))).not.toContain('012345')
    const plain = text(message)
    expect(plain).toContain('Your code: 012345')
    expect(plain).toContain('Or open: https://scout.example/confirm?token=a&b')
    expect(plain).toContain('If you did not ask for this, do nothing')
  })

  it('shows only what there is, and never an address that is not to be followed', () => {
    const linkOnly = { ...message, confirm: { ...confirm, code: '' } }
    expect(text(linkOnly)).toContain('To confirm, open: https://scout.example/confirm')
    expect(html(linkOnly)).not.toContain('font-size:34px')
    for (const url of ['javascript:alert(1)', 'data:text/html,x', '']) {
      const codeOnly = { ...message, confirm: { ...confirm, url } }
      expect(html(codeOnly)).not.toContain('Confirm this address')
      expect(text(codeOnly)).not.toContain('pen:')
      for (const page of [html(codeOnly), text(codeOnly)]) expect(page).not.toMatch(/javascript:|data:text/)
    }
  })

  it('says its sentences once', () => {
    const whole = html({ ...message, lines: ['Asked for from Oakland.'] })
    const page = visible(whole.replace(/<div style="display:none.*?<\/div>/, ''))
    expect(page.split('Asked for from Oakland.')).toHaveLength(2)
    expect(page.split('012345')).toHaveLength(2)
  })
})

describe('a digest', () => {
  const items = Array.from({ length: 10 }, (_, n) =>
    sampleItem({
      listingId: n,
      title: `Thing ${n}`,
      ruleNames: n === 9 ? [] : [n % 2 === 0 ? 'Sofa under $300' : 'Desk <b>'],
      ...(n === 3 && { previousPriceCents: 30_000 }),
      ...(n === 4 && { risk: { level: 'high' as const, sentences: ['Far too cheap.'] } }),
    }),
  )
  const digest = sampleMessage({ kind: 'digest', title: 'Your digest: 14 matches', items, itemCount: 14 })

  it.each([
    ['plain text', (message: Message) => text(message)],
    ['HTML', (message: Message) => visible(html(message)).replaceAll('&lt;', '<').replaceAll('&gt;', '>')],
  ])('of ten is grouped by rule in %s, each with what to decide by', (_name, render) => {
    const page = render(digest)
    const at = (words: string) => {
      expect(page).toContain(words)
      return page.indexOf(words)
    }
    expect(page).toMatch(/Sofa under \$300:? 5 matches/)
    expect(page).toMatch(/Desk <b>:? 4 matches/)
    expect(page).toMatch(/Other:? 1 match\b/)
    expect(at('Sofa under $300')).toBeLessThan(at('Thing 0'))
    expect(at('Thing 8')).toBeLessThan(at('Desk <b>'))
    expect(at('Desk <b>')).toBeLessThan(at('Thing 1'))
    for (let n = 0; n < 10; n++) at(`Thing ${n}`)
    expect(page.split('28 % below the middle of fair value')).toHaveLength(11)
    at('$300')
    at('Be very careful: Far too cheap.')
    at('+4 more')
    expect(page).not.toContain('Two of three words')
  })

  it('of three is notified one by one', () => {
    const few = sampleMessage({ kind: 'digest', items: items.slice(0, 3) })
    expect(text(few)).toContain('Two of three words')
    expect(visible(html(few))).toContain('Two of three words')
  })
})

describe('colours', () => {
  /** Relative luminance and contrast as of WCAG 2.2. */
  const luminance = (hex: string) => {
    const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    const [r, g, b] = channels.map((c) => (c <= 0.040_45 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
  }
  const contrast = (a: string, b: string) => {
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
    return (light! + 0.05) / (dark! + 0.05)
  }

  it('of text are readable on every ground, in light and in dark', () => {
    for (const mode of ['light', 'dark'] as const) {
      for (const tone of Object.values(tones)) {
        for (const surface of Object.values(surfaces)) {
          expect(contrast(tone[mode], surface[mode])).toBeGreaterThanOrEqual(4.5)
        }
      }
      expect(contrast(demoColors.text[mode], demoColors.ground[mode])).toBeGreaterThanOrEqual(4.5)
    }
    for (const ground of [buttonColor, ...[10, 60, 90].map(scoreColor)]) {
      expect(contrast('#ffffff', ground)).toBeGreaterThanOrEqual(4.5)
    }
  })

  it('turn with the dark mode: every coloured text has a class that does, or a ground of its own', () => {
    const item = sampleItem({
      previousPriceCents: 22_000,
      also: 'Also elsewhere.',
      profit: 'Brings $300',
      risk: { level: 'high', sentences: ['Too cheap.'] },
      demo: true,
    })
    const confirm = { code: '1', url: 'https://scout.example/' }
    for (const kind of ['new-match', 'confirm', 'digest'] as const) {
      const items = kind === 'digest' ? Array(10).fill(item) : [item]
      const message = sampleMessage({ kind, items, itemCount: 20, demo: true, lines: ['A line.'], confirm })
      const page = renderHtml(message, baseUrl, 12, 'https://scout.example/u')
      for (const [tag, style] of page.matchAll(/<[a-z]+[^>]* style="([^"]*)"[^>]*>/g)) {
        const color = /(?:^|;)color:(#\w+)/.exec(style!)?.[1]
        const name = /class="(\w+)"/.exec(tag)?.[1] as keyof typeof tones | 'demo' | undefined
        if (!color) continue
        if (color === '#ffffff') continue
        expect(name, tag).toBeDefined()
        expect(color, tag).toBe(
          name === 'demo' ? demoColors.text.light : tones[name as keyof typeof tones].light,
        )
      }
      for (const name of [...Object.keys(tones), 'demo']) {
        expect(page).toMatch(new RegExp(`prefers-color-scheme[^]*\\n\\.${name}\\{color:`))
        expect(page).toContain(`[data-ogsc] .${name}{color:`)
      }
      for (const name of ['page', 'card', 'demo']) {
        expect(page).toContain(`[data-ogsb] .${name}{background-color:`)
      }
    }
  })
})

describe('links', () => {
  it('lead to the listing, to Deal Scout and to the settings, in both forms', () => {
    for (const page of [text(), html()]) {
      expect(page).toMatch(/https:\/\/market\.example\/item\/41\?ref=a&(amp;)?b=c/)
      expect(page).toContain('https://scout.example/listings/41')
      expect(page).toContain('https://scout.example/settings/notifications')
    }
  })

  it('shows the picture', () => {
    expect(html()).toContain('<img src="https://images.example/41.jpg"')
  })

  it.each([
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'https://bank.example@evil.example/',
    '//evil.example',
    '',
  ])('drops the address %j', (url) => {
    expect(webUrl(url)).toBeNull()
    const page = html(sampleMessage({ items: [sampleItem({ url, imageUrl: url })] }))
    expect(page).not.toContain('<img')
    expect(page).not.toContain('Open listing')
    expect(page).toContain('See it in Deal Scout')
  })

  it('cannot be closed by quotes in an address', () => {
    const url = `https://market.example/"><script>alert(1)</script>'`
    const page = html(sampleMessage({ items: [sampleItem({ url, imageUrl: url })] }))
    expect(page).not.toContain('<script')
  })
})

describe('hostile listings', () => {
  const message = sampleMessage({ title: hostileItem().title, items: [hostileItem()] })

  it('cannot add markup: the tags are those of a harmless listing', () => {
    const tags = (page: string) => page.match(/<\/?[a-z]+/g)
    const harmless = sampleMessage({
      items: [
        {
          ...hostileItem(),
          title: 'a',
          marketplaceName: 'b',
          condition: 'c',
          location: 'd',
          ruleNames: ['e'],
        },
      ],
    })
    expect(tags(html(message))).toEqual(tags(html(harmless)))
  })

  it('cannot add lines to a subject or a plain text', () => {
    expect(subjectOf(message)).not.toMatch(/[\r\n]/)
    expect(
      text(message)
        .split('\n')
        .filter((line) => line.startsWith('Bcc')),
    ).toEqual([])
  })

  it('cannot turn the reading direction nor carry control characters', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
    for (const page of [text(message), html(message)]) expect(page).not.toMatch(/[\u0000\u202e\ud800\r]/)
  })

  it('any text stays text in HTML', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyUnit, maxLength: 300 }), (title) => {
        const page = html(sampleMessage({ title, items: [sampleItem({ title, location: title })] }))
        const plainPage = html(
          sampleMessage({ title: 'x', items: [sampleItem({ title: 'x', location: 'x' })] }),
        )
        expect(page.split('<').length).toBe(plainPage.split('<').length)
      }),
      { numRuns: 50 },
    )
  })
})

describe('plain text', () => {
  it('keeps to 78 columns except for addresses', () => {
    const item = sampleItem({
      ruleNames: Array.from({ length: 9 }, (_, n) => `A rule with a long name, number ${n}`),
    })
    const long = text(sampleMessage({ items: [item] }))
      .split('\n')
      .filter((line) => line.length > 78 && !line.includes('://'))
    expect(long).toEqual([])
  })

  it('wrap loses no words', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,30}$/), { minLength: 1 }), (list) => {
        const lines = wrap(list.join(' '), 20, '  ', '    ').split('\n')
        expect(lines.join(' ').split(/ +/).filter(Boolean)).toEqual(list)
        for (const [index, line] of lines.entries()) {
          expect(line).toMatch(index === 0 ? /^ {2}[a-z]/ : /^ {4}[a-z]/)
          if (line.trim().includes(' ')) expect(line.length).toBeLessThanOrEqual(20)
        }
      }),
    )
  })
})

describe('truncate', () => {
  const graphemes = (value: string) =>
    Array.from(new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(value), ({ segment }) => segment)

  it('never exceeds its limit and never splits a grapheme', () => {
    const unit = fc.constantFrom('a', 'é', 'e\u0301', '👩‍👩‍👧‍👦', '🇩🇪', '한', ' ', 'ß')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), fc.integer({ min: 20, max: 80 }), (value, unitsMax) => {
        const cut = truncate(value, unitsMax)
        expect(cut.length).toBeLessThanOrEqual(unitsMax)
        if (cut === value) return
        const kept = graphemes(cut.slice(0, -1))
        expect(graphemes(value).slice(0, kept.length)).toEqual(kept)
      }),
    )
  })

  it('keeps a well-formed part of one endless grapheme', () => {
    const cut = truncate(`e${'\u0301'.repeat(500)}`, 50)
    expect(cut.length).toBeLessThanOrEqual(50)
    expect(cut.isWellFormed()).toBe(true)
  })

  it('makes one line of megabytes in a moment', () => {
    const startedMs = performance.now()
    expect(oneLine('\u0000 \u202e\n'.repeat(1_000_000), 200)).toBe('')
    expect(oneLine('word\n'.repeat(1_000_000), 200).length).toBeLessThanOrEqual(200)
    expect(performance.now() - startedMs).toBeLessThan(5_000)
  })
})

it('facts name a listing without a title', () => {
  expect(factsOf(sampleItem({ title: '\u0000\n ' }), baseUrl, {}).title).toBe('Untitled')
})

describe('a message to somebody who reads German', () => {
  const message = sampleMessage({
    ...titled(
      say('message-drop', { priceCents: 129_900, previousCents: 150_000, currency: 'EUR', title: 'Rennrad' }),
    ),
    ...lined(['Strangers wrote this', say('message-off-what', { name: 'ntfy' })]),
    kind: 'price-drop',
  })

  it('has titles, lines, figures and dates of theirs, in plain text and in HTML', () => {
    const item = sampleItem({
      ...{ title: 'Rennrad', priceCents: 129_900, previousPriceCents: 150_000, currency: 'EUR' },
      ...{ condition: 'like-new', distanceKm: 7.5, units: 'km', postedAt: '2026-11-22T10:00:00.000Z' },
      ruleNames: ['Rad'],
    })
    const german = messageIn('de-AT', { ...message, items: [item] })
    const text = renderText(german, baseUrl, 10).replaceAll(/[\u00a0\u202f]/g, ' ')
    expect(text).toContain('Jetzt 1.299 € (vorher 1.500 €): Rennrad')
    expect(text).toContain('Strangers wrote this')
    expect(text).toContain('schalte ntfy wieder ein')
    expect(text).toContain('Zustand: wie neu · ')
    expect(text).toContain('7,5 km entfernt')
    expect(text).toContain('Eingestellt 22.11.2026, 10:00 UTC')
    expect(text).toContain('Wegen deines Suchauftrags „Rad“')
    expect(text).toContain(`Ändern, worüber du Bescheid bekommst: ${baseUrl}/settings/notifications`)
    // What the sample says of its score is of before there were codes.
    expect(text).not.toMatch(/Posted Nov|Condition:|Because of|Fair value:|Deal score|more:/)
    const page = renderHtml(german, baseUrl, 10)
    expect(page).toContain('<html lang="de">')
    expect(page).toContain('Anzeige öffnen')
  })

  it('is English as it was drafted where nobody chose, or where there are no codes', () => {
    expect(messageIn(null, message)).toBe(message)
    const { titleSaid: _, linesSaid: __, ...old } = message
    expect(subjectOf(messageIn('de', old as typeof message))).toBe(subjectOf(message))
    expect(subjectOf(messageIn('en-GB', message))).toBe(subjectOf(message))
  })

  it('is delivered as it was drafted where what was stored lacks what its sentence needs', () => {
    const broken = { ...message, titleSaid: { code: 'message-also', params: {} } }
    expect(subjectOf(messageIn('de', broken))).toBe(subjectOf(message))
  })
})
