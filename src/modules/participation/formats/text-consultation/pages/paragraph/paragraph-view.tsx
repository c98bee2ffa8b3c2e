import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Tabs } from '#ui/components/tabs/tabs.tsx'
import { numberOf, phaseFor } from '../../../../model/procedure.ts'
import type { Submission } from '../../../../model/submission.ts'
import { AnswerPost } from '../../../../pages/answer-post.tsx'
import { type Rating, ReactionForm } from '../../../../pages/dialogue/reaction-form.tsx'
import { timeLeft } from '../../../../pages/words.ts'
import { routes } from '../../../../routes.ts'
import type { AnswerRow } from '../../../../store/answer-store.ts'
import {
  type ContributionFault,
  type ContributionKind,
  contributionKinds,
  contributionOf,
  kindWords,
  type TypedContribution,
  themeOf,
} from '../../contribution.ts'
import type { TextCount } from '../../store/text-store.ts'
import { textRoutes } from '../../text-routes.ts'
import type { OpenedText } from '../../use-cases/open-text.ts'
import { ContributionText, countWords, paragraphHref, paragraphName } from '../text-parts.tsx'
import { textCrumbs } from './check-view.tsx'
import { ContributeForm, faultWords } from './contribute-form.tsx'
import type { AskedParagraph } from './handler.tsx'

/** What was typed, and what is wrong with it. */
export interface ParagraphState {
  readonly kind: ContributionKind
  readonly typed?: TypedContribution
  readonly faults: readonly ContributionFault[]
  /** A new version came while somebody was writing. */
  readonly moved?: boolean
}

export interface ParagraphPage {
  readonly paragraph: AskedParagraph
  readonly contributions: readonly Submission[]
  readonly count: TextCount | undefined
  readonly answers: ReadonlyMap<string, readonly AnswerRow[]>
  /** By `version/key`. */
  readonly wordings: ReadonlyMap<string, string>
  readonly rating: Rating
  /** Number of the last one shown, where there are more. */
  readonly more: string | undefined
  readonly state: ParagraphState
}

/** One contribution with its answer. */
function Contribution({
  one,
  opened,
  data,
  visit,
}: {
  readonly one: Submission
  readonly opened: OpenedText
  readonly data: ParagraphPage
  readonly visit: Visit
}) {
  const { t, lang } = visit
  const { procedure, settings } = opened
  const number = numberOf(procedure.prefix, one.number)
  const about = contributionOf(one, settings.version)
  const href = visit.to(routes.submission, { slug: procedure.slug, number })
  const talk = one.comments > 0 ? t('participation.text.talk', { count: one.comments }) : t('participation.text.talk.none')
  return (
    <article class="participation-text__one" id={number} aria-label={number}>
      <p class="alm-meta">
        <strong>{t(`participation.text.kind.${about.kind}`)}</strong>
        {one.author && <span>{one.author}</span>}
        <span>{formatDay(dayOf(one.receivedAt), lang)}</span>
        {about.version < settings.version && <span>{t('participation.text.to-version', { version: about.version })}</span>}
        {one.channel !== 'web' && <span>{t(`participation.channel.${one.channel}`)}</span>}
      </p>
      <ContributionText
        one={one}
        about={about}
        wording={data.wordings.get(`${about.version}/${about.paragraph}`)}
        visit={visit}
      />
      <p class="alm-meta">
        {one.agree > 0 && <span>{t('participation.count.agree', { count: one.agree })}</span>}
        {settings.rating === 'three' && one.disagree > 0 && (
          <span>{t('participation.count.disagree', { count: one.disagree })}</span>
        )}
        <span>
          <a class="alm-link" href={href} aria-label={`${talk}: ${number}`}>
            {talk}
          </a>
        </span>
        <span>{t('participation.number', { number })}</span>
      </p>
      <ReactionForm one={one} procedure={procedure} rating={data.rating} visit={visit} />
      {(data.answers.get(one.id) ?? []).map((post) => (
        <div key={post.id} class="participation-text__answer">
          <AnswerPost post={post} visit={visit} />
        </div>
      ))}
    </article>
  )
}

/** Comment or change: two forms with an address of their own. */
function Say({ opened, data, visit }: { readonly opened: OpenedText; readonly data: ParagraphPage; readonly visit: Visit }) {
  const { t } = visit
  const { paragraph, state } = data
  return (
    <>
      {paragraph.key !== '' && (
        <Tabs
          label={t('participation.text.say')}
          links={contributionKinds.map((kind) => ({
            href: `${paragraphHref(visit, opened.procedure.slug, paragraph.key, { art: kindWords[kind] })}#mitreden`,
            text: t(`participation.text.say.${kind}`),
            current: kind === state.kind,
          }))}
        />
      )}
      <ContributeForm
        opened={opened}
        paragraph={paragraph.key}
        kind={state.kind}
        standing={paragraph.body}
        typed={state.typed}
        faults={state.faults}
        visit={visit}
      />
    </>
  )
}

