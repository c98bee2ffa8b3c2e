import { formatNumber } from '#kernel/locale.ts'
import type { View, Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { routes } from '../../../routes.ts'
import { type AnswerWord, answerWords } from '../model/answer.ts'
import { opinionRoutes } from '../opinion-routes.ts'
import type { Statement } from '../store/statement-store.ts'
import { type OpenedMap, resultIsPublic, takesStatements } from '../use-cases/open-map.ts'
import type { Standing } from '../use-cases/take-part.ts'
import { mapFrame } from './frame.tsx'
import { StatementForm } from './statement-view.tsx'

/** What the page of one statement shows. */
export interface AnswerState {
  readonly standing: Standing
  readonly statement: Statement
  /** What was said to it already. */
  readonly said?: AnswerWord | undefined
  /** The one answered just now. */
  readonly before?: { readonly statement: Statement; readonly word: AnswerWord } | undefined
  /** Why nothing was kept: the text key is `participation.opinion.told.<name>`. */
  readonly told?: 'gone' | 'unknown' | undefined
  /** So many began from one place that a puzzle is asked first, with the answer that was given. */
  readonly slow?: { readonly until: SlowDown; readonly word: AnswerWord } | undefined
}

/** Where one may go besides: own answers, an own statement, the results. */
export function waysOn(visit: Visit, map: OpenedMap, answered: number) {
  const { t, now } = visit
  const { slug } = map.procedure
  return [
    ...(answered > 0 ? [{ href: visit.to(opinionRoutes.ownOpinions, { slug }), text: t('participation.opinion.own') }] : []),
    ...(takesStatements(map, now)
      ? [{ href: visit.to(opinionRoutes.newStatement, { slug }), text: t('participation.opinion.new') }]
      : []),
    ...(resultIsPublic(map, now)
      ? [{ href: visit.to(opinionRoutes.opinionResult, { slug }), text: t('participation.opinion.result') }]
      : []),
  ]
}

function HowFar({ standing: { answered, shown }, visit }: { readonly standing: Standing; readonly visit: Visit }) {
  const { t, lang } = visit
  const told = t('participation.opinion.progress', {
    count: shown,
    done: formatNumber(answered, lang),
    all: formatNumber(shown, lang),
  })
  return (
    <div class="alm-progress participation-opinion__far">
      <p class="alm-small">{told}</p>
      <progress value={answered} max={Math.max(1, shown)} aria-label={told} />
    </div>
  )
}

/** The three answers, none before the others: whoever presses one has answered. */
function Buttons({ said, visit }: { readonly said: AnswerWord | undefined; readonly visit: Visit }) {
  const { t } = visit
  return (
    <div class="participation-opinion__answers">
      {answerWords.map((word) => (
        <button
          key={word}
          type="submit"
          name="antwort"
          value={word}
          class={`participation-opinion__answer participation-opinion__answer--${word}`}
          aria-pressed={said === undefined ? undefined : said === word ? 'true' : 'false'}
          aria-describedby="aussage-text"
        >
          {t(`participation.opinion.answer.${word}`)}
        </button>
      ))}
    </div>
  )
}

/** One statement with its three answers. */
export function answerView(visit: Visit, map: OpenedMap, state: AnswerState): View {
  const { t } = visit
  const { standing, statement, before, said, told, slow } = state
  const { slug, title } = map.procedure
  const here = (number: number) => `${visit.to(opinionRoutes.opinions, { slug }, { aussage: number })}#aussage`
  return mapFrame(
    visit,
    map,
    t('participation.opinion.ask'),
    <>
      {told && <Message kind="warning" title={t(`participation.opinion.told.${told}`)} live t={t} />}
      <Head pre={title} title={t('participation.opinion.ask')} t={t} />
      <form
        class="participation-opinion"
        id="aussage"
        method="post"
        action={visit.to(opinionRoutes.answerOpinion, { slug })}
        aria-labelledby="aussage-text"
      >
        <HowFar standing={standing} visit={visit} />
        <HiddenValues values={{ aussage: statement.id, ...(slow ? { antwort: slow.word } : {}) }} />
        <p class="participation-opinion__statement" id="aussage-text">
          {statement.text}
        </p>
        {slow ? (
          <>
            <Puzzle challenge={slow.until.challenge} until={slow.until.until} email={visit.site.contact.email} t={t} />
            <Actions>
              <Button text={t('participation.opinion.again')} />
            </Actions>
          </>
        ) : (
          <Buttons said={said} visit={visit} />
        )}
        <p class="alm-small alm-muted">
          {before ? (
            <>
              {t('participation.opinion.kept', {
                answer: t(`participation.opinion.answer.${before.word}`),
                statement: before.statement.text,
              })}{' '}
              <a class="alm-link" href={here(before.statement.number)}>
                {t('participation.opinion.change')}
              </a>
            </>
          ) : (
            t('participation.opinion.free')
          )}
        </p>
      </form>
      <LinkList links={waysOn(visit, map, standing.answered)} />
      {standing.answered === 0 && (
        <p class="alm-small alm-muted participation-opinion__purpose">
          {t('participation.opinion.purpose', { count: map.procedure.retentionMonths })}
        </p>
      )}
    </>,
    { islands: slow ? puzzleIslands : [] },
  )
}

/** All statements are answered, or there is none yet. */
export function answeredView(visit: Visit, map: OpenedMap, { shown, answered }: Standing): View {
  const { t, lang } = visit
  const { slug, title } = map.procedure
  const none = shown === 0
  const key = none ? 'none' : 'done'
  return mapFrame(
    visit,
    map,
    t(`participation.opinion.${key}`),
    <>
      <Head
        pre={title}
        title={t(`participation.opinion.${key}`)}
        lead={t(`participation.opinion.${key}.lead`, { count: answered, number: formatNumber(answered, lang) })}
        t={t}
      >
        {!none && <p>{t(`participation.opinion.done.${map.settings.results}`)}</p>}
        <LinkList
          links={[
            ...waysOn(visit, map, answered).filter(({ text }) => !none || text !== t('participation.opinion.new')),
            { href: visit.to(routes.procedure, { slug }), text: t('participation.closed.back') },
          ]}
        />
      </Head>
      {none && takesStatements(map, visit.now) && <StatementForm map={map} visit={visit} />}
    </>,
  )
}
