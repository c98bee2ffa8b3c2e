import type { View, Visit } from '#platform/http'
import { Head } from '#ui/components/head/head.tsx'
import { ResultList, ResultRow } from '#ui/components/result-row/result-row.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { euros } from '../../../model/vote/money.ts'
import type { OpenedBudget } from '../open-budget.ts'
import { budgetSettings } from '../settings.ts'
import { crumbsOf } from './ballot-view.tsx'

/** The budgets of a procedure, to choose one. */
export function boxesView(visit: Visit, { procedure, boxes }: OpenedBudget, to: (box: string) => string): View {
  const { t, lang } = visit
  const settings = budgetSettings.safeParse(procedure.settings)
  const title = t('participation.budget.several')
  return {
    title,
    area: 'participation',
    robots: 'noindex',
    // The address may hold the code of a letter.
    secret: true,
    crumbs: crumbsOf(visit, procedure, title),
    body: (
      <>
        <Head
          pre={procedure.title}
          title={title}
          lead={t(`participation.budget.several.${settings.success ? settings.data.votes : 'each'}`)}
          t={t}
        />
        <Section title={t('participation.vote.ballot')} id="budgets">
          <ResultList>
            {boxes.map((box) => (
              <ResultRow
                key={box.id}
                href={to(box.slug)}
                title={box.title}
                excerpt={t('participation.budget.amount', { budget: euros(box.budget, lang) })}
                meta={box.ballots > 0 ? [t('participation.budget.voted', { count: box.ballots })] : []}
              />
            ))}
          </ResultList>
        </Section>
      </>
    ),
  }
}
