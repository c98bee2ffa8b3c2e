import { formatNumber } from '#kernel/locale.ts'
import type { Visit } from '#platform/http'
import { Pagination } from '#ui/components/pagination/pagination.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { type Counted, enoughTold, letterOf } from '../../model/result.ts'
import type { OpinionSettings } from '../../settings.ts'
import type { ShownResult, StatementOutcome } from '../../use-cases/read-result.ts'
import { ResultMap } from './result-map.tsx'
import { AnswerLegend, StatementResult } from './statement-result.tsx'

/** What a page of results shows. */
export interface ResultPage {
  readonly shown: ShownResult
  readonly settings: OpinionSettings
  /** Address of this page with the statements from another page on. */
  readonly here: (page: number) => string
  /** Which page of the statements, from 1. */
  readonly at: number
}

const atOnce = 10

/** Which page of statements a query asks for. */
export const pageIn = (visit: Visit): number => Math.max(1, Number.parseInt(visit.query.get('seite') ?? '1', 10) || 1)

const of = (visit: Visit, key: string, side: 'agree' | 'disagree', counted: Counted) =>
  visit.t(key, { hits: formatNumber(counted[side], visit.lang), all: formatNumber(counted.votes, visit.lang) })

function United({ page, visit }: { readonly page: ResultPage; readonly visit: Visit }) {
  const { t } = visit
  const { agree, disagree, groups } = page.shown
  const list = (side: 'agree' | 'disagree', outcomes: readonly StatementOutcome[]) =>
    outcomes.length > 0 && (
      <>
        <h3>{t(`participation.opinion.united.${side}`)}</h3>
        <ul class="alm-list">
          {outcomes.map(({ statement, all }) => (
            <li key={statement.id}>
              <strong>{statement.text}</strong>{' '}
              <span class="alm-muted">{of(visit, `participation.opinion.of.${side}`, side, all)}</span>
            </li>
          ))}
        </ul>
      </>
    )
  return (
    <Section
      title={t('participation.opinion.united')}
      id="das-eint-alle"
      note={t(groups.length > 1 ? 'participation.opinion.united.note' : 'participation.opinion.united.note.all')}
    >
      {agree.length + disagree.length === 0 ? (
        <p>{t('participation.opinion.united.none')}</p>
      ) : (
        <div class="alm-stack">
          {list('agree', agree)}
          {list('disagree', disagree)}
        </div>
      )}
    </Section>
  )
}

/** What several groups said together. */
const together = ({ groups }: StatementOutcome, which: readonly number[]): Counted =>
  which.reduce<Counted>(
    (sum, at) => {
      const one = groups[at]
      if (!one) return sum
      return {
        agree: sum.agree + one.agree,
        disagree: sum.disagree + one.disagree,
        pass: sum.pass + one.pass,
        votes: sum.votes + one.votes,
      }
    },
    { agree: 0, disagree: 0, pass: 0, votes: 0 },
  )