/** The paragraphs before and behind, to read on. */
function Neighbours({
  opened,
  paragraph,
  visit,
}: {
  readonly opened: OpenedText
  readonly paragraph: string
  readonly visit: Visit
}) {
  const { slug } = opened.procedure
  const all = opened.settings.paragraphs
  const at = all.indexOf(paragraph)
  const link = (key: string | undefined, rel: 'prev' | 'next') =>
    key !== undefined && (
      <span>
        <a class="alm-link" rel={rel} href={paragraphHref(visit, slug, key)}>
          {paragraphName(key, visit)}
        </a>
      </span>
    )
  return (
    <p class="alm-meta">
      {at >= 0 && link(all[at - 1], 'prev')}
      {at >= 0 && link(all[at + 1], 'next')}
      <span>
        <a class="alm-link" href={`${visit.to(textRoutes.text, { slug })}${at >= 0 ? `#absatz-${paragraph}` : ''}`}>
          {visit.t('participation.text.in-text')}
        </a>
      </span>
    </p>
  )
}

/** A paragraph: its words, what was said and answered, and the form to say something. */
export function paragraphView(visit: Visit, opened: OpenedText, data: ParagraphPage): View {
  const { t } = visit
  const { procedure, phases, settings } = opened
  const { paragraph, contributions, state } = data
  const { slug } = procedure
  const name = paragraphName(paragraph.key, visit)
  const gone = paragraph.key !== '' && paragraph.version < settings.version
  const phase = phaseFor(phases, 'submit', visit.now)
  const count = countWords(data.count, visit)
  return {
    title: `${name}: ${procedure.title}`,
    ...(paragraph.body ? { description: paragraph.body.slice(0, 280) } : {}),
    area: 'participation',
    crumbs: textCrumbs(visit, procedure, name),
    body: (
      <>
        {state.moved && (
          <Message kind="warning" title={t('participation.text.moved')} live t={t}>
            <p>{t(gone ? 'participation.text.moved.gone' : 'participation.text.moved.detail')}</p>
            {gone && state.typed && <Said text={[state.typed.wording, state.typed.text].filter(Boolean).join('\n\n')} />}
          </Message>
        )}
        <Head pre={procedure.title} title={name} t={t}>
          <p class="alm-meta">
            {phase?.endsAt && !gone && (
              <span>
                <strong>{timeLeft(phase.endsAt, visit)}</strong>
              </span>
            )}
            {count && (
              <span>
                <a class="alm-link" href="#beitraege">
                  {count}
                </a>
              </span>
            )}
          </p>
          <Neighbours opened={opened} paragraph={paragraph.key} visit={visit} />
        </Head>
        <ErrorSummary faults={state.faults.map((fault) => ({ field: fault.field, text: faultWords(visit, fault) }))} t={t} />
        {paragraph.key !== '' && (
          <Section
            title={t('participation.text.wording')}
            id="wortlaut"
            note={gone ? t('participation.text.gone', { version: paragraph.version }) : undefined}
          >
            <div class="participation-text__wording">
              <Said text={paragraph.body} lang={visit.lang === 'de' ? undefined : 'de'} />
            </div>
          </Section>
        )}
        {phase && !gone && (
          <Section title={t('participation.text.say')} id="mitreden">
            <Say opened={opened} data={data} visit={visit} />
          </Section>
        )}
        <Section title={t('participation.text.contributions')} id="beitraege">
          {contributions.length === 0 && (
            <p>{t(phase && !gone ? 'participation.text.contributions.none' : 'participation.text.contributions.closed')}</p>
          )}
          {contributions.map((one) => (
            <Contribution key={one.id} one={one} opened={opened} data={data} visit={visit} />
          ))}
          {data.more && (
            <p>
              <a class="alm-link" href={`${paragraphHref(visit, slug, paragraph.key, { nach: data.more })}#beitraege`}>
                {t('participation.more')}
              </a>
            </p>
          )}
          {contributions.length > 0 && (
            <p class="alm-small">
              <a class="alm-link" href={visit.to(routes.submissions, { slug }, { thema: themeOf(paragraph.key) })}>
                {t('participation.text.as-list')}
              </a>
            </p>
          )}
        </Section>
      </>
    ),
  }
}
