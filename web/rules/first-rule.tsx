import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { type FormEvent, useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { suggestPlaces } from '../lib/api/places.ts'
import { usePerson } from '../lib/person.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Problem } from '../ui/states.tsx'
import { SuggestField } from '../ui/suggest-field.tsx'
import { LiveMatches, useDraftMatches } from './editor/live-matches.tsx'
import { addRule } from './queries.ts'
import { bodyOf, emptyRule } from './rule-form.ts'

/** The first thing that a person says: what they are looking for. Beside it stands at once what there is of it. */
export function FirstRule({ onMade }: { onMade(rule: { id: number }): void }) {
  const t = useTranslations('welcome')
  const person = usePerson()
  const queryClient = useQueryClient()
  const [words, setWords] = useState('')
  const [budget, setBudget] = useState('')
  const [place, setPlace] = useState(person.home ?? '')
  const draft = useMemo(() => {
    if (!/^\d{0,8}$/.test(budget.trim())) return null
    const places = place.trim() === '' ? [] : [{ place: place.trim(), radius: '' }]
    const said = { name: words.trim() || t('words'), all: words, priceMax: budget.trim(), scoreMin: '' }
    return bodyOf({ ...emptyRule, ...said, places }, person)
  }, [words, budget, place, person, t])
  // Before anything is said stands what there is at all; it is no rule to be made.
  const body = words.trim() === '' ? null : draft
  const matches = useDraftMatches(draft)
  const { mutate, isPending, error } = useMutation({
    mutationFn: addRule,
    async onSuccess(rule) {
      await queryClient.invalidateQueries({ queryKey: ['rules'] })
      onMade(rule)
    },
  })
  const fields = error instanceof ApiProblem ? error.fields : {}
  const placeProblem = Object.entries(fields).find(([name]) => name.startsWith('place'))?.[1]
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (body !== null) mutate(body)
  }
  return (
    <div className="grid items-start gap-8 lg:grid-cols-2">
      <form className="space-y-5" onSubmit={submit}>
        <TextField
          label={t('words')}
          hint={t('wordsHint')}
          required
          autoFocus
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <TextField
            inputMode="numeric"
            pattern="\d{0,8}"
            label={t('budget')}
            unit={person.currency}
            hint={t('budgetHint')}
            value={budget}
            onChange={({ target }) => setBudget(target.value)}
          />
          <SuggestField
            name="place"
            label={t('place')}
            hint={t('placeHint')}
            problem={placeProblem}
            defaultValue={place}
            onChange={setPlace}
            suggest={suggestPlaces}
          />
        </div>
        {error !== null && placeProblem === undefined && <Problem error={error} />}
        <div className="flex flex-wrap items-center gap-4">
          <Button look="main" type="submit" disabled={isPending}>
            {t('watch')}
            <ArrowRight aria-hidden size={18} className="rtl:-scale-x-100" />
          </Button>
          <Link
            to="/welcome"
            search={{ step: 'told' }}
            className="inline-flex min-h-10 items-center text-sm underline underline-offset-4"
          >
            {t('skip')}
          </Link>
        </div>
      </form>
      <LiveMatches body={body} matches={matches} idle={t('idle')} />
    </div>
  )
}
