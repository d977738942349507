import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import {
  deleteRule,
  getRule,
  getRules,
  type PatchRuleBody,
  type PostRulesBody,
  patchRule,
  postRules,
  postRulesPreview,
} from '../../clients/typescript/api.ts'

export type RuleBody = PostRulesBody
export type Rule = Awaited<ReturnType<typeof getRule>>

export const rulesQuery = infiniteQueryOptions({
  queryKey: ['rules', 'list'],
  queryFn: ({ pageParam, signal }) =>
    getRules({ limit: 100, ...(pageParam !== null && { cursor: pageParam }) }, { signal }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
})

export const ruleQuery = (id: number) =>
  queryOptions({ queryKey: ['rules', id], queryFn: ({ signal }) => getRule(id, { signal }) })

/** What a rule would find; it looks through what is stored, which takes a moment. */
export const previewQuery = (rule: RuleBody) =>
  queryOptions({
    queryKey: ['rules', 'preview', rule],
    queryFn: ({ signal }) => postRulesPreview(rule, {}, { signal }),
    staleTime: 60_000,
  })

export const addRule = (rule: RuleBody) => postRules(rule)
export const changeRule = (id: number, patch: PatchRuleBody) => patchRule(id, patch)
export const removeRule = (id: number) => deleteRule(id)
