import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { ChoiceField, TextField } from '#ui/components/form-field/form-field.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { paperChannels } from '../../model/paper/received.ts'
import { type Asked, longest, type SubmissionFault } from '../../model/submission.ts'
import { paperRoutes } from '../../paper-routes.ts'
import { setupRoutes } from '../../setup-routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { setupView } from '../setup/frame.tsx'
import { faultLines, SubmissionFields, type Typed } from '../submit/fields.tsx'

/** What is wrong with a field that only staff sees. */
export interface EnterFault {
  readonly field: 'channel' | 'receivedOn' | 'reference'
  readonly text: string
}

export interface EnterState {
  readonly typed: Typed
  readonly faults: readonly EnterFault[]
  /** What is wrong with the fields that everybody has. */
  readonly own: readonly SubmissionFault[]
}

/** The form in which staff enters what came by letter, telephone or at the counter: the same fields, and how and when it came. */
export function enterView(visit: Visit, opened: ShownProcedure, asked: Asked, { typed, faults, own }: EnterState): View {
  const { t } = visit
  const { id, slug } = opened.procedure
  const field = (name: EnterFault['field']) => {
    const fault = faults.find((one) => one.field === name)
    return {
      id: name,
      name,
      label: t(`participation.enter.${name}`),
      help: t(`participation.enter.${name}.help`),
      ...(fault ? { error: fault.text } : {}),
      t,
    }
  }
  const nameFault = own.find((one) => one.field === 'author')
  return setupView(visit, opened, {
    title: t('participation.enter.title'),
    lead: t('participation.enter.lead'),
    before: (
      <ErrorSummary
        faults={[
          ...faults,
          ...faultLines(
            visit,
            own.filter((one) => one.field !== 'email'),
          ),
        ]}
        t={t}
      />
    ),
    body: (
      <>
        <form class="alm-form" method="post" action={visit.to(paperRoutes.enterNow, { id })} noValidate>
          <ChoiceField
            {...field('channel')}
            values={[typed.channel ?? '']}
            options={paperChannels.map((value) => ({ value, label: t(`participation.enter.channel.${value}`) }))}
          />
          <TextField {...field('receivedOn')} value={typed.receivedOn ?? ''} />
          <TextField {...field('reference')} value={typed.reference ?? ''} maxLength={60} optional />
          <SubmissionFields asked={asked} typed={typed} faults={own} visit={visit} own />
          <TextField
            id="author"
            name="author"
            label={t('participation.field.author')}
            help={t('participation.enter.author.help')}
            value={typed.author ?? ''}
            maxLength={longest.author}
            optional
            {...(nameFault ? { error: t(`participation.fault.author.${nameFault.fault}`) } : {})}
            t={t}
          />
          <p class="alm-small">{t('participation.enter.public')}</p>
          <Actions>
            <Button text={t('participation.enter.do')} />
          </Actions>
        </form>
        <LinkList
          links={[
            { href: visit.to(paperRoutes.importPage, { id }), text: t('participation.import.title') },
            { href: visit.to(paperRoutes.paper, { slug }), text: t('participation.paper.link') },
          ]}
        />
      </>
    ),
  })
}

/** Says why nothing can be entered here. */
export function notNowView(visit: Visit, opened: ShownProcedure, why: 'draft' | 'form'): View {
  const { t } = visit
  return setupView(visit, opened, {
    title: t('participation.enter.title'),
    lead: t(`participation.enter.not.${why}`),
    body: (
      <LinkList
        links={[{ href: visit.to(setupRoutes.setup, { id: opened.procedure.id }), text: t('participation.setup.back') }]}
      />
    ),
  })
}
