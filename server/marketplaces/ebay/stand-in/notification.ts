import { type Answer, type Asked, object, ok, refuseBy } from './answers.ts'
import { nextId, type World } from './world.ts'

const domain = 'API_NOTIFICATION'
const topicId = 'ORDER_CONFIRMATION'

function refused(status: number, errorId: number, message: string): never {
  refuseBy(domain, status, errorId, message)
}

export function topic({ parts: [id] }: Asked): Answer {
  if (id !== topicId) refused(404, 195_004, 'The specified topic does not exist.')
  const payload = (schemaVersion: string, deprecated: boolean) => ({
    ...{ format: ['JSON'], schemaVersion, deliveryProtocol: 'HTTPS', deprecated },
  })
  return ok({
    ...{ topicId, description: 'A buyer checked out.', status: 'ENABLED', scope: 'USER', filterable: false },
    authorizationScopes: ['https://api.ebay.com/oauth/api_scope/commerce.notification.subscription'],
    supportedPayloads: [payload('0.9', true), payload('1.0', false)],
  })
}

export function destinations({ url }: Asked, { notices }: World): Answer {
  return ok({
    href: url.href,
    total: notices.destinations.length,
    limit: 100,
    destinations: notices.destinations,
  })
}

function destinationIn({ json }: Asked, { notices }: World) {
  const { name, status, deliveryConfig } = json ?? {}
  const { endpoint, verificationToken } = object(deliveryConfig)
  if (!notices.hasAlertAddress)
    refused(409, 195_003, 'Please provide configurations required for notifications. Refer to /config')
  if (typeof endpoint !== 'string' || !endpoint.startsWith('https://'))
    refused(400, 195_017, 'Invalid or missing endpoint.')
  if (typeof verificationToken !== 'string' || !/^[\w-]{32,80}$/.test(verificationToken))
    refused(400, 195_019, 'Invalid or missing verification token for this endpoint.')
  if (!notices.isReached) refused(409, 195_020, 'Challenge verification failed for requested endpoint')
  return { name: String(name), status: String(status), deliveryConfig: { endpoint, verificationToken } }
}

export function createDestination(asked: Asked, world: World): Answer {
  const given = destinationIn(asked, world)
  const { destinations } = world.notices
  if (destinations.some(({ deliveryConfig }) => deliveryConfig.endpoint === given.deliveryConfig.endpoint))
    refused(409, 195_021, 'Destination exists for this endpoint')
  const destinationId = `destination-${nextId(world, 1)}`
  destinations.push({ ...given, destinationId })
  return {
    status: 201,
    body: {},
    headers: { location: `https://api.ebay.com/commerce/notification/v1/destination/${destinationId}` },
  }
}

export function putDestination(asked: Asked, world: World): Answer {
  const found = world.notices.destinations.find(({ destinationId }) => destinationId === asked.parts[0])
  if (found === undefined) return refused(404, 195_013, 'The specified destination does not exist.')
  Object.assign(found, destinationIn(asked, world))
  return { status: 204 }
}

export function subscriptions({ url }: Asked, { notices }: World): Answer {
  return ok({
    href: url.href,
    total: notices.subscriptions.length,
    limit: 100,
    subscriptions: notices.subscriptions,
  })
}

function subscriptionIn({ json }: Asked, { notices }: World) {
  const { destinationId, status, payload } = json ?? {}
  const { format, deliveryProtocol, schemaVersion } = object(payload)
  const destination = notices.destinations.find((one) => one.destinationId === destinationId)
  if (destination === undefined) return refused(400, 195_007, 'Invalid or missing destination id.')
  if (schemaVersion !== '1.0') refused(400, 195_008, 'Invalid or missing schema version.')
  if (destination.status !== 'ENABLED')
    refused(409, 195_015, 'The subscription cannot be enabled since the destination is not enabled.')
  return {
    ...{ destinationId: destination.destinationId, status: String(status) },
    payload: { format, deliveryProtocol, schemaVersion },
  }
}

export function createSubscription(asked: Asked, world: World): Answer {
  const given = subscriptionIn(asked, world)
  if (asked.json?.topicId !== topicId) refused(400, 195_027, 'Invalid or missing topic id.')
  if (world.notices.subscriptions.length > 0) refused(409, 195_012, 'Subscription already exists')
  const subscriptionId = `subscription-${nextId(world, 1)}`
  world.notices.subscriptions.push({
    ...{ ...given, subscriptionId, topicId, creationDate: world.now().toISOString() },
  })
  return {
    status: 201,
    body: {},
    headers: { location: `https://api.ebay.com/commerce/notification/v1/subscription/${subscriptionId}` },
  }
}

export function putSubscription(asked: Asked, world: World): Answer {
  const found = world.notices.subscriptions.find(({ subscriptionId }) => subscriptionId === asked.parts[0])
  if (found === undefined) return refused(404, 195_014, 'The specified subscription does not exist.')
  Object.assign(found, subscriptionIn(asked, world))
  return { status: 204 }
}

export function publicKey({ parts: [kid] }: Asked, { notices }: World): Answer {
  const key = notices.keys.get(kid ?? '')
  return key === undefined ? refused(404, 195_001, 'The specified key id is invalid.') : ok(key)
}
