import type { View, Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary, type FieldFault } from '#ui/components/error-summary/error-summary.tsx'
import { TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { Note } from '#ui/components/note/note.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { type Choice, costOf } from '../../../model/vote/ballot.ts'
import { euros } from '../../../model/vote/money.ts'
import { levelOf, type OpenedBox } from '../open-budget.ts'
import { type Along, ballotHref, crumbsOf } from './ballot-view.tsx'
import { ChoiceTable } from './choice-table.tsx'
import { choiceFields, lastVotingDay } from './words.ts'

export interface CheckState {
  readonly choice: Choice
  /** Makes sending twice harmless. */
  readonly key: string
  readonly along: Along
  readonly faults?: readonly FieldFault[]
  readonly slow?: SlowDown | undefined
}

function lead(opened: OpenedBox, choice: Choice, visit: Visit): string {
  const { t, lang } = visit
  const { box, candidates } = opened
  const chosen = t('participation.vote.check.chosen', { chosen: choice.projects.length, all: candidates.length })
  const left = box.budget - costOf(choice, candidates)
  return box.kind === 'knapsack' && left > 0
    ? `${chosen} ${t('participation.vote.check.left', { left: euros(left, lang) })}`
    : chosen
}

/** Is that right? The choice, by what one votes, and what happens with it. */
export function checkBallotView(visit: Visit, opened: OpenedBox, state: CheckState): View {
  const { t } = visit
  const { choice, along, faults = [], slow } = state
  const level = levelOf(opened)
  const asksCode = level === 'code' && !along.pruefnummer
  const until = lastVotingDay(opened, visit)
  const fault = faults.find(({ field }) => field === 'code')
  const weak = level === 'none' || level === 'email'
  return {
    title: t('participation.vote.check.title'),
    area: 'participation',
    robots: 'noindex',
    secret: true,
    islands: slow ? puzzleIslands : [],
    crumbs: crumbsOf(visit, opened.procedure, t('participation.vote.ballot')),
    body: (
      <>
        <Head pre={opened.procedure.title} title={t('participation.vote.check.title')} lead={lead(opened, choice, visit)} t={t} />
        <ErrorSummary faults={faults} t={t} />
        <Section title={t('participation.vote.yours')} id="auswahl">
          <ChoiceTable choice={choice} box={opened.box} candidates={opened.candidates} visit={visit} />
        </Section>
        <Section title={t('participation.vote.happens')} id="danach">
          <ul class="alm-list">
            <li>{t('participation.vote.happens.apart')}</li>
            <li>{t('participation.vote.happens.receipt')}</li>
            <li>
              {until
                ? t('participation.vote.happens.published', { date: until })
                : t('participation.vote.happens.published-later')}
            </li>
          </ul>
          {weak && !along.pruefnummer && (
            <Note kind="warn">
              <p>{t(`participation.vote.weak.${level}`)}</p>
            </Note>
          )}
          <form class="alm-form" method="post" action={ballotHref(visit, opened)} noValidate>
            <HiddenValues
              values={{
                ...choiceFields(choice, opened.box.kind),
                schluessel: state.key,
                ausweis: along.ausweis,
                pruefnummer: along.pruefnummer,
              }}
            />
            {asksCode && (
              <TextField
                id="code"
                name="code"
                label={t('participation.vote.code')}
                help={t('participation.vote.code.help')}
                value={along.code ?? ''}
                autocomplete="off"
                maxLength={40}
                {...(fault ? { error: fault.text } : {})}
                t={t}
              />
            )}
            {slow && <Puzzle challenge={slow.challenge} until={slow.until} email={visit.site.contact.email} t={t} />}
            <Actions>
              <Button text={t('participation.vote.cast')} name="schritt" value="abgeben" />
              <Button kind="secondary" text={t('participation.vote.change')} name="schritt" value="aendern" />
            </Actions>
          </form>
        </Section>
      </>
    ),
  }
}
