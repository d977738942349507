import type { Marketplace } from '../../marketplaces/contract.ts'
import type { ActiveSource } from '../schema.ts'

const filterNames = {
  all: 'words',
  any: 'alternatives',
  none: 'words to leave out',
  categories: 'category',
  conditions: 'condition',
  price: 'price',
  place: 'place',
} as const

const filteredBy = [
  ['site', 'The site filters'],
  ['partly', 'The site filters, more loosely than asked'],
  ['here', 'Filtered here'],
] as const

/** What `deal-scout sources show` prints. */
export function sourceLines(source: ActiveSource, marketplace: Marketplace | undefined): string[] {
  const { filters } = source
  const named = (how: string) =>
    Object.entries(filterNames).flatMap(([filter, name]) =>
      filters?.[filter as keyof typeof filterNames] === how ? [name] : [],
    )
  return [
    `Source ${source.id} "${source.name}" (${marketplace?.name ?? source.marketplace}): ${source.state}${source.unproven ? ', unproven' : ''}`,
    ...(source.stateReason === null ? [] : [source.stateReason]),
    ...(source.unproven
      ? [
          'No real answer of this site was at hand when it was written. Compare what its first scan read with the site, and say in its settings that it is right.',
        ]
      : []),
    ...filteredBy.flatMap(([how, text]) =>
      named(how).length > 0 ? [`${text}: ${named(how).join(', ')}.`] : [],
    ),
    ...(marketplace ? [`Terms: ${marketplace.terms.summary} ${marketplace.terms.url}`] : []),
    ...(source.alternatives.includes('mail')
      ? ['', 'While it does not answer, its own alert mails reach you:', ...steps(marketplace?.alertSteps)]
      : []),
    ...(source.alternatives.includes('capture')
      ? [
          '',
          'A page of it that you have open can be saved, and read here: deal-scout parse, or Import in the app.',
        ]
      : []),
  ]
}

const steps = (sentences: readonly string[] = []) =>
  sentences.map((sentence, at) => `  ${at + 1}. ${sentence}`)