/** What tells one group from the others, in sentences. */
function Portrait({ at, page, visit }: { readonly at: number; readonly page: ResultPage; readonly visit: Visit }) {
  const { t, lang } = visit
  const { shown, settings } = page
  const group = shown.groups[at] ?? 0
  const size = shown.result.groups[group]?.size ?? 0
  const othersThan = (own: number) => shown.groups.filter((one) => one !== own)
  const typical = (shown.typical[at] ?? []).filter(({ outcome }) => {
    const own = outcome.groups[group]
    return own && enoughTold(own, settings)
  })
  return (
    <div class={`participation-opinion__portrait participation-opinion--${group}`}>
      <h3>
        {t('participation.opinion.group.name', { letter: letterOf(group) })}{' '}
        <span class="alm-muted">{t('participation.opinion.people', { count: size, number: formatNumber(size, lang) })}</span>
      </h3>
      {typical.length === 0 ? (
        <p>{t('participation.opinion.typical.none')}</p>
      ) : (
        <>
          <p>{t('participation.opinion.typical')}</p>
          <ul class="alm-list">
            {typical.map(({ outcome, side, statement }) => (
              <li key={statement + side}>
                {t(`participation.opinion.typical.${side}`)} <strong>{outcome.statement.text}</strong>{' '}
                <span class="alm-muted">
                  {t('participation.opinion.of.others', {
                    own: of(visit, 'participation.opinion.of', side, outcome.groups[group] ?? outcome.all),
                    others: of(visit, 'participation.opinion.of', side, together(outcome, othersThan(group))),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function Groups({ page, visit }: { readonly page: ResultPage; readonly visit: Visit }) {
  const { t } = visit
  const { shown, settings } = page
  const params = {
    people: formatNumber(settings.fewestPeople, visit.lang),
    size: formatNumber(settings.smallestGroup, visit.lang),
  }
  return (
    <Section title={t('participation.opinion.groups')} id="gruppen" note={t('participation.opinion.groups.note', params)}>
      {shown.why ? (
        <p>{t(`participation.opinion.no-groups.${shown.why}`, params)}</p>
      ) : (
        <div class="alm-stack-3">
          <ResultMap groups={shown.result.groups} shown={shown.groups} visit={visit} />
          {shown.groups.length < shown.result.groups.length && <p>{t('participation.opinion.groups.hidden', params)}</p>}
          <div class="participation-opinion__portraits">
            {shown.groups.map((group, at) => (
              <Portrait key={`${group}`} at={at} page={page} visit={visit} />
            ))}
          </div>
        </div>
      )}
    </Section>
  )
}

/** What unites all, the groups, what divides them, and every statement with its numbers. */
export function ResultBody({ page, visit }: { readonly page: ResultPage; readonly visit: Visit }) {
  const { t } = visit
  const { shown, settings, here, at } = page
  const pages = Math.max(1, Math.ceil(shown.outcomes.length / atOnce))
  const now = Math.min(at, pages)
  const result = (prefix: string, { statement, all, groups }: StatementOutcome) => (
    <StatementResult
      key={statement.id}
      id={`${prefix}-${statement.number}`}
      text={statement.text}
      all={all}
      groups={groups}
      shown={shown.groups}
      shy={settings}
      visit={visit}
    />
  )
  return (
    <>
      <United page={page} visit={visit} />
      <Groups page={page} visit={visit} />
      {shown.divided.length > 0 && (
        <Section
          title={t('participation.opinion.divided')}
          id="das-sehen-die-gruppen-verschieden"
          note={t('participation.opinion.divided.note')}
        >
          <div class="alm-stack-3">
            <AnswerLegend id="legende-verschieden" visit={visit} />
            {shown.divided.map((one) => result('verschieden', one))}
          </div>
        </Section>
      )}
      <Section
        title={t('participation.opinion.all')}
        id="alle-aussagen"
        note={t('participation.opinion.all.note', { count: shown.outcomes.length })}
      >
        <div class="alm-stack-3">
          <AnswerLegend id="legende-alle" visit={visit} />
          {shown.outcomes.slice((now - 1) * atOnce, now * atOnce).map((one) => result('aussage', one))}
          <Pagination page={now} pages={pages} href={(to) => `${here(to)}#alle-aussagen`} t={t} />
        </div>
      </Section>
    </>
  )
}

/** So many are named on each side at most, as Polis does; there may be more. */
const mostNamed = 5

/** The result in one sentence: how many groups, and on how much they agree. */
export function finding({ groups, agree, disagree, result }: ShownResult, visit: Visit): string {
  const { t, lang } = visit
  if (groups.length < 2)
    return t('participation.opinion.found.people', { count: result.people, number: formatNumber(result.people, lang) })
  const more = agree.length === mostNamed || disagree.length === mostNamed
  return t(`participation.opinion.found${more ? '.least' : ''}`, {
    count: agree.length + disagree.length,
    groups: t('participation.opinion.found.groups', { count: groups.length }),
  })
}
