import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Confirm } from '#ui/components/confirm/confirm.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { CheckField, FormStack, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Table } from '#ui/components/table/table.tsx'
import type { Children } from '#ui/vocabulary.ts'
import type { Project } from '../../model/project.ts'
import type { SetupFault } from '../../model/setup/typed.ts'
import { projectRoutes } from '../../project-routes.ts'
import type { StaffProjectRow } from '../../store/project-store.ts'
import { StateWord, setupFaultLines, setupFaultText } from '../setup/frame.tsx'
import { StageWord } from './words.tsx'

/** A page of the internal area that belongs to the register, or to one project of it. */
export function staffProjectView(
  visit: Visit,
  project: Pick<Project, 'id' | 'title'> | undefined,
  title: string,
  body: Children,
): View {
  const list = { label: visit.t('participation.projects.title'), href: visit.to(projectRoutes.staffProjects) }
  const own = project && { label: project.title, href: visit.to(projectRoutes.staffProject, { id: project.id }) }
  return {
    title: project && project.title !== title ? `${title}: ${project.title}` : title,
    robots: 'noindex',
    frame: 'staff',
    area: 'participation-projects',
    crumbs: [
      ...(project || title !== list.label ? [list] : []),
      ...(own && project.title !== title ? [own] : []),
      { label: title },
    ],
    body,
  }
}

/** The register for its staff: state, stage, what waits. */
export function staffListView(
  visit: Visit,
  rows: readonly StaffProjectRow[],
  more: string | undefined,
  dataset: { readonly path: string | undefined; readonly said: string | undefined },
): View {
  const { t, lang } = visit
  const waiting = rows.reduce((sum, one) => sum + one.waiting + one.unanswered, 0)
  return staffProjectView(
    visit,
    undefined,
    t('participation.projects.title'),
    <>
      {dataset.said && (
        <Message
          kind={dataset.said === 'released' || dataset.said === 'in-review' ? 'success' : 'warning'}
          title={t(`participation.projects.dataset.${dataset.said}`)}
          live
          t={t}
        />
      )}
      <Head
        title={t(waiting > 0 ? 'participation.projects.staff.waiting' : 'participation.projects.title', { count: waiting })}
        lead={t('participation.projects.staff.lead')}
        t={t}
      >
        {visit.may('participation/edit') && (
          <Actions>
            <Button text={t('participation.project.begin')} href={visit.to(projectRoutes.newProject)} />
            {visit.may('participation/publish') && (
              <a class="alm-link" href={visit.to(projectRoutes.projectSettings)}>
                {t('participation.project.settings')}
              </a>
            )}
          </Actions>
        )}
      </Head>
      {rows.length === 0 ? (
        <Empty title={t('participation.projects.none')} reason={t('participation.projects.staff.none')} level="h2" />
      ) : (
        <Table
          caption={t('participation.projects.title')}
          rows={rows}
          rowKey={(one) => one.id}
          t={t}
          columns={[
            {
              title: t('participation.setup.column.title'),
              cell: (one) => (
                <>
                  <a href={visit.to(projectRoutes.staffProject, { id: one.id })}>{one.title}</a>
                  {one.district && (
                    <>
                      <br />
                      <span class="alm-small alm-muted">{one.district}</span>
                    </>
                  )}
                </>
              ),
            },
            { title: t('participation.setup.column.state'), cell: (one) => <StateWord state={one.state} visit={visit} /> },
            { title: t('participation.projects.column.stage'), cell: (one) => <StageWord stage={one.stage} visit={visit} /> },
            {
              title: t('participation.projects.column.waiting'),
              cell: (one) => String(one.waiting + one.unanswered),
              right: true,
            },
            {
              title: t('participation.setup.column.changed'),
              cell: (one) => formatMoment(one.changedAt, lang, 'table'),
              right: true,
              whole: true,
            },
          ]}
        />
      )}
      {more && (
        <LinkList links={[{ href: visit.to(projectRoutes.staffProjects, {}, { nach: more }), text: t('participation.more') }]} />
      )}
      {visit.may('participation/publish') && visit.site.modules.includes('catalogue') && (
        <Block title={t('participation.projects.dataset')} id="datensatz">
          <p>{t('participation.projects.dataset.lead')}</p>
          {dataset.path && <LinkList links={[{ href: dataset.path, text: t('participation.projects.dataset.link') }]} />}
          <form method="post" action={visit.to(projectRoutes.projectsDataset)}>
            <Button
              kind="secondary"
              text={t(dataset.path ? 'participation.projects.dataset.again' : 'participation.projects.dataset.do')}
            />
          </form>
        </Block>
      )}
    </>,
  )
}

