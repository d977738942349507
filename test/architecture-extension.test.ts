import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = join(import.meta.dirname, '../extension/src')
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
const filesWith = (pattern: RegExp) => sources.flatMap(({ name, text }) => (pattern.test(text) ? [name] : []))

/** What acts on a page or goes somewhere: the extension reads what is there. */
const acts =
  /\.(?:click|submit|requestSubmit|scroll\w*|dispatchEvent|focus)\(|\bwindow\.open\(|\blocation\s*(?:\.href\s*)?=(?!=)|chrome\.(?:tabs\.(?:create|update|reload|sendMessage)|windows|webRequest|cookies|history|downloads|debugger|alarms)\b|\bset(?:Interval|Timeout)\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon/

describe('the extension', () => {
  it('is small enough to be read before it is trusted', () => {
    expect(sources.length).toBeGreaterThan(5)
    for (const { name, text } of sources) expect([name, text.split('\n').length <= 200]).toEqual([name, true])
  })

  it('presses, scrolls and opens nothing in a page, and does nothing by itself', () => {
    expect(filesWith(acts)).toEqual([])
    for (const sample of [
      ...[
        'button.click()',
        'window.scrollTo(0, 1)',
        'el.scrollIntoView()',
        'location.href = x',
        'location = x',
      ],
      ...['chrome.tabs.create({})', 'setInterval(f, 1)', 'chrome.alarms.create()', 'form.submit()'],
    ])
      expect([sample, acts.test(sample)]).toEqual([sample, true])
    for (const sample of [
      'button.addEventListener("click", f)',
      'location.href.length',
      'location.href === x',
    ])
      expect([sample, acts.test(sample)]).toEqual([sample, false])
  })

  it('asks the person’s own server in one file, and nobody anywhere else', () => {
    expect(filesWith(/(?<![.\w])fetch\(/)).toEqual(['server.ts'])
  })

  it('makes no code and no markup of what others wrote', () => {
    expect(
      filesWith(/\beval\(|new Function|innerHTML|outerHTML\s*=(?!=)|insertAdjacentHTML|document\.write/),
    ).toEqual([])
  })

  it('stands alone: of the rest it knows the shapes that the server answers with', () => {
    const outside = sources.flatMap(({ name, text }) =>
      [...text.matchAll(/^(import (?:type )?).*?from '([^']+)'/gms)]
        .filter(([, , path]) => !path!.startsWith('./'))
        .map(([, how, path]) => `${name}: ${how}${path}`),
    )
    expect(outside).toEqual(['server.ts: import type ../../clients/typescript/api.ts'])
  })
})
