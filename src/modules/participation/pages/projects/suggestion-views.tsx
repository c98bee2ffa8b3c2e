import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { TextArea, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Note } from '#ui/components/note/note.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import type { Project, ProjectSettings } from '../../model/project.ts'
import { type Suggestion, supportable } from '../../model/suggestion.ts'
import { projectRoutes } from '../../project-routes.ts'
import { lastDay } from '../words.ts'
import { projectCrumbs } from './project-view.tsx'

/** How many of how many, until when; what came of it once that is known. */
export function supportLine(one: Suggestion, visit: Visit): string {
  const { t, lang } = visit
  const count = t('participation.suggest.supporters', { count: one.supporters, of: String(one.threshold ?? 0) })
  if (one.outcome) return `${count}. ${t(`participation.suggest.outcome.${one.outcome}`)}`
  if (one.reachedAt) return `${count}. ${t('participation.suggest.reached')}`
  if (!one.endsAt) return count
  const day = formatDay(lastDay(one.endsAt), lang)
  return `${count}. ${t(supportable(one, visit.now) ? 'participation.suggest.until' : 'participation.suggest.ended', { day })}`
}

/** On the page of a project: the suggestions that there should be participation. */
export function Suggestions({
  suggestions,
  project,
  visit,
}: {
  readonly suggestions: readonly Suggestion[]
  readonly project: Project
  readonly visit: Visit
}) {
  const { t } = visit
  if (suggestions.length === 0) return null
  return (
    <>
      <h3>{t('participation.suggest.list')}</h3>
      <ul class="alm-list">
        {suggestions.map((one) => (
          <li key={one.id}>
            <a class="alm-link" href={visit.to(projectRoutes.suggestion, { vorhaben: project.slug, nummer: String(one.number) })}>
              {t('participation.suggest.number', { number: one.number })}
            </a>
            : {supportLine(one, visit)}
          </li>
        ))}
      </ul>
    </>
  )
}

export interface SuggestForm {
  readonly body: string
  readonly author: string
  readonly faults: { readonly body?: string; readonly author?: string }
  readonly slow?: SlowDown | undefined
}

/** The form: why there should be participation. */
export function suggestView(visit: Visit, project: Project, settings: ProjectSettings, form: SuggestForm): View {
  const { t } = visit
  const title = t('participation.suggest.title')
  const error = (field: 'body' | 'author') =>
    form.faults[field] && t(`participation.suggest.fault.${field}.${form.faults[field]}`)
  const [bodyError, authorError] = [error('body'), error('author')]
  return {
    title: `${title}: ${project.title}`,
    robots: 'noindex, follow',
    area: 'participation',
    crumbs: projectCrumbs(visit, project, title),
    islands: form.slow ? puzzleIslands : [],
    body: (
      <>
        <ErrorSummary
          faults={[
            ...(bodyError ? [{ field: 'text', text: bodyError }] : []),
            ...(authorError ? [{ field: 'name', text: authorError }] : []),
          ]}
          t={t}
        />
        <Head
          pre={project.title}
          title={title}
          lead={t('participation.suggest.lead', { count: settings.threshold, months: String(settings.months) })}
          t={t}
        />
        <form
          class="alm-form"
          method="post"
          action={visit.to(projectRoutes.sendSuggestion, { vorhaben: project.slug })}
          noValidate
        >
          <TextArea
            id="text"
            name="text"
            label={t('participation.suggest.body')}
            help={t('participation.suggest.body.help')}
            value={form.body}
            rows={8}
            maxLength={2000}
            {...(bodyError ? { error: bodyError } : {})}
            t={t}
          />
          <TextField
            id="name"
            name="name"
            label={t('participation.field.author')}
            help={t('participation.field.author.help')}
            value={form.author}
            maxLength={80}
            autocomplete="name"
            optional
            {...(authorError ? { error: authorError } : {})}
            t={t}
          />
          <p class="alm-small">{t('participation.suggest.public')}</p>
          {form.slow && <Puzzle challenge={form.slow.challenge} until={form.slow.until} email={visit.site.contact.email} t={t} />}
          <Actions>
            <Button text={t('participation.suggest.send')} />
          </Actions>
        </form>
      </>
    ),
  }
}

/** No suggestion may come here (any more). */
export function notSuggestibleView(visit: Visit, project: Project, body = ''): View {
  const { t } = visit
  const title = t('participation.suggest.closed')
  return {
    title,
    robots: 'noindex',
    area: 'participation',
    crumbs: projectCrumbs(visit, project, title),
    body: (
      <>
        <Head pre={project.title} title={title} lead={t('participation.suggest.closed.lead')} t={t} />
        {body && (
          <Section title={t('participation.closed.yours')} id="text" note={t('participation.closed.yours.note')}>
            <Said text={body} />
          </Section>
        )}
        <LinkList
          links={[
            {
              href: visit.to(projectRoutes.project, { vorhaben: project.slug }),
              text: t('participation.project.back'),
            },
          ]}
        />
      </>
    ),
  }
}

export interface SupportForm {
  readonly email: string
  readonly fault?: 'missing' | 'invalid' | undefined
  readonly slow?: SlowDown | undefined
  /** The mail is on its way. */
  readonly sent?: boolean
  /** The time ended while somebody filled the form in. */
  readonly late?: boolean
}

