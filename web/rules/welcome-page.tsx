import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { ApiProblem } from '../lib/api/client.ts'
import { usePerson } from '../lib/person.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Page } from '../ui/page.tsx'
import { Problem } from '../ui/states.tsx'
import { toasts } from '../ui/toast.tsx'
import { addRule } from './queries.ts'
import { bodyOf, emptyRule } from './rule-form.ts'

/** The first thing that a person says: what they are looking for. It becomes their first rule. */
export function WelcomePage() {
  const t = useTranslations('welcome')
  const person = usePerson()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [words, setWords] = useState('')
  const [budget, setBudget] = useState('')
  const [place, setPlace] = useState(person.home ?? '')
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      addRule(
        bodyOf(
          {
            ...emptyRule,
            ...{ name: words, all: words, priceMax: budget.trim(), scoreMin: '' },
            places: place.trim() === '' ? [] : [{ place, radius: '' }],
          },
          person,
        ),
      ),
    async onSuccess(rule) {
      await queryClient.invalidateQueries({ queryKey: ['rules'] })
      toasts.add({ title: t('made') })
      await navigate({ to: '/rules/$id', params: { id: String(rule.id) } })
    },
  })
  const fields = error instanceof ApiProblem ? error.fields : {}
  const placeProblem = Object.entries(fields).find(([name]) => name.startsWith('place'))?.[1]
  return (
    <Page title={t('title')} lead={t('lead')}>
      <form
        className="space-y-5"
        onSubmit={(event) => {
          event.preventDefault()
          mutate()
        }}
      >
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
          <TextField
            label={t('place')}
            hint={t('placeHint')}
            problem={placeProblem}
            value={place}
            onChange={({ target }) => setPlace(target.value)}
          />
        </div>
        {error !== null && placeProblem === undefined && <Problem error={error} />}
        <div className="flex flex-wrap items-center gap-4">
          <Button look="main" type="submit" disabled={isPending}>
            {t('watch')}
            <ArrowRight aria-hidden size={18} />
          </Button>
          <Link
            to="/deals"
            className="inline-flex min-h-10 items-center text-sm underline underline-offset-4"
          >
            {t('look')}
          </Link>
        </div>
      </form>
    </Page>
  )
}
