/** A table's columns by the names that the program has for them. */
export type Columns<Field extends string = string> = Readonly<Record<Field, { name: string; type: string }>>

/** Of a SELECT: the columns of these fields, each under its field's name; `from` is the table's alias. */
export function selected<Field extends string>(
  columns: Columns<Field>,
  fields: readonly Field[],
  from?: string,
): string {
  return fields
    .map((field) => {
      const { name } = columns[field]
      const column = from === undefined ? name : `${from}.${name}`
      return name === field ? column : `${column} AS "${field}"`
    })
    .join(', ')
}

/** All fields but these. */
export function fieldsBut<Field extends string, Left extends Field>(
  columns: Columns<Field>,
  left: readonly Left[],
): Exclude<Field, Left>[] {
  const out: readonly string[] = left
  return Object.keys(columns).filter((field) => !out.includes(field)) as Exclude<Field, Left>[]
}

/** Of an INSERT or UPDATE: column → value as the database takes it. */
export function written<Field extends string>(
  columns: Columns<Field>,
  row: Partial<Readonly<Record<Field, unknown>>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => {
      const column = Object.hasOwn(columns, field) ? columns[field as Field] : undefined
      if (column === undefined) throw new Error(`No column is there for ${field}.`)
      // A list would be taken for an array of the database's own.
      return [column.name, column.type === 'jsonb' && value !== null ? JSON.stringify(value) : value]
    }),
  )
}
