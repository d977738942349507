import { badInput } from '../../core/errors.ts'
import type { FieldValues } from '../../core/fields.ts'

/** What is known of a group beforehand; what its titles say goes before it. */
export interface Group {
  /** ISO 3166 alpha-2, or EU: of a group for one country. */
  country?: string
  /** What its things are, as a category of a site. */
  category?: string
}

/** By the group's name in lower case. Groups that are not here are read alike, by their titles alone. */
const groups: Readonly<Record<string, Group>> = {
  hardwareswap: { category: 'Computers' },
  canadianhardwareswap: { country: 'CA', category: 'Computers' },
  hardwareswapuk: { country: 'GB', category: 'Computers' },
  hardwareswapeu: { country: 'EU', category: 'Computers' },
  hardwareswapaustralia: { country: 'AU', category: 'Computers' },
  homelabsales: { category: 'Computers' },
  mechmarket: { category: 'Computers' },
  avexchange: { category: 'Audio' },
  watchexchange: { category: 'Watches' },
  photomarket: { category: 'Cameras' },
}

export function groupNamed(name: string): Group {
  const key = name.toLowerCase()
  return Object.hasOwn(groups, key) ? groups[key]! : {}
}

/** Reddit joins them in one listing; more would push one another out of it. */
const groupsMax = 10

/** The groups of a source, sorted, in lower case. Throws AppError `bad-input` for what is no name of a group. */
export function groupsOf(settings: FieldValues): string[] {
  const names = String(settings.groups ?? '')
    .toLowerCase()
    .split(/[\s,;+]+/)
    .map((name) => name.replace(/^(?:https?:\/\/)?(?:www\.)?(?:reddit\.com)?\/?r\//, '').replace(/\/$/, ''))
    .filter((name) => name !== '')
  const wrong = names.find((name) => !/^[a-z0-9][a-z0-9_]{1,20}$/.test(name))
  if (names.length === 0 || wrong !== undefined)
    throw badInput(
      wrong === undefined ? 'Say which groups to read.' : `“${wrong.slice(0, 50)}” is no name of a group.`,
      {
        groups:
          'Give names as in reddit.com/r/hardwareswap, with commas between them: hardwareswap, homelabsales.',
      },
    )
  const unique = [...new Set(names)].toSorted()
  if (unique.length > groupsMax)
    throw badInput(`A source reads at most ${groupsMax} groups.`, {
      groups: `Give at most ${groupsMax}, and the others in a source of their own.`,
    })
  return unique
}
