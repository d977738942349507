import type { Authorized } from '../../../core/actor.ts'
import { badInput } from '../../../core/errors.ts'
import type { FeeRow, OwnSellingSettings } from '../../../model/score-schema.ts'
import {
  changeSellingBy,
  dayOf,
  readSelling,
  type SellingSettingsDeps,
  type SellingSettingsView,
} from '../selling.ts'
import type { FeeImport, FeeImported } from '../selling-schema.ts'
import { feeCsv, type LineProblem, readFeeCsv } from './fee-csv.ts'
import { takeFeeRows } from './fee-rows.ts'

/** All rows that are counted with, the person's own first. */
export async function exportFees(deps: SellingSettingsDeps, userId: Authorized<'read'>): Promise<string> {
  return feeCsv((await readSelling(deps, userId)).effective.fees.rows)
}

const shownMax = 100

/** Adds the rows of a file to the person's own; all of them, or none where a line is wrong. */
export async function importFees(
  deps: SellingSettingsDeps,
  userId: Authorized<'write'>,
  { text, dryRun }: FeeImport,
): Promise<FeeImported> {
  const read = readFeeCsv(text)
  let done: FeeImported | null = null
  const take = (own: OwnSellingSettings): OwnSellingSettings | null => {
    const taken = takeFeeRows(stateOf(deps, own), read.rows)
    const problems = [...read.problems, ...taken.problems].toSorted((a, b) => a.line - b.line)
    const { added, replaced, known, rows } = taken
    done = { rows: read.rows.length, added, replaced, known, problems: problems.slice(0, shownMax), dryRun }
    if (!dryRun && problems.length > 0) throw refused(problems)
    return dryRun || added + replaced === 0 ? null : { ...own, fees: { ...own.fees, rows } }
  }
  await changeSellingBy(deps, userId, take)
  return done!
}

/** Adds one row, which counts from its day on. */
export async function addFeeRow(
  deps: SellingSettingsDeps,
  userId: Authorized<'write'>,
  row: FeeRow,
): Promise<SellingSettingsView> {
  return changeSellingBy(deps, userId, (own) => {
    const { rows, problems } = takeFeeRows(stateOf(deps, own), [{ line: 1, row }])
    const [problem] = problems
    if (problem !== undefined)
      throw badInput(`The row cannot be taken: ${problem.reason}.`, { validFrom: problem.reason })
    return { ...own, fees: { ...own.fees, rows } }
  })
}

function stateOf({ clock, selling }: SellingSettingsDeps, own: OwnSellingSettings) {
  return {
    ...{ own: own.fees?.rows ?? [], defaults: selling.defaults.fees.rows },
    today: dayOf(clock.now()),
  }
}

function refused(problems: readonly LineProblem[]) {
  const shown = problems.slice(0, shownMax)
  const lines = shown.map(({ line, reason }) => `  - line ${line}: ${reason}`)
  return badInput(
    `Nothing was changed, since not every line can be taken:\n${lines.join('\n')}`,
    Object.fromEntries(shown.map(({ line, reason }) => [`line ${line}`, reason])),
  )
}
