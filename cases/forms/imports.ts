import { join } from 'node:path'
import { checker } from '../checker.ts'
import { compareFacts, type Facts, mistakenFacts, wantedFacts } from '../compare.ts'
import { type Folder, inputsInOrder, optionsOf, type Row } from '../folder.ts'
import type { Imported, Program, World } from '../world.ts'

/** A listing as it is stored after the import, or why there is none. */
type Answer = Facts | { refused: string }

const imports = ({ run }: Folder) => /\bdeal-scout import\b|\/api\/imports\b/.test(run)

/** Options of `deal-scout import`, also where `run` gives them as those of an address. */
export function importOptions(run: string): Record<string, string> {
  const [, query = ''] = /\/api\/imports\?([^\s);,]+)/.exec(run) ?? []
  return { ...optionsOf(run), ...Object.fromEntries(new URLSearchParams(query)) }
}

/** Imports every input in the order of `run`. */
export async function importInputs(
  folder: Folder,
  world: World,
): Promise<{ program: Program; imported: Imported[] }> {
  const program = await world.program()
  const imported: Imported[] = []
  for (const file of inputsInOrder(folder)) {
    imported.push(await program.import(join(folder.path, file), importOptions(folder.run)))
    world.clock.advance(60_000)
  }
  return { program, imported }
}

/** Rows or a saved page, with what is expected of the listing that has an id, or stands in a place. */
export const importRows = checker<Answer>({
  form: 'import rows',
  fits: (folder) =>
    imports(folder) &&
    folder.rows.every(
      (row) => keyOf(row) !== null && (isRefusal(row) || wantedFacts(row.expected, readingOf(row)) !== null),
    ),
  async ask(folder, world) {
    const { program, imported } = await importInputs(folder, world)
    const listings = await program.listings()
    return folder.rows.map((row): Answer => {
      const [field, value] = keyOf(row)!
      const found =
        listings.find((listing) => fold(listing[field]) === fold(value)) ??
        // A place may be written out ("Newark, CA") by now.
        (field === 'location'
          ? listings.find(({ location, title }) => fold(`${location} ${title}`).includes(fold(value)))
          : undefined)
      if (found) return found as unknown as Facts
      return { refused: whyRefused(imported, String(value)) }
    })
  },
  evaluate(row, answer) {
    if ('refused' in answer) return { right: isRefusal(row), got: answer.refused }
    if (isRefusal(row)) return { right: false, got: answer }
    return compareFacts(wantedFacts(row.expected, readingOf(row))!, answer)
  },
  mistakes: (row) =>
    isRefusal(row)
      ? [{ priceCents: 100 }]
      : [{ refused: 'row refused' }, ...mistakenFacts(wantedFacts(row.expected, readingOf(row))!)],
})

function isRefusal({ expected }: Row): boolean {
  return typeof expected === 'string' && /^(?:row )?refused\b/.test(expected)
}

/** By what a row names its listing. */
function keyOf(row: Row): ['externalId' | 'location' | 'title' | 'url', unknown] | null {
  const { id, itemId, externalId, link, url, location, title } = row
  const given = id ?? itemId ?? externalId
  if (given !== undefined) return ['externalId', given]
  if (link !== undefined || url !== undefined) return ['url', link ?? url]
  if (location !== undefined) return ['location', location]
  return title === undefined ? null : ['title', title]
}

/** What a bare value is expected of: of the input that the row repeats, else of the price. */
function readingOf(row: Row): { field?: string; wholeIs: 'minor' } {
  const field = 'condition' in row ? 'condition' : typeof row.expected === 'number' ? 'priceCents' : undefined
  return { ...(field !== undefined && { field }), wholeIs: 'minor' }
}

function fold(value: unknown): string {
  return String(value).trim().toLowerCase()
}

function whyRefused(imported: readonly Imported[], id: string): string {
  const rejects = imported.flatMap(({ rejects }) => rejects)
  const own = rejects.filter(({ raw }) => raw.includes(JSON.stringify(id)) || raw.includes(`:${id},`))
  const refused = imported.find(({ message }) => message !== undefined)?.message
  const reasons = (own.length > 0 ? own : rejects).flatMap(({ problems }) => problems)
  return refused ?? (reasons.length > 0 ? `row refused: ${reasons.join('; ')}` : 'no such listing')
}
