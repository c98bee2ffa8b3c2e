import type { Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Table } from '#ui/components/table/table.tsx'
import type { FormatSection, OpenedProcedure } from '../../format.ts'
import { type ParticipationHouse, publicDb } from '../../house.ts'
import { phaseFor } from '../../model/procedure.ts'
import { type Box, type Candidate, candidatesOf } from '../../model/vote/box.ts'
import { euros } from '../../model/vote/money.ts'
import { boxesOf, projectsOf } from '../../store/vote/box-store.ts'
import { budgetRoutes } from './routes.ts'

const familyOf = (rule: string) =>
  rule.startsWith('equalshares') ? 'equalshares' : rule === 'greedy-no-skip' ? 'stop' : 'greedy'

function Candidates({ box, candidates, visit }: { box: Box; candidates: readonly Candidate[]; visit: Visit }) {
  const { t, lang } = visit
  return (
    <Table<Candidate>
      caption={t('participation.budget.standing', { title: box.title })}
      columns={[
        { title: t('participation.vote.project'), cell: ({ title }) => <strong>{title}</strong> },
        { title: t('participation.field.place'), cell: ({ place }) => place },
        { title: t('participation.vote.cost'), cell: ({ cost }) => euros(cost, lang), right: true },
      ]}
      rows={candidates}
      rowKey={({ key }) => key}
      inline
      t={t}
    />
  )
}

/** Budgets with what stands for election, how many voted, and how it is counted. */
export async function budgetSections(
  house: ParticipationHouse,
  visit: Visit,
  { procedure, phases }: OpenedProcedure,
): Promise<FormatSection[]> {
  const { t, lang } = visit
  const db = publicDb(house, visit.site)
  const [boxes, projects] = await Promise.all([boxesOf(db, procedure.id), projectsOf(db, procedure.id)])
  const open = phaseFor(phases, 'vote', visit.now)
  const shown = boxes
    .map((box) => ({ box, candidates: candidatesOf(projects, box.id) }))
    .filter((one) => one.candidates.length > 0)
  const budgets = shown.map(
    ({ box, candidates }): FormatSection => ({
      id: `budget-${box.slug}`,
      title: boxes.length === 1 ? t('participation.budget.standing-title') : box.title,
      note: t('participation.budget.amount', { budget: euros(box.budget, lang) }),
      body: (
        <>
          <Candidates box={box} candidates={candidates} visit={visit} />
          {box.ballots > 0 && <p class="alm-small">{t('participation.budget.voted', { count: box.ballots })}</p>}
          {box.countedAt && (
            <Actions>
              <Button
                text={t('participation.result.title')}
                href={visit.to(budgetRoutes.result, { slug: procedure.slug, box: box.slug })}
              />
            </Actions>
          )}
          {open && (
            <Actions>
              <Button
                kind="secondary"
                text={t('participation.budget.vote-now')}
                href={visit.to(budgetRoutes.ballot, { slug: procedure.slug, box: box.slug })}
              />
            </Actions>
          )}
        </>
      ),
    }),
  )
  if (shown.length === 0) return budgets
  const rules = [...new Set(boxes.map(({ rule }) => rule))]
  return [
    ...budgets,
    {
      id: 'auszaehlung',
      title: t('participation.vote.how-counted'),
      body: (
        <>
          {rules.map((rule) => (
            <p key={rule}>
              <strong>{t(`participation.tally.rule.${rule}`)}.</strong> {t(`participation.budget.rule.${familyOf(rule)}`)}
            </p>
          ))}
          <p>{t('participation.budget.recount-note')}</p>
        </>
      ),
    },
  ]
}
