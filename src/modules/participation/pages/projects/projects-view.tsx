import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Choice } from '#ui/components/choice/choice.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Rows } from '#ui/components/result-row/result-row.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { stages } from '../../model/project.ts'
import { projectRoutes } from '../../project-routes.ts'
import { routes } from '../../routes.ts'
import type { ListedProject } from '../../store/project-store.ts'
import { type AskedProjects, projectsQuery, stageNames } from './read-projects.ts'
import { StageWord, whereText } from './words.tsx'

export interface ProjectsData {
  readonly asked: AskedProjects
  readonly projects: readonly ListedProject[]
  /** Id of the last one, where more follow. */
  readonly more: string | undefined
  readonly themes: readonly string[]
  readonly districts: readonly string[]
}

function Entry({ one, visit }: { readonly one: ListedProject; readonly visit: Visit }) {
  const { t } = visit
  const owner = visit.sites.byId(one.tenant) ?? visit.site
  const where = whereText(one)
  return (
    <li>
      <p class="alm-pre">{owner.id === visit.site.id ? where : [owner.name, where].filter(Boolean).join(', ')}</p>
      <h3>
        <a href={visit.toSite(owner, projectRoutes.project, { vorhaben: one.slug })}>{one.title}</a>
      </h3>
      {one.lead && <p class="alm-rows__text">{one.lead}</p>}
      <p class="alm-meta">
        <StageWord stage={one.stage} visit={visit} />
        <span>
          {one.running
            ? t('participation.projects.running')
            : one.procedures > 0
              ? t('participation.projects.procedures', { count: one.procedures })
              : t(`participation.projects.participation.${one.participation}`)}
        </span>
      </p>
    </li>
  )
}

function Filters({ visit, data }: { readonly visit: Visit; readonly data: ProjectsData }) {
  const { t } = visit
  const { asked } = data
  const here = (change: Record<string, string>) => visit.to(projectRoutes.projects, {}, projectsQuery(asked, change))
  const all = (name: string, current: boolean) => ({ text: t('participation.stand.all'), href: here({ [name]: '' }), current })
  return (
    <>
      <Choice
        label={t('participation.procedures.stand')}
        links={[
          all('stand', !asked.stage),
          ...stages.map((stage) => ({
            text: t(`participation.stage.${stage}`),
            href: here({ stand: stageNames[stage] }),
            current: asked.stage === stage,
          })),
        ]}
      />
      {data.themes.length > 0 && (
        <Choice
          label={t('participation.field.category')}
          links={[
            all('thema', !asked.theme),
            ...data.themes.map((theme) => ({
              text: t(`participation.theme.${theme}`),
              href: here({ thema: theme }),
              current: asked.theme === theme,
            })),
          ]}
        />
      )}
      {data.districts.length > 0 && (
        <Choice
          label={t('participation.project.field.district')}
          links={[
            all('ortsteil', !asked.district),
            ...data.districts.map((district) => ({
              text: district,
              href: here({ ortsteil: district }),
              current: asked.district === district,
            })),
          ]}
        />
      )}
    </>
  )
}

/** The register of projects: what a town plans, what is under way first. */
export function projectsView(visit: Visit, data: ProjectsData): View {
  const { t, site } = visit
  const { asked, projects } = data
  const title = t('participation.projects.title')
  const query = projectsQuery(asked)
  const narrowed = asked.text || asked.stage || asked.theme || asked.district
  return {
    title,
    description: t('participation.projects.lead', { name: site.name }),
    area: 'participation',
    crumbs: [{ label: t('participation.nav'), href: visit.to(routes.procedures) }, { label: title }],
    ...(narrowed || asked.after ? { robots: 'noindex, follow' } : {}),
    alternates: [{ type: 'application/atom+xml', href: visit.to(projectRoutes.projectsAtom, {}, query), title }],
    body: (
      <>
        <Head title={title} lead={t('participation.projects.lead', { name: site.name })} t={t} />
        <Section title={t('participation.projects.list')} id="vorhaben">
          <form class="alm-form" method="get" action={visit.to(projectRoutes.projects)}>
            <HiddenValues values={projectsQuery(asked, { q: '' })} />
            <TextField id="q" name="q" type="search" label={t('participation.procedures.words')} value={asked.text} t={t} />
            <Actions>
              <Button kind="secondary" text={t('participation.procedures.find')} />
              <Filters visit={visit} data={data} />
            </Actions>
          </form>
          {projects.length === 0 ? (
            <Empty title={t('participation.projects.none')} reason={t('participation.projects.none.reason', { name: site.name })}>
              {narrowed && (
                <LinkList links={[{ href: visit.to(projectRoutes.projects), text: t('participation.projects.all') }]} />
              )}
            </Empty>
          ) : (
            <Rows>
              {projects.map((one) => (
                <Entry key={one.id} one={one} visit={visit} />
              ))}
            </Rows>
          )}
          <LinkList
            links={[
              ...(data.more
                ? [
                    {
                      href: visit.to(projectRoutes.projects, {}, projectsQuery(asked, { nach: data.more })),
                      text: t('participation.more'),
                    },
                  ]
                : []),
              { href: visit.to(projectRoutes.projectsAtom, {}, query), text: t('participation.take.atom') },
              { href: visit.to(projectRoutes.projectsCsv, {}, query), text: t('participation.projects.csv') },
              { href: visit.to(projectRoutes.projectsJson, {}, query), text: t('participation.projects.json') },
            ]}
          />
        </Section>
      </>
    ),
  }
}
