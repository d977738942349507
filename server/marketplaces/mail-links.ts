/** Where tracking addresses keep the one that they lead to. */
const targetNames = new Set(['mpre', 'url', 'u', 'q'])
/** A redirect may pass through another one. */
const unwrappedMax = 3
const lengthMax = 4000

/**
 * The listing that a link of a mail leads to, as far as the link itself says it: its own address, else one that stands whole in
 * its query. Nobody is asked: where a shortened link leads stays unknown.
 */
export function identifyInMail<T>(href: string, identify: (url: string) => T | null): T | null {
  let addresses = [href]
  for (let level = 0; level <= unwrappedMax && addresses.length > 0; level++) {
    for (const address of addresses) {
      const found = address.length <= lengthMax ? identify(address) : null
      if (found !== null) return found
    }
    addresses = addresses.flatMap(targetsOf).slice(0, 10)
  }
  return null
}

function targetsOf(address: string): string[] {
  const url = address.length <= lengthMax ? URL.parse(address) : null
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return []
  return [...url.searchParams].flatMap(([name, value]) =>
    targetNames.has(name.toLowerCase()) && /^https?:\/\//i.test(value) ? [value] : [],
  )
}

/** One that stands by itself: not within another word, such as of a script. */
const webAddress = /(?<![^\s<([])https?:\/\/[^\s<>"'()[\]{}]{1,4000}/gi

/** A line's web addresses, and what is left of it without them. */
export function addressesIn(line: string): { addresses: string[]; rest: string } {
  const addresses = [...line.matchAll(webAddress)].map(([address]) => address.replace(/[.,;:!?]+$/, ''))
  return { addresses, rest: line.replace(webAddress, ' ').replace(/[<>]/g, ' ').replace(/\s+/g, ' ').trim() }
}

/** Whether a picture is on one of these hosts or below one: another host would learn that the mail was read. */
export function isOnHost(address: string, hosts: readonly string[]): boolean {
  const host = URL.parse(address)?.hostname
  return host !== undefined && hosts.some((own) => host === own || host.endsWith(`.${own}`))
}
