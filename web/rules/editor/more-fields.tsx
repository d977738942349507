import { useQuery } from '@tanstack/react-query'
import { useFormContext } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { PostRulesBodyConditionsItem, PostRulesBodyKindsItem } from '../../../clients/typescript/api.ts'
import { CheckField, SelectField, TextField } from '../../ui/field.tsx'
import { marketplacesQuery } from '../queries.ts'
import { type RuleForm, weightChoices } from '../rule-form.ts'
import { ChoiceField } from './choice-field.tsx'
import { useProblem } from './field-problem.ts'

type FigureName =
  | 'priceMin'
  | 'landedMax'
  | 'discountPctMin'
  | 'confidencePctMin'
  | 'riskMax'
  | 'profitMin'
  | 'cooldownMinutes'
  | 'dropMin'
  | 'dropPctMin'

function Figure({ name, unit }: { name: FigureName; unit?: string }) {
  const t = useTranslations('rule')
  const { register } = useFormContext<RuleForm>()
  const problem = useProblem()
  return (
    <TextField
      inputMode="numeric"
      label={t(`fields.${name}`)}
      hint={t(`hints.${name}`)}
      {...(unit !== undefined && { unit })}
      problem={problem(name)}
      {...register(name)}
    />
  )
}

/** What most rules do not need: what sort of thing, how good, of whom. */
export function MoreWishes({ currency, hasOwnWeights }: { currency: string; hasOwnWeights: boolean }) {
  const t = useTranslations('rule')
  const { register } = useFormContext<RuleForm>()
  const problem = useProblem()
  const marketplaces = useQuery(marketplacesQuery).data?.items ?? []
  const nameOf = (id: string) => marketplaces.find((one) => one.id === id)?.name ?? id
  return (
    <div className="space-y-4">
      <ChoiceField
        name="conditions"
        label={t('fields.conditions')}
        options={Object.values(PostRulesBodyConditionsItem)}
        text={(one) => t(`conditions.${one as 'new'}`)}
      />
      <ChoiceField
        name="kinds"
        label={t('fields.kinds')}
        options={Object.values(PostRulesBodyKindsItem)}
        text={(one) => t(`kinds.${one as 'thing'}`)}
      />
      <ChoiceField
        name="marketplaces"
        label={t('fields.marketplaces')}
        options={marketplaces.map(({ id }) => id)}
        text={nameOf}
        problem={problem('marketplaces')}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Figure name="priceMin" unit={currency} />
        <Figure name="landedMax" unit={currency} />
        <CheckField label={t('fields.otherCurrencies')} {...register('otherCurrencies')} />
        <Figure name="discountPctMin" unit="%" />
        <Figure name="confidencePctMin" unit="%" />
        <Figure name="riskMax" />
        <Figure name="profitMin" unit={currency} />
        <SelectField
          label={t('fields.handover')}
          options={(['any', 'local', 'ships'] as const).map((value) => ({
            value,
            text: t(`handovers.${value}`),
          }))}
          {...register('handover')}
        />
        <SelectField
          label={t('fields.weights')}
          hint={t('hints.weights')}
          options={weightChoices
            .filter((value) => value !== 'own' || hasOwnWeights)
            .map((value) => ({ value, text: t(`weights.${value || 'balanced'}`) }))}
          {...register('weights')}
        />
        <TextField
          label={t('fields.sellersOnly')}
          hint={t('hints.sellersOnly')}
          problem={problem('sellersOnly')}
          {...register('sellersOnly')}
        />
        <TextField
          label={t('fields.sellersNot')}
          hint={t('hints.sellersNot')}
          problem={problem('sellersNot')}
          {...register('sellersNot')}
        />
      </div>
    </div>
  )
}

/** When not to tell, and when again. */
export function MoreTelling({ currency }: { currency: string }) {
  const t = useTranslations('rule')
  const { register } = useFormContext<RuleForm>()
  const problem = useProblem()
  return (
    <div className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Figure name="cooldownMinutes" />
        <TextField
          type="datetime-local"
          label={t('fields.snoozedUntil')}
          hint={t('hints.snoozedUntil')}
          problem={problem('snoozedUntil')}
          {...register('snoozedUntil')}
        />
        <TextField
          type="datetime-local"
          label={t('fields.expiresAt')}
          hint={t('hints.expiresAt')}
          problem={problem('expiresAt')}
          {...register('expiresAt')}
        />
        <Figure name="dropMin" unit={currency} />
        <Figure name="dropPctMin" unit="%" />
      </div>
      <CheckField label={t('fields.onlyNew')} {...register('onlyNew')} />
    </div>
  )
}
