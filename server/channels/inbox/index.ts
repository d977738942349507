import type { Channel } from '../contract.ts'
import { german } from './german.ts'

/** The notification itself is what the inbox shows, so by the time of delivery it is already there. */
const inbox: Channel = {
  id: 'inbox',
  words: { de: german },
  name: 'Inbox',
  description:
    'Keeps every message inside Deal Scout, where the web app, `deal-scout inbox` and the API show it.',
  options: [],
  fields: [],
  inProduct: true,
  unavailable: () => null,
  deliver: async (message) => ({ outcome: 'sent', providerRef: String(message.notificationId) }),
}

export default inbox
