import { formatNumber } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { Bars } from '#ui/components/bars/bars.tsx'
import { Button } from '#ui/components/button/button.tsx'
import { SelectField } from '#ui/components/form-field/form-field.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Table } from '#ui/components/table/table.tsx'
import type { Question } from '../../model/questionnaire.ts'
import { surveyRoutes } from '../../survey-routes.ts'
import {
  type AttachedFiles,
  type CrossTable,
  crossable,
  isWritten,
  type SurveyResults,
  type WrittenAnswers,
} from '../../use-cases/read-results.ts'
import { fileInWords } from '../files-field.tsx'
import { QuestionResult } from './question-result.tsx'

/** What a page of results shows. */
export interface ShownResults {
  readonly results: SurveyResults
  readonly cross?: CrossTable | undefined
  readonly written?: WrittenAnswers | undefined
  readonly attached?: AttachedFiles | undefined
  /** Files may be fetched here. */
  readonly forStaff: boolean
  /** Texts may be read here. */
  readonly texts: boolean
  /** Address of this page with a query. */
  readonly here: (query?: Readonly<Record<string, string>>) => string
  readonly now: { readonly one: string; readonly other: string }
}

type Shown<More> = More & { readonly shown: ShownResults; readonly visit: Visit }

function Cross({ shown, visit }: { readonly shown: ShownResults; readonly visit: Visit }) {
  const { t, lang } = visit
  const { cross, here, now } = shown
  const options = [
    { value: '', label: t('participation.survey.cross.choose') },
    ...crossable(shown.results.questions).map(({ id, title }) => ({ value: id, label: title })),
  ]
  return (
    <Section title={t('participation.survey.cross')} id="kreuztabelle" note={t('participation.survey.cross.note')}>
      <form class="alm-form" method="get" action={`${here()}#kreuztabelle`}>
        <SelectField
          id="frage"
          name="frage"
          label={t('participation.survey.cross.one')}
          options={options}
          value={now.one}
          t={t}
        />
        <SelectField
          id="mit"
          name="mit"
          label={t('participation.survey.cross.other')}
          options={options}
          value={now.other}
          t={t}
        />
        <Button kind="secondary" text={t('participation.survey.cross.show')} />
      </form>
      {now.one && now.other && !cross && <p>{t('participation.survey.cross.two')}</p>}
      {cross && (
        <Table
          caption={t('participation.survey.cross.caption', { one: cross.one.title, other: cross.other.title })}
          showCaption
          rows={cross.rows}
          rowKey={({ text }) => text}
          columns={[
            { title: cross.one.title, cell: ({ text }) => text },
            ...cross.columns.map((title, i) => ({
              title,
              right: true,
              cell: ({ cells }: (typeof cross.rows)[number]) => {
                const cell = cells[i] ?? 0
                return cell === 'hidden' ? t('participation.survey.hidden') : formatNumber(cell, lang)
              },
            })),
          ]}
          t={t}
        />
      )}
    </Section>
  )
}

function Written({
  shown,
  written,
  visit,
}: {
  readonly shown: ShownResults
  readonly written: WrittenAnswers
  readonly visit: Visit
}) {
  const { t, lang } = visit
  return (
    <Section title={t('participation.survey.texts')} id="texte" note={written.question.title}>
      {written.words.length > 0 && (
        <Bars
          title={t('participation.survey.words', { count: written.counted })}
          bars={written.words.slice(0, 10).map(({ word, texts }) => ({ label: word, value: texts }))}
          lang={lang}
        />
      )}
      <ul class="alm-list">
        {written.texts.map(({ id, text }) => (
          <li key={id}>
            <Said text={text} />
          </li>
        ))}
      </ul>
      {written.heldBack > 0 && <p>{t('participation.survey.held-back', { count: written.heldBack })}</p>}
      {written.next && (
        <a class="alm-link" href={`${shown.here({ texte: written.question.id, nach: written.next })}#texte`}>
          {t('participation.survey.texts.more')}
        </a>
      )}
    </Section>
  )
}

function Attached({ shown, attached, visit }: Shown<{ readonly attached: AttachedFiles }>) {
  const { t } = visit
  const { question, files, next } = attached
  const { id } = shown.results.survey.procedure
  return (
    <Section title={t('participation.survey.files')} id="dateien" note={question.title}>
      <p>{t('participation.survey.files.care')}</p>
      <LinkList
        stacked
        links={files.map((file) => ({
          href: visit.to(surveyRoutes.surveyFile, { id, file: file.id }),
          text: fileInWords(file, t),
        }))}
      />
      {next && (
        <a class="alm-link" href={`${shown.here({ dateien: question.id, nach: next })}#dateien`}>
          {t('participation.survey.files.more')}
        </a>
      )}
    </Section>
  )
}

/** Where more to a question is read; for those who may not, a sentence in its place. */
function More({
  question,
  to,
  text,
  closed,
}: {
  readonly question: Question
  /** Undefined where it is not for these readers. */
  readonly to: string | undefined
  readonly text: string
  readonly closed: string
}) {
  return (
    <p>
      {to === undefined ? (
        closed
      ) : (
        <a class="alm-link" href={to}>
          {text}
          <span class="kern-sr-only">: {question.title}</span>
        </a>
      )}
    </p>
  )
}

/** Every question with its result, the cross table, and the texts that were asked for. */
export function ResultsBody({ shown, visit }: { readonly shown: ShownResults; readonly visit: Visit }) {
  const { t, lang } = visit
  const { results, written, attached } = shown
  return (
    <>
      {attached && <Attached shown={shown} attached={attached} visit={visit} />}
      {written && <Written shown={shown} written={written} visit={visit} />}
      {results.questions.map((question) => {
        const answered = results.tally[question.id] ?? 0
        return (
          <Section
            key={question.id}
            title={
              results.current.has(question.id) ? question.title : t('participation.survey.former', { option: question.title })
            }
            id={question.id}
            note={t('participation.survey.answered', { count: answered, number: formatNumber(answered, lang) })}
          >
            <QuestionResult question={question} results={results} visit={visit} />
            {question.kind === 'file' && answered > 0 && (
              <More
                question={question}
                to={shown.forStaff ? `${shown.here({ dateien: question.id })}#dateien` : undefined}
                text={t('participation.survey.files.look')}
                closed={t('participation.survey.files.staff')}
              />
            )}
            {isWritten(question) && answered > 0 && (
              <More
                question={question}
                to={shown.texts ? `${shown.here({ texte: question.id })}#texte` : undefined}
                text={t('participation.survey.texts.read')}
                closed={t('participation.survey.texts.staff')}
              />
            )}
          </Section>
        )
      })}
      {crossable(results.questions).length > 1 && <Cross shown={shown} visit={visit} />}
    </>
  )
}
