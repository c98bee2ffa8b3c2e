import type { View, Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { PublishedBallot } from '../../../store/vote/vote-store.ts'
import { ChoiceTable } from '../ballot/choice-table.tsx'
import { budgetRoutes } from '../routes.ts'
import type { OpenedResult } from './open-result.ts'
import { resultCrumbs } from './result-view.tsx'

/** What was looked for, and what was found. */
export interface Found {
  readonly typed: string
  readonly ballot?: PublishedBallot | undefined
}

/** Find one's own ballot in the published list by the receipt. */
export function findBallotView(visit: Visit, opened: OpenedResult, found?: Found): View {
  const { t } = visit
  const { procedure, box, candidates } = opened
  const params = { slug: procedure.slug, box: box.slug }
  const title = t('participation.result.find')
  const none = found && !found.ballot ? t('participation.result.find.none') : undefined
  return {
    title,
    area: 'participation',
    robots: 'noindex',
    secret: true,
    crumbs: resultCrumbs(visit, opened, title),
    body: (
      <>
        <Head pre={procedure.title} title={title} lead={t('participation.result.find.lead')} t={t} />
        <form class="alm-form" method="post" action={visit.to(budgetRoutes.foundBallot, params)} noValidate>
          <TextField
            id="pruefnummer"
            name="pruefnummer"
            label={t('participation.vote.receipt-number')}
            help={t('participation.result.find.help')}
            value={found?.typed ?? ''}
            autocomplete="off"
            maxLength={40}
            {...(none ? { error: none } : {})}
            t={t}
          />
          <Button text={t('participation.result.find.go')} />
        </form>
        {found?.ballot && (
          <Section title={t('participation.result.find.yours')} id="gefunden">
            <Message kind="success" title={t('participation.result.find.counted')} live t={t} />
            <ChoiceTable
              choice={{ projects: found.ballot.projects, ...(found.ballot.points ? { points: found.ballot.points } : {}) }}
              box={box}
              candidates={candidates}
              visit={visit}
            />
            <p class="alm-small alm-muted">{t('participation.result.find.line', { receipt: found.ballot.receipt })}</p>
          </Section>
        )}
        <Section title={t('participation.result.find.by-hand')} id="von-hand">
          <p>{t('participation.result.find.by-hand.text', { box: box.id })}</p>
        </Section>
      </>
    ),
  }
}
