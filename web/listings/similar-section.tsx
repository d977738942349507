import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Section } from '../ui/page.tsx'
import { DealTiles } from './cards/deal-tiles.tsx'
import { similarQuery } from './queries.ts'

/** What else of the kind is for sale now; nothing where nothing is, or where it cannot be told. */
export function SimilarSection({ id }: { id: number }) {
  const t = useTranslations('listing')
  const { data } = useQuery(similarQuery(id))
  if (data === undefined || data.items.length === 0) return null
  return (
    <Section id="similar" title={t('sections.similar')}>
      <DealTiles deals={data.items} />
    </Section>
  )
}
