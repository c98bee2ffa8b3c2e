import type { View, Visit } from '#platform/http'
import { Block } from '#ui/components/block/block.tsx'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { Table } from '#ui/components/table/table.tsx'
import type { Box, Project } from '../../../model/vote/box.ts'
import { euros } from '../../../model/vote/money.ts'
import { budgetRoutes } from '../routes.ts'
import { budgetStaffRoutes } from '../staff-routes.ts'
import { type StaffBudget, staffCrumbs } from './open-staff.ts'

const kindOf = { checking: 'run', checked: 'ok', refused: 'idle' } as const

function Boxes({ opened, visit }: { readonly opened: StaffBudget; readonly visit: Visit }) {
  const { t, lang } = visit
  const { procedure, boxes } = opened
  const mayPublish = visit.may('participation/publish')
  return (
    <Table<Box>
      caption={t('participation.budget-staff.boxes')}
      columns={[
        {
          title: t('participation.budget-staff.box'),
          cell: (one) =>
            visit.may('participation/edit') ? (
              <a class="alm-link" href={visit.to(budgetStaffRoutes.budgetBox, { id: procedure.id }, { topf: one.slug })}>
                {one.title}
              </a>
            ) : (
              one.title
            ),
        },
        { title: t('participation.budget-staff.budget'), cell: (one) => euros(one.budget, lang), right: true },
        { title: t('participation.budget-staff.kind'), cell: (one) => t(`participation.budget-staff.kind.${one.kind}`) },
        { title: t('participation.budget-staff.rule'), cell: (one) => t(`participation.tally.rule.${one.rule}`) },
        { title: t('participation.budget-staff.ballots'), cell: (one) => String(one.ballots), right: true },
        {
          title: t('participation.result.title'),
          cell: (one) =>
            one.countedAt ? (
              <a class="alm-link" href={visit.to(budgetRoutes.result, { slug: procedure.slug, box: one.slug })}>
                {t('participation.result.title')}
              </a>
            ) : mayPublish ? (
              <form method="post" action={visit.to(budgetStaffRoutes.countBudget, { id: procedure.id })}>
                <HiddenValues values={{ topf: one.slug }} />
                <Button kind="secondary" text={t('participation.budget-staff.count')} />
              </form>
            ) : (
              ''
            ),
        },
      ]}
      rows={boxes}
      rowKey={({ id }) => id}
      t={t}
    />
  )
}

function Projects({ opened, visit }: { readonly opened: StaffBudget; readonly visit: Visit }) {
  const { t, lang } = visit
  const { procedure, boxes, projects } = opened
  return (
    <Table<Project>
      caption={t('participation.budget-staff.projects')}
      columns={[
        {
          title: t('participation.vote.project'),
          cell: (one) =>
            visit.may('participation/edit') ? (
              <a class="alm-link" href={visit.to(budgetStaffRoutes.budgetProject, { id: procedure.id }, { vorschlag: one.id })}>
                {one.title}
              </a>
            ) : (
              one.title
            ),
        },
        { title: t('participation.budget-staff.key'), cell: ({ key }) => key ?? '' },
        {
          title: t('participation.budget-staff.box'),
          cell: (one) => boxes.find(({ id }) => id === one.box)?.title ?? '',
        },
        { title: t('participation.vote.cost'), cell: ({ cost }) => (cost ? euros(cost, lang) : ''), right: true },
        {
          title: t('participation.budget-staff.state'),
          cell: ({ state }) => <Status kind={kindOf[state]}>{t(`participation.budget-staff.state.${state}`)}</Status>,
        },
      ]}
      rows={projects}
      rowKey={({ id }) => id}
      t={t}
    />
  )
}

/** Everything staff does with a budget, in the order in which it is done. */
export function staffBudgetView(
  visit: Visit,
  opened: StaffBudget,
  state: {
    readonly proposals: number
    readonly said?: { readonly kind: 'success' | 'warning'; readonly text: string } | undefined
  },
): View {
  const { t } = visit
  const { procedure, boxes, projects } = opened
  const to = (name: keyof typeof budgetStaffRoutes) => visit.to(budgetStaffRoutes[name], { id: procedure.id })
  const mayEdit = visit.may('participation/edit')
  return {
    title: procedure.title,
    frame: 'staff',
    robots: 'noindex',
    area: 'participation-setup',
    crumbs: staffCrumbs(visit, opened),
    body: (
      <>
        {state.said && <Message kind={state.said.kind} title={state.said.text} live t={t} />}
        <Head
          pre={t('participation.budget-staff.title')}
          title={procedure.title}
          lead={t('participation.budget-staff.lead')}
          t={t}
        />
        <Block title={t('participation.budget-staff.boxes')} id="toepfe">
          {boxes.length === 0 ? (
            <Empty title={t('participation.budget-staff.no-box')} reason={t('participation.budget-staff.no-box.reason')} />
          ) : (
            <Boxes opened={opened} visit={visit} />
          )}
          {mayEdit && (
            <Actions>
              <Button
                kind={boxes.length === 0 ? 'primary' : 'secondary'}
                text={t('participation.budget-staff.new-box')}
                href={`${to('budgetBox')}?topf=neu`}
              />
            </Actions>
          )}
        </Block>
        <Block title={t('participation.budget-staff.projects')} id="vorschlaege">
          {state.proposals > 0 && <p>{t('participation.budget-staff.proposals', { count: state.proposals })}</p>}
          {projects.length > 0 && <Projects opened={opened} visit={visit} />}
          {mayEdit && (
            <Actions>
              <Button kind="secondary" text={t('participation.budget-staff.new-project')} href={to('budgetProject')} />
            </Actions>
          )}
        </Block>
        <Block title={t('participation.budget-staff.ways')} id="wege">
          <LinkList
            links={[
              ...(visit.may('participation/publish')
                ? [{ href: to('budgetCodes'), text: t('participation.budget-staff.codes') }]
                : []),
              ...(mayEdit ? [{ href: to('budgetPapers'), text: t('participation.budget-staff.papers') }] : []),
            ]}
          />
        </Block>
      </>
    ),
  }
}
