import { ok } from '#kernel/result.ts'
import { ChoiceField, SelectField, TextField } from '#ui/components/form-field/form-field.tsx'
import { actOf } from '../../format-words.ts'
import { type Action, trusts } from '../../model/procedure.ts'
import { type Askable, guardedActions, levelsFor, readRules, typedRules } from '../../model/setup/rules.ts'
import { setupRoutes } from '../../setup-routes.ts'
import { askedActions } from '../proof/weight.tsx'
import { setupFaultText } from './frame.tsx'
import { type Drawn, type PartPage, valuesOf } from './part-page.tsx'

const plain = ['moderation', 'trust', 'answerBy', 'retentionMonths'] as const

function Fields({ drawn, askable }: { readonly drawn: Drawn; readonly askable: Askable }) {
  const { visit, typed, faults, opened } = drawn
  const { t } = visit
  const field = (name: string, label: string) => {
    const fault = faults.find((one) => one.field === name)
    return {
      id: name,
      name,
      label,
      value: typed[name] ?? '',
      ...(fault ? { error: setupFaultText(visit, fault) } : {}),
      t,
    }
  }
  const named = (name: (typeof plain)[number]) => ({
    ...field(name, t(`participation.setup.field.${name}`)),
    help: t(`participation.setup.field.${name}.help`),
  })
  const nameOf = (action: Action) => {
    const own = actOf(opened.format, action, visit.lang)
    return own ? t('participation.setup.field.identity.own', { act: own }) : t(`participation.setup.field.identity-${action}`)
  }
  const helpFor = (action: Action) => {
    if (!askable.asks.includes(action)) return t('participation.setup.identity.unasked')
    return askable.bundId ? undefined : t('participation.setup.identity.no-bundid')
  }
  return (
    <>
      <ChoiceField
        {...named('moderation')}
        values={[typed.moderation ?? '']}
        options={(['after', 'before'] as const).map((value) => ({
          value,
          label: t(`participation.setup.moderation.${value}`),
          help: t(`participation.setup.moderation.${value}.help`),
        }))}
      />
      {guardedActions(opened.format.actions).map((action) => (
        <SelectField
          key={action}
          {...field(`identity-${action}`, nameOf(action))}
          // Whoever sets up a procedure must not believe in a guard that is not there.
          help={helpFor(action)}
          options={levelsFor(action, askable).map((value) => ({ value, label: t(`participation.setup.identity.${value}`) }))}
        />
      ))}
      {askable.bundId && (
        <SelectField
          {...named('trust')}
          options={trusts.map((value) => ({ value, label: t(`participation.setup.trust.${value}`) }))}
        />
      )}
      <TextField {...named('answerBy')} optional />
      <TextField {...named('retentionMonths')} />
    </>
  )
}

/** The third part: who looks first, who must be known how well, by when there is an answer, what is kept how long. */
export const rulesPage = (bundId: () => boolean): PartPage => ({
  step: 'rules',
  show: setupRoutes.setupRules,
  save: setupRoutes.saveRules,
  part: ({ format }) => ({
    id: 'rules',
    typed: (procedure) => typedRules(procedure, format.actions),
    read(typed) {
      const read = readRules(typed, format.actions, { asks: askedActions(format), bundId: bundId() })
      return read.ok ? ok({ procedure: read.value }) : read
    },
  }),
  typedOf: (form, { format }) =>
    valuesOf(form, [...plain, ...guardedActions(format.actions).map((action) => `identity-${action}`)]),
  told: (field, value, { t }) =>
    field.startsWith('identity-') || field === 'trust' || field === 'moderation'
      ? t(`participation.setup.${field.split('-')[0]}.${value}`)
      : value,
  fields: (drawn) => <Fields drawn={drawn} askable={{ asks: askedActions(drawn.opened.format), bundId: bundId() }} />,
})
