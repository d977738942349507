import { BellRing, Inbox, SlidersHorizontal, Tag } from 'lucide-react'

/** The places of the app, in the order in which the rail and the bar show them; a new one is one entry. */
export const places = [
  { id: 'deals', to: '/deals', icon: Tag, key: 'd' },
  { id: 'rules', to: '/rules', icon: BellRing, key: 'r' },
  { id: 'inbox', to: '/notifications', icon: Inbox, key: 'i' },
  { id: 'settings', to: '/settings/profile', icon: SlidersHorizontal, key: 's' },
] as const

/** Whether an address is in a place: `/rules/7` is in Rules. */
export const isIn = (path: string, to: string) => path.split('/')[1] === to.split('/')[1]
