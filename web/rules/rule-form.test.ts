import { expect, it } from 'vitest'
import type { Rule } from './queries.ts'
import { bodyOf, emptyRule, formOf, problemsOf, ruleFormSchema } from './rule-form.ts'

const person = { currency: 'USD', units: 'mi' } as const
const form = {
  ...emptyRule,
  ...{ name: 'Chairs', all: 'herman miller, aeron', none: 'parts', priceMax: '300', scoreMin: '80' },
  ...{ places: [{ place: 'Oakland, CA', radius: '25' }], conditions: ['good'], rhythm: 'daily' as const },
}

it('what is typed is what is sent: amounts in minor units, distances in km', () => {
  expect(bodyOf(form, person)).toMatchObject({
    keywords: { all: ['herman miller', 'aeron'], any: [], none: ['parts'] },
    ...{ priceCentsMin: null, priceCentsMax: 30000, currency: 'USD', scoreMin: 80, rhythm: 'daily' },
    places: [{ place: 'Oakland, CA', radiusKm: 40 }],
  })
})

it('a rule that was saved comes back into the form as it was typed', () => {
  const body = bodyOf(form, person)
  const stored = { ...body, places: [{ place: 'Oakland, CA', label: 'Oakland', radiusKm: 40 }] } as Rule
  expect(formOf(stored, person)).toEqual(form)
})

it('a rule without a name is called by its words', () => {
  expect(bodyOf({ ...form, name: ' ' }, person).name).toBe('herman miller aeron')
  expect(bodyOf(emptyRule, person).name).toBe('Anything')
})

it('what cannot be meant is said where it stands', () => {
  const wrong = ruleFormSchema.safeParse({
    ...form,
    priceMin: '500',
    scoreMin: '101',
    places: [{ place: '', radius: '' }],
  })
  expect(wrong.error?.issues.map(({ path }) => path.join('.'))).toEqual(
    expect.arrayContaining(['scoreMin', 'places.0.place']),
  )
  expect(ruleFormSchema.safeParse({ ...form, priceMin: '500' }).error?.issues[0]?.path).toEqual(['priceMax'])
})

it("the API's problems stand at the form's fields", () => {
  const fields = { 'keywords.all.0': 'is empty', 'places.0.radiusKm': 'too far', query: 'does not close' }
  expect(problemsOf(fields, Object.keys(form))).toEqual([
    ['all', 'is empty'],
    ['places.0.radius', 'too far'],
    ['query', 'does not close'],
  ])
})
