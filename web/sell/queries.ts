import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import {
  deleteItem,
  type GetItemsParams,
  getItem,
  getItemAd,
  getItemPrices,
  getItems,
  getProfit,
  getSaleSlip,
  getSales,
  getSellBooks,
  getSellFindings,
  getSellPlaces,
  getSellReadings,
  getSellStyle,
  getSellTasks,
  type PatchItemAdBody,
  type PatchItemBody,
  type PatchSaleBody,
  type PatchSellBooksBody,
  type PatchSellFindingBody,
  type PostDrivesBody,
  type PostItemPostsBody,
  type PostItemsBody,
  type PostSalesBody,
  type PutSaleShipmentBody,
  type PutSellStyleBody,
  patchItem,
  patchItemAd,
  patchPost,
  patchSale,
  patchSellBooks,
  patchSellFinding,
  postDrives,
  postItemPosts,
  postItems,
  postSales,
  postSellImport,
  putSaleShipment,
  putSellStyle,
} from '../../clients/typescript/api.ts'

export type Item = Awaited<ReturnType<typeof getItem>>
export type Sale = Awaited<ReturnType<typeof getSales>>['items'][number]
export type Profit = Awaited<ReturnType<typeof getProfit>>
export type Tasks = Awaited<ReturnType<typeof getSellTasks>>
export type ItemState = Item['state']

const root = 'sell'

export const itemsQuery = (filter: Pick<GetItemsParams, 'state' | 'q'>) =>
  infiniteQueryOptions({
    queryKey: [root, 'items', filter],
    queryFn: ({ pageParam, signal }) =>
      getItems({ ...filter, limit: 50, ...(pageParam !== null && { cursor: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

export const itemQuery = (id: number) =>
  queryOptions({ queryKey: [root, 'item', id], queryFn: ({ signal }) => getItem(id, { signal }) })

export type Prices = Awaited<ReturnType<typeof getItemPrices>>

export const pricesQuery = (id: number) =>
  queryOptions({ queryKey: [root, 'prices', id], queryFn: ({ signal }) => getItemPrices(id, { signal }) })

export const salesQuery = (itemId?: number) =>
  infiniteQueryOptions({
    queryKey: [root, 'sales', itemId ?? null],
    queryFn: ({ pageParam, signal }) =>
      getSales(
        { limit: 50, ...(itemId && { itemId }), ...(pageParam !== null && { cursor: pageParam }) },
        { signal },
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

export const tasksQuery = queryOptions({
  queryKey: [root, 'tasks'],
  queryFn: ({ signal }) => getSellTasks({ signal }),
})

export type Finding = Awaited<ReturnType<typeof getSellFindings>>['items'][number]

/** How far orders were read, and how here and the marketplaces differ. */
export const readingsQuery = queryOptions({
  queryKey: [root, 'readings'],
  queryFn: ({ signal }) => getSellReadings({ signal }),
})
export const findingsQuery = queryOptions({
  queryKey: [root, 'findings'],
  queryFn: ({ signal }) => getSellFindings({ limit: 50 }, { signal }),
})

export const settleFinding = (id: number, answer: PatchSellFindingBody) => patchSellFinding(id, answer)
export type Slip = Awaited<ReturnType<typeof getSaleSlip>>
export const slipQuery = (saleId: number) =>
  queryOptions({
    queryKey: [root, 'slip', saleId],
    queryFn: ({ signal }) => getSaleSlip(saleId, { signal }),
  })
export const shipSale = (id: number, shipment: PutSaleShipmentBody) => putSaleShipment(id, shipment)

export type ProfitGroup = 'month' | 'marketplace' | 'category' | 'item'
export const profitGroups: readonly ProfitGroup[] = ['month', 'marketplace', 'category', 'item']

export const profitQuery = (by: ProfitGroup) =>
  queryOptions({ queryKey: [root, 'profit', by], queryFn: ({ signal }) => getProfit({ by }, { signal }) })

/** A sale moves stock, posts, tasks and profit: all of it is read again. */
export const forgetSell = (client: QueryClient) => client.invalidateQueries({ queryKey: [root] })

export const addItem = (item: PostItemsBody) => postItems(item)
export const changeItem = (id: number, change: PatchItemBody) => patchItem(id, change)
export const removeItem = (id: number) => deleteItem(id)
export const addPost = (itemId: number, post: PostItemPostsBody) => postItemPosts(itemId, post)
export const endPost = (id: number, ended: boolean) => patchPost(id, { ended })
export const recordSale = (sale: PostSalesBody) => postSales(sale)
export const changeSale = (id: number, change: PatchSaleBody) => patchSale(id, change)
export const stillThere = (id: number) => patchPost(id, { stillThere: true })

export type Books = Awaited<ReturnType<typeof getSellBooks>>
export const booksQuery = queryOptions({
  queryKey: [root, 'books'],
  queryFn: ({ signal }) => getSellBooks({ signal }),
})
export const changeBooks = (changes: PatchSellBooksBody) => patchSellBooks(changes)
export const addDrive = (drive: PostDrivesBody) => postDrives(drive)

export type Ad = Awaited<ReturnType<typeof getItemAd>>
export type Style = Awaited<ReturnType<typeof getSellStyle>>

export const placesQuery = queryOptions({
  queryKey: [root, 'places'],
  queryFn: ({ signal }) => getSellPlaces({ signal }),
})

export const adQuery = (itemId: number, marketplace: string) =>
  queryOptions({
    queryKey: [root, 'ad', itemId, marketplace],
    queryFn: ({ signal }) => getItemAd(itemId, marketplace, { signal }),
  })

export const styleQuery = queryOptions({
  queryKey: [root, 'style'],
  queryFn: ({ signal }) => getSellStyle({ signal }),
})

export const writeAd = (itemId: number, marketplace: string, ad: PatchItemAdBody) =>
  patchItemAd(itemId, marketplace, ad)
export const changeStyle = (style: PutSellStyleBody) => putSellStyle(style)

export type Imported = Awaited<ReturnType<typeof postSellImport>>
export const importThings = (table: Parameters<typeof postSellImport>[0]) => postSellImport(table)
