import type { Crumb, View, Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Facts } from '#ui/components/facts/facts.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { ResultList } from '#ui/components/result-row/result-row.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { Procedure } from '../../../../model/procedure.ts'
import type { Submission, SubmissionDraft } from '../../../../model/submission.ts'
import { procedureCrumbs } from '../../../../pages/crumbs.ts'
import { SubmissionRow } from '../../../../pages/submission-row.tsx'
import { type ContributionKind, type TypedContribution, typedContribution, wholeWord } from '../../contribution.ts'
import { textRoutes } from '../../text-routes.ts'
import type { OpenedText } from '../../use-cases/open-text.ts'
import { ContributionText, paragraphHref, paragraphName } from '../text-parts.tsx'
import { contributionPlace } from './contribute-form.tsx'
import type { AskedParagraph } from './handler.tsx'

/** The way to a page within the text. */
export const textCrumbs = (visit: Visit, procedure: Procedure, here: string): Crumb[] => {
  const crumbs = procedureCrumbs(visit, procedure, here)
  const text = { label: visit.t('participation.text.title'), href: visit.to(textRoutes.text, { slug: procedure.slug }) }
  return [...crumbs.slice(0, -1), text, ...crumbs.slice(-1)]
}

/** A contribution before it is sent. */
export interface CheckedContribution {
  readonly paragraph: AskedParagraph
  readonly kind: ContributionKind
  readonly draft: SubmissionDraft
  /** What others said to the same paragraph with much the same words. */
  readonly similar: readonly Submission[]
  readonly slow?: SlowDown | undefined
}

/** What is there already, then the own words as they will stand there, and the button. */
export function checkContributionView(visit: Visit, opened: OpenedText, one: CheckedContribution): View {
  const { t } = visit
  const { procedure, settings } = opened
  const { paragraph, kind, draft, similar, slow } = one
  const title = t('participation.check.title')
  const typed = typedContribution(visit.form)
  return {
    title: `${title}: ${procedure.title}`,
    area: 'participation',
    robots: 'noindex',
    crumbs: textCrumbs(visit, procedure, title),
    islands: slow ? puzzleIslands : [],
    body: (
      <>
        <Head
          pre={`${procedure.title}, ${paragraphName(paragraph.key, visit)}`}
          title={title}
          lead={t(similar.length > 0 ? 'participation.check.similar' : 'participation.check.none')}
          t={t}
        />
        {similar.length > 0 && (
          <Section title={t('participation.check.similar.title')} id="aehnlich" note={t('participation.check.similar.note')}>
            <ResultList>
              {similar.map((other) => (
                <SubmissionRow key={other.id} one={other} procedure={procedure} visit={visit} />
              ))}
            </ResultList>
          </Section>
        )}
        <Section title={t(`participation.text.yours.${kind}`)} id="ihr-beitrag">
          <ContributionText
            one={{ body: draft.body, lang: visit.lang }}
            about={{ paragraph: paragraph.key, version: settings.version, kind }}
            wording={paragraph.body}
            visit={visit}
          />
          <Facts
            facts={[
              { name: t('participation.field.author'), value: draft.author ?? t('participation.check.no-name') },
              ...(draft.email
                ? [{ name: t('participation.field.email'), value: `${draft.email} (${t('participation.check.private')})` }]
                : []),
            ]}
          />
          <form
            class="alm-form"
            method="post"
            action={visit.to(textRoutes.contribute, { slug: procedure.slug, paragraph: paragraph.key || wholeWord })}
          >
            <HiddenValues values={{ ...contributionPlace(opened, kind), ...typed }} />
            {slow && <Puzzle challenge={slow.challenge} until={slow.until} email={visit.site.contact.email} t={t} />}
            <Actions>
              <Button text={t('participation.text.send')} name="schritt" value="senden" />
              <Button kind="secondary" text={t('participation.check.change')} name="schritt" value="aendern" />
            </Actions>
          </form>
        </Section>
      </>
    ),
  }
}

/** Too late, or too early: says so, and keeps what was typed. */
export function lateView(
  visit: Visit,
  opened: OpenedText,
  paragraph: AskedParagraph,
  kind: ContributionKind,
  typed: TypedContribution,
): View {
  const { t } = visit
  const { procedure, phases } = opened
  const coming = phases.some((one) => one.actions.includes('submit') && one.startsAt !== null && one.startsAt > visit.now)
  const words = [kind === 'change' ? typed.wording : '', typed.text].filter(Boolean).join('\n\n')
  return {
    title: t('participation.closed.title'),
    area: 'participation',
    robots: 'noindex',
    crumbs: textCrumbs(visit, procedure, paragraphName(paragraph.key, visit)),
    body: (
      <>
        <Head
          pre={procedure.title}
          title={t(coming ? 'participation.closed.early' : 'participation.closed.title')}
          lead={t(coming ? 'participation.closed.early.lead' : 'participation.closed.lead', { office: procedure.office })}
          t={t}
        >
          <LinkList
            links={[
              {
                href: paragraphHref(visit, procedure.slug, paragraph.key),
                text: t('participation.text.back', { name: paragraphName(paragraph.key, visit) }),
              },
            ]}
          />
        </Head>
        {words && (
          <Section title={t('participation.closed.yours')} id="ihr-text" note={t('participation.closed.yours.note')}>
            <Said text={words} />
          </Section>
        )}
      </>
    ),
  }
}
