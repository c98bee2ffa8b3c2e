import type { Visit } from '#platform/http'
import type { OpenedProcedure } from '../../../format.ts'
import { filesAllowed, optionsOf, type Question, type SurveySettings } from '../model/questionnaire.ts'

const Lines = ({ count }: { readonly count: number }) => (
  <>
    {Array.from({ length: count }, (_, i) => (
      <div key={`${i}`} class="participation-line" aria-hidden="true" />
    ))}
  </>
)

const Boxes = ({ texts, inLine }: { readonly texts: readonly string[]; readonly inLine?: boolean }) => (
  <ul class={`participation-boxes${inLine ? ' participation-boxes--line' : ''}`}>
    {texts.map((text) => (
      <li key={text}>{text}</li>
    ))}
  </ul>
)

/** Where the answer to a question is written or ticked. */
function Space({ question, visit }: { readonly question: Question; readonly visit: Visit }) {
  const { t } = visit
  const { options, rows } = question
  switch (question.kind) {
    case 'single':
    case 'multiple':
    case 'rating':
      return (
        <Boxes
          inLine={question.kind === 'rating'}
          texts={optionsOf(question, `${t('participation.survey.other')}: ____________________`).map(({ text }) => text)}
        />
      )
    case 'matrix':
      return (
        <>
          {rows.map((row) => (
            <div key={row.id} class="participation-row">
              <p>{row.text}</p>
              <Boxes inLine texts={options.map(({ text }) => text)} />
            </div>
          ))}
        </>
      )
    case 'ranking':
    case 'budget':
      return (
        <ul class="participation-blanks">
          {options.map(({ id, text }) => (
            <li key={id}>
              {question.kind === 'budget' && <span>%</span>} {text}
            </li>
          ))}
        </ul>
      )
    case 'long':
      return <Lines count={6} />
    case 'file':
      return <Boxes texts={[t('participation.survey.paper.file.added')]} />
    default:
      return <Lines count={1} />
  }
}

/** The survey on paper: every question in its order, with the hint under which answer it is asked. */
export function surveyPaper(visit: Visit, _opened: OpenedProcedure, { questions }: SurveySettings) {
  const { t } = visit
  if (questions.length === 0) return undefined
  const ways: Partial<Record<Question['kind'], string>> = {
    multiple: 'participation.survey.choose-several',
    ranking: 'participation.survey.paper.ranking',
    budget: 'participation.survey.paper.budget',
    file: 'participation.survey.paper.file',
  }
  return (
    <>
      {questions.map((question, i) => {
        const { condition } = question
        const at = condition ? questions.findIndex(({ id }) => id === condition.question) : -1
        const way = ways[question.kind]
        return (
          <div key={question.id} class="participation-lines">
            <p>
              <b>
                {i + 1}. {question.title}
              </b>{' '}
              <span class="alm-small">
                {[
                  question.help,
                  way && t(way, { count: filesAllowed(question) }),
                  at >= 0 && t('participation.survey.paper.only', { number: String(at + 1) }),
                ]
                  .filter(Boolean)
                  .join(' ')}
              </span>
            </p>
            <Space question={question} visit={visit} />
          </div>
        )
      })}
    </>
  )
}
