import { safeMarkdown } from '#identity'
import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { type Fact, Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { boundsOf, StillMap } from '#ui/components/map/still-map.tsx'
import { Rows, RunRow } from '#ui/components/result-row/result-row.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { Children } from '#ui/vocabulary.ts'
import { wordsOf } from '../../format-words.ts'
import { formatOf } from '../../known-formats.ts'
import type { Project } from '../../model/project.ts'
import { projectRoutes } from '../../project-routes.ts'
import { routes } from '../../routes.ts'
import type { LinkedProcedure } from '../../store/project-links.ts'
import { formatName } from '../procedures/procedures-view.tsx'
import { lastDay } from '../words.ts'
import { costText, StageWord, whereText } from './words.tsx'

export interface ProjectShown {
  readonly project: Project
  readonly procedures: readonly LinkedProcedure[]
  /** Suggestions that there should be participation, and the way to one; drawn by their own part. */
  readonly suggestions: Children
  /** Whether somebody may suggest it now. */
  readonly suggestible: boolean
}

/** The way back to the list. */
export const projectCrumbs = (visit: Visit, project: Pick<Project, 'title' | 'slug'>, here?: string) => [
  { label: visit.t('participation.nav'), href: visit.to(routes.procedures) },
  { label: visit.t('participation.projects.title'), href: visit.to(projectRoutes.projects) },
  ...(here
    ? [{ label: project.title, href: visit.to(projectRoutes.project, { vorhaben: project.slug }) }, { label: here }]
    : [{ label: project.title }]),
]

function ProcedureRow({ one, visit }: { readonly one: LinkedProcedure; readonly visit: Visit }) {
  const { t, lang } = visit
  const stand = one.running ? 'endless' : one.startsAt ? 'soon' : 'over'
  const until = one.running
    ? one.endsAt && t('participation.time.until', { until: formatDay(lastDay(one.endsAt), lang, 'short') })
    : one.startsAt && t('participation.time.from', { from: formatDay(dayOf(one.startsAt), lang, 'short') })
  const format = formatOf(one.format)
  return (
    <RunRow
      left={t(`participation.row.${stand}`)}
      until={until || ''}
      href={visit.to(routes.procedure, { slug: one.slug })}
      title={one.title}
      meta={[
        formatName(format, visit),
        ...(one.submissions > 0
          ? [t('participation.count.submissions', { count: one.submissions, ...wordsOf(format, lang) })]
          : []),
      ]}
      go={t(one.running ? 'participation.row.go' : 'participation.row.read')}
    />
  )
}

/** Where it lies, on the outline of the town. */
function ProjectMap({ project, visit }: { readonly project: Project; readonly visit: Visit }) {
  const { area } = project
  if (!area) return null
  const box = boundsOf([{ geometry: area }])
  const place = area.type === 'Point' ? area.coordinates : box && ([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] as const)
  if (!place) return null
  return (
    <figure class="alm-frame">
      <p class="alm-frame__title">{whereText(project) || visit.t('participation.projects.map')}</p>
      <div class="alm-map alm-map--plan">
        <StillMap
          ground={visit.site.area ? [{ kind: 'outline', geometry: visit.site.area }] : []}
          pins={[{ number: 1, title: project.title, lon: place[0], lat: place[1] }]}
          description={visit.t('participation.projects.map.description', { title: project.title })}
        />
      </div>
    </figure>
  )
}

function factsOf(project: Project, visit: Visit): Fact[] {
  const { t, lang } = visit
  const fact = (name: string, value: Children | undefined): Fact[] =>
    value ? [{ name: t(`participation.project.${name}`), value }] : []
  return [
    ...fact('since', formatDay(dayOf(project.stagedAt), lang)),
    ...fact('timetable', project.timetable),
    ...fact('cost', costText(project, visit)),
    ...fact('where', whereText(project)),
    ...fact('themes', project.themes.map((theme) => t(`participation.theme.${theme}`)).join(', ')),
    ...fact('office', project.office),
    ...fact(
      'papers',
      project.papers.length > 0 &&
        project.papers.map((one, i) => (
          <>
            {i > 0 && <br />}
            <a class="alm-link" href={one.href}>
              {one.label}
            </a>
          </>
        )),
    ),
  ]
}

/** Whom to ask. */
function Contact({ project: { contact, office } }: { readonly project: Project }) {
  return (
    <p>
      {contact.name && (
        <>
          <strong>{contact.name}</strong>
          <br />
        </>
      )}
      {office}
      {contact.phone && (
        <>
          <br />
          <a class="alm-link" href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>
            {contact.phone}
          </a>
        </>
      )}
      {contact.email && (
        <>
          <br />
          <a class="alm-link" href={`mailto:${contact.email}`}>
            {contact.email}
          </a>
        </>
      )}
    </p>
  )
}

/** The page of a project: what, how far, when, what it costs, where people are asked, whom to ask. */
export function projectView(visit: Visit, { project, procedures, suggestions, suggestible }: ProjectShown): View {
  const { t, lang, site } = visit
  const running = procedures.find((one) => one.running)
  return {
    title: project.title,
    description: project.lead,
    area: 'participation',
    crumbs: projectCrumbs(visit, project),
    body: (
      <>
        <Head pre={t('participation.project.pre', { name: site.name })} title={project.title} lead={project.lead} t={t}>
          {running && (
            <Actions>
              <Button text={t('participation.project.take-part')} href={visit.to(routes.procedure, { slug: running.slug })} />
            </Actions>
          )}
          <p class="alm-meta">
            <StageWord stage={project.stage} visit={visit} />
            <span>
              {t(running ? 'participation.projects.running' : `participation.projects.participation.${project.participation}`)}
            </span>
          </p>
        </Head>
        <Section title={t('participation.project.about')} id="worum-es-geht">
          {project.about && <div class="identity-text" dangerouslySetInnerHTML={{ __html: safeMarkdown(project.about) }} />}
          <Facts facts={factsOf(project, visit)} />
        </Section>
        <Section title={t('participation.project.participation')} id="beteiligung">
          <p>{t(`participation.project.participation.${project.participation}`)}</p>
          {project.participationNote && <p>{project.participationNote}</p>}
          {procedures.length > 0 && (
            <Rows>
              {procedures.map((one) => (
                <ProcedureRow key={one.id} one={one} visit={visit} />
              ))}
            </Rows>
          )}
          {suggestions}
          {suggestible && (
            <LinkList
              links={[
                { href: visit.to(projectRoutes.suggest, { vorhaben: project.slug }), text: t('participation.suggest.link') },
              ]}
            />
          )}
        </Section>
        {project.area && (
          <Section title={t('participation.project.where')} id="ort">
            <ProjectMap project={project} visit={visit} />
          </Section>
        )}
        <Section title={t('participation.follow.title')} id="auf-dem-laufenden" note={t('participation.project.follow.lead')}>
          <LinkList
            links={[
              {
                href: visit.to(projectRoutes.followProject, { vorhaben: project.slug }),
                text: t('participation.project.follow'),
              },
              { href: visit.to(projectRoutes.projectsAtom), text: t('participation.take.atom') },
            ]}
          />
        </Section>
        <Section title={t('participation.contact')} id="kontakt">
          <Contact project={project} />
          <p class="alm-small alm-muted">
            {t('participation.project.changed', { date: formatDay(dayOf(project.changedAt), lang) })}
          </p>
        </Section>
      </>
    ),
  }
}

/** What stands at the address of a project that was taken back. */
export const withdrawnProjectView = (visit: Visit, project: Project): View => ({
  title: project.title,
  robots: 'noindex',
  area: 'participation',
  crumbs: projectCrumbs(visit, project),
  body: (
    <Head pre={visit.t('participation.withdrawn.pre')} title={project.title} lead={project.withdrawnReason ?? ''} t={visit.t}>
      <LinkList links={[{ href: visit.to(projectRoutes.projects), text: visit.t('participation.projects.all') }]} />
    </Head>
  ),
})
