import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { SelectField, TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/states.tsx'
import { BestOffer } from './best-offer.tsx'
import type { FieldProblems } from './problems.ts'
import {
  type ApiPost,
  categoriesQuery,
  categoryFormQuery,
  type Draft,
  noteApiPost,
  type Preflight,
  preflightQuery,
  type Where,
  writeDraft,
} from './queries.ts'
import { ShipFrom } from './ship-from.tsx'
import { Specifics } from './specifics.tsx'

/** What the marketplace asks for beside title, text and price; kept as soon as a field is left. */
export function ApiAdForm({
  post,
  where,
  problems,
  onMend,
}: {
  post: ApiPost
  where: Where
  problems: FieldProblems
  /** A field was written anew. */
  onMend(field: string): void
}) {
  const t = useTranslations('sell.api')
  const client = useQueryClient()
  const { draft } = post
  const title = post.ad.fields.find(({ name }) => name === 'title')?.value ?? ''
  const preflight = useQuery(preflightQuery(where))
  const categories = useQuery({ ...categoriesQuery(where, title), enabled: title !== '' })
  const form = useQuery(categoryFormQuery(where, draft.categoryId))
  const write = useMutation({
    mutationFn: (change: Draft) => writeDraft(where, change),
    onSuccess(next, change) {
      for (const field of Object.keys(change)) if (field !== 'specifics') onMend(field)
      noteApiPost(client, where, next)
    },
  })
  const error = preflight.error ?? categories.error ?? form.error
  if (error !== null)
    return (
      <Section id="form" title={t('form')}>
        <Problem error={error} onRetry={() => void preflight.refetch()} />
      </Section>
    )
  const suggested = categories.data?.items ?? []
  const known =
    draft.categoryId === null || suggested.some(({ id }) => id === draft.categoryId)
      ? suggested
      : [{ id: draft.categoryId, name: draft.categoryName ?? draft.categoryId }, ...suggested]
  const none = { value: '', text: t('choose') }
  const whole = (typed: string) => (/^\d{1,7}$/.test(typed.trim()) ? Number(typed) || null : null)
  /** What was left as it was is not written. */
  const writeWhole = (name: 'quantity' | 'weightGrams', typed: string) => {
    if (whole(typed) !== draft[name]) write.mutate({ [name]: whole(typed) })
  }
  return (
    <Section id="form" title={t('form')}>
      {preflight.data?.missing.map((sentence) => (
        <p key={sentence} className="mb-3 rounded-md border border-danger bg-danger-soft px-3 py-2 text-sm">
          {sentence}
        </p>
      ))}
      {preflight.data?.locations.length === 0 && <ShipFrom where={where} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t('category')}
          options={[none, ...known.map(({ id, name }) => ({ value: id, text: name }))]}
          value={draft.categoryId ?? ''}
          problem={problems.categoryId}
          onChange={({ target: { value } }) =>
            write.mutate({
              categoryId: value || null,
              categoryName: known.find(({ id }) => id === value)?.name ?? null,
            })
          }
        />
        <SelectField
          label={t('condition')}
          options={[
            none,
            ...(form.data?.conditions ?? []).map(({ id, name }) => ({ value: id, text: name })),
          ]}
          value={draft.conditionId ?? ''}
          problem={problems.conditionId}
          onChange={({ target: { value } }) => write.mutate({ conditionId: value || null })}
        />
        <TextField
          label={t('quantity')}
          inputMode="numeric"
          defaultValue={draft.quantity ?? ''}
          problem={problems.quantity}
          onBlur={({ target: { value } }) => writeWhole('quantity', value)}
        />
        <TextField
          label={t('weight')}
          inputMode="numeric"
          unit="g"
          defaultValue={draft.weightGrams ?? ''}
          problem={problems.weightGrams}
          onBlur={({ target: { value } }) => writeWhole('weightGrams', value)}
        />
        {preflight.data && (
          <Policies {...{ draft, problems }} there={preflight.data} onChoose={write.mutate} />
        )}
        <BestOffer
          terms={draft.bestOffer}
          currency={post.site.currency}
          problem={problems.bestOffer}
          onChange={(bestOffer) => write.mutate({ bestOffer })}
        />
      </div>
      {form.data && (
        <Specifics
          key={draft.categoryId}
          fields={form.data.specifics}
          values={draft.specifics}
          problems={problems}
          onWrite={(specifics, name) => {
            onMend(`specifics.${name}`)
            write.mutate({ specifics })
          }}
        />
      )}
      {write.isError && (
        <div className="mt-4">
          <Problem error={write.error} />
        </div>
      )}
    </Section>
  )
}

/** Those that the person has at the marketplace: none is made for them. */
function Policies({
  there,
  draft,
  problems,
  onChoose,
}: {
  there: Preflight
  draft: ApiPost['draft']
  problems: FieldProblems
  onChoose(change: Draft): void
}) {
  const t = useTranslations('sell.api')
  const choices = [
    ['shippingPolicyId', there.shippingPolicies],
    ['paymentPolicyId', there.paymentPolicies],
    ['returnPolicyId', there.returnPolicies],
    ['locationId', there.locations],
  ] as const
  return choices.map(([name, items]) => (
    <SelectField
      key={name}
      label={t(name)}
      options={[
        { value: '', text: t('choose') },
        ...items.map((item) => ({ value: item.id, text: item.name })),
      ]}
      value={draft[name] ?? ''}
      problem={problems[name]}
      onChange={({ target: { value } }) => onChoose({ [name]: value || null })}
    />
  ))
}
