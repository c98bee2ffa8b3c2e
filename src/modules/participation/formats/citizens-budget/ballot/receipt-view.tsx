import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Receipt } from '#ui/components/receipt/receipt.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Timeline } from '#ui/components/timeline/timeline.tsx'
import type { Choice } from '../../../model/vote/ballot.ts'
import { spacedCode } from '../../../model/vote/receipt-code.ts'
import { stepsOf } from '../../../pages/words.ts'
import { routes } from '../../../routes.ts'
import type { VoteReceipt } from '../../../use-cases/vote/cast-vote.ts'
import type { OpenedBox } from '../open-budget.ts'
import { budgetRoutes } from '../routes.ts'
import { crumbsOf } from './ballot-view.tsx'
import { ChoiceTable } from './choice-table.tsx'

/** The vote is in: receipt, what was chosen, what comes next. Shown once, as the answer to sending; loading it again sends the same vote again, which changes nothing. */
export function receiptView(visit: Visit, opened: OpenedBox, choice: Choice, receipt: VoteReceipt): View {
  const { t, lang } = visit
  const { procedure, box, candidates, phases } = opened
  return {
    title: t('participation.vote.done'),
    area: 'participation',
    robots: 'noindex',
    secret: true,
    crumbs: crumbsOf(visit, procedure, t('participation.vote.receipt')),
    body: (
      <>
        <Head
          pre={procedure.title}
          title={t('participation.vote.done')}
          lead={t('participation.vote.done.lead', { when: formatMoment(receipt.at, lang, 'text') })}
          t={t}
        >
          <Receipt label={t('participation.vote.receipt-number')} number={spacedCode(receipt.code)}>
            <p class="alm-small">{t('participation.vote.receipt-note')}</p>
          </Receipt>
          <LinkList
            links={[
              {
                href: visit.to(budgetRoutes.changeVote, { slug: procedure.slug, box: box.slug }),
                text: t('participation.vote.change-vote'),
              },
              {
                href: visit.to(routes.procedure, { slug: procedure.slug }),
                text: t('participation.closed.back'),
              },
            ]}
          />
        </Head>
        <Section title={t('participation.vote.yours')} id="auswahl">
          <ChoiceTable choice={choice} box={box} candidates={candidates} visit={visit} />
        </Section>
        <Section title={t('participation.own.next')} id="so-geht-es-weiter">
          <Timeline steps={stepsOf(phases, visit)} t={t} />
        </Section>
      </>
    ),
  }
}
