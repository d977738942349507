const browsers: [name: string, sign: RegExp][] = [
  ['Edge', /\bEdgA?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|Chromium|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
]
const systems: [name: string, sign: RegExp][] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
]

/** "Firefox, Linux" for what a browser says of itself; null where it says nothing that is known. */
export function browserName(agent: string | null): string | null {
  const named = [browsers, systems].flatMap(
    (list) => list.find(([, sign]) => sign.test(agent ?? ''))?.[0] ?? [],
  )
  return named.length === 0 ? null : named.join(', ')
}
