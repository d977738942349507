/** What one of each costs, as measured; times are of processors, of the program and of PostgreSQL together. */
export interface UnitCosts {
  /** A listing that is taken in, valued and kept, without a rule that it meets. */
  listingMs: number
  /** Looking for the rules that one listing meets, for each million rules. */
  matchMsPerMillion: number
  /** A match with its message in the inbox. */
  alertMs: number
  /** Sending one of them on by mail. */
  deliveryMs: number
  /** A rule that is written over another, with what follows from it. */
  editMs: number
  /** Of the write-ahead log and of tables with their indexes. */
  listingWalBytes: number
  alertWalBytes: number
  listingBytes: number
  alertBytes: number
  /** Of the memory of a worker, what all rules share (their words), and one rule more. */
  sharedRuleMemoryBytes: number
  ruleMemoryBytes: number
  /** Of a rule on disk with its share of a person. */
  ruleBytes: number
}

/** What was done in a run. */
export interface Work {
  listings: number
  alerts: number
  deliveries: number
  edits: number
  rules: number
}

export interface Predicted {
  /** Of processors. */
  seconds: number
  walBytes: number
  bytes: number
}

/** What work costs by the costs of one of each. */
export function predict(units: UnitCosts, { listings, alerts, deliveries, edits, rules }: Work): Predicted {
  const matchMs = (units.matchMsPerMillion * rules) / 1e6
  return {
    seconds:
      (listings * (units.listingMs + matchMs) +
        alerts * units.alertMs +
        deliveries * units.deliveryMs +
        edits * units.editMs) /
      1_000,
    walBytes: listings * units.listingWalBytes + alerts * units.alertWalBytes,
    bytes: listings * units.listingBytes + alerts * units.alertBytes,
  }
}

export const memoryFor = (units: UnitCosts, rules: number) =>
  units.sharedRuleMemoryBytes + rules * units.ruleMemoryBytes

/** What people do; estimates, each to be replaced by one's own figure. */
export interface Assumptions {
  rulesPerPerson: number
  alertsPerPersonDay: number
  /** Of an alert, to channels other than the inbox. */
  deliveriesPerAlert: number
  editsPerPersonWeek: number
  /** New and changed listings a second: 10 sources of a town's market, of a country's, of the world's. */
  listingsPerSecond: number
  /** The busiest hour against the mean. */
  peak: number
  listingsKeptDays: number
  alertsKeptDays: number
}

export const usual: Omit<Assumptions, 'listingsPerSecond'> = {
  ...{ rulesPerPerson: 1, alertsPerPersonDay: 5, deliveriesPerAlert: 1.5, editsPerPersonWeek: 2 },
  ...{ peak: 8, listingsKeptDays: 90, alertsKeptDays: 90 },
}

/** What one machine of each kind can do, as it is bought. */
export const machine = {
  /** Of one primary of PostgreSQL. */
  ...{ cores: 32, diskBytes: 8e12, walBytesPerSecond: 100e6 },
  /** That one worker may hold of rules. */
  ruleMemoryBytes: 4e9,
  /** One process takes the listings of one marketplace in, one after the other. */
  writersPerMarketplace: 1,
}

/** Share of the processor time of a listing and of an alert that is PostgreSQL's. */
export interface Shares {
  database: number
}

export interface Capacity {
  people: number
  rules: number
  alertsPerSecondPeak: number
  /** Processors that are busy at the peak: of all, and of PostgreSQL alone. */
  cores: number
  databaseCores: number
  walBytesPerSecond: number
  bytesPerDay: number
  /** Once what is kept has reached its age. */
  bytesKept: number
  ruleMemoryBytes: number
  /** How much of one machine of its kind each takes, the largest first; above 1 it takes more than one. */
  shares: { what: Limit; share: number }[]
}

export type Limit =
  | 'database processors'
  | 'database disk'
  | 'write-ahead log'
  | 'rules in memory'
  | 'one writer'

export function capacityFor(
  people: number,
  units: UnitCosts,
  { database }: Shares,
  listingsPerSecond: number,
  assumed: Omit<Assumptions, 'listingsPerSecond'> = usual,
): Capacity {
  const day = 86_400
  const rules = people * assumed.rulesPerPerson
  const alerts = (people * assumed.alertsPerPersonDay) / day
  const perSecond = {
    ...{ listings: listingsPerSecond * assumed.peak, alerts: alerts * assumed.peak, rules },
    deliveries: alerts * assumed.peak * assumed.deliveriesPerAlert,
    edits: ((people * assumed.editsPerPersonWeek) / (7 * day)) * assumed.peak,
  }
  const { seconds: cores, walBytes } = predict(units, perSecond)
  const { bytes: bytesPerSecond } = predict(units, { ...perSecond, listings: listingsPerSecond, alerts })
  const bytesKept =
    rules * units.ruleBytes +
    day *
      (listingsPerSecond * units.listingBytes * assumed.listingsKeptDays +
        alerts * units.alertBytes * assumed.alertsKeptDays)
  const ruleMemoryBytes = memoryFor(units, rules)
  const shares: Capacity['shares'] = [
    { what: 'database processors', share: (cores * database) / machine.cores },
    { what: 'database disk', share: bytesKept / machine.diskBytes },
    { what: 'write-ahead log', share: walBytes / machine.walBytesPerSecond },
    { what: 'rules in memory', share: ruleMemoryBytes / machine.ruleMemoryBytes },
    // As if all came from one marketplace: whoever takes in holds it.
    {
      what: 'one writer',
      share: (perSecond.listings * units.listingMs) / 1_000 / machine.writersPerMarketplace,
    },
  ]
  return {
    ...{ people, rules, alertsPerSecondPeak: perSecond.alerts, cores, databaseCores: cores * database },
    ...{ walBytesPerSecond: walBytes, bytesPerDay: bytesPerSecond * day, bytesKept, ruleMemoryBytes },
    shares: shares.toSorted((a, b) => b.share - a.share),
  }
}
