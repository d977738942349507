import { readFileSync } from 'node:fs'
import { startFakeServer } from '../../test/harness/fake-server.ts'
import { checker } from '../checker.ts'
import { inputOf, optionsOf } from '../folder.ts'
import { amountsIn, quotedIn } from '../sentence.ts'

interface Scanned {
  listings: { title: string; priceCents: number | null; currency: string | null }[]
  /** What the scan came to. */
  scan: unknown
}

/** Titles in quotes with the price behind each; what stands behind a colon or in brackets is the reason. */
function wantedOf(expected: unknown) {
  const claim = String(expected).replace(/\s*\([^)]*\)\s*$/, '')
  return claim
    .split(/(?=(?:^|, )"[^"]+")/)
    .map((part) => ({ title: quotedIn(part)[0], amount: amountsIn(part.replace(/"[^"]*"/, ''))[0] ?? null }))
    .flatMap(({ title, amount }) => (title === undefined ? [] : [{ title, amount }]))
}

/** A feed that a server gives out under some content type: connected as a source, and scanned. */
export const servedFeeds = checker<Scanned>({
  form: 'served feed',
  fits: ({ run, rows }) =>
    /^serve \S+/.test(run) && rows.every(({ expected }) => wantedOf(expected).length > 0),
  async ask(folder, world) {
    const type = /"content-type: ([^"]+)"/i.exec(folder.run)?.[1] ?? 'text/xml'
    const body = readFileSync(inputOf(folder))
    const server = await world.use(
      startFakeServer((_request, response) => {
        response.writeHead(200, { 'content-type': type })
        response.end(body)
      }),
    )
    const program = await world.program({ env: { FEED_ALLOW_PRIVATE_NETWORK: 'true' } })
    const { currency } = optionsOf(folder.run)
    await program.send('POST', '/api/sources', {
      marketplace: 'feed',
      name: 'Case',
      settings: { url: `${server.baseUrl}/feed`, ...(currency && { currency }) },
      browse: true,
      try: false,
    })
    await program.app.sources.runDue()
    const listings = await program.listings()
    const { items } = await program.get<{ items: { lastOutcome: string; lastReason: string }[] }>(
      '/api/scans',
    )
    const scan = items.map(({ lastOutcome, lastReason }) => `${lastOutcome} ${lastReason ?? ''}`.trim())
    return folder.rows.map(() => ({ listings, scan }))
  },
  evaluate({ expected }, { listings, scan }) {
    const right = wantedOf(expected).every(({ title, amount }) =>
      listings.some(
        (one) =>
          one.title === title &&
          (amount === null || (one.priceCents === amount.cents && one.currency === amount.currency)),
      ),
    )
    const got = listings.map(
      ({ title, priceCents, currency }) =>
        `${JSON.stringify(title)}, ${priceCents === null ? 'no price' : `${priceCents} ${currency}`}`,
    )
    return { right, got: got.length === 0 ? scan : got }
  },
  mistakes({ expected }) {
    const right = wantedOf(expected).map(({ title, amount }) => ({
      title,
      priceCents: amount?.cents ?? null,
      currency: amount?.currency ?? null,
    }))
    const hasPrice = right.some(({ priceCents }) => priceCents !== null)
    return [
      { listings: [], scan: 'ok' },
      { listings: right.map((one) => ({ ...one, title: `${one.title.slice(0, -1)}\ufffd` })), scan: 'ok' },
      ...(hasPrice ? [{ listings: right.map((one) => ({ ...one, priceCents: null })), scan: 'ok' }] : []),
    ]
  },
})
