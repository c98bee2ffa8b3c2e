import type { View, Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { DateField, SelectField, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Tabs } from '#ui/components/tabs/tabs.tsx'
import { Timeline } from '#ui/components/timeline/timeline.tsx'
import { longestAnswer } from '../../model/answer.ts'
import type { DecisionFault } from '../../model/decision.ts'
import type { Procedure } from '../../model/procedure.ts'
import { decisionStates } from '../../model/report/figures.ts'
import { routes } from '../../routes.ts'
import type { CountedDecision } from '../../store/decision-store.ts'
import { decisionSteps } from '../decision-line.tsx'
import { staffFrame, staffTabs } from '../staff-procedure.ts'

export interface DecisionsPage {
  readonly decisions: readonly CountedDecision[]
  readonly faults: readonly DecisionFault[]
  /** The decision whose milestone has faults; the new decision where there is none. */
  readonly faulty?: string | undefined
  readonly said: string | undefined
}

/** Fields of the form that came back: those of a milestone carry the decision's id. */
function fieldsOf(visit: Visit, data: DecisionsPage, decision?: string) {
  const mine = data.faulty === decision ? data.faults : []
  const { t, form } = visit
  return (name: DecisionFault['field']) => {
    const fault = mine.find(({ field }) => field === name)
    return {
      id: decision ? `${name}-${decision}` : name,
      name,
      label: t(`participation.decisions.field.${name}`),
      value: mine.length > 0 ? (form.get(name) ?? '') : '',
      error: fault && t(`participation.decision-fault.${name}.${fault.fault}`),
      t,
    }
  }
}

function Step({ one, data, visit, action }: { one: CountedDecision; data: DecisionsPage; visit: Visit; action: string }) {
  const { t } = visit
  const field = fieldsOf(visit, data, one.id)
  return (
    <Disclosure title={t('participation.decisions.step')} open={data.faulty === one.id}>
      <form class="alm-form" method="post" action={action} noValidate>
        <input type="hidden" name="beschluss" value={one.id} />
        <SelectField
          {...field('state')}
          options={['', ...decisionStates].map((value) => ({
            value,
            label: value ? t(`participation.decision.${value}`) : t('participation.field.category.choose'),
          }))}
        />
        <TextField {...field('note')} help={t('participation.decisions.field.note.help')} maxLength={longestAnswer.note} />
        <DateField {...field('due')} help={t('participation.decisions.field.due.help')} optional />
        <Button kind="secondary" text={t('participation.decisions.step.add')} name="tat" value="schritt" />
      </form>
    </Disclosure>
  )
}

/** Decisions of a procedure: what was decided, how far it is, what hangs on it. */
export function decisionsView(visit: Visit, procedure: Procedure, data: DecisionsPage): View {
  const { t } = visit
  const action = visit.to(routes.changeDecisions, { id: procedure.id })
  const field = fieldsOf(visit, data)
  return {
    ...staffFrame(visit, procedure, 'decisions'),
    body: (
      <>
        {data.said && <Message kind="success" title={t(`participation.decisions.said.${data.said}`)} live t={t} />}
        <ErrorSummary
          faults={data.faults.map(({ field: name, fault }) => ({
            field: data.faulty ? `${name}-${data.faulty}` : name,
            text: t(`participation.decision-fault.${name}.${fault}`),
          }))}
          t={t}
        />
        <Head
          pre={procedure.title}
          title={t('participation.decisions.title', { count: data.decisions.length })}
          lead={t('participation.decisions.lead')}
          t={t}
        />
        <Tabs {...staffTabs(visit, procedure, 'decisions')} />
        {data.decisions.map((one) => (
          <Section key={one.id} title={one.title} id={`beschluss-${one.id}`}>
            <Timeline steps={decisionSteps(one, visit)} t={t} />
            <LinkList
              links={[
                {
                  href: visit.to(routes.staffAnswers, { id: procedure.id }, { liste: 'alle', beschluss: one.id }),
                  text: t('participation.decision.submissions', { count: one.submissions }),
                },
                ...(one.href ? [{ href: one.href, text: t('participation.decision.paper') }] : []),
              ]}
            />
            <Step one={one} data={data} visit={visit} action={action} />
          </Section>
        ))}
        <Section title={t('participation.decisions.new')} id="neu" note={t('participation.decisions.new.note')}>
          <form class="alm-form" method="post" action={action} noValidate>
            <TextField {...field('title')} help={t('participation.decisions.field.title.help')} maxLength={longestAnswer.title} />
            <TextField {...field('body')} help={t('participation.decisions.field.body.help')} maxLength={longestAnswer.office} />
            <DateField {...field('day')} />
            <TextField
              {...field('href')}
              help={t('participation.decisions.field.href.help')}
              type="url"
              maxLength={longestAnswer.href}
              optional
            />
            <Button text={t('participation.decisions.add')} name="tat" value="beschluss" />
          </form>
        </Section>
      </>
    ),
  }
}
