import { z } from 'zod'

/** A figure, name or quote that a sentence has; what its unit is, the name says. */
export type Param = string | number | boolean | null | readonly string[]
export type Params = Readonly<Record<string, Param>>

/** A sentence in English, and what it says: of a code and its parameters other languages make theirs. */
export interface Said<Code extends string = string> {
  sentence: string
  /** Stable, kebab-case; one that was released keeps its meaning and its parameters. */
  code: Code
  params: Params
}

/** What a code says in English. */
// biome-ignore lint/suspicious/noExplicitAny: each sentence has parameters of its own, which `sayer` holds it to.
export type Catalogue = Readonly<Record<string, (params: any) => string>>

/** The same catalogue in another language: of each code a sentence, of the same parameters. */
export type Translation<Own extends Catalogue> = {
  readonly [Code in keyof Own]: (params: Parameters<Own[Code]>[0]) => string
}

/** Says what is in a catalogue; nothing else. */
export function sayer<Own extends Catalogue>(catalogue: Own) {
  return <Code extends keyof Own & string>(
    code: Code,
    ...[params = {}]: Parameters<Own[Code]>
  ): Said<Code> => ({ sentence: catalogue[code]!(params), code, params: params as Params })
}

/** Of sentences that were stored before they had codes. */
export const textSentences = { text: (p: { text: string }) => p.text }

/** A stored sentence with its code: `text` where it was said before there were any. */
export function coded<Own extends { sentence: string } & Partial<Said>>(stored: Own): Own & Said {
  const { code = 'text', params = { text: stored.sentence } } = stored
  return { ...stored, code, params }
}

/** What stands beside a sentence that has a name of its own. */
export const saidAlone = ({ code, params }: Said) => ({ code, params })

/** What a check found, with what it says. */
export const checked = (ok: boolean, said: Said) => ({
  ok,
  detail: said.sentence,
  detailSaid: saidAlone(said),
})

/** A title with what it says. */
export const titled = (said: Said) => ({ title: said.sentence, titleSaid: saidAlone(said) })

/** Lines with what each says; null where nothing of ours does. */
export const lined = (lines: readonly (Said | string)[]) => ({
  lines: lines.map((line) => (typeof line === 'string' ? line : line.sentence)),
  linesSaid: lines.map((line) => (typeof line === 'string' ? null : saidAlone(line))),
})

/** How answers carry what a sentence says. */
export const saidShape = {
  /** What the sentence says, for other languages (docs/sentences.md); `text` = it was said before there were codes. */
  code: z.string(),
  params: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]),
  ),
}
export const saidSchema = z.object(saidShape)
