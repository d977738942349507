import pg from 'pg'

export interface Asked {
  text: string
  values: unknown[]
}

const isProgram = /^deal-scout \d/

/** What programs of this process ask of the database while `run` does, each text once. */
export async function askedDuring(run: () => Promise<void>): Promise<Asked[]> {
  const asked = new Map<string, Asked>()
  const before = pg.Client.prototype.query as (...args: unknown[]) => unknown
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const { connectionParameters } = this as unknown as {
      connectionParameters: { application_name?: string }
    }
    const [given, values] = args as [{ text?: string; values?: unknown[] } | string, unknown[] | undefined]
    const text = typeof given === 'string' ? given : given?.text
    if (text !== undefined && isProgram.test(connectionParameters.application_name ?? ''))
      asked.set(text, { text, values: (typeof given === 'object' ? given.values : values) ?? [] })
    return before.apply(this, args)
  } as typeof pg.Client.prototype.query
  try {
    await run()
  } finally {
    pg.Client.prototype.query = before as typeof pg.Client.prototype.query
  }
  return [...asked.values()]
}

/** One statement as the database does it. */
export interface Plan {
  /** Its first words. */
  statement: string
  /** By which indexes it finds its rows. */
  indexes: string[]
  /** Tables that are read from end to end, with how many rows that are. */
  readWhole: { table: string; rows: number }[]
  /** Rows that were looked at, of all tables. */
  rowsRead: number
  /** Pages of 8 KiB that were looked at. */
  pages: number
  ms: number
}

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
  Plans?: PlanNode[]
}

const isOfRows = /^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH)\b/i

/** Runs it twice, the second time as it is when its pages are in memory, and takes back what it changed. */
export async function planOf(client: pg.Client, { text, values }: Asked): Promise<Plan | null> {
  if (!isOfRows.test(text) || /\bjobs\.|pg_advisory|pg_notify|LISTEN/.test(text)) return null
  await client.query('BEGIN')
  try {
    const explain = { text: `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`, values }
    await client.query(explain)
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode; 'Execution Time': number }] }>(
      explain,
    )
    const [{ Plan: top, 'Execution Time': ms }] = rows[0]!['QUERY PLAN']
    return { statement: text.replaceAll(/\s+/g, ' ').trim().slice(0, 80), ms, ...figuresOf(top) }
  } finally {
    await client.query('ROLLBACK')
  }
}

function figuresOf(top: PlanNode): Omit<Plan, 'statement' | 'ms'> {
  const indexes = new Set<string>()
  const readWhole: Plan['readWhole'] = []
  let rowsRead = 0
  const visit = (node: PlanNode) => {
    const rows = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops']
    if (node['Index Name'] !== undefined) indexes.add(node['Index Name'])
    if (node['Relation Name'] !== undefined) rowsRead += rows
    if (node['Node Type'] === 'Seq Scan') readWhole.push({ table: node['Relation Name']!, rows })
    for (const child of node.Plans ?? []) visit(child)
  }
  visit(top)
  return {
    ...{ indexes: [...indexes].sort(), readWhole, rowsRead: Math.round(rowsRead) },
    pages: top['Shared Hit Blocks'] + top['Shared Read Blocks'],
  }
}
