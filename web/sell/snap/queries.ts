import { type QueryClient, queryOptions } from '@tanstack/react-query'
import {
  deleteSellPhoto,
  getGetItemPhotosZipUrl,
  getGetSellPhotoFileUrl,
  getItemPhotos,
  getPostSellPhotosUrl,
  getSellPhotoFile,
  getSellPhotos,
  type PostSellPhotosItemsBody,
  type PutItemFactsBody,
  patchSellPhoto,
  postSellPhotoCutOut,
  postSellPhotosItems,
  putItemFacts,
  putItemPhotos,
  putSellPhotosGroups,
} from '../../../clients/typescript/api.ts'
import { upload } from '../../lib/api/upload.ts'

export type Groups = Awaited<ReturnType<typeof getSellPhotos>>
export type Group = Groups['groups'][number]
export type Photo = Group['photos'][number]
export type Version = Photo['used']
export type ItemPhotos = Awaited<ReturnType<typeof getItemPhotos>>
export type Candidate = NonNullable<Photo['candidates']>[number]
export type FactField = Candidate['field']

const root = ['sell', 'photos'] as const
/** While photos are being read, what they are grouped as changes. */
const whileReadMs = 1500

export const groupsQuery = queryOptions({
  queryKey: [...root, 'loose'],
  queryFn: ({ signal }) => getSellPhotos({ signal }),
  refetchInterval: ({ state }) => (state.data !== undefined && state.data.waiting > 0 ? whileReadMs : false),
})

const isWorkedOn = ({ state, cut, candidates }: Photo) =>
  state === 'waiting' || cut?.state === 'asked' || (state === 'ready' && candidates === null)

export const itemPhotosQuery = (itemId: number) =>
  queryOptions({
    queryKey: [...root, 'item', itemId],
    queryFn: ({ signal }) => getItemPhotos(itemId, { signal }),
    refetchInterval: ({ state }) => (state.data?.photos.some(isWorkedOn) === true ? whileReadMs : false),
  })

export const forgetPhotos = (client: QueryClient) => client.invalidateQueries({ queryKey: ['sell'] })

export const sendPhoto = (file: File, signal: AbortSignal) =>
  upload<Photo>(getPostSellPhotosUrl(), file, { onSent: () => {}, signal })
export const setGroups = (groups: number[][]) => putSellPhotosGroups({ groups })
export const makeItems = (groups: PostSellPhotosItemsBody['groups']) => postSellPhotosItems({ groups })
export const showVersion = (id: number, used: Version) => patchSellPhoto(id, { used })
export const cutOut = (id: number) => postSellPhotoCutOut(id)
export const removePhoto = (id: number) => deleteSellPhoto(id)
export const orderPhotos = (itemId: number, photoIds: number[]) => putItemPhotos(itemId, { photoIds })
export const sayFact = (itemId: number, fact: PutItemFactsBody) => putItemFacts(itemId, fact)

/** The browser keeps it by its tag; what is shown changes with the version. */
export const photoAddress = (
  { id, used }: Pick<Photo, 'id' | 'used'>,
  size: 'large' | 'small',
  version = used,
) => getGetSellPhotoFileUrl(id, { version, size })
/** As it is shown, numbered in the order of the ad. */
export const photoFile = async ({ id, used }: Pick<Photo, 'id' | 'used'>, number: number) =>
  new File([await getSellPhotoFile(id, { version: used, size: 'large' })], `photo-${number}.jpg`, {
    type: 'image/jpeg',
  })
export const zipAddress = (itemId: number, longest: number) => getGetItemPhotosZipUrl(itemId, { longest })
