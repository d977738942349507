import { describe, expect, it } from 'vitest'
import { identifyInMail } from './mail-links.ts'
import { readAlertMail } from './mail-reader.ts'

const identify = (address: string) => {
  const url = URL.parse(address)
  const id =
    url?.protocol === 'https:' && url.host === 'site.example' && url.username === '' ? url.pathname : ''
  const externalId = /^\/item\/(\d+)$/.exec(id)?.[1]
  return externalId === undefined ? null : { externalId, url: `https://site.example/item/${externalId}` }
}
const site = { name: 'Site', identify, imageHosts: ['img.example'], currencyAt: () => 'USD' }
const mail = { from: 'a@site.example', subject: 'x', sentAt: null, text: null, html: null }
const html = (text: string) => readAlertMail({ ...mail, html: text }, site)
const text = (plain: string) => readAlertMail({ ...mail, text: plain }, site)

describe('links of mails', () => {
  it('are unwrapped from their own query, through a few redirects and no further', () => {
    const item = 'https://site.example/item/7'
    const wrap = (url: string, name = 'u') => `https://click.example/r?x=1&${name}=${encodeURIComponent(url)}`
    for (const name of ['mpre', 'url', 'u', 'q', 'URL'])
      expect(identifyInMail(wrap(item, name), identify)?.externalId).toBe('7')
    expect(identifyInMail(wrap(wrap(wrap(item))), identify)?.externalId).toBe('7')
    expect(identifyInMail(wrap(wrap(wrap(wrap(item)))), identify)).toBeNull()
    for (const other of [
      wrap(item, 'target'),
      `https://click.example/${encodeURIComponent(item)}`,
      wrap('javascript:alert(1)//https://site.example/item/7'),
      wrap('https://user:pass@site.example/item/7'),
      wrap('//site.example/item/7'),
      'https://click.example/AbC',
      'https://sitе.example/item/7',
      `javascript:location='${item}'`,
      '',
    ])
      expect([other, identifyInMail(other, identify)]).toEqual([other, null])
  })
})

describe('a mail in HTML', () => {
  it('has one listing for each address, with what stands in the smallest block round its links', () => {
    const page = html(`
      <table>
        <tr><td><a href="https://site.example/item/1"><img src="https://img.example/1.jpg" alt=""></a></td>
            <td><a href="https://site.example/item/1?x=2">Oak desk</a> <s>$200</s> <b>$120</b></td></tr>
        <tr><td><a href="https://site.example/item/2">View item</a><img src="https://img.example/2.jpg" alt="A red lamp"></td><td>Price: $35.50 OBO</td></tr>
        <tr><td><a href="https://site.example/item/3">Chair - $15</a></td></tr>
        <tr><td><a href="https://site.example/item/4">Table for a big garden</a><p>about 40 years old</p></td></tr>
      </table><p>$999</p><a href="https://site.example/help">Help</a>`)
    expect(page).toMatchObject({ outcome: 'ok', complete: false, next: null })
    expect(page.listings).toEqual([
      {
        externalId: '1',
        url: 'https://site.example/item/1',
        title: 'Oak desk',
        priceCents: 12000,
        currency: 'USD',
        imageUrls: ['https://img.example/1.jpg'],
      },
      {
        externalId: '2',
        url: 'https://site.example/item/2',
        title: 'A red lamp',
        priceCents: 3550,
        currency: 'USD',
        imageUrls: ['https://img.example/2.jpg'],
      },
      {
        externalId: '3',
        url: 'https://site.example/item/3',
        title: 'Chair',
        priceCents: 1500,
        currency: 'USD',
      },
      { externalId: '4', url: 'https://site.example/item/4', title: 'Table for a big garden' },
    ])
  })

  it('shows no picture of another host, and sets aside what has no title, keeping the rest', () => {
    const page = html(`<div><div><a href="https://site.example/item/1">See more</a></div>
      <div><a href="https://site.example/item/2">Lamp</a><img src="https://img.example.evil.example/x.gif"></div></div>`)
    expect(page.listings).toEqual([{ externalId: '2', url: 'https://site.example/item/2', title: 'Lamp' }])
    expect(page.rejected).toHaveLength(1)
  })

  it('is drift where it links to no listing, and its text is read where that does', () => {
    expect(html('<p>Hello <a href="https://site.example/help">help</a></p>')).toMatchObject({
      outcome: 'parse-drift',
      listings: [],
    })
    const both = readAlertMail(
      { ...mail, html: '<p>Hello</p>', text: 'Lamp\n$5\nhttps://site.example/item/5' },
      site,
    )
    expect(both.listings).toMatchObject([{ externalId: '5', title: 'Lamp', priceCents: 500 }])
  })
})

describe('a mail in plain text', () => {
  it('has a listing for each address, with the lines that stand together with it', () => {
    const page = text(`You have 3 results for "desk":

Oak desk
$120
https://site.example/item/1

* Lamp, red - $35 https://site.example/item/2.

Chair without a price

https://site.example/item/3
https://site.example/item/1
Bye: https://site.example/help`)
    expect(page.listings).toEqual([
      {
        externalId: '1',
        url: 'https://site.example/item/1',
        title: 'Oak desk',
        priceCents: 12000,
        currency: 'USD',
      },
      {
        externalId: '2',
        url: 'https://site.example/item/2',
        title: 'Lamp, red',
        priceCents: 3500,
        currency: 'USD',
      },
      { externalId: '3', url: 'https://site.example/item/3', title: 'Chair without a price' },
    ])
  })
})
