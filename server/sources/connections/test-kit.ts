import { pino } from 'pino'
import { type StubClock, stubClock } from '../../../test/harness/app.ts'
import { claimedHouse, type House, type Visitor } from '../../accounts/test-kit.ts'
import {
  type EbayAccountServer,
  startEbayAccountServer,
} from '../../marketplaces/ebay/account/fake-server.ts'

export const deletionToken = 'a_verification-token_of_forty_characters'
export const deletionUrl = 'https://deals.example/api/connections/ebay/account-deletion'

/** A claimed program beside an eBay of the test. */
export interface ConnectedHouse extends AsyncDisposable {
  house: House
  site: EbayAccountServer
  clock: StubClock
  /** All that was logged, at the finest level. */
  logged: string[]
}

export async function connectedHouse(env: Record<string, string> = {}): Promise<ConnectedHouse> {
  const site = await startEbayAccountServer()
  const clock = stubClock(new Date())
  const logged: string[] = []
  const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })
  const house = await claimedHouse({
    env: {
      ...{ EBAY_CLIENT_ID: 'id', EBAY_CLIENT_SECRET: 'app-secret', EBAY_BASE_URL: site.baseUrl },
      ...{ EBAY_RUNAME: site.ruName, EBAY_SCOPES: 'commerce.identity.readonly' },
      ...{ EBAY_DELETION_URL: deletionUrl, EBAY_DELETION_TOKEN: deletionToken },
      ...env,
    },
    overrides: { clock, log },
  })
  site.acceptUrl = `${house.address}/connections/ebay/return`
  return {
    ...{ house, site, clock, logged },
    async [Symbol.asyncDispose]() {
      await house[Symbol.asyncDispose]()
      await site[Symbol.asyncDispose]()
    },
  }
}

/** Begins, agrees at eBay, and comes back; the page that is shown. */
export async function connect(site: EbayAccountServer, person: Visitor) {
  const begun = await person.call('POST', '/api/connections/ebay')
  if (begun.status !== 200) throw new Error(`${begun.status} ${JSON.stringify(begun.body)}`)
  const back = await site.decide((begun.body as { url: string }).url, true)
  return person.call('GET', pathOf(back))
}

export function pathOf(address: string): string {
  const { pathname, search } = new URL(address)
  return `${pathname}${search}`
}
