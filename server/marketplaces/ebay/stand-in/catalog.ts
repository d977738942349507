import { type Answer, type Asked, ok, refuseBy } from './answers.ts'
import { nextId, siteOfTree, sites, type World } from './world.ts'

interface Aspect {
  name: string
  isRequired?: boolean
  isClosed?: boolean
  isMulti?: boolean
  values?: readonly string[]
}

export interface Category {
  id: string
  name: string
  parents: readonly (readonly [id: string, name: string])[]
  /** What people write of such things. */
  words: RegExp
  aspects: readonly Aspect[]
  conditions: readonly string[]
}

/** eBay's numbers of conditions: how the Inventory API names them, and how people read them. */
export const conditions: Readonly<Record<string, readonly [name: string, words: string]>> = {
  '1000': ['NEW', 'New'],
  '1500': ['NEW_OTHER', 'New other (see details)'],
  '1750': ['NEW_WITH_DEFECTS', 'New with defects'],
  '2000': ['CERTIFIED_REFURBISHED', 'Certified - Refurbished'],
  '2010': ['EXCELLENT_REFURBISHED', 'Excellent - Refurbished'],
  '2750': ['LIKE_NEW', 'Like New'],
  '2990': ['PRE_OWNED_EXCELLENT', 'Pre-owned - Excellent'],
  '3000': ['USED_EXCELLENT', 'Used'],
  '3010': ['PRE_OWNED_FAIR', 'Pre-owned - Fair'],
  '4000': ['USED_VERY_GOOD', 'Very Good'],
  '5000': ['USED_GOOD', 'Good'],
  '6000': ['USED_ACCEPTABLE', 'Acceptable'],
  '7000': ['FOR_PARTS_OR_NOT_WORKING', 'For parts or not working'],
}

const brand: Aspect = { name: 'Brand', isRequired: true, values: ['Unbranded', 'Fairbyte', 'Apple'] }
const colour: Aspect = { name: 'Color', isMulti: true, values: ['Black', 'Blue', 'Red', 'White'] }

export const categories: readonly Category[] = [
  {
    ...{ id: '9355', name: 'Cell Phones & Smartphones', parents: [['15032', 'Cell Phones & Accessories']] },
    words: /phone|handy|nova|galaxy/i,
    aspects: [
      brand,
      { name: 'Model', isRequired: true },
      { name: 'Storage Capacity', isClosed: true, values: ['64 GB', '128 GB', '256 GB'] },
      colour,
    ],
    conditions: ['1000', '1500', '2010', '3000', '7000'],
  },
  {
    ...{ id: '57988', name: 'Coats, Jackets & Vests', parents: [['11450', 'Clothing, Shoes & Accessories']] },
    words: /jacket|coat|jacke|mantel/i,
    aspects: [
      brand,
      { name: 'Department', isRequired: true, isClosed: true, values: ['Men', 'Women'] },
      { name: 'Size', isRequired: true },
      colour,
    ],
    conditions: ['1000', '1500', '1750', '2990', '3000', '3010'],
  },
  {
    ...{ id: '261186', name: 'Books', parents: [['267', 'Books & Magazines']] },
    words: /book|novel|buch|roman/i,
    aspects: [
      { name: 'Book Title', isRequired: true },
      { name: 'Author', isRequired: true, isMulti: true },
    ],
    conditions: ['1000', '2750', '4000', '5000', '6000'],
  },
  {
    ...{ id: '88433', name: 'Other', parents: [['99', 'Everything Else']] },
    words: /\w/,
    aspects: [{ ...brand, isRequired: false }, colour],
    conditions: ['1000', '3000', '7000'],
  },
]

const isTree = (treeId: string) => siteOfTree(treeId) !== undefined

export function defaultTree({ url }: Asked): Answer {
  const site = sites[url.searchParams.get('marketplace_id') ?? '']
  if (site === undefined) refuseBy('API_TAXONOMY', 400, 62003, 'The specified marketplace ID was not found.')
  return ok({ categoryTreeId: site.treeId, categoryTreeVersion: '131' })
}

export function suggestions({ url, parts: [treeId = ''] }: Asked): Answer {
  if (!isTree(treeId)) refuseBy('API_TAXONOMY', 404, 62004, 'The specified category tree ID was not found.')
  const q = url.searchParams.get('q') ?? ''
  if (q === '') refuseBy('API_TAXONOMY', 400, 62007, "Missing keyword 'q'.")
  const found = categories.filter(({ words }) => words.test(q))
  if (found.length === 0) return { status: 204 }
  return ok({
    ...{ categoryTreeId: treeId, categoryTreeVersion: '131' },
    categorySuggestions: found.map(({ id, name, parents }) => ({
      category: { categoryId: id, categoryName: name },
      categoryTreeNodeLevel: parents.length + 1,
      categoryTreeNodeAncestors: parents.map(([categoryId, categoryName], at) => ({
        ...{ categoryId, categoryName, categoryTreeNodeLevel: parents.length - at },
        categorySubtreeNodeHref: `${url.origin}/commerce/taxonomy/v1/category_tree/${treeId}/get_category_subtree?category_id=${categoryId}`,
      })),
    })),
  })
}

