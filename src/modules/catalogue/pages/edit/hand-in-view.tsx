import type { View, Visit } from '#platform/http'
import { Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { ChoiceField, TextField } from '#ui/components/form-field/form-field.tsx'
import { fits } from '../../model/draft.ts'
import { type LawQuestion, lawAnswers, lawQuestions } from '../../model/lawfulness.ts'
import { routes } from '../../routes.ts'
import { draftLinks } from './draft-links.ts'
import { findingLines, shapeLinesOf } from './finding-lines.ts'
import { placeOfLack } from './lack-places.ts'
import type { OpenDraft } from './open-draft.ts'
import { formView, type StepViewProps } from './step-view.tsx'

/** What stands in the way of handing in, as told after the button was pressed. */
export type HandInFault = { readonly field: string; readonly text: string }

const Question = ({
  question,
  open,
  visit,
  error,
}: {
  readonly question: LawQuestion
  readonly open: OpenDraft
  readonly visit: Visit
  readonly error?: string | undefined
}) => {
  const { t } = visit
  const given = open.draft.lawfulness.answers[question]
  return (
    <div class="catalogue-law">
      <ChoiceField
        id={question}
        name={question}
        label={t(`catalogue.law.${question}`)}
        help={t(`catalogue.law.${question}.help`)}
        values={given ? [given.answer] : []}
        options={lawAnswers.map((answer) => ({ value: answer, label: t(`catalogue.law.answer.${answer}`) }))}
        error={error}
        t={t}
      />
      <TextField
        id={`${question}-reason`}
        name={`${question}-reason`}
        label={t('catalogue.law.reason')}
        help={t('catalogue.law.reason.help')}
        value={given?.reason ?? ''}
        maxLength={2000}
        optional
        t={t}
      />
    </div>
  )
}

/** What seems to name a person, with a place for the reason why it does not. */
const Traces = ({ open, visit }: { readonly open: OpenDraft; readonly visit: Visit }) => {
  const { t } = visit
  const cleared = open.draft.lawfulness.cleared
  const shown = [
    ...open.check.persons.map(({ value }) => ({ value, reason: '' })),
    ...cleared.map(({ trace, reason }) => ({ value: trace, reason })),
  ]
  if (shown.length === 0) return null
  return (
    <section class="alm-stack-3" aria-labelledby="personen">
      <h3 id="personen">{t('catalogue.edit.traces.title')}</h3>
      <p>{t('catalogue.edit.traces.lead')}</p>
      {shown.map(({ value, reason }, i) => (
        <div key={value}>
          <input type="hidden" name="trace" value={value} />
          <TextField
            id={`trace-${i}`}
            name="trace-reason"
            label={`${t('catalogue.edit.traces.reason')} „${value}“`}
            help={t('catalogue.edit.traces.reason.help')}
            value={reason}
            maxLength={2000}
            optional
            t={t}
          />
        </div>
      ))}
    </section>
  )
}

const LawForm = ({
  open,
  visit,
  faults,
}: {
  readonly open: OpenDraft
  readonly visit: Visit
  readonly faults: readonly HandInFault[]
}) => {
  const { t } = visit
  return (
    <form class="alm-form" method="post" action={visit.to(routes.answerLaw, { id: open.draft.id })} noValidate>
      <input type="hidden" name="revision" value={String(open.draft.revision)} />
      {lawQuestions.map((question) => (
        <Question
          key={question}
          question={question}
          open={open}
          visit={visit}
          error={faults.find((fault) => fault.field === question)?.text}
        />
      ))}
      <Traces open={open} visit={visit} />
      <Button text={t('catalogue.law.save')} kind={ready(open) ? 'secondary' : 'primary'} />
    </form>
  )
}

const ready = (open: OpenDraft): boolean => open.check.questions.length === 0 && open.check.persons.length === 0

/** What must be there before it can be handed in, each with the way to its field. */
const Missing = ({ open, visit }: { readonly open: OpenDraft; readonly visit: Visit }) => {
  const links = draftLinks(visit, open.draft.id)
  return (
    <ul class="alm-list">
      {open.check.lacks
        .filter((lack) => lack.level === 'must')
        .map((lack) => (
          <li key={lack.id + (lack.distribution ?? '')}>
            <a class="alm-link" href={links.mend(placeOfLack(lack))}>
              {visit.t(`catalogue.lack.${lack.id}`)}
            </a>
          </li>
        ))}
    </ul>
  )
}

/** What the official shapes will not let through: it can be handed in, but not released. */
const ShapesFirst = ({ open, visit }: { readonly open: OpenDraft; readonly visit: Visit }) => {
  const { violations } = shapeLinesOf(open.check)
  if (violations.length === 0) return null
  return (
    <>
      <p>{visit.t('catalogue.shapes.hand-in')}</p>
      <ul class="alm-list">
        {findingLines(violations, open.draft, draftLinks(visit, open.draft.id), visit.lang).map(({ title, href }) => (
          <li key={title}>
            {href ? (
              <a class="alm-link" href={href}>
                {title}
              </a>
            ) : (
              title
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Hands the draft in, or leads who may release it to where that is done. */
const HandIn = ({ open, visit }: { readonly open: OpenDraft; readonly visit: Visit }) => {
  const { t } = visit
  const { draft, check } = open
  const lacking = check.lacks.some((lack) => lack.level === 'must')
  return (
    <section class="alm-stack-3" aria-labelledby="abgeben">
      <h2 id="abgeben">{t('catalogue.edit.hand-in')}</h2>
      {lacking ? (
        <>
          <p>{t('catalogue.edit.hand-in.missing')}</p>
          <Missing open={open} visit={visit} />
        </>
      ) : !fits('submit', draft.state) ? (
        <p>
          {t('catalogue.edit.handed-in')}{' '}
          <a class="alm-link" href={visit.to(routes.draft, { id: draft.id })}>
            {t('catalogue.edit.to-draft')}
          </a>
        </p>
      ) : (
        <form class="alm-form" method="post" action={visit.to(routes.submitDraft, { id: draft.id })}>
          <ShapesFirst open={open} visit={visit} />
          <TextField
            id="note"
            name="note"
            label={t('catalogue.edit.note')}
            help={t('catalogue.edit.note.help')}
            value={draft.note ?? ''}
            maxLength={500}
            optional
            t={t}
          />
          <div class="alm-actions">
            <Button text={t('catalogue.edit.submit')} kind={ready(open) ? 'primary' : 'secondary'} />
            {visit.may('catalogue/release') && (
              <a class="alm-link" href={visit.to(routes.draft, { id: draft.id })}>
                {t('catalogue.edit.release')}
              </a>
            )}
          </div>
        </form>
      )}
    </section>
  )
}

/** The last step: questions on the law, what still misses, handing in. */
export function handInView(props: StepViewProps & { readonly wrong?: readonly HandInFault[] }): View {
  const { open, visit, wrong = [] } = props
  const { t } = visit
  return formView({
    ...props,
    step: 'abgeben',
    children: (
      <>
        <ErrorSummary faults={wrong.map(({ field, text }) => ({ field, text }))} t={t} />
        <div>
          <h2>{t('catalogue.law.title')}</h2>
          <p class="alm-muted">{t('catalogue.law.note')}</p>
        </div>
        {open.writable ? (
          <>
            <LawForm open={open} visit={visit} faults={wrong} />
            <HandIn open={open} visit={visit} />
          </>
        ) : (
          <p>
            {t('catalogue.edit.locked', { state: t(`catalogue.entry.state.${open.draft.state}`) })}{' '}
            <a class="alm-link" href={visit.to(routes.draft, { id: open.draft.id })}>
              {t('catalogue.edit.to-draft')}
            </a>
          </p>
        )}
      </>
    ),
  })
}
