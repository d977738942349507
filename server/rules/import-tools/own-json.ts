import {
  type Fields,
  type ImportContext,
  type Imported,
  type ImportedRule,
  isFields,
  readJson,
  UnreadableImport,
} from './imported.ts'

/** Rules in the shape of POST /api/rules: one or a list, as the API lists them too. */
export function readOwnJson(text: string, _: ImportContext): Imported {
  const file = readJson(text)
  const listed = isFields(file) && Array.isArray(file.items) ? file.items : file
  const rules = Array.isArray(listed) ? listed : [listed]
  return {
    rules: rules.map((rule, index) => {
      if (!isFields(rule)) throw new UnreadableImport(`has no rule at ${index + 1}: a rule is an object.`)
      return { where: `rule ${index + 1}`, rule: withoutOurs(rule), notes: [] }
    }),
    notes: [],
  }
}

/** Without what the API adds to a rule that it gives, or gave when a rule had one place. */
function withoutOurs(rule: Fields): ImportedRule['rule'] {
  const {
    id: _id,
    demo: _demo,
    revision,
    createdAt: _made,
    updatedAt: _changed,
    placeLabel: _,
    stats: _lately,
    deletedAt: _gone,
    restorableUntil: _until,
    ...own
  } = rule
  if (revision === undefined) return rule as ImportedRule['rule']
  const places = Array.isArray(own.places)
    ? own.places.map((place) => {
        if (!isFields(place)) return place
        const { label: _, ...written } = place
        return written
      })
    : own.places
  return { ...(own as ImportedRule['rule']), places }
}
