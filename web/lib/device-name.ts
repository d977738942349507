const browsers: [RegExp, string][] = [
  [/\bEdgA?\/|\bEdgiOS\//, 'Edge'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bOPR\/|\bOPT\//, 'Opera'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]
const systems: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bWindows\b/, 'Windows'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

const nameIn = (text: string, names: readonly [RegExp, string][]) =>
  names.find(([pattern]) => pattern.test(text))?.[1]

/** What a person would call this browser: "Chrome on Android". An iPad says it is a Mac, but has no mouse. */
export function deviceName(userAgent: string, touchPoints = 0): string {
  const found = nameIn(userAgent, systems)
  const system = found === 'Mac' && touchPoints > 1 ? 'iPad' : found
  const browser = nameIn(userAgent, browsers)
  if (browser === undefined) return system ?? 'Browser'
  return system === undefined ? browser : `${browser} on ${system}`
}

/** The same as the name of a target, which no other target has: `chrome-on-android`, then `chrome-on-android-2`. */
export function targetName(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 24)
    .replace(/^-+|-+$/g, '')
  const base = plain === '' || plain === '1' ? 'browser' : plain
  for (let n = 1; ; n++) {
    const one = n === 1 ? base : `${base}-${n}`
    if (!taken.has(one)) return one
  }
}
