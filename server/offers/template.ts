import { plainText } from './plain.ts'

export const placeholders = [
  'greeting',
  'title',
  'offer',
  'price',
  'seller',
  'place',
  'pickup',
  'days',
  'marketplace',
  'name',
] as const
export type Placeholder = (typeof placeholders)[number]

/** What stands for each placeholder; null = not known. */
export type Facts = Readonly<Record<Placeholder, string | null>>

type Piece = { text: string } | { fact: Placeholder }

export interface Template {
  /** Pieces of a section are left out together when one of its facts is not known. */
  sections: { isOptional: boolean; pieces: Piece[] }[]
}

export interface TemplateProblem {
  /** Where the character is: its place in UTF-16 units from 0, and line and column from 1. */
  at: number
  line: number
  column: number
  message: string
}

const piecesMax = 40
const known = placeholders.map((name) => `{${name}}`).join(' ')

/**
 * Reads a template: plain text, `{placeholder}`, `[[…]]` around what is left out when a placeholder in it is not
 * known, and `{{` `}}` for braces that are meant. Answers with the first problem instead of throwing.
 */
export function parseTemplate(body: string): { template: Template } | { problem: TemplateProblem } {
  const template: Template = { sections: [] }
  let pieces: Piece[] = []
  let text = ''
  let optionalFrom: number | null = null
  let facts = 0
  const problem = (at: number, message: string) => ({ problem: { at, ...lineAndColumn(body, at), message } })
  const endText = () => {
    if (text !== '') pieces.push({ text })
    text = ''
  }
  const endSection = (isOptional: boolean) => {
    endText()
    if (pieces.length > 0) template.sections.push({ isOptional, pieces })
    pieces = []
  }
  for (let at = 0; at < body.length; ) {
    const two = body.slice(at, at + 2)
    if (two === '{{' || two === '}}') {
      text += body[at]
      at += 2
    } else if (two === '[[') {
      if (optionalFrom !== null)
        return problem(at, 'a [[ cannot stand inside another: end that with ]] first')
      endSection(false)
      optionalFrom = at
      at += 2
    } else if (two === ']]') {
      if (optionalFrom === null) return problem(at, 'a ]] without its [[')
      if (!hasFact(pieces))
        return problem(optionalFrom, `a [[…]] without a placeholder in it is never left out`)
      endSection(true)
      optionalFrom = null
      at += 2
    } else if (body[at] === '{') {
      const end = body.indexOf('}', at)
      const inside = end === -1 ? null : body.slice(at + 1, end)
      if (inside === null || /[{\n]/.test(inside)) {
        return problem(at, 'a { without its }: write {{ for a brace that is meant')
      }
      const name = placeholders.find((one) => one === inside.trim())
      if (!name) return problem(at, `{${inside.slice(0, 40)}} is not a placeholder; there are ${known}`)
      if (++facts > piecesMax) return problem(at, `more than ${piecesMax} placeholders`)
      endText()
      pieces.push({ fact: name })
      at = end + 1
    } else if (body[at] === '}') {
      return problem(at, 'a } without its {: write }} for a brace that is meant')
    } else {
      text += body[at]
      at++
    }
  }
  if (optionalFrom !== null) return problem(optionalFrom, 'a [[ without its ]]')
  endSection(false)
  return { template }
}

const hasFact = (pieces: Piece[]) => pieces.some((piece) => 'fact' in piece)

function lineAndColumn(body: string, at: number): { line: number; column: number } {
  const before = body.slice(0, at).split('\n')
  return { line: before.length, column: [...before.at(-1)!].length + 1 }
}

/** What stands where a fact is not known and the template does not leave it out. */
export const gap = '…'

/** The text without controls or links, and the placeholders that became gaps for the person to fill. */
export function renderTemplate(template: Template, facts: Facts): { text: string; missing: Placeholder[] } {
  const missing = new Set<Placeholder>()
  const text = template.sections
    .filter(
      ({ isOptional, pieces }) =>
        !isOptional || pieces.every((piece) => 'text' in piece || facts[piece.fact] !== null),
    )
    .flatMap(({ pieces }) => pieces)
    .map((piece) => {
      if ('text' in piece) return piece.text
      const fact = facts[piece.fact]
      if (fact === null) missing.add(piece.fact)
      return fact ?? gap
    })
    .join('')
  return { text: plainText(text), missing: [...missing] }
}
