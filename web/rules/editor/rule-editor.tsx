import { zodResolver } from '@hookform/resolvers/zod'
import { type ReactNode, useEffect, useState } from 'react'
import { FormProvider, type UseFormReturn, useForm, useFormContext } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../../lib/api/client.ts'
import { usePerson } from '../../lib/person.tsx'
import { Button } from '../../ui/button.tsx'
import { CheckField, SelectField, TextField } from '../../ui/field.tsx'
import { Section } from '../../ui/page.tsx'
import { Problem } from '../../ui/states.tsx'
import type { Rule, RuleBody } from '../queries.ts'
import { bodyOf, emptyRule, problemsOf, type RuleForm, ruleFormSchema } from '../rule-form.ts'
import { ChannelChoice, ChannelFields } from './channel-fields.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { ExpressionField, type WrongPart } from './expression-field.tsx'
import { useProblem } from './field-problem.ts'
import { keptDraft } from './kept-draft.ts'
import { LiveMatches, MatchesBar, useDraftMatches } from './live-matches.tsx'
import { MoreTelling, MoreWishes } from './more-fields.tsx'
import { PriceHint } from './price-hint.tsx'
import { merged } from './rule-difference.ts'
import { SentenceFields } from './sentence-fields.tsx'
import { useKeptDraft } from './use-kept-draft.ts'

/** A rule as it is stored, in the form's own words. */
export interface StoredForm {
  form: RuleForm
  revision: number
}

interface Editing {
  /** The address of the form, under which what was typed is kept. */
  path: string
  initial: RuleForm
  /** As it is now; null = it is new. */
  stored: StoredForm | null
  /** Of the amounts of a rule that is there, or was sent; else the person's. */
  currency?: string
  /** A table of weights of its person's own, which the form does not show. */
  ownWeights?: Rule['weights']
  save: { mutate(ask: { body: RuleBody; ifRevision?: number }): void; isPending: boolean; error: unknown }
  button: string
}

const fields = Object.keys(emptyRule)

/** The form of a rule: a sentence whose words can be edited, and beside it what it would find. */
export function RuleEditor({
  path,
  initial,
  stored,
  currency: ruleCurrency,
  ownWeights,
  save,
  button,
}: Editing) {
  const t = useTranslations('rule')
  const person = usePerson()
  const currency = ruleCurrency ?? person.currency
  const form = useForm<RuleForm>({
    resolver: zodResolver(ruleFormSchema),
    defaultValues: initial,
    mode: 'onTouched',
  })
  const [left] = useState(() => keptDraft(path, person.id, emptyRule))
  const { base, newer, settle } = useBase(form, stored, { form: initial, revision: left?.revision })
  const kept = useKeptDraft(path, form, { left, revision: base.revision })
  const body = usePreviewed(form, { ...person, currency }, ownWeights)
  const matches = useDraftMatches(body)
  const refused = useRefused(form, save.error)
  const submit = form.handleSubmit((values) =>
    save.mutate({
      body: bodyOf(values, { ...person, currency }),
      ...(base.revision !== null && { ifRevision: base.revision }),
    }),
  )
  return (
    <FormProvider {...form}>
      {newer !== null && (
        <ConflictNotice
          theirs={newer.form}
          mine={form.getValues()}
          onMerge={() => settle(newer, merged(base.form, newer.form, form.getValues()).form)}
          onTakeTheirs={() => settle(newer, newer.form)}
          onKeepMine={() => settle(newer, form.getValues())}
        />
      )}
      {kept.isRestored && (
        <Notice text={t('draft.restored')}>
          <Button onClick={kept.startOver}>{t('draft.startOver')}</Button>
        </Notice>
      )}
      <form
        noValidate
        className="grid gap-x-8 lg:grid-cols-[minmax(0,1fr)_20rem]"
        onSubmit={(event) => void submit(event)}
      >
        <div className="min-w-0">
          <SentenceFields currency={currency} />
          <PriceHint currency={currency} />
          <div className="my-5">
            <ExpressionField wrong={wrongPartOf(matches.error) ?? refused.wrongPart} />
          </div>
          <Tell />
          <More currency={currency} hasOwnWeights={ownWeights !== undefined} />
          {save.error !== null && refused.isUnplaced && newer === null && (
            <div className="mb-4">
              <Problem error={save.error} />
            </div>
          )}
          <Button
            look="main"
            type="submit"
            disabled={save.isPending || newer !== null}
            className="w-full sm:w-auto"
          >
            {button}
          </Button>
          <div className="h-4" />
          <MatchesBar matches={matches} />
        </div>
        <aside className="mt-6 lg:mt-0">
          <LiveMatches body={body} matches={matches} />
        </aside>
      </form>
    </FormProvider>
  )
}

export function Notice({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div
      role="status"
      className="mb-5 flex flex-wrap items-center justify-between gap-3 rounded-md border border-line bg-sunk px-4 py-2 text-sm"
    >
      <p>{text}</p>
      {children}
    </div>
  )
}

