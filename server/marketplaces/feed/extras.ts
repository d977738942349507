import { load } from 'cheerio'

/** What shops and marketplaces add to an entry in namespaces that feed readers drop (Google's `g:`, schema.org). */
export interface Extras {
  price?: string
  currency?: string
  condition?: string
  brand?: string
  category?: string
  images: string[]
}

const names: Readonly<Record<string, Exclude<keyof Extras, 'images'>>> = {
  price: 'price',
  sale_price: 'price',
  pricecurrency: 'currency',
  currency: 'currency',
  condition: 'condition',
  brand: 'brand',
  product_type: 'category',
}
const imageNames = new Set(['image_link', 'additional_image_link'])

/** Extras by the entry's id and by its link, whatever the prefix. Reads again only feeds that have a price element. */
export function readExtras(xml: string): ReadonlyMap<string, Extras> {
  const extras = new Map<string, Extras>()
  if (!/<(?:[\w-]{1,40}:)?(?:sale_)?price[\s>]/i.test(xml)) return extras
  const root = load(xml, { xml: { xmlMode: true, decodeEntities: true } }).root()[0]
  type Node = NonNullable<typeof root>['children'][number]
  const stack: Node[] = root ? [...root.children] : []
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type !== 'tag') continue
    const name = localName(node.name)
    if (name !== 'item' && name !== 'entry') {
      stack.push(...node.children)
      continue
    }
    const entry: Extras = { images: [] }
    const keys: string[] = []
    let onSale = false
    for (const child of node.children) {
      if (child.type !== 'tag') continue
      const field = localName(child.name)
      const text = textOf(child.children)
      if (field === 'guid' || field === 'id' || field === 'link')
        keys.push(text, child.attribs.href?.trim() ?? '')
      if (text === '') continue
      if (imageNames.has(field)) entry.images.push(text)
      const key = Object.hasOwn(names, field) ? names[field] : undefined
      if (key === undefined || (key === 'price' && onSale)) continue
      entry[key] = text
      onSale ||= field === 'sale_price'
    }
    for (const key of keys) if (key !== '' && !extras.has(key)) extras.set(key, entry)
  }
  return extras

  function textOf(children: readonly Node[]): string {
    let text = ''
    for (const child of children) {
      if (child.type === 'text') text += child.data
      else if (child.type === 'cdata')
        for (const inner of child.children) if (inner.type === 'text') text += inner.data
    }
    return text.trim().slice(0, 2000)
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase()
}
