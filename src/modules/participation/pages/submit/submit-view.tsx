import type { View, Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { ResultList, ResultRow } from '#ui/components/result-row/result-row.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { numberOf, phaseFor } from '../../model/procedure.ts'
import type { Asked, Submission, SubmissionDraft, SubmissionFault } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { procedureCrumbs } from '../crumbs.ts'
import { timeLeft } from '../words.ts'
import { faultLines, type PointGround, SubmissionFields, type Typed } from './fields.tsx'

/** Step one: write it. */
export function newSubmissionView(
  visit: Visit,
  opened: ShownProcedure,
  asked: Asked,
  typed: Typed,
  faults: readonly SubmissionFault[],
  point?: PointGround,
): View {
  const { t } = visit
  const { procedure, phases } = opened
  const end = phaseFor(phases, 'submit', visit.now)?.endsAt
  const title = t('participation.submit.title')
  return {
    title: `${title}: ${procedure.title}`,
    area: 'participation',
    robots: 'noindex',
    islands: point && asked.place !== 'no' ? ['point-field'] : [],
    crumbs: procedureCrumbs(visit, procedure, title),
    body: (
      <>
        <Head pre={procedure.title} title={title} lead={t('participation.submit.lead')} t={t}>
          {end && (
            <p class="alm-meta">
              <span>
                <strong>{timeLeft(end, visit)}</strong>
              </span>
            </p>
          )}
        </Head>
        <ErrorSummary faults={faultLines(visit, faults)} t={t} />
        <form class="alm-form" method="post" action={visit.to(routes.sendSubmission, { slug: procedure.slug })} noValidate>
          <SubmissionFields asked={asked} typed={typed} faults={faults} visit={visit} point={point} />
          <p class="alm-small">{t('participation.submit.public')}</p>
          <Actions>
            <Button text={t('participation.submit.check')} name="schritt" value="pruefen" />
          </Actions>
        </form>
      </>
    ),
  }
}

const values = (draft: SubmissionDraft) => ({
  title: draft.title,
  body: draft.body,
  category: draft.category ?? '',
  place: draft.place ?? '',
  geometry: draft.geometry?.type === 'Point' ? draft.geometry.coordinates.join(', ') : '',
  author: draft.author ?? '',
  email: draft.email ?? '',
})

/** Step two: what is there already, then the own words as they will stand there, and the button. */
export function checkView(
  visit: Visit,
  opened: ShownProcedure,
  draft: SubmissionDraft,
  similar: readonly Submission[],
  slow: SlowDown | undefined,
): View {
  const { t } = visit
  const { procedure } = opened
  const title = t('participation.check.title')
  const fact = (name: string, value: string | undefined) => (value ? [{ name: t(`participation.field.${name}`), value }] : [])
  return {
    title: `${title}: ${procedure.title}`,
    area: 'participation',
    robots: 'noindex',
    crumbs: procedureCrumbs(visit, procedure, t('participation.submit.title')),
    islands: slow ? puzzleIslands : [],
    body: (
      <>
        <Head
          pre={procedure.title}
          title={title}
          lead={t(similar.length > 0 ? 'participation.check.similar' : 'participation.check.none')}
          t={t}
        />
        {similar.length > 0 && (
          <Section title={t('participation.check.similar.title')} id="aehnlich" note={t('participation.check.similar.note')}>
            <ResultList>
              {similar.map((one) => {
                const number = numberOf(procedure.prefix, one.number)
                return (
                  <ResultRow
                    key={one.id}
                    href={visit.to(routes.submission, { slug: procedure.slug, number })}
                    title={one.title}
                    excerpt={one.body.slice(0, 160)}
                    meta={[number, ...(one.agree > 0 ? [t('participation.count.agree', { count: one.agree })] : [])]}
                  />
                )
              })}
            </ResultList>
          </Section>
        )}
        <Section title={t('participation.check.yours')} id="ihr-beitrag">
          <Facts
            facts={[
              { name: t('participation.field.title'), value: draft.title },
              { name: t('participation.field.body'), value: <Said text={draft.body} /> },
              ...fact('category', draft.category),
              ...fact('place', draft.place),
              ...fact('geometry', draft.geometry && values(draft).geometry),
              { name: t('participation.field.author'), value: draft.author ?? t('participation.check.no-name') },
              ...(draft.email
                ? [{ name: t('participation.field.email'), value: `${draft.email} (${t('participation.check.private')})` }]
                : []),
            ]}
          />
          <form class="alm-form" method="post" action={visit.to(routes.sendSubmission, { slug: procedure.slug })}>
            <HiddenValues values={values(draft)} />
            {slow && <Puzzle challenge={slow.challenge} until={slow.until} email={visit.site.contact.email} t={t} />}
            <Actions>
              <Button text={t('participation.check.send')} name="schritt" value="senden" />
              <Button kind="secondary" text={t('participation.check.change')} name="schritt" value="aendern" />
            </Actions>
          </form>
        </Section>
      </>
    ),
  }
}

/** Too late, or too early: says so, and keeps what was typed. */
export function closedView(visit: Visit, opened: ShownProcedure, typed?: Typed): View {
  const { t } = visit
  const { procedure, phases } = opened
  const coming = phases.some((one) => one.actions.includes('submit') && one.startsAt !== null && one.startsAt > visit.now)
  return {
    title: t('participation.closed.title'),
    area: 'participation',
    robots: 'noindex',
    crumbs: procedureCrumbs(visit, procedure, t('participation.submit.title')),
    body: (
      <>
        <Head
          pre={procedure.title}
          title={t(coming ? 'participation.closed.early' : 'participation.closed.title')}
          lead={t(coming ? 'participation.closed.early.lead' : 'participation.closed.lead', { office: procedure.office })}
          t={t}
        >
          <LinkList
            links={[{ href: visit.to(routes.procedure, { slug: procedure.slug }), text: t('participation.closed.back') }]}
          />
        </Head>
        {typed?.body && (
          <Section title={t('participation.closed.yours')} id="ihr-text" note={t('participation.closed.yours.note')}>
            <p>
              <strong>{typed.title}</strong>
            </p>
            <Said text={typed.body} />
          </Section>
        )}
      </>
    ),
  }
}