export function aspects({ url, parts: [treeId = ''] }: Asked): Answer {
  if (!isTree(treeId)) refuseBy('API_TAXONOMY', 404, 62004, 'The specified category tree ID was not found.')
  const category = categories.find(({ id }) => id === url.searchParams.get('category_id'))
  if (category === undefined)
    refuseBy(
      'API_TAXONOMY',
      400,
      62005,
      'The specified category ID does not belong to specified category tree.',
    )
  return ok({
    aspects: category.aspects.map(({ name, isRequired, isClosed, isMulti, values = [] }) => ({
      localizedAspectName: name,
      aspectConstraint: {
        ...{ aspectDataType: 'STRING', aspectRequired: isRequired ?? false },
        aspectMode: isClosed ? 'SELECTION_ONLY' : 'FREE_TEXT',
        itemToAspectCardinality: isMulti ? 'MULTI' : 'SINGLE',
        aspectUsage: isRequired ? 'RECOMMENDED' : 'OPTIONAL',
        ...{ aspectMaxLength: 65, aspectEnabledForVariations: false, aspectApplicableTo: ['PRODUCT'] },
      },
      aspectValues: values.map((localizedValue) => ({ localizedValue })),
    })),
  })
}

export function conditionPolicies({ url, parts: [site = ''] }: Asked): Answer {
  if (sites[site] === undefined)
    refuseBy('API_METADATA', 400, 46001, 'The specified marketplace ID was not found.')
  const asked = /^categoryIds:\{([\d|]+)\}$/.exec(url.searchParams.get('filter') ?? '')?.[1]?.split('|')
  if (asked === undefined) refuseBy('API_METADATA', 400, 46002, 'The filter value is invalid.')
  const found = categories.filter(({ id }) => asked.includes(id))
  if (found.length === 0) return { status: 204 }
  return ok({
    itemConditionPolicies: found.map((category) => ({
      ...{ categoryTreeId: sites[site]!.treeId, categoryId: category.id, itemConditionRequired: true },
      itemConditions: category.conditions.map((conditionId) => ({
        conditionId,
        // What is called used elsewhere is a grade of three in what people wear.
        conditionDescription:
          conditionId === '3000' && category.conditions.includes('2990')
            ? 'Pre-owned - Good'
            : conditions[conditionId]![1],
      })),
    })),
  })
}

const imageDays = 30

/** Multipart with one part `image`, as the Media API takes it. */
export function createImage({ headers, bytes, url }: Asked, world: World): Answer {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/i.exec(headers['content-type'] ?? '')?.[1]
  if (boundary === undefined) refuseBy('API_MEDIA', 415, 190_000, 'The content type is not supported.')
  const text = bytes.toString('latin1')
  const parts = text.split(`--${boundary}`)
  const part = parts.find((one) => /content-disposition:[^\r\n]*\bname="image"/i.test(one))
  if (part === undefined || parts.at(-1)?.trim() !== '--')
    refuseBy('API_MEDIA', 400, 190_201, 'The image could not be found.')
  const content = Buffer.from(part.slice(part.indexOf('\r\n\r\n') + 4, -2), 'latin1')
  if (content.length < 4 || content[0] !== 0xff || content[1] !== 0xd8 || content.at(-1) !== 0xd9)
    refuseBy('API_MEDIA', 400, 190_204, 'The image is not of a supported format.')
  const id = nextId(world, 700_000_000)
  const expiresAt = new Date(world.now().getTime() + imageDays * 86_400_000)
  world.images.set(id, {
    url: `https://i.ebayimg.com/images/g/${id}/s-l1600.jpg`,
    expiresAt,
    bytes: content.length,
  })
  return {
    status: 201,
    body: { imageUrl: world.images.get(id)!.url, expirationDate: expiresAt.toISOString() },
    headers: { location: `${url.origin}/commerce/media/v1_beta/image/${id}` },
  }
}

export function getImage({ parts: [id = ''] }: Asked, world: World): Answer {
  const image = world.images.get(id)
  if (image === undefined) refuseBy('API_MEDIA', 404, 190_200, 'The specified image was not found.')
  return ok({ imageUrl: image.url, expirationDate: image.expiresAt.toISOString() })
}
