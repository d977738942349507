import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHtml } from './html-text.ts'

describe('readHtml', () => {
  it('makes lines of blocks, decodes entities and collapses white space', () => {
    const html =
      '<div>Oak &amp; pine,\n  <b>two</b>&nbsp;pieces</div><ul><li>one<li>two</ul>a<br/>b<p></p><p>c</p>'
    expect(readHtml(html).text).toBe('Oak & pine, two pieces\n\none\n\ntwo\n\na\nb\n\nc')
  })

  it('keeps the line breaks of plain text and a lone “<”', () => {
    expect(readHtml(' 5 < 6 &amp; more \r\n  next ').text).toBe('5 < 6 & more\nnext')
  })

  it('drops scripts, styles and comments, and lists pictures as written', () => {
    const html =
      '<style>p{}</style><script>alert(1)</script><!-- x --><img src="/a.jpg"><p>ok<img src=b.png></p>'
    expect(readHtml(html)).toEqual({ text: 'ok', images: ['/a.jpg', 'b.png'] })
  })

  it('never returns more than asked for', () => {
    expect(readHtml(`<p>${'x'.repeat(500)}</p>`, 100).text).toHaveLength(100)
  })

  it('never throws and takes linear time on hostile markup', () => {
    fc.assert(fc.property(fc.string(), (html) => typeof readHtml(`<p>${html}`).text === 'string'))
    const pieces = ['<b>', '<a><b>', '<p', '&', '<!--', '<img src=', '</', '<table><td>', ' \u00a0\n']
    // Closing tags that close nothing hide the depth from whoever counts them.
    for (const piece of [...pieces, '<b a=</b>', '<b><!--</b>-->', '<br:x>']) {
      const started = performance.now()
      readHtml(piece.repeat(200_000))
      expect(performance.now() - started, piece).toBeLessThan(500)
    }
  })

  it('reads the text before the tag that is one too many', () => {
    expect(readHtml(`oak ${'<i>x</i>'.repeat(2999)} table`).text).toMatch(/^oak x{2999} table$/)
    expect(readHtml(`oak ${'<i>'.repeat(50_000)} table`)).toEqual({ text: 'oak', images: [] })
  })
})

it('keeps raised cents apart from the whole, and takes crossed-out figures away', () => {
  const read = (html: string) => readHtml(html).text
  expect(read('<p>$<span>27</span><sup>49</sup></p>')).toBe('$27.49')
  expect(read('<p><sup>$</sup>27<sup>49</sup></p>')).toBe('$27.49')
  expect(read('<p>27<sup>49</sup> €</p>')).toBe('27.49 €')
  expect(read('<p>1.027<sup>49</sup> €</p>')).toBe('1.027,49 €')
  expect(read('<p>27<sup>49€</sup></p>')).toBe('27.49 €')
  expect(read('<p>27<sup>€49</sup></p>')).toBe('27.49 €')
  expect(read('<p>27<small>49</small> zł</p>')).toBe('27.49 zł')
  expect(read('<p>27<sup>€</sup>49</p>')).toBe('27.49 €')
  expect(read('<p>27<sup>€</sup> 49</p>')).toBe('27.49 €')
  expect(read('<p>27<sup>€</sup> 49 left</p>')).toBe('27€ 49 left')
  expect(read('<p><b>€ 27</b><sup><small>49</small></sup></p>')).toBe('€ 27.49')
  expect(read('<p>27<sup>49</sup> TL</p>')).toBe('27.49 TL')
  expect(read('<p>CHF 27<sup>49</sup></p>')).toBe('CHF 27.49')
  expect(read('<p>$27<span style="vertical-align: super">49</span></p>')).toBe('$27.49')
  expect(read('<p>$27 <small>49 in stock</small></p>')).toBe('$27 49 in stock')
  expect(read('<p>a room of 27 m<sup>2</sup>, 10<sup>12</sup> stars</p>')).toBe('a room of 27 m2, 1012 stars')
  expect(read('<del>$80</del> <ins>$60</ins>')).toBe('$60')
  expect(read('<s>80 €</s> 60 €')).toBe('60 €')
  expect(read('<span style="text-decoration:line-through">£80</span> £60')).toBe('£60')
  expect(read('<strike><b>1.080 €</b></strike> 960 €')).toBe('960 €')
  expect(read('<s>sold</s> for sale again')).toBe('sold for sale again')
})
