import type { View, Visit } from '#platform/http'
import { Head } from '#ui/components/head/head.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { scaleOf } from '../../../model/vote/budget-vote.ts'
import { budgetRoutes } from '../routes.ts'
import type { OpenedResult } from './open-result.ts'
import { ResultTable, resultCrumbs } from './result-view.tsx'

/** Count again: in the reader's own browser where it has scripts, with the published file and any program where not. */
export function recountView(visit: Visit, opened: OpenedResult): View {
  const { t } = visit
  const { procedure, box, candidates, count } = opened
  const params = { slug: procedure.slug, box: box.slug }
  const title = t('participation.result.recount')
  const titles = Object.fromEntries(candidates.map((one) => [one.key, one.title]))
  return {
    title,
    area: 'participation',
    islands: ['recount'],
    crumbs: resultCrumbs(visit, opened, title),
    body: (
      <>
        <Head pre={procedure.title} title={title} lead={t('participation.recount.lead')} t={t}>
          <div
            data-recount={visit.to(budgetRoutes.ballotsPb, params)}
            data-winners={count.outcome.winners.join(',')}
            data-titles={JSON.stringify(titles)}
            data-unit={scaleOf(box, candidates)}
            data-says={JSON.stringify({
              begin: t('participation.recount.begin'),
              working: t('participation.recount.working'),
              same: t('participation.recount.same'),
              other: t('participation.recount.other'),
              failed: t('participation.recount.failed'),
            })}
          >
            <p role="status">{t('participation.recount.no-script')}</p>
          </div>
        </Head>
        <Section title={t('participation.recount.elsewhere')} id="anderswo">
          <p>{t('participation.recount.elsewhere.text')}</p>
          <ul class="alm-inline">
            <li>
              <a class="alm-link" href={visit.to(budgetRoutes.ballotsPb, params)} download>
                {t('participation.result.pb')}
              </a>
            </li>
          </ul>
          <p>
            <code>./allmende tally stimmzettel.pb --check</code>
          </p>
        </Section>
        <Section title={t('participation.recount.published')} id="veroeffentlicht">
          <ResultTable opened={opened} visit={visit} />
        </Section>
      </>
    ),
  }
}