/**
 * What the form began from. Where the rule became another since: an untouched form follows; a touched one has it in
 * `newer` until its person says what is to hold.
 */
function useBase(
  form: UseFormReturn<RuleForm>,
  stored: StoredForm | null,
  began: { form: RuleForm; revision: number | null | undefined },
) {
  const [base, setBase] = useState<{ form: RuleForm; revision: number | null }>({
    form: began.form,
    // What was typed before a session ended was meant for the rule of then.
    revision: began.revision ?? stored?.revision ?? null,
  })
  const { isDirty } = form.formState
  const newer = stored !== null && stored.revision !== base.revision ? stored : null
  const settle = (there: StoredForm, values: RuleForm) => {
    form.reset(there.form)
    form.reset(values, { keepDefaultValues: true })
    setBase(there)
  }
  useEffect(() => {
    // What was restored was meant for its own revision.
    if (newer === null || isDirty || base.revision === began.revision) return
    form.reset(newer.form)
    setBase(newer)
  }, [newer, isDirty, form, base.revision, began.revision])
  return { base, newer: isDirty ? newer : null, settle }
}

/** The draft as it would match if it were on; null while what is typed is none. */
function usePreviewed(
  form: UseFormReturn<RuleForm>,
  person: { currency: string; units: 'both' | 'km' | 'mi' },
  ownWeights: Rule['weights'] | undefined,
): RuleBody | null {
  const t = useTranslations('rule')
  const read = ruleFormSchema.safeParse(form.watch())
  if (!read.success) return null
  // Neither its name nor how it tells changes what it finds.
  const asked = { ...read.data, name: t('preview.name'), snoozedUntil: '', expiresAt: '', enabled: true }
  const weights = read.data.weights === 'own' && ownWeights !== undefined ? { weights: ownWeights } : {}
  return { ...bodyOf(asked, person), ...weights }
}

/** Puts what the server refused to the fields that it named. */
function useRefused({ setError, getFieldState, formState }: UseFormReturn<RuleForm>, error: unknown) {
  const problems = error instanceof ApiProblem ? problemsOf(error.fields, fields) : []
  useEffect(() => {
    if (!(error instanceof ApiProblem)) return
    for (const [name, message] of problemsOf(error.fields, fields))
      setError(name as 'name', { type: 'server', message })
  }, [error, setError])
  return {
    isUnplaced: problems.length === 0 || problems.some(([name]) => name === 'root'),
    // Until something else stands there.
    wrongPart: getFieldState('query', formState).error?.type === 'server' ? wrongPartOf(error) : null,
  }
}

function wrongPartOf(error: unknown): WrongPart | null {
  if (!(error instanceof ApiProblem) || error.fields.query === undefined) return null
  const { offset = 0, length = 0 } = error.positions.query ?? {}
  // Behind the sentence stands where it is wrong, for who has no marks.
  return { problem: error.fields.query.split('\n')[0]!, offset, length }
}

function Tell() {
  const t = useTranslations('rule')
  const { register } = useFormContext<RuleForm>()
  const problem = useProblem()
  return (
    <Section title={t('sections.tell')}>
      <div className="space-y-4">
        <ChannelFields problem={problem('channels')} />
        <SelectField
          label={t('fields.rhythm')}
          options={(['', 'immediately', 'hourly', 'daily', 'weekly'] as const).map((value) => ({
            value,
            text: t(`rhythms.${value || 'usual'}`),
          }))}
          {...register('rhythm')}
        />
        <TextField
          label={t('fields.name')}
          hint={t('hints.name')}
          problem={problem('name')}
          {...register('name')}
        />
        <CheckField label={t('fields.enabled')} {...register('enabled')} />
      </div>
    </Section>
  )
}

/** Folded away until it is wanted, or something in it is wrong. */
function More({ currency, hasOwnWeights }: { currency: string; hasOwnWeights: boolean }) {
  const t = useTranslations('rule')
  const { formState } = useFormContext<RuleForm>()
  const problem = useProblem()
  const [isOpen, setOpen] = useState(false)
  const wrong = Object.keys(formState.errors).some((name) => !shownAlways.has(name))
  return (
    <details
      open={isOpen || wrong}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="mb-5 border-t-2 border-ink py-4"
    >
      <summary className="min-h-9 text-lg font-bold tracking-tight">{t('sections.more')}</summary>
      <div className="mt-3 space-y-6">
        <MoreWishes currency={currency} hasOwnWeights={hasOwnWeights} />
        <ChannelChoice name="fallbackChannels" problem={problem('fallbackChannels')} />
        <MoreTelling currency={currency} />
      </div>
    </details>
  )
}

const shownAlways: ReadonlySet<string> = new Set([
  ...['all', 'any', 'none', 'query', 'priceMax', 'scoreMin', 'places', 'categories', 'root'],
  ...['channels', 'rhythm', 'name', 'enabled'],
])
