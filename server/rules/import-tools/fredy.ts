import { toMinorUnits } from '../../core/money.ts'
import {
  type Fields,
  type ImportContext,
  type Imported,
  type ImportedRule,
  isFields,
  namedRule,
  own,
  readJson,
  shown,
  textOf,
  textsOf,
  UnreadableImport,
} from './imported.ts'
import { readSearchUrl } from './search-url.ts'
import { anyPhrase, withExpressions } from './words.ts'

/** Fredy's jobs: the answer of /api/jobs, or the `jobs` of its older configuration. */
export function readFredy(text: string, context: ImportContext): Imported {
  const file = readJson(text)
  const jobs = own(file, 'jobs') ?? file
  const listed = Array.isArray(jobs)
    ? jobs
    : isFields(jobs) && own(jobs, 'provider') === undefined
      ? Object.entries(jobs).map(([name, job]) => (isFields(job) ? { name, ...job } : job))
      : [jobs]
  const usable = listed.filter((job) => isFields(job) && own(job, 'provider') !== undefined)
  if (usable.length === 0)
    throw new UnreadableImport('has no jobs of Fredy: give what its /api/jobs answers, or its configuration.')
  const found = usable.map((job) => rulesOfJob(job as Fields, context))
  return { rules: found.flatMap(({ rules }) => rules), notes: found.flatMap(({ notes }) => notes) }
}

/** One rule for each search that differs from the others of the job. */
function rulesOfJob(job: Fields, context: ImportContext): Imported {
  const name = namedRule(textOf(own(job, 'name')), 'Fredy job')
  const notes: string[] = []
  const lost = lostOf(job)
  const searches = new Map<string, ImportedRule>()
  for (const url of urlsOf(own(job, 'provider'))) {
    const search = readSearchUrl(url, context)
    if (search === null) {
      notes.push(
        `Job ${shown(name)}: ${shown(url)} became no rule: it is no search on a site whose addresses are read here.`,
      )
      continue
    }
    const refused = anyPhrase(textsOf(own(job, 'blacklist')))
    const rule = withExpressions(
      { ...search.fields, ...ownFields(job, search.fields) },
      refused === null ? [] : [`NOT (${refused})`],
      search.notes,
    )
    const key = JSON.stringify(rule)
    const known = searches.get(key)
    if (known) known.notes.push(...search.notes.filter((note) => !known.notes.includes(note)))
    else
      searches.set(key, {
        where: `job ${shown(name)}`,
        rule: { name: searches.size === 0 ? name : namedRule(`${name} (${search.site})`, name), ...rule },
        notes: [...search.notes, ...lost, 'It looks on every marketplace that has such listings.'],
      })
  }
  return { rules: [...searches.values()], notes }
}

function ownFields(job: Fields, search: Fields): Fields {
  const max = textOf(own(own(job, 'specFilter'), 'maxPrice'))
  const cents = max === undefined ? null : toMinorUnits(max, 'EUR')
  const searched = search.priceCentsMax
  return {
    ...(cents !== null && {
      priceCentsMax: typeof searched === 'number' ? Math.min(searched, cents) : cents,
    }),
    ...(own(job, 'enabled') === false && { enabled: false }),
  }
}

function lostOf(job: Fields): string[] {
  const spec = own(job, 'specFilter')
  const rooms = textOf(own(spec, 'minRooms'))
  const size = textOf(own(spec, 'minSize'))
  const adapters = own(job, 'notificationAdapter')
  const names = Array.isArray(adapters) ? adapters.flatMap((one) => textOf(own(one, 'id')) ?? []) : []
  return [
    ...(rooms === undefined
      ? []
      : [`The least number of rooms (${rooms.slice(0, 10)}) was not carried over.`]),
    ...(size === undefined ? [] : [`The least size (${size.slice(0, 10)}) was not carried over.`]),
    ...(isFields(own(job, 'spatialFilter'))
      ? ['The area drawn on the map was not carried over: give the rule a place.']
      : []),
    ...(isFields(own(job, 'commuteFilter')) ? ['The time to commute was not carried over.'] : []),
    ...(names.length === 0 ? [] : [`It notified by ${names.slice(0, 5).join(', ')}: choose channels here.`]),
  ]
}

/** A list of `{ id, url }`, or in older files an object of them by provider. */
function urlsOf(provider: unknown): string[] {
  const entries = Array.isArray(provider) ? provider : isFields(provider) ? Object.values(provider) : []
  return entries.flatMap((entry) => [...textsOf(own(entry, 'url')), ...textsOf(own(entry, 'urls'))])
}
