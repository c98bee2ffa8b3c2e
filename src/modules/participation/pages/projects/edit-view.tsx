import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Diff } from '#ui/components/diff/diff.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { ChoiceField, TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { type Project, participations, stages } from '../../model/project.ts'
import { type ProjectField, projectFields } from '../../model/project-form.ts'
import type { SetupFault, Typed } from '../../model/setup/typed.ts'
import { projectRoutes } from '../../project-routes.ts'
import { setupFaultLines, setupFaultText } from '../setup/frame.tsx'
import { staffProjectView } from './staff-views.tsx'

export interface EditState {
  readonly typed: Typed
  readonly faults: readonly SetupFault[]
  /** What the form began with. */
  readonly marks: Readonly<Record<string, string>>
  readonly saved?: { readonly taken: readonly string[] } | undefined
  /** Fields that somebody else changed too, with the wording that is kept now. */
  readonly collided?: { readonly fields: readonly string[]; readonly theirs: Typed } | undefined
  /** Procedures to choose from, and themes. */
  readonly procedures: readonly { readonly slug: string; readonly title: string }[]
  readonly themes: readonly string[]
}

/** Texts that procedures have for the same fields. */
const shared: readonly ProjectField[] = ['about', 'office', 'contactName', 'contactPhone', 'contactEmail', 'area', 'slug']
const needed: readonly ProjectField[] = ['title', 'lead', 'stage', 'timetable', 'office', 'contactEmail', 'participation', 'slug']
const rows: Partial<Readonly<Record<ProjectField, number>>> = {
  lead: 3,
  about: 10,
  area: 3,
  timetable: 4,
  papers: 3,
  participationNote: 3,
}

const labelOf = (visit: Visit, name: string) =>
  visit.t(
    name === 'title' || shared.includes(name as ProjectField)
      ? `participation.setup.field.${name}`
      : `participation.project.field.${name}`,
  )

function partOf(visit: Visit, { typed, faults }: EditState, name: ProjectField) {
  const fault = faults.find((one) => one.field === name)
  const key = shared.includes(name) ? `participation.setup.field.${name}` : `participation.project.field.${name}`
  return {
    id: name,
    name,
    label: labelOf(visit, name),
    help: visit.t(`${key}.help`),
    value: typed[name] ?? '',
    optional: !needed.includes(name),
    ...(fault ? { error: setupFaultText(visit, fault) } : {}),
    t: visit.t,
  }
}

function Fields({ visit, state, project }: { readonly visit: Visit; readonly state: EditState; readonly project: Project }) {
  const { t } = visit
  const field = (name: ProjectField) => {
    const part = { ...partOf(visit, state, name), maxLength: projectFields[name] }
    return rows[name] ? <TextArea key={name} {...part} rows={rows[name]} /> : <TextField key={name} {...part} />
  }
  const choice = (
    name: ProjectField,
    options: readonly { readonly value: string; readonly label: string; readonly help?: string }[],
    several = false,
  ) => {
    const { value, ...part } = partOf(visit, state, name)
    return <ChoiceField key={name} {...part} values={value.split(' ')} options={options} several={several} />
  }
  return (
    <>
      {field('title')}
      {field('lead')}
      {choice(
        'stage',
        stages.map((value) => ({ value, label: t(`participation.stage.${value}`) })),
      )}
      {field('timetable')}
      {field('about')}
      {(['district', 'place', 'area'] as const).map(field)}
      {choice(
        'themes',
        state.themes.map((value) => ({ value, label: t(`participation.theme.${value}`) })),
        true,
      )}
      {(['costFrom', 'costTo', 'costNote', 'papers'] as const).map(field)}
      {choice(
        'participation',
        participations.map((value) => ({ value, label: t(`participation.project.field.participation.${value}`) })),
      )}
      {field('participationNote')}
      {state.procedures.length > 0 &&
        choice(
          'procedures',
          state.procedures.map(({ slug, title }) => ({ value: slug, label: title })),
          true,
        )}
      {(['office', 'contactName', 'contactPhone', 'contactEmail'] as const).map(field)}
      {/* It stands on paper once it was public. */}
      {project.publishedAt === null && field('slug')}
    </>
  )
}

/** The form of a project, what is wrong with it, and what somebody else changed meanwhile. */
export function editProjectView(visit: Visit, project: Project, state: EditState): View {
  const { t } = visit
  const { collided, saved, typed } = state
  return staffProjectView(
    visit,
    project,
    t('participation.project.edit'),
    <>
      {saved && (
        <Message kind="success" title={t('participation.setup.saved')} live t={t}>
          {saved.taken.length > 0 &&
            t('participation.setup.saved.taken', { fields: saved.taken.map((one) => labelOf(visit, one)).join(', ') })}
        </Message>
      )}
      <ErrorSummary faults={setupFaultLines(visit, state.faults)} t={t} />
      {collided && (
        <>
          <Message kind="warning" title={t('participation.setup.collided')} live t={t}>
            <p>{t('participation.setup.collided.what')}</p>
          </Message>
          <Diff
            fields={collided.fields.map((name) => ({
              name,
              label: labelOf(visit, name),
              before: typed[name] ?? '',
              after: collided.theirs[name] ?? '',
            }))}
            before={t('participation.setup.collided.mine')}
            after={t('participation.setup.collided.theirs')}
            level={2}
            t={t}
          />
        </>
      )}
      <Head pre={project.title} title={t('participation.project.edit')} lead={t('participation.project.edit.lead')} t={t} />
      <form class="alm-form" method="post" action={visit.to(projectRoutes.saveProject, { id: project.id })} noValidate>
        <HiddenValues values={{ stand: JSON.stringify(state.marks) }} />
        <Fields visit={visit} state={state} project={project} />
        <Actions>
          <Button text={t('participation.setup.save')} />
          <a class="alm-link" href={visit.to(projectRoutes.staffProject, { id: project.id })}>
            {t('participation.project.back')}
          </a>
        </Actions>
      </form>
    </>,
  )
}
