import { getPlaces } from '../../../clients/typescript/api.ts'

/** Places that a text may be the beginning of; more than one slice asks for them. */
export const suggestPlaces = async (text: string, signal: AbortSignal): Promise<string[]> =>
  (await getPlaces({ q: text }, { signal })).items.map(({ label }) => label)
