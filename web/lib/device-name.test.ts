import { expect, test } from 'vitest'
import { deviceName, targetName } from './device-name.ts'

const chrome = '(KHTML, like Gecko) Chrome/150.0.0.0'

test.each([
  [
    `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 ${chrome} Mobile Safari/537.36`,
    0,
    'Chrome on Android',
  ],
  [
    `Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36`,
    5,
    'Samsung Internet on Android',
  ],
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 ${chrome} Safari/537.36 Edg/150.0.0.0`,
    0,
    'Edge on Windows',
  ],
  ['Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0', 5, 'Firefox on Android'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 0, 'Firefox on Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
    5,
    'Safari on iPhone',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0 Mobile/15E148 Safari/604.1',
    5,
    'Chrome on iPhone',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
    5,
    'Safari on iPad',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
    0,
    'Safari on Mac',
  ],
  ['', 0, 'Browser'],
])('a browser is called by what it is and where: %s', (userAgent, touchPoints, name) => {
  expect(deviceName(userAgent, touchPoints)).toBe(name)
})

test('a target has a name that no other has, and that a rule can name', () => {
  expect(targetName('Chrome on Android', new Set())).toBe('chrome-on-android')
  expect(targetName('Chrome on Android', new Set(['chrome-on-android']))).toBe('chrome-on-android-2')
  expect(targetName('  沙 ', new Set())).toBe('browser')
  expect(targetName('Samsung Internet on Chromebook', new Set())).toMatch(/^[a-z0-9][a-z0-9-]{0,27}[a-z0-9]$/)
})
