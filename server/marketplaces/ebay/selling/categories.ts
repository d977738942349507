import type { CategoryForm, Choice, SpecificField, Step } from '../../../model/selling.ts'
import type { SellingContext } from '../../selling-contract.ts'
import { conditionCodes } from '../conditions.ts'
import { type Ask, call, type Failed, failed, isFailed } from './call.ts'
import { conditionNames } from './condition-names.ts'
import { type Json, objectOf, rowsOf, textOf } from './json.ts'
import { sellingSite } from './sites.ts'

const taxonomy = '/commerce/taxonomy/v1'
const queryCharsMax = 350
const treeLifeMs = 24 * 3_600_000

/** Which tree of categories a site has; kept for a day. */
async function treeOf(site: string, get: Get, ctx: SellingContext): Promise<string | Failed> {
  const key = `ebay-tree:${site}`
  const known = await ctx.cache.get(key)
  if (known !== null) return known
  const came = await get('read-tree', `${taxonomy}/get_default_category_tree_id?marketplace_id=${site}`)
  if (isFailed(came)) return came
  const id = textOf(came.json?.categoryTreeId)
  if (id === null) return failed('away', 'eBay did not say which categories this site has.')
  await ctx.cache.set(key, id, new Date(ctx.clock.now().getTime() + treeLifeMs))
  return id
}

type Get = (step: string, path: string) => ReturnType<typeof call>

const getter =
  (language: string, ctx: SellingContext): Get =>
  (step, path) =>
    call({ step, method: 'GET', path, language } satisfies Ask, ctx)

export async function suggestCategories(site: string, title: string, ctx: SellingContext): Step<Choice[]> {
  const known = sellingSite(site)
  if ('outcome' in known) return known
  const words = title.replace(/\s+/g, ' ').trim().slice(0, queryCharsMax)
  if (words === '') return { value: [], warnings: [] }
  const get = getter(known.language, ctx)
  const tree = await treeOf(site, get, ctx)
  if (typeof tree !== 'string') return tree
  const path = `${taxonomy}/category_tree/${encodeURIComponent(tree)}/get_category_suggestions?q=${encodeURIComponent(words)}`
  const came = await get('suggest-categories', path)
  if (isFailed(came)) return came
  return { value: rowsOf(came.json?.categorySuggestions).flatMap(suggestion), warnings: came.warnings }
}

/** `Clothing › Coats`: the name alone is often "Other". */
function suggestion({ category, categoryTreeNodeAncestors }: Json): Choice[] {
  const { categoryId, categoryName } = objectOf(category)
  const id = textOf(categoryId)
  if (id === null) return []
  // The nearest comes first.
  const parents = rowsOf(categoryTreeNodeAncestors)
    .map((parent) => textOf(parent.categoryName))
    .filter((name) => name !== null)
    .reverse()
  return [{ id, name: [...parents, textOf(categoryName) ?? id].join(' › ') }]
}

export async function categoryForm(
  site: string,
  categoryId: string,
  ctx: SellingContext,
): Step<CategoryForm> {
  const known = sellingSite(site)
  if ('outcome' in known) return known
  if (!/^\d{1,10}$/.test(categoryId))
    return { outcome: 'refused', reason: 'A category at eBay is a number: choose one of those suggested.' }
  const get = getter(known.language, ctx)
  const tree = await treeOf(site, get, ctx)
  if (typeof tree !== 'string') return tree
  const aspects = await get(
    'read-specifics',
    `${taxonomy}/category_tree/${encodeURIComponent(tree)}/get_item_aspects_for_category?category_id=${categoryId}`,
  )
  if (isFailed(aspects)) return aspects
  const filter = encodeURIComponent(`categoryIds:{${categoryId}}`)
  const policies = await get(
    'read-conditions',
    `/sell/metadata/v1/marketplace/${site}/get_item_condition_policies?filter=${filter}`,
  )
  if (isFailed(policies)) return policies
  const own = rowsOf(policies.json?.itemConditionPolicies).find((row) => row.categoryId === categoryId)
  return {
    value: {
      id: categoryId,
      specifics: rowsOf(aspects.json?.aspects).flatMap(specific),
      conditions: rowsOf(own?.itemConditions).flatMap(condition),
    },
    warnings: [...aspects.warnings, ...policies.warnings],
  }
}

/** eBay takes up to thirty values of a specific that has several. */
const valuesMax = 30

function specific({ localizedAspectName, aspectConstraint, aspectValues }: Json): SpecificField[] {
  const name = textOf(localizedAspectName)
  if (name === null) return []
  const { aspectRequired, aspectMode, itemToAspectCardinality } = objectOf(aspectConstraint)
  return [
    {
      name,
      isRequired: aspectRequired === true,
      isClosed: aspectMode === 'SELECTION_ONLY',
      valuesMax: itemToAspectCardinality === 'MULTI' ? valuesMax : 1,
      values: rowsOf(aspectValues).flatMap(({ localizedValue }) => textOf(localizedValue) ?? []),
    },
  ]
}

function condition({ conditionId, conditionDescription }: Json): CategoryForm['conditions'] {
  const id = textOf(conditionId)
  // What has no name at its Inventory API cannot be posted by it.
  if (id === null || conditionNames[id] === undefined) return []
  return [{ id, name: textOf(conditionDescription) ?? id, means: conditionCodes[id] ?? null }]
}
