import type { View, Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { FormStack, SelectField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Note } from '#ui/components/note/note.tsx'
import type { Submission } from '../../../model/submission.ts'
import { type Box, boxKinds, type Project, projectStates } from '../../../model/vote/box.ts'
import type { FormFault } from '../../../model/vote/budget-forms.ts'
import { rulesFor } from '../../../model/vote/budget-vote.ts'
import { eurosTyped } from '../../../model/vote/money.ts'
import { budgetStaffRoutes } from '../staff-routes.ts'
import { type StaffBudget, staffCrumbs } from './open-staff.ts'

/** Fields as they were typed, or as they are kept. */
export type Fields = Readonly<Record<string, string>>

const faultText = (visit: Visit, { field, fault }: FormFault) => {
  const own = `participation.budget-fault.${field}.${fault}`
  const said = visit.t(own)
  return said === own
    ? visit.t(`participation.budget-fault.${fault}`, { field: visit.t(`participation.budget-field.${field}`) })
    : said
}

/** Makes the properties of a field by its name. */
const fieldsOf =
  (visit: Visit, values: Fields, faults: readonly FormFault[]) =>
  (name: string, help = false) => {
    const fault = faults.find(({ field }) => field === name)
    return {
      id: name,
      name,
      label: visit.t(`participation.budget-field.${name}`),
      value: values[name] ?? '',
      ...(help ? { help: visit.t(`participation.budget-field.${name}.help`) } : {}),
      ...(fault ? { error: faultText(visit, fault) } : {}),
      t: visit.t,
    }
  }

/** A box as the fields of its form. */
export const boxFields = (box: Box | undefined): Fields => ({
  title: box?.title ?? '',
  budget: box ? eurosTyped(box.budget) : '',
  kind: box?.kind ?? 'knapsack',
  rule: box?.rule ?? 'equalshares/add1',
  threshold: String(box?.threshold ?? ''),
  fewest: String(box?.fewest ?? 1),
  most: String(box?.most ?? ''),
  points: String(box?.points ?? 10),
  each: String(box?.each ?? ''),
})

interface FormPage {
  readonly title: string
  readonly begun: boolean
  readonly faults: readonly FormFault[]
}

const formView = (visit: Visit, opened: StaffBudget, { title, begun, faults }: FormPage, form: View['body']): View => ({
  title,
  frame: 'staff',
  robots: 'noindex',
  area: 'participation-setup',
  crumbs: staffCrumbs(visit, opened, title),
  body: (
    <>
      <ErrorSummary faults={faults.map((one) => ({ field: one.field, text: faultText(visit, one) }))} t={visit.t} />
      <Head pre={opened.procedure.title} title={title} t={visit.t} />
      {begun && (
        <Note kind="warn">
          <p>{visit.t('participation.budget-staff.begun')}</p>
        </Note>
      )}
      {form}
    </>
  ),
})

/** A budget of its own: amount, ballot and rule. */
export function boxFormView(
  visit: Visit,
  opened: StaffBudget,
  box: Box | undefined,
  values: Fields,
  faults: readonly FormFault[] = [],
): View {
  const { t } = visit
  const field = fieldsOf(visit, values, faults)
  const rules = rulesFor('knapsack')
  return formView(
    visit,
    opened,
    { title: box?.title ?? t('participation.budget-staff.new-box'), begun: (box?.last ?? 0) > 0, faults },
    <form method="post" action={visit.to(budgetStaffRoutes.keepBudgetBox, { id: opened.procedure.id })} noValidate>
      <HiddenValues values={{ topf: box?.slug ?? 'neu' }} />
      <FormStack>
        <TextField {...field('title', true)} maxLength={120} />
        <TextField {...field('budget', true)} />
        <SelectField
          {...field('kind')}
          options={boxKinds.map((kind) => ({ value: kind, label: t(`participation.budget-staff.kind.${kind}`) }))}
        />
        <SelectField
          {...field('rule', true)}
          options={rules.map((rule) => ({ value: rule, label: t(`participation.tally.rule.${rule}`) }))}
        />
        <TextField {...field('threshold', true)} optional />
        <TextField {...field('fewest')} />
        <TextField {...field('most')} optional />
        <TextField {...field('points', true)} optional />
        <TextField {...field('each', true)} optional />
        <Button text={t('participation.budget-staff.save')} />
      </FormStack>
    </form>,
  )
}

/** A project as the fields of its form; a new one begins with the words of its proposal. */
export const projectFields = (one: Project | undefined, proposal: Submission | undefined): Fields => ({
  title: one?.title ?? proposal?.title ?? '',
  summary: one?.summary ?? proposal?.body.slice(0, 300) ?? '',
  place: one?.place ?? proposal?.place ?? '',
  state: one?.state ?? 'checking',
  cost: one?.cost ? eurosTyped(one.cost) : '',
  office: one?.office ?? '',
  note: one?.note ?? '',
  box: one?.box ?? '',
  key: one?.key ?? '',
})

/** What an office says of a proposal: whether it can be done, what it costs, where it stands for election. */
export function projectFormView(
  visit: Visit,
  opened: StaffBudget,
  one: Project | undefined,
  values: Fields,
  state: {
    readonly faults?: readonly FormFault[]
    readonly proposals: readonly Submission[]
    readonly proposal?: string | undefined
  },
): View {
  const { t } = visit
  const { faults = [], proposals, proposal } = state
  const field = fieldsOf(visit, values, faults)
  const box = opened.boxes.find(({ id }) => id === one?.box)
  return formView(
    visit,
    opened,
    { title: one?.title ?? t('participation.budget-staff.new-project'), begun: (box?.last ?? 0) > 0, faults },
    <form method="post" action={visit.to(budgetStaffRoutes.keepBudgetProject, { id: opened.procedure.id })} noValidate>
      <HiddenValues values={{ vorschlag: one?.id }} />
      <FormStack>
        {!one && proposals.length > 0 && (
          <SelectField
            id="beitrag"
            name="beitrag"
            label={t('participation.budget-field.beitrag')}
            help={t('participation.budget-field.beitrag.help')}
            value={proposal ?? ''}
            options={[
              { value: '', label: t('participation.budget-staff.own-proposal') },
              ...proposals.map(({ id, title, number }) => ({
                value: id,
                label: `${opened.procedure.prefix}-${String(number).padStart(4, '0')} ${title}`,
              })),
            ]}
            t={t}
          />
        )}
        <TextField {...field('title')} maxLength={120} />
        <TextArea {...field('summary', true)} rows={3} maxLength={300} />
        <TextField {...field('place')} maxLength={80} optional />
        <SelectField
          {...field('state')}
          options={projectStates.map((name) => ({ value: name, label: t(`participation.budget-staff.state.${name}`) }))}
        />
        <TextField {...field('cost', true)} optional />
        <TextField {...field('office')} maxLength={120} optional />
        <TextArea {...field('note', true)} rows={4} maxLength={1000} optional />
        {opened.boxes.length > 1 && (
          <SelectField
            {...field('box')}
            options={[
              { value: '', label: t('participation.budget-staff.no-choice') },
              ...opened.boxes.map(({ id, title }) => ({ value: id, label: title })),
            ]}
          />
        )}
        <TextField {...field('key', true)} maxLength={6} optional />
        <Button text={t('participation.budget-staff.save')} />
      </FormStack>
    </form>,
  )
}
