import { queryOptions } from '@tanstack/react-query'
import { getPlaces, getPlacesMap, getPlacesNearest, getPlacesTowns } from '../../../clients/typescript/api.ts'

/** Places that a text may be the beginning of; more than one slice asks for them. */
export const suggestPlaces = async (text: string, signal: AbortSignal): Promise<string[]> =>
  (await getPlaces({ q: text }, { signal })).items.map(({ label }) => label)

/** The largest towns of a part of a map. */
export const townsQuery = (bbox: string) =>
  queryOptions({
    queryKey: ['towns', bbox],
    queryFn: async ({ signal }) => (await getPlacesTowns({ bbox, limit: 60 }, { signal })).items,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** What maps are drawn on. */
export const mapQuery = queryOptions({
  queryKey: ['map'],
  queryFn: ({ signal }) => getPlacesMap({ signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

/** The town at a point; null = none is near. */
export const nearestTown = async (spot: { lat: number; lon: number }): Promise<string | null> =>
  (await getPlacesNearest({ lat: spot.lat, lon: spot.lon })).place?.label ?? null

/** Where a text is that names a place. */
export const spotQuery = (text: string) =>
  queryOptions({
    queryKey: ['spot', text],
    queryFn: async ({ signal }) => (await getPlaces({ q: text, limit: 1 }, { signal })).items[0] ?? null,
    staleTime: Number.POSITIVE_INFINITY,
  })
