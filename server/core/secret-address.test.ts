import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldSecrets } from './field-secrets.ts'
import {
  addressName,
  addressSecrets,
  hideInError,
  hideSecrets,
  mask,
  shownAddress,
} from './secret-address.ts'

/** As services make them: long, with letters and digits. */
const token = fc.uuid().map((uuid) => `t9${uuid.replaceAll('-', '')}`)
const word = fc.constantFrom('feeds', 'rss', 'road-bikes', 'notify', 'a', '2026')

describe('an address', () => {
  it('is shown by its host alone when anything else is in it', () => {
    fc.assert(
      fc.property(token, token, token, token, token, (user, password, path, query, fragment) => {
        const address = `https://${user}:${password}@feeds.example.com:8443/${path}?q=${query}#${fragment}`
        expect(shownAddress(address)).toBe(`https://feeds.example.com:8443/${mask}`)
        expect(addressName(address)).toBe('feeds.example.com:8443')
      }),
    )
    expect(shownAddress('https://ntfy.sh/')).toBe('https://ntfy.sh')
    for (const address of [
      'https://ntfy.sh/x',
      'https://ntfy.sh?x',
      'https://x@ntfy.sh',
      'https://ntfy.sh/#x',
    ])
      expect(shownAddress(address)).toBe(`https://ntfy.sh/${mask}`)
    expect(shownAddress('no address')).toBe(mask)
    expect(addressName('no address')).toBe(mask)
  })

  it('leaves nothing secret in a sentence, however the sentence writes it', () => {
    fc.assert(
      fc.property(
        fc.record({ user: token, password: token, path: token, query: token, fragment: token }),
        word,
        fc.constantFrom('', '%20', '+', '%2F'),
        (parts, segment, odd) => {
          const { user, password, path, query, fragment } = parts
          const address = `https://${user}:${odd}${password}@h.example/${segment}/${path}${odd}?a=${query}&${segment}=1#${fragment}`
          const url = new URL(address)
          const basic = Buffer.from(`${user}:${decodeURIComponent(odd)}${password}`).toString('base64')
          const said = [
            address,
            url.pathname + url.search,
            decodeURIComponent(address),
            JSON.stringify({ address }),
            encodeURIComponent(address),
            `Basic ${basic}`,
            ...Object.values(parts),
          ].join(' and ')
          const shown = hideSecrets(said, addressSecrets(address).all)
          for (const part of [...Object.values(parts), basic]) expect(shown).not.toContain(part)
        },
      ),
    )
  })

  it('takes no words out of what a stranger writes', () => {
    const text = 'Road bikes and feeds: the keyword is mountain, 2026-11-22, call 555-1234; see rss/feed.xml'
    fc.assert(
      fc.property(word, word, word, (first, second, value) => {
        const address = `https://feeds.example.com/${first}/${second}.xml?keyword=${value}&q=mountain`
        expect(hideSecrets(text, addressSecrets(address).sure)).toBe(text)
      }),
    )
  })
})

describe('filled-in fields', () => {
  it('keep their secrets out of errors, with their causes', () => {
    const fields = [
      { name: 'url', label: 'U', type: 'url' as const },
      { name: 'key', label: 'K', type: 'text' as const, secret: true },
      { name: 'urls', label: 'S', type: 'text' as const, secret: true },
      { name: 'area', label: 'A', type: 'text' as const },
    ]
    const values = {
      url: 'https://u:passw0rd@h.example/x',
      key: 'hunter2',
      urls: 'mailto://me:opensesame@h.example, json://h.example/t0k3nt0k3n',
      area: 'Berlin',
    }
    const secrets = fieldSecrets(fields, values).all
    const cause = new TypeError('at passw0rd')
    const error = Object.assign(new Error('opensesame for t0k3nt0k3n in Berlin', { cause }), { code: 'X' })
    const shown = hideInError(error, secrets) as Error & { code: string }
    expect(shown.message).toBe(`${mask} for ${mask} in Berlin`)
    expect(shown.code).toBe('X')
    expect(`${shown.stack} ${(shown.cause as Error).message} ${(shown.cause as Error).stack}`).not.toMatch(
      /opensesame|t0k3n|passw0rd/,
    )
    const harmless = new Error('nothing')
    expect(hideInError(harmless, secrets)).toBe(harmless)
  })
})
