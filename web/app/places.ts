import {
  BellRing,
  Eye,
  Inbox,
  PackageOpen,
  Radar,
  Scale,
  ShieldCheck,
  SlidersHorizontal,
  Tag,
} from 'lucide-react'

/** The places of the app, in the order in which every width shows them; a new one is one entry. */
export const places = [
  { id: 'deals', to: '/deals', icon: Tag, key: 'd' },
  { id: 'watching', to: '/watching', icon: Eye, key: 'w' },
  { id: 'rules', to: '/rules', icon: BellRing, key: 'r' },
  { id: 'inbox', to: '/notifications', icon: Inbox, key: 'i' },
  { id: 'value', to: '/value', icon: Scale, key: 'v' },
  { id: 'sell', to: '/sell', icon: PackageOpen, key: 'm' },
] as const

/** What one goes to now and then: below the places where there is room, else behind "More". */
export const placesBehind = [
  { id: 'sources', to: '/sources', icon: Radar, key: 'o' },
  { id: 'settings', to: '/settings/profile', icon: SlidersHorizontal, key: 's' },
  { id: 'admin', to: '/admin/people', icon: ShieldCheck, key: 'a' },
] as const

export const allPlaces = [...places, ...placesBehind]
export type Place = (typeof allPlaces)[number]

/** Those that a person may go to. */
export const openTo =
  (mayAdmin: boolean) =>
  ({ id }: Place) =>
    mayAdmin || id !== 'admin'

/** So many stand in the bar of a phone; the rest is behind "More". */
const inBar = 4
export const placesBehindBar: readonly Place[] = [...places.slice(inBar), ...placesBehind]

/** Whether an address is in a place: `/rules/7` is in Rules. */
export const isIn = (path: string, to: string) => path.split('/')[1] === to.split('/')[1]
