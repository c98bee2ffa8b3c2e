import { formatMoment } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { ChoiceField, TextArea } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Checks, Status } from '#ui/components/status/status.tsx'
import { Table } from '#ui/components/table/table.tsx'
import { missingInProject, type Project, projectNeeds } from '../../model/project.ts'
import { type Suggestion, suggestionOutcomes } from '../../model/suggestion.ts'
import { projectRoutes } from '../../project-routes.ts'
import { setupRoutes } from '../../setup-routes.ts'
import type { LinkedProcedure } from '../../store/project-links.ts'
import type { ProjectVersion } from '../../store/project-store.ts'
import { StateWord } from '../setup/frame.tsx'
import { staffProjectView } from './staff-views.tsx'
import { supportLine } from './suggestion-views.tsx'
import { costText, StageWord, whereText } from './words.tsx'

export const projectSaid = ['veroeffentlicht', 'zurueckgezogen', 'nicht-jetzt', 'entschieden'] as const

export interface StaffProjectShown {
  readonly project: Project
  readonly procedures: readonly LinkedProcedure[]
  readonly suggestions: readonly Suggestion[]
  readonly versions: readonly ProjectVersion[]
}

/** What was typed to decide on a suggestion, and what is wrong with it. */
export interface Refused {
  readonly id: string
  readonly fault: 'reason' | 'answer' | 'outcome'
  readonly typed: { readonly reason: string; readonly answer: string; readonly outcome: string }
}

function Deciding({
  one,
  project,
  visit,
  refused,
}: {
  readonly one: Suggestion
  readonly project: Project
  readonly visit: Visit
  readonly refused: Refused | undefined
}) {
  const { t } = visit
  const mine = refused?.id === one.id ? refused : undefined
  const action = visit.to(projectRoutes.decideSuggestion, { id: project.id })
  const error = (fault: Refused['fault']) => (mine?.fault === fault ? { error: t(`participation.suggest.fault.${fault}`) } : {})
  return (
    <>
      {(one.state === 'waiting' || one.state === 'hidden') && one.body && (
        <form method="post" action={action}>
          <HiddenValues values={{ anregung: one.id }} />
          <Actions>
            <Button text={t('participation.suggest.show')} name="tat" value="zeigen" />
          </Actions>
        </form>
      )}
      {one.state === 'public' && !one.answeredAt && (
        <Disclosure title={t('participation.suggest.answer')} open={mine?.fault === 'answer' || mine?.fault === 'outcome'}>
          <form class="alm-form" method="post" action={action} noValidate>
            <HiddenValues values={{ anregung: one.id }} />
            <ChoiceField
              id={`ergebnis-${one.number}`}
              name="ergebnis"
              label={t('participation.suggest.outcome')}
              values={[mine?.typed.outcome ?? '']}
              options={suggestionOutcomes.map((value) => ({ value, label: t(`participation.suggest.outcome.${value}`) }))}
              {...error('outcome')}
              t={t}
            />
            <TextArea
              id={`antwort-${one.number}`}
              name="antwort"
              label={t('participation.answer')}
              help={t('participation.suggest.answer.help')}
              value={mine?.typed.answer ?? ''}
              rows={5}
              maxLength={4000}
              {...error('answer')}
              t={t}
            />
            <Button text={t('participation.suggest.answer.do')} name="tat" value="antworten" />
          </form>
        </Disclosure>
      )}
      {(one.state === 'waiting' || one.state === 'public') && (
        <Disclosure title={t('participation.suggest.hide')} open={mine?.fault === 'reason'}>
          <form class="alm-form" method="post" action={action} noValidate>
            <HiddenValues values={{ anregung: one.id }} />
            <TextArea
              id={`grund-${one.number}`}
              name="grund"
              label={t('participation.setup.reason')}
              help={t('participation.suggest.hide.help')}
              value={mine?.typed.reason ?? ''}
              rows={3}
              maxLength={600}
              {...error('reason')}
              t={t}
            />
            <Button kind="danger" text={t('participation.suggest.hide.do')} name="tat" value="verbergen" />
          </form>
        </Disclosure>
      )}
    </>
  )
}

function SuggestionPart(props: {
  readonly one: Suggestion
  readonly project: Project
  readonly visit: Visit
  readonly refused: Refused | undefined
}) {
  const { one, visit } = props
  const { t, lang } = visit
  return (
    <section>
      <h3>{t('participation.suggest.number', { number: one.number })}</h3>
      <p class="alm-meta">
        <Status kind={one.state === 'public' ? 'ok' : one.state === 'waiting' ? 'run' : 'idle'}>
          {t(`participation.state.${one.state}`)}
        </Status>
        <span>{[one.author, formatMoment(one.receivedAt, lang, 'text')].filter(Boolean).join(', ')}</span>
        {one.threshold !== null && <span>{supportLine(one, visit)}</span>}
      </p>
      <Said text={one.body} />
      {one.answer && (
        <>
          <h4>{t('participation.answer')}</h4>
          <Said text={one.answer} />
        </>
      )}
      {one.hiddenReason && <p class="alm-small">{one.hiddenReason}</p>}
      {visit.may('participation/moderate') && <Deciding {...props} />}
    </section>
  )
}