/** Asks for the title of a new one. */
export function newProjectView(visit: Visit, title: string, faults: readonly SetupFault[]): View {
  const { t } = visit
  const [fault] = faults
  return staffProjectView(
    visit,
    undefined,
    t('participation.project.begin'),
    <>
      <ErrorSummary faults={setupFaultLines(visit, faults)} t={t} />
      <Head title={t('participation.project.begin')} lead={t('participation.project.begin.lead')} t={t} />
      <form method="post" action={visit.to(projectRoutes.beginProject)} noValidate>
        <FormStack>
          <TextField
            id="title"
            name="title"
            label={t('participation.setup.field.title')}
            help={t('participation.project.field.title.help')}
            value={title}
            maxLength={120}
            {...(fault ? { error: setupFaultText(visit, fault) } : {})}
            t={t}
          />
          <Button text={t('participation.setup.begin.do')} />
        </FormStack>
      </form>
    </>,
  )
}

/** Asks why a public project is taken back. */
export function withdrawProjectView(
  visit: Visit,
  project: Project,
  state: { readonly reason?: string; readonly fault?: string } = {},
): View {
  const { t } = visit
  const { id, title } = project
  const error = state.fault && t(`participation.setup.fault.${state.fault}`)
  return staffProjectView(
    visit,
    project,
    t('participation.project.withdraw'),
    <>
      <ErrorSummary faults={error ? [{ field: 'grund', text: error }] : []} t={t} />
      <Confirm
        title={t('participation.setup.withdraw.question', { title })}
        happens={[t('participation.project.withdraw.gone'), t('participation.project.withdraw.kept')]}
        action={visit.to(projectRoutes.withdrawProjectNow, { id })}
        deed={t('participation.project.withdraw.do')}
        cancel={visit.to(projectRoutes.staffProject, { id })}
        t={t}
      >
        <TextArea
          id="grund"
          name="grund"
          label={t('participation.setup.reason')}
          help={t('participation.setup.reason.help')}
          value={state.reason ?? ''}
          rows={3}
          maxLength={600}
          {...(error ? { error } : {})}
          t={t}
        />
      </Confirm>
    </>,
  )
}

export interface SettingsForm {
  readonly suggestions: boolean
  readonly threshold: string
  readonly months: string
}

/** What the tenant lays down for suggestions. */
export function projectSettingsView(visit: Visit, form: SettingsForm, faults: readonly SetupFault[], saved: boolean): View {
  const { t } = visit
  const error = (field: string) => {
    const fault = faults.find((one) => one.field === field)
    return fault ? { error: setupFaultText(visit, fault) } : {}
  }
  return staffProjectView(
    visit,
    undefined,
    t('participation.project.settings'),
    <>
      {saved && <Message kind="success" title={t('participation.setup.saved')} live t={t} />}
      <ErrorSummary faults={setupFaultLines(visit, faults)} t={t} />
      <Head title={t('participation.project.settings')} lead={t('participation.project.settings.lead')} t={t} />
      <form method="post" action={visit.to(projectRoutes.saveProjectSettings)} noValidate>
        <FormStack>
          <CheckField
            id="suggestions"
            name="suggestions"
            label={t('participation.project.settings.suggestions')}
            checked={form.suggestions}
            t={t}
          />
          <TextField
            id="threshold"
            name="threshold"
            type="number"
            label={t('participation.project.settings.threshold')}
            help={t('participation.project.settings.threshold.help')}
            value={form.threshold}
            {...error('threshold')}
            t={t}
          />
          <TextField
            id="months"
            name="months"
            type="number"
            label={t('participation.project.settings.months')}
            help={t('participation.project.settings.months.help')}
            value={form.months}
            {...error('months')}
            t={t}
          />
          <Button text={t('participation.setup.save')} />
        </FormStack>
      </form>
    </>,
  )
}
