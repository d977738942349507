import type { Step } from '../../../model/selling.ts'
import type { SellingContext } from '../../selling-contract.ts'
import { type Connection, text } from '../connection.ts'
import { type Ask, type Came, call, connected, type Failed, failed, isFailed } from '../selling/call.ts'
import { rowsOf, textOf } from '../selling/json.ts'
import { appToken, publicScope } from '../sign-in.ts'
import { asOperator } from './account.ts'
import { ebayNotices, orderTopic } from './notices.ts'
import { scopesOf } from './options.ts'

const notification = '/commerce/notification/v1'
export const noticeScope = `${publicScope}/commerce.notification.subscription`
const name = 'Deal Scout'
const rowsMax = 100

/**
 * Has eBay send a notice of each sale of the person whose token it is, to the address that takes those of deleted accounts.
 * What is there already is adopted, and switched on again where eBay or somebody switched it off.
 */
export async function listen(ctx: SellingContext): Step<{ isTold: boolean }> {
  const notTold = (why: string) => ({ value: { isTold: false }, warnings: [why] })
  const missing = ebayNotices.unavailable(ctx.options)
  if (missing !== null) return notTold(missing)
  if (!scopesOf(ctx.options).includes(noticeScope)) return notTold(scopeMissing)
  const connection = connected(ctx)
  if (isFailed(connection)) return connection
  const app = await appToken(connection as Connection, asOperator(ctx))
  if ('outcome' in app) return failed('away', app.reason)
  const asApp = (ask: Ask) => call({ ...ask, token: app.token }, ctx)

  const destination = await putDestination(asApp, ctx)
  if (typeof destination !== 'string') return destination
  const version = await schemaVersion(asApp)
  if (typeof version !== 'string') return version
  return putSubscription({ destination, version }, ctx)
}

export const scopeMissing =
  'To hear of sales at once, add commerce.notification.subscription to EBAY_SCOPES and connect eBay again (docs/ebay-account.md).'
export const noAlertAddress =
  'eBay sends notices only to an app with an alert address: enter one under Alerts and Notifications of the eBay developer account.'
export const notReached =
  'eBay could not reach EBAY_DELETION_URL, or got another answer than it expects: it has to be open to the internet, by HTTPS.'
export const noTopic = 'eBay offers no notices of sales to this app.'

type Asks = (ask: Ask) => Promise<Came | Failed>

/** Our address among those of the app. */
async function putDestination(asApp: Asks, { options }: SellingContext): Promise<string | Failed> {
  const endpoint = text(options.EBAY_DELETION_URL)
  const body = {
    ...{ name, status: 'ENABLED' },
    deliveryConfig: { endpoint, verificationToken: text(options.EBAY_DELETION_TOKEN) },
  }
  const path = `${notification}/destination`
  const read = async () => {
    const came = await asApp({ step: 'read-destination', method: 'GET', path: `${path}?limit=${rowsMax}` })
    if (isFailed(came)) return came
    return rowsOf(came.json?.destinations).find(
      ({ deliveryConfig }) => (deliveryConfig as { endpoint?: unknown } | null)?.endpoint === endpoint,
    )
  }
  const there = await read()
  if (there !== undefined && isFailed(there)) return there
  const id = textOf(there?.destinationId)
  if (id !== null && there?.status === 'ENABLED') return id
  const put = { step: 'put-destination', body } as const
  const came =
    id === null
      ? await asApp({ ...put, method: 'POST', path })
      : await asApp({ ...put, method: 'PUT', path: `${path}/${encodeURIComponent(id)}` })
  if (isFailed(came)) return explained(came)
  return id ?? came.location?.split('/').at(-1) ?? failed('away', noTopic)
}

/** The newest form of the notice. */
async function schemaVersion(asApp: Asks): Promise<string | Failed> {
  const came = await asApp({ step: 'read-topic', method: 'GET', path: `${notification}/topic/${orderTopic}` })
  if (isFailed(came)) return came
  const versions = rowsOf(came.json?.supportedPayloads)
    .filter(({ deprecated }) => deprecated !== true)
    .flatMap(({ schemaVersion: version }) => textOf(version) ?? [])
  return versions.toSorted((a, b) => Number(b) - Number(a))[0] ?? failed('refused', noTopic)
}

async function putSubscription(
  { destination, version }: { destination: string; version: string },
  ctx: SellingContext,
): Step<{ isTold: boolean }> {
  const told = { value: { isTold: true }, warnings: [] }
  const path = `${notification}/subscription`
  const read = await call({ step: 'read-subscription', method: 'GET', path: `${path}?limit=${rowsMax}` }, ctx)
  if (isFailed(read)) return read
  const there = rowsOf(read.json?.subscriptions).find(({ topicId }) => topicId === orderTopic)
  if (there?.status === 'ENABLED' && there.destinationId === destination) return told
  const set = {
    ...{ destinationId: destination, status: 'ENABLED' },
    payload: { format: 'JSON', deliveryProtocol: 'HTTPS', schemaVersion: version },
  }
  const id = textOf(there?.subscriptionId)
  const came =
    id === null
      ? await call(
          {
            ...{ step: 'put-subscription', method: 'POST', path },
            body: { ...set, topicId: orderTopic },
          },
          ctx,
        )
      : await call(
          {
            ...{ step: 'put-subscription', method: 'PUT', path: `${path}/${encodeURIComponent(id)}` },
            body: set,
          },
          ctx,
        )
  return isFailed(came) ? explained(came) : told
}

/** What a person can do about it, where eBay's own words say it to the programmer. */
function explained(came: Failed): Failed {
  if (came.codes.includes('195003')) return { ...came, reason: noAlertAddress }
  return came.codes.includes('195020') ? { ...came, reason: notReached } : came
}
