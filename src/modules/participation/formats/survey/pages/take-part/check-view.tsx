import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Note } from '#ui/components/note/note.tsx'
import { Receipt } from '#ui/components/receipt/receipt.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { numberOf } from '../../../../model/procedure.ts'
import { askedOf, pagesOf } from '../../model/answer.ts'
import { surveyRoutes } from '../../survey-routes.ts'
import { resultsArePublic } from '../../use-cases/open-survey.ts'
import type { OwnResponse } from '../../use-cases/take-part.ts'
import { answerInWords } from '../answer-words.ts'
import { fileInWords } from '../files-field.tsx'
import type { FieldFault } from '../question-groups.tsx'
import { surveyFrame } from './survey-frame.tsx'

const tokenOf = (visit: Visit) => ({ token: visit.params.token ?? '' })

function Given({ own, visit, change }: { readonly own: OwnResponse; readonly visit: Visit; readonly change: boolean }) {
  const { t, lang } = visit
  const { questions, answers } = own.response
  const pages = pagesOf(questions)
  const pageOf = (id: string) => pages.findIndex((page) => page.some((one) => one.id === id))
  return (
    <Facts
      facts={askedOf(questions, answers).map((question) => {
        const { files = [], ...said } = answers[question.id] ?? {}
        const lines = answerInWords(question, said, t, lang)
        const back = `${visit.to(surveyRoutes.ownSurvey, tokenOf(visit), { seite: pageOf(question.id) })}#${question.id}`
        if (files.length > 0)
          return {
            name: question.title,
            value: (
              <LinkList
                stacked
                links={[
                  ...files.map((file) => ({
                    href: visit.to(surveyRoutes.ownSurveyFile, { ...tokenOf(visit), file: file.id }),
                    text: fileInWords(file, t),
                  })),
                  ...(change ? [{ href: back, text: t('participation.survey.change.files') }] : []),
                ]}
              />
            ),
          }
        return {
          name: question.title,
          value: (
            <>
              {lines.length === 0 ? (
                <span class="alm-muted">{t('participation.survey.nothing')}</span>
              ) : (
                <Said text={lines.join('\n')} />
              )}
              {change && ' '}
              {change && (
                <a class="alm-link" href={back}>
                  {t('participation.survey.change')}
                  <span class="kern-sr-only">: {question.title}</span>
                </a>
              )}
            </>
          ),
        }
      })}
    />
  )
}

/** Everything once more before it is sent. */
export function checkSurveyView(visit: Visit, own: OwnResponse, faults: readonly FieldFault[] = []): View {
  const { t } = visit
  const { survey } = own
  const title = t('participation.survey.check.title')
  return surveyFrame(
    visit,
    survey,
    title,
    <>
      <ErrorSummary faults={faults} t={t} />
      <Head pre={survey.procedure.title} title={title} lead={t('participation.survey.check.lead')} t={t} />
      <Section title={t('participation.survey.yours')} id="antworten">
        <Given own={own} visit={visit} change />
        <form method="post" action={visit.to(surveyRoutes.answerSurvey, tokenOf(visit))}>
          <Actions>
            <Button text={t('participation.survey.send')} name="schritt" value="senden" />
          </Actions>
        </form>
      </Section>
    </>,
    { secret: true },
  )
}

/** What stands behind the link once it is sent: number, answers, and how to take them back. */
export function surveyReceiptView(visit: Visit, own: OwnResponse, fresh: boolean): View {
  const { t, lang } = visit
  const { survey, response } = own
  const { procedure } = survey
  const number = numberOf(procedure.prefix, response.number ?? 0)
  return surveyFrame(
    visit,
    survey,
    number,
    <>
      <Head pre={procedure.title} title={t(fresh ? 'participation.survey.thanks' : 'participation.survey.your-answer')} t={t}>
        <Receipt label={t('participation.own.number')} number={number}>
          <p class="alm-small">
            {response.sentAt && t('participation.own.received', { when: formatMoment(response.sentAt, lang, 'text') })}{' '}
            {t(`participation.survey.results.${survey.settings.results}`)}
          </p>
        </Receipt>
        <Note kind="accent">
          <p>
            <strong>{t('participation.own.link')}</strong> {t('participation.survey.link.note')}
          </p>
        </Note>
        {resultsArePublic(survey, visit.now) && (
          <LinkList
            links={[
              { href: visit.to(surveyRoutes.surveyResults, { slug: procedure.slug }), text: t('participation.survey.results') },
            ]}
          />
        )}
      </Head>
      <Section title={t('participation.survey.yours')} id="antworten">
        <Given own={own} visit={visit} change={false} />
      </Section>
      <Section title={t('participation.own.withdraw')} id="zurueckziehen" note={t('participation.survey.withdraw.note')}>
        <form method="post" action={visit.to(surveyRoutes.answerSurvey, tokenOf(visit))}>
          <Button kind="danger" text={t('participation.survey.withdraw')} name="schritt" value="zurueckziehen" />
        </form>
      </Section>
    </>,
    { secret: true },
  )
}

/** What is left at the link of an answer that was taken back. */
export function withdrawnSurveyView(visit: Visit, { survey }: OwnResponse): View {
  const title = visit.t('participation.survey.withdrawn')
  return surveyFrame(visit, survey, title, <Message kind="success" title={title} t={visit.t} />, { secret: true })
}