function Deeds({ visit, project, ready }: { readonly visit: Visit; readonly project: Project; readonly ready: boolean }) {
  const { t } = visit
  const { id, slug, state } = project
  const mayPublish = visit.may('participation/publish')
  return (
    <>
      {mayPublish && state !== 'public' && ready && (
        <form method="post" action={visit.to(projectRoutes.publishProject, { id })}>
          <Button text={t('participation.project.publish')} />
        </form>
      )}
      <Actions>
        {visit.may('participation/edit') && (
          <Button
            kind={state === 'public' || !ready ? 'primary' : 'secondary'}
            text={t('participation.project.edit')}
            href={visit.to(projectRoutes.editProject, { id })}
          />
        )}
        {state === 'public' && (
          <a class="alm-link" href={visit.to(projectRoutes.project, { vorhaben: slug })}>
            {t('participation.project.public')}
          </a>
        )}
        {mayPublish && state === 'public' && (
          <a class="alm-link" href={visit.to(projectRoutes.withdrawProject, { id })}>
            {t('participation.project.withdraw')}
          </a>
        )}
      </Actions>
    </>
  )
}

/** A project for its staff: where it stands, what is missing, what was suggested, former wordings. */
export function staffOneView(
  visit: Visit,
  { project, procedures, suggestions, versions }: StaffProjectShown,
  said: (typeof projectSaid)[number] | undefined,
  refused?: Refused,
): View {
  const { t, lang } = visit
  const missing = missingInProject(project)
  const fault = refused && {
    field: `${{ reason: 'grund', answer: 'antwort', outcome: 'ergebnis' }[refused.fault]}-${suggestions.find((one) => one.id === refused.id)?.number ?? ''}`,
    text: t(`participation.suggest.fault.${refused.fault}`),
  }
  return staffProjectView(
    visit,
    project,
    project.title,
    <>
      {said && (
        <Message
          kind={said === 'nicht-jetzt' ? 'warning' : 'success'}
          title={t(`participation.project.said.${said}`)}
          live
          t={t}
        />
      )}
      <ErrorSummary faults={fault ? [fault] : []} t={t} />
      <Head title={project.title} {...(project.lead ? { lead: project.lead } : {})} t={t}>
        <p class="alm-meta">
          <StateWord state={project.state} visit={visit} />
          <StageWord stage={project.stage} visit={visit} />
        </p>
        <Deeds visit={visit} project={project} ready={missing.length === 0} />
      </Head>
      {project.state !== 'public' && (
        <Block title={t(missing.length > 0 ? 'participation.setup.needs' : 'participation.setup.ready')} id="fehlt">
          <Checks
            checks={projectNeeds.map((need) => ({
              kind: missing.includes(need) ? ('bad' as const) : ('ok' as const),
              title: t(`participation.project.need.${need}`),
            }))}
            t={t}
          />
        </Block>
      )}
      {suggestions.length > 0 && (
        <Block title={t('participation.suggest.list')} id="anregungen">
          {suggestions.map((one) => (
            <SuggestionPart key={one.id} one={one} project={project} visit={visit} refused={refused} />
          ))}
        </Block>
      )}
      <Block title={t('participation.setup.facts')} id="angaben">
        <Facts
          facts={[
            {
              name: t('participation.project.field.participation'),
              value: t(`participation.project.field.participation.${project.participation}`),
            },
            ...(whereText(project) ? [{ name: t('participation.project.where'), value: whereText(project) }] : []),
            ...(costText(project, visit) ? [{ name: t('participation.project.cost'), value: costText(project, visit) }] : []),
            { name: t('participation.setup.field.slug'), value: project.slug },
            { name: t('participation.setup.column.changed'), value: formatMoment(project.changedAt, lang, 'text') },
            ...(project.withdrawnReason ? [{ name: t('participation.setup.reason'), value: project.withdrawnReason }] : []),
          ]}
        />
        {procedures.length > 0 && (
          <LinkList links={procedures.map((one) => ({ href: visit.to(setupRoutes.setup, { id: one.id }), text: one.title }))} />
        )}
      </Block>
      {versions.length > 0 && (
        <Block title={t('participation.project.versions')} id="fassungen">
          <Table
            caption={t('participation.project.versions')}
            rows={versions}
            rowKey={(one) => String(one.version)}
            t={t}
            columns={[
              { title: t('participation.project.version'), cell: (one) => String(one.version) },
              {
                title: t('participation.project.version.until'),
                cell: (one) => formatDay(one.at.toISOString().slice(0, 10), lang, 'short'),
              },
              { title: t('participation.project.field.stage'), cell: (one) => t(`participation.stage.${one.stage}`) },
              { title: t('participation.setup.column.title'), cell: (one) => one.title },
              { title: t('participation.project.field.lead'), cell: (one) => one.lead },
            ]}
          />
        </Block>
      )}
    </>,
  )
}
