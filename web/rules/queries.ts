import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  deleteRule,
  getMarketplaces,
  getRule,
  getRuleMatches,
  getRules,
  getRulesDeleted,
  getValue,
  type PatchRuleBody,
  type PostRulesBody,
  type PostRulesImportBody,
  patchRule,
  postRuleDuplicate,
  postRuleRestore,
  postRules,
  postRulesImport,
  postRulesPreview,
  postRulesPreviewMatches,
} from '../../clients/typescript/api.ts'

export type RuleBody = PostRulesBody
export type Rule = Awaited<ReturnType<typeof getRule>>
export type RuleStats = Rule['stats']
export type DeletedRule = Awaited<ReturnType<typeof getRulesDeleted>>['items'][number]
export type RuleMatch = Awaited<ReturnType<typeof getRuleMatches>>['items'][number]
export type Reach = Awaited<ReturnType<typeof postRulesPreview>>['reach']
export type RuleImport = Awaited<ReturnType<typeof postRulesImport>>

export const rulesQuery = infiniteQueryOptions({
  queryKey: ['rules', 'list'],
  queryFn: ({ pageParam, signal }) =>
    getRules({ limit: 100, ...(pageParam !== null && { cursor: pageParam }) }, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
})

export const deletedRulesQuery = queryOptions({
  queryKey: ['rules', 'deleted'],
  queryFn: ({ signal }) => getRulesDeleted({ signal }),
})

export const ruleQuery = (id: number) =>
  queryOptions({ queryKey: ['rules', id], queryFn: ({ signal }) => getRule(id, { signal }) })

/** What a rule found, newest first. */
export const matchesQuery = (id: number) =>
  infiniteQueryOptions({
    queryKey: ['rules', id, 'matches'],
    queryFn: ({ pageParam, signal }) =>
      getRuleMatches(id, { limit: 50, ...(pageParam !== null && { cursor: pageParam }) }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })

/** The newest that a draft fits: quick, and given up when another is asked for. */
export const draftMatchesQuery = (rule: RuleBody) =>
  queryOptions({
    queryKey: ['rules', 'draft', rule],
    queryFn: ({ signal }) => postRulesPreviewMatches(rule, { signal }),
    staleTime: 30_000,
    gcTime: 60_000,
  })

/** What a rule would have told in the last days; it looks through what is stored, which takes a moment. */
export const previewQuery = (rule: RuleBody) =>
  queryOptions({
    queryKey: ['rules', 'preview', rule],
    queryFn: ({ signal }) => postRulesPreview(rule, {}, { signal }),
    staleTime: 60_000,
  })

/** What such a thing is worth. */
export const worthQuery = (title: string, currency: string) =>
  queryOptions({
    queryKey: ['rules', 'worth', title, currency],
    queryFn: ({ signal }) => getValue({ title, currency }, { signal }),
    staleTime: 5 * 60_000,
  })

export const marketplacesQuery = queryOptions({
  queryKey: ['marketplaces', 'names'],
  queryFn: ({ signal }) => getMarketplaces({ signal }),
  staleTime: 5 * 60_000,
})

export const addRule = (rule: RuleBody) => postRules(rule)
/** With `ifRevision` only where the rule still is that one. */
export const changeRule = (id: number, patch: PatchRuleBody, ifRevision?: number) =>
  patchRule(id, patch, ifRevision === undefined ? {} : { ifRevision })
export const removeRule = (id: number) => deleteRule(id)
export const restoreRule = (id: number) => postRuleRestore(id)
export const duplicateRule = (id: number) => postRuleDuplicate(id)
export const importRules = (body: PostRulesImportBody) => postRulesImport(body)