/** A suggestion for everybody: what, who supports it until when, the town's answer, the form to support it. */
export function suggestionView(visit: Visit, project: Project, one: Suggestion, form: SupportForm): View {
  const { t, lang } = visit
  const title = t('participation.suggest.number', { number: one.number })
  const error = form.fault && t(`participation.follow.fault.${form.fault}`)
  const open = supportable(one, visit.now)
  return {
    title: `${title}: ${project.title}`,
    description: one.body.slice(0, 200),
    area: 'participation',
    crumbs: projectCrumbs(visit, project, title),
    islands: form.slow ? puzzleIslands : [],
    body: (
      <>
        {form.sent && (
          <Message kind="success" title={t('participation.follow.sent')} live t={t}>
            <p>{t('participation.suggest.sent.lead')}</p>
          </Message>
        )}
        {form.late && <Message kind="warning" title={t('participation.closed.title')} live t={t} />}
        <ErrorSummary faults={error ? [{ field: 'email', text: error }] : []} t={t} />
        <Head pre={project.title} title={title} t={t}>
          <p class="alm-meta">
            <Status kind={one.outcome ? 'ok' : one.reachedAt ? 'ok' : open ? 'run' : 'idle'}>{supportLine(one, visit)}</Status>
          </p>
        </Head>
        <Section
          title={t('participation.suggest.text')}
          id="text"
          note={[one.author, formatDay(dayOf(one.receivedAt), lang)].filter(Boolean).join(', ')}
        >
          <Said text={one.body} />
        </Section>
        {one.answer && one.answeredAt && (
          <Section title={t('participation.answer')} id="antwort" note={formatDay(dayOf(one.answeredAt), lang)}>
            <p>
              <strong>{t(`participation.suggest.outcome.${one.outcome}`)}</strong>
            </p>
            <Said text={one.answer} />
          </Section>
        )}
        {open && !form.sent && (
          <Section title={t('participation.suggest.support')} id="unterstuetzen" note={t('participation.suggest.support.note')}>
            <form
              class="alm-form"
              method="post"
              action={visit.to(projectRoutes.support, { vorhaben: project.slug, nummer: String(one.number) })}
              noValidate
            >
              <TextField
                id="email"
                name="email"
                type="email"
                autocomplete="email"
                label={t('participation.field.email')}
                help={t('participation.suggest.support.help')}
                value={form.email}
                {...(error ? { error } : {})}
                t={t}
              />
              {form.slow && (
                <Puzzle challenge={form.slow.challenge} until={form.slow.until} email={visit.site.contact.email} t={t} />
              )}
              <Actions>
                <Button text={t('participation.suggest.support.do')} />
              </Actions>
            </form>
          </Section>
        )}
        <LinkList
          links={[{ href: visit.to(projectRoutes.project, { vorhaben: project.slug }), text: t('participation.project.back') }]}
        />
      </>
    ),
  }
}

/** What its author sees behind the secret link. */
export function ownSuggestionView(
  visit: Visit,
  { suggestion: one, project }: { readonly suggestion: Suggestion; readonly project: Project },
  said: 'neu' | 'zurueckgezogen' | undefined,
): View {
  const { t } = visit
  const { token = '' } = visit.params
  const title = t(said === 'neu' ? 'participation.suggest.own.thanks' : 'participation.suggest.own')
  return {
    title,
    robots: 'noindex, nofollow',
    secret: true,
    area: 'participation',
    crumbs: projectCrumbs(visit, project, t('participation.suggest.own')),
    body: (
      <>
        {said === 'zurueckgezogen' && <Message kind="success" title={t('participation.suggest.own.withdrawn')} live t={t} />}
        <Head pre={project.title} title={title} t={t}>
          <p class="alm-meta">
            <Status kind={one.state === 'public' ? 'ok' : one.state === 'waiting' ? 'run' : 'idle'}>
              {t(`participation.state.${one.state}`)}
            </Status>
            {one.state === 'public' && <span>{supportLine(one, visit)}</span>}
            {one.state === 'waiting' && <span>{t('participation.own.waits')}</span>}
          </p>
          <Note kind="accent">
            <p>
              <strong>{t('participation.own.link')}</strong> {t('participation.suggest.own.link')}
            </p>
          </Note>
        </Head>
        {one.hiddenReason && (
          <Section title={t('participation.own.decisions')} id="entscheidung">
            <Said text={one.hiddenReason} />
            <p>
              {t('participation.suggest.own.object')}{' '}
              <a class="alm-link" href={`mailto:${visit.site.contact.email}`}>
                {visit.site.contact.email}
              </a>
            </p>
          </Section>
        )}
        {one.body && (
          <Section title={t('participation.own.text')} id="text">
            <Said text={one.body} />
          </Section>
        )}
        {(one.state === 'waiting' || one.state === 'public') && (
          <Section title={t('participation.own.withdraw')} id="zurueckziehen" note={t('participation.own.withdraw.note')}>
            <form method="post" action={visit.to(projectRoutes.changeOwnSuggestion, { token })}>
              <Actions>
                <Button kind="danger" text={t('participation.suggest.own.withdraw')} />
              </Actions>
            </form>
          </Section>
        )}
        <LinkList
          links={[{ href: visit.to(projectRoutes.project, { vorhaben: project.slug }), text: t('participation.project.back') }]}
        />
      </>
    ),
  }
}
