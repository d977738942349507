import type { Channel } from '../contract.ts'

/** The notification itself is what the inbox shows, so by the time of delivery it is already there. */
const inbox: Channel = {
  id: 'inbox',
  name: 'Inbox',
  description: 'Keeps every message inside Deal Scout: `deal-scout inbox`, or GET /api/notifications.',
  options: [],
  fields: [],
  inProduct: true,
  unavailable: () => null,
  deliver: async (message) => ({ outcome: 'sent', providerRef: String(message.notificationId) }),
}

export default inbox
