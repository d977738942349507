import { startFakeServer } from '../test/harness/fake-server.ts'

export interface Market extends AsyncDisposable {
  /** The feed's address. */
  url: string
  /** A further thing is for sale from now on. */
  publish(title: string): void
  /** What was for sale is gone. */
  clear(): void
}

/** A marketplace of our own: a feed of what was published, the newest first. */
export async function startMarket(): Promise<Market> {
  let titles: string[] = []
  const site = await startFakeServer((_, response) => {
    const items = titles.map(
      (title) =>
        `<item><title>${title}</title><description>$50</description><link>https://market.example/${encodeURIComponent(title)}</link></item>`,
    )
    response.setHeader('content-type', 'application/rss+xml')
    response.end(
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Market</title><link>https://market.example/</link>${items.join('')}</channel></rss>`,
    )
  })
  return {
    url: `${site.baseUrl}/feed.xml`,
    publish: (title) => void titles.unshift(title),
    clear() {
      titles = []
    },
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  }
}
