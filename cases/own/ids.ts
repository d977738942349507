import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownChecker } from '../checker.ts'
import { type Folder, inputsInOrder, readRecords } from '../folder.ts'
import { importInputs } from '../forms/imports.ts'

interface Stored {
  /** As the inputs write them. */
  written: string[]
  listings: { externalId: string; title: string }[]
  /** What was said of rows that were not taken. */
  problems: string[]
}

async function stored(folder: Folder, world: Parameters<typeof importInputs>[1]): Promise<Stored> {
  const { program, imported } = await importInputs(folder, world)
  const listings = (await program.listings()).map(({ externalId, title }) => ({ externalId, title }))
  const problems = imported.flatMap(({ problems, rejects, message }) => [
    ...problems.map(({ problem }) => problem),
    ...rejects.flatMap((reject) => reject.problems),
    ...(message === undefined ? [] : [message]),
  ])
  const written = inputsInOrder(folder).flatMap((file) => writtenIds(join(folder.path, file)))
  return { written, listings, problems }
}

/** Ids letter for letter, also numbers that JavaScript cannot hold. */
export function writtenIds(file: string): string[] {
  if (!/\.(?:json|jsonl|ndjson)$/.test(file)) {
    const records = readRecords(file)
    const name = idName(Object.keys(records[0] ?? {}))
    return records.map((record) => String(record[name]))
  }
  const written = readFileSync(file, 'utf8').matchAll(/"(\w+)"\s*:\s*(?:"([^"]*)"|(-?\d[\d.eE+-]*))/g)
  const values = [...written].map(([, name, text, number]) => ({ name: name!, value: (text ?? number)! }))
  const name = idName(values.map((one) => one.name))
  return values.filter((one) => one.name === name).map(({ value }) => value)
}

function idName(names: readonly string[]): string {
  return names.find((name) => /^id$/i.test(name)) ?? names.find((name) => /(?:_i|I)d$/.test(name)) ?? 'id'
}

/** Whole numbers beyond 2^53 are other ids than their neighbours. */
export const bigIds = ownChecker<Stored>('import-big-ids', {
  async ask(folder, world) {
    const answer = await stored(folder, world)
    return folder.rows.map(() => answer)
  },
  evaluate({ expected }, { written, listings, problems }) {
    const count = Number(/^(\d+) listings?/.exec(String(expected))?.[1] ?? new Set(written).size)
    const ids = listings.map(({ externalId }) => externalId)
    const right = ids.length === count && written.every((id) => ids.includes(id))
    return { right, got: [...ids, ...problems] }
  },
  mistakes: () => [
    { written: ['1', '2', '3'], listings: [], problems: [] },
    {
      written: ['1', '2', '3'],
      listings: [1, 2, 4].map((id) => ({ externalId: `${id}`, title: 'T' })),
      problems: [],
    },
  ],
})

/** Ids that a spreadsheet rounded are none: such rows are refused with that reason. */
export const excelIds = ownChecker<Stored>('import-excel-ids', {
  async ask(folder, world) {
    const answer = await stored(folder, world)
    return folder.rows.map(() => answer)
  },
  evaluate(_, { written, listings, problems }) {
    const rounded = new Set(written.filter((id) => /^\d+(?:[.,]\d+)?E\+?\d+$/i.test(id)))
    const asIdentity = listings.filter(({ externalId }) => rounded.has(externalId))
    const isSaid = problems.some((problem) => /\bids?\b/i.test(problem) && !/came before/.test(problem))
    return {
      right: rounded.size > 0 && asIdentity.length === 0 && isSaid,
      got: [...listings.map(({ externalId, title }) => `${externalId} ${title}`), ...problems],
    }
  },
  mistakes: () => [
    {
      written: ['1.66E+11'],
      listings: [{ externalId: '1.66E+11', title: 'T' }],
      problems: ['the id is not whole'],
    },
    { written: ['1.66E+11'], listings: [], problems: [] },
    { written: ['1.66E+11'], listings: [], problems: ['the same id came before in this file'] },
  ],
})
