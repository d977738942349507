import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { usePerson } from '../../lib/person.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { Problem } from '../../ui/states.tsx'
import { changeItem } from '../queries.ts'
import { type Candidate, type FactField, forgetPhotos, type ItemPhotos, sayFact } from './queries.ts'

const fields: readonly FactField[] = ['title', 'brand', 'model', 'isbn', 'gtin', 'words']

/** What the photos may show, each with what was seen; a person takes one, or says something else. */
export function PhotoFacts({ itemId, found }: { itemId: number; found: ItemPhotos }) {
  const t = useTranslations('sell.facts')
  const client = useQueryClient()
  const { mayWrite } = usePerson()
  const say = useMutation({
    async mutationFn({ field, value }: { field: FactField; value: string }) {
      await sayFact(itemId, { field, value })
      if (field === 'title') await changeItem(itemId, { title: value })
    },
    onSuccess: () => forgetPhotos(client),
  })
  const offers = offersOf(found)
  return (
    <div className="mt-6">
      <h3 className="mb-2 font-semibold">{t('title')}</h3>
      {offers.length === 0 && found.facts.length === 0 && (
        <p className="text-muted">
          {t(found.photos.some(({ candidates }) => candidates === null) ? 'looking' : 'nothing')}
        </p>
      )}
      <dl className="divide-y divide-line border-y border-line">
        {fields.map((field) => {
          const fact = found.facts.find((one) => one.field === field)
          const own = offers.filter((offer) => offer.field === field)
          if (fact === undefined && own.length === 0) return null
          return (
            <div key={field} className="grid gap-1 py-2 sm:grid-cols-[8rem_1fr]">
              <dt className="text-sm text-muted">{t(`fields.${field}`)}</dt>
              <dd className="m-0 space-y-1">
                {fact !== undefined && (
                  <p>
                    <span className="font-semibold wrap-anywhere">{fact.value}</span>{' '}
                    <span className="text-sm text-muted">{t(`taken.${originOf(fact.origin)}`)}</span>
                  </p>
                )}
                {own
                  .filter(({ value }) => value !== fact?.value)
                  .map((offer) => (
                    <p key={`${offer.value} ${offer.origin}`} className="flex flex-wrap items-center gap-2">
                      <span className="min-w-0 grow wrap-anywhere whitespace-pre-line">
                        {offer.value}{' '}
                        <span className="text-sm text-muted">
                          {t(`origins.${originOf(offer.origin)}`, {
                            sure: Math.round(offer.confidence * 100),
                            evidence: offer.evidence.slice(0, 80),
                          })}
                        </span>
                      </span>
                      {mayWrite && field !== 'words' && (
                        <Button
                          look="bare"
                          disabled={say.isPending}
                          aria-label={t('takeOne', { value: offer.value })}
                          onClick={() => say.mutate({ field, value: offer.value })}
                        >
                          {t('take')}
                        </Button>
                      )}
                    </p>
                  ))}
              </dd>
            </div>
          )
        })}
      </dl>
      {mayWrite && <Typed busy={say.isPending} onSay={(value) => say.mutate({ field: 'brand', value })} />}
      {say.isError && <Problem error={say.error} />}
    </div>
  )
}

function Typed({ busy, onSay }: { busy: boolean; onSay(value: string): void }) {
  const t = useTranslations('sell.facts')
  const [text, setText] = useState('')
  return (
    <form
      className="mt-3 flex flex-wrap items-end gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') onSay(text.trim())
        setText('')
      }}
    >
      <TextField label={t('typeBrand')} value={text} onChange={({ target }) => setText(target.value)} />
      <Button type="submit" disabled={busy}>
        {t('say')}
      </Button>
    </form>
  )
}

const origins = ['barcode', 'words', 'listing', 'typed', 'model'] as const
/** Recognisers that this page has no words for yet are named as others. */
const originOf = (origin: string) => origins.find((one) => one === origin) ?? 'other'

/** Each value once, the surest first. */
function offersOf({ photos }: ItemPhotos): Candidate[] {
  const all = photos
    .flatMap(({ candidates }) => candidates ?? [])
    .toSorted((a, b) => b.confidence - a.confidence)
  return [...new Map(all.toReversed().map((one) => [`${one.field} ${one.value}`, one])).values()]
    .toReversed()
    .slice(0, 30)
}
