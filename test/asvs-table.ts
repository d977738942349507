import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const [head, ...lines] = readFileSync(join(import.meta.dirname, '../docs/security/asvs.tsv'), 'utf8')
  .trimEnd()
  .split('\n')

export const asvsHead = head

/** The lines of `docs/security/asvs.tsv`, cut at tabs; `rest` is empty where a line has no more than it should. */
export const asvsRows = lines.map((line) => {
  const [id = '', level = '', requirement = '', verdict = '', because = '', ...rest] = line.split('\t')
  return { id, level, requirement, verdict, because, rest }
})

export const asvsOf = (verdict: string) => asvsRows.filter((row) => row.verdict === verdict)

export interface NamedTest {
  /** As it is written. */
  text: string
  path: string
  name: string
  /** It is a `path › name`. */
  isWhole: boolean
}

/** The tests that a tested line gives for its reason. */
export function namedTests(because: string): NamedTest[] {
  return because.split(' ; ').map((one) => {
    const [path = '', name = '', ...rest] = one.split(' › ')
    return { text: one, path, name, isWhole: rest.length === 0 && name !== '' && path.endsWith('.test.ts') }
  })
}
