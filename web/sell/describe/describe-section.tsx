import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { usePerson } from '../../lib/person.tsx'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/states.tsx'
import {
  agree,
  ask,
  type Description,
  descriptionQuery,
  forgetDescription,
  type Offer,
  type Picked,
  take,
  takeBack,
} from './queries.ts'

/** What a model says that a thing is: nothing where the operator set none up, and nothing is taken over by itself. */
export function DescribeSection({ itemId }: { itemId: number }) {
  const { data } = useQuery(descriptionQuery(itemId))
  if (data === undefined || (!data.isOn && data.offers.length === 0)) return null
  return <Described itemId={itemId} found={data} />
}

function Described({ itemId, found }: { itemId: number; found: Description }) {
  const t = useTranslations('sell.describe')
  const client = useQueryClient()
  const { mayWrite } = usePerson()
  const done = { onSettled: () => forgetDescription(client) }
  const asking = useMutation({
    async mutationFn() {
      if (!found.isAgreed) await agree(found.recipient)
      await ask(itemId)
    },
    ...done,
  })
  const taking = useMutation({ mutationFn: (offers: Picked[]) => take(itemId, offers), ...done })
  const back = useMutation({ mutationFn: (field: Offer['field']) => takeBack(itemId, field), ...done })
  const error = asking.error ?? taking.error ?? back.error
  const open = found.offers.filter(({ isTaken }) => !isTaken)
  const pick = ({ field, value }: Offer): Picked => ({ field, value })
  const isAsked = found.state === 'asked'
  const mayAsk = mayWrite && found.isOn && (found.state !== 'answered' || found.isStale)
  return (
    <Section id="described" title={t('title')}>
      {!found.isAgreed && found.recipient !== null && (
        <p className="mb-3 text-sm text-muted">{t('sent', { recipient: found.recipient })}</p>
      )}
      {found.problemCode !== null && (
        <p className="mb-3" role="status">
          {t(`problems.${found.problemCode}`)}
        </p>
      )}
      {isAsked && (
        <p className="mb-3" role="status">
          {t('asked')}
        </p>
      )}
      {found.isStale && <p className="mb-3 text-sm text-muted">{t('stale')}</p>}
      {found.isRepaired && <p className="mb-3 text-sm text-muted">{t('mended')}</p>}
      {found.offers.length > 0 && (
        <ul className="divide-y divide-line border-y border-line">
          {found.offers.map((offer) => (
            <OneOffer
              key={`${offer.field} ${offer.value}`}
              offer={offer}
              busy={taking.isPending || back.isPending}
              onTake={() => taking.mutate([pick(offer)])}
              onBack={() => back.mutate(offer.field)}
            />
          ))}
        </ul>
      )}
      {found.dropped.length > 0 && (
        <details className="mt-3 text-sm text-muted">
          <summary className="cursor-pointer py-1">{t('dropped', { count: countOf(found) })}</summary>
          <ul className="list-disc ps-5">
            {found.dropped.map(({ field, because, count }) => (
              <li key={`${field} ${because}`}>
                {t('droppedOne', { field: t(`parts.${field}`), because: t(`becauses.${because}`), count })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {mayWrite && (
        <div className="mt-3 flex flex-wrap gap-3">
          {mayAsk && (
            <Button disabled={asking.isPending || isAsked} onClick={() => asking.mutate()}>
              {t(!found.isAgreed ? 'agreeAndAsk' : found.state === 'none' ? 'ask' : 'again')}
            </Button>
          )}
          {open.length > 1 && (
            <Button disabled={taking.isPending} onClick={() => taking.mutate(open.map(pick))}>
              {t('takeAll', { count: open.length })}
            </Button>
          )}
        </div>
      )}
      {found.spent.tokens > 0 && (
        <p className="mt-3 text-sm text-muted">
          {found.spent.cents === null
            ? t('tokens', { tokens: found.spent.tokens })
            : t('spent', { cents: found.spent.cents, tokens: found.spent.tokens })}
        </p>
      )}
      {error !== null && <Problem error={error} />}
    </Section>
  )
}

const countOf = ({ dropped }: Description) => dropped.reduce((sum, { count }) => sum + count, 0)

function OneOffer({
  offer,
  busy,
  onTake,
  onBack,
}: {
  offer: Offer
  busy: boolean
  onTake(): void
  onBack(): void
}) {
  const t = useTranslations('sell.describe')
  const { mayWrite } = usePerson()
  const shown = useShown(offer)
  const sure = Math.round(offer.confidence * 100)
  return (
    <li className="grid gap-1 py-2 sm:grid-cols-[8rem_1fr]">
      <span className="text-sm text-muted">{t(`fields.${offer.field}`)}</span>
      <span className="flex flex-wrap items-center gap-2">
        <span className="min-w-0 grow wrap-anywhere">
          {shown}{' '}
          <span className="text-sm text-muted">
            {offer.words === null ? t('seen', { sure }) : t('read', { sure, words: offer.words })}
          </span>
        </span>
        {offer.isTaken ? (
          <span className="text-sm text-muted">{t('taken')}</span>
        ) : (
          mayWrite && (
            <Button look="bare" disabled={busy} aria-label={t('takeOne', { value: shown })} onClick={onTake}>
              {t('take')}
            </Button>
          )
        )}
        {mayWrite && offer.isTaken && isOwnText(offer) && (
          <Button look="bare" disabled={busy} aria-label={t('backOne', { value: shown })} onClick={onBack}>
            {t('back')}
          </Button>
        )}
      </span>
    </li>
  )
}

/** What stands nowhere but where it was taken over. */
const isOwnText = ({ field }: Offer) => field === 'model' || field.startsWith('description-')

function useShown({ field, value }: Offer): string {
  const category = useTranslations('deals.categories')
  const condition = useTranslations('deals.conditions')
  if (field === 'category') return category(value as Parameters<typeof category>[0])
  if (field === 'condition') return condition(value as Parameters<typeof condition>[0])
  return value
}
