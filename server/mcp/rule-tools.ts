import { authorized } from '../core/actor.ts'
import { page, turnOf } from '../core/paging.ts'
import { createRuleOnce } from '../rules/copies/copies.ts'
import type { Trace } from '../rules/explain/trace-schema.ts'
import { draftRule, readRule, ruleView } from '../rules/rules.ts'
import { listRules } from '../rules/store.ts'
import {
  createInput,
  createOutput,
  explainInput,
  explainOutput,
  previewInput,
  previewOutput,
  rulesInput,
  rulesOutput,
} from './schema.ts'
import { type Tool, tool } from './tool.ts'
import { lineUnitsMax, type Marker, plainUrl } from './untrusted.ts'

const shownMax = 10
const tracesMax = 20
const sentencesMax = 30

/** Messages are left out: the story says what became of them. */
function traceShown(trace: Trace, marks: Marker) {
  const { ruleId, ruleName, listingId, title, verdict, headline, fits, match, story } = trace
  return {
    ...{ ruleId, ruleName, listingId, verdict, match },
    title: marks.line(title),
    // Sentences may quote the listing, or another that is the same thing.
    headline: marks.line(headline, lineUnitsMax),
    fits: {
      verdict: fits.verdict,
      conditions: fits.conditions.map((one) => ({
        ...one,
        sentence: marks.line(one.sentence, lineUnitsMax),
      })),
    },
    story: story.slice(0, sentencesMax).map((sentence) => marks.line(sentence, lineUnitsMax)),
  }
}

/** What matched first. */
const byMatch = (a: Trace, b: Trace) => Number(b.match !== null) - Number(a.match !== null)

/** Rules, and why a listing fits them or not. */
export const ruleTools: readonly Tool[] = [
  tool({
    name: 'list_rules',
    title: 'Rules',
    description: 'What the person wants to be notified about.',
    right: 'read',
    input: rulesInput,
    output: rulesOutput,
    async run({ rules }, actor, query) {
      const turn = turnOf('rules', query, ['number'])
      const rows = await listRules(rules.db, {
        userId: authorized(actor, 'read'),
        ...{ afterId: turn.at?.[0] ?? 0, isBack: turn.isBack, limit: query.limit + 1 },
      })
      const { items, next } = page(rows, turn, (rule) => [rule.id], ruleView)
      return { items, next }
    },
  }),
  tool({
    name: 'preview_rule',
    title: 'Preview a rule',
    description:
      'What a rule would find among the stored listings, and what it would have notified in the last days; nothing is saved. Use it before create_rule.',
    right: 'read',
    input: previewInput,
    output: previewOutput,
    async run({ rules }, actor, { rule, days }, marks) {
      const userId = authorized(actor, 'read')
      const draft = draftRule(readRule(rules, await rules.personOf(userId), rule), userId)
      const { items, backtest, ...figures } = await rules.preview(draft, { days })
      const shown = <Item extends { title: string; url: string }>(all: readonly Item[]) =>
        all.slice(0, shownMax).map((item) => ({
          ...item,
          title: marks.line(item.title),
          url: plainUrl(item.url),
        }))
      return {
        untrusted: marks.told,
        ...figures,
        items: shown(items),
        backtest: { ...backtest, items: shown(backtest.items) },
      }
    },
  }),
  tool({
    name: 'create_rule',
    title: 'Create a rule',
    description:
      'Saves a rule: from then on the person is notified of what fits it. Ask the person first. Asked again with the same rule it makes no second one: `isNew` is false then. Needs a key with the scope "write".',
    right: 'write',
    input: createInput,
    output: createOutput,
    isIdempotent: true,
    async run({ rules }, actor, { rule: asked }) {
      const { rule, isNew } = await createRuleOnce(rules, authorized(actor, 'write'), asked)
      return { rule: ruleView(rule), isNew }
    },
  }),
  tool({
    name: 'explain_match',
    title: 'Explain a match',
    description:
      'Why the person was, or was not, notified of a listing: by one rule, or by each of them, condition by condition.',
    right: 'read',
    input: explainInput,
    output: explainOutput,
    async run({ traces }, actor, { listingId, ruleId, timeZone }, marks) {
      const userId = authorized(actor, 'read')
      const found =
        ruleId === undefined
          ? (await traces.traceListing(userId, { listingId, timeZone })).toSorted(byMatch)
          : [await traces.traceRule(userId, { ruleId, listingId, timeZone })]
      const items = found.slice(0, tracesMax).map((trace) => traceShown(trace, marks))
      return { untrusted: marks.told, items }
    },
  }),
]
