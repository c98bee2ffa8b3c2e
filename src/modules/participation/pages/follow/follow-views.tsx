import type { View, Visit } from '#platform/http'
import type { SlowDown } from '#platform/slow-down'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { ErrorSummary } from '#ui/components/error-summary/error-summary.tsx'
import { ChoiceField, TextField } from '#ui/components/form-field/form-field.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Message } from '#ui/components/message/message.tsx'
import { Puzzle, puzzleIslands } from '#ui/components/puzzle/puzzle.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Status } from '#ui/components/status/status.tsx'
import { wordOf } from '../../format-words.ts'
import { formatOf } from '../../known-formats.ts'
import type { Procedure } from '../../model/procedure.ts'
import type { Project } from '../../model/project.ts'
import { projectRoutes } from '../../project-routes.ts'
import { routes } from '../../routes.ts'
import type { Follow } from '../../store/follow-store.ts'

/** Rhythms of a procedure's digest, as addresses name them. */
export const digestRhythms = { taeglich: 'daily', woechentlich: 'weekly' } as const

/** What is followed, as its page names it. */
export interface FollowedProcedure {
  readonly procedure: Procedure
  /** Number and title, where it is one submission. */
  readonly submission?: { readonly id: string; readonly number: string; readonly title: string } | undefined
  readonly project?: undefined
}
export type Followed =
  | FollowedProcedure
  | { readonly project: Pick<Project, 'slug' | 'title'>; readonly submission?: undefined; readonly procedure?: undefined }

export interface FollowForm {
  readonly email: string
  readonly rhythm: string
  readonly fault?: 'missing' | 'invalid' | undefined
  readonly slow?: SlowDown | undefined
}

const backTo = (visit: Visit, followed: Followed) => {
  if (followed.project) {
    const { title, slug } = followed.project
    return { label: title, href: visit.to(projectRoutes.project, { vorhaben: slug }) }
  }
  const { procedure, submission } = followed
  return submission
    ? {
        label: `${submission.number}: ${submission.title}`,
        href: visit.to(routes.submission, { slug: procedure.slug, number: submission.number }),
      }
    : { label: procedure.title, href: visit.to(routes.procedure, { slug: procedure.slug }) }
}

/** What a procedure of this format tells its followers of. */
const newsOf = (format: string | null | undefined, lang: string) => wordOf(format ? formatOf(format) : undefined, 'news', lang)

const sendTo = (visit: Visit, followed: Followed) =>
  followed.project
    ? visit.to(projectRoutes.sendFollowProject, { vorhaben: followed.project.slug })
    : visit.to(routes.sendFollow, { slug: followed.procedure.slug })

const leadOf = (followed: Followed) =>
  followed.project
    ? 'participation.project.follow.lead'
    : followed.submission
      ? 'participation.follow.lead.submission'
      : 'participation.follow.lead.procedure'

/** The fields of the form, wherever it stands: address, and how often. */
export function FollowFields({
  visit,
  followed,
  form,
}: {
  readonly visit: Visit
  readonly followed: Followed
  readonly form: FollowForm
}) {
  const { t } = visit
  const { submission } = followed
  const error = form.fault ? t(`participation.follow.fault.${form.fault}`) : undefined
  return (
    <form class="alm-form" method="post" action={sendTo(visit, followed)} noValidate>
      <HiddenValues values={submission ? { beitrag: submission.number } : {}} />
      <TextField
        id="folgen-email"
        name="email"
        type="email"
        autocomplete="email"
        label={t('participation.follow.email')}
        help={t('participation.follow.email.help')}
        value={form.email}
        t={t}
        {...(error ? { error } : {})}
      />
      {!submission && (
        <ChoiceField
          id="rhythmus"
          name="rhythmus"
          label={t('participation.follow.rhythm')}
          values={[form.rhythm]}
          options={Object.keys(digestRhythms).map((value) => ({ value, label: t(`participation.follow.rhythm.${value}`) }))}
          t={t}
        />
      )}
      {form.slow && <Puzzle challenge={form.slow.challenge} until={form.slow.until} email={visit.site.contact.email} t={t} />}
      <Actions>
        <Button kind="secondary" text={t('participation.follow.send')} />
      </Actions>
    </form>
  )
}

/** "Auf dem Laufenden bleiben". */
export function followView(visit: Visit, followed: Followed, form: FollowForm): View {
  const { t } = visit
  const back = backTo(visit, followed)
  const title = t('participation.follow.title')
  return {
    title: `${title}: ${back.label}`,
    robots: 'noindex, follow',
    area: 'participation',
    crumbs: [{ label: t('participation.nav'), href: visit.to(routes.procedures) }, back, { label: title }],
    islands: form.slow ? puzzleIslands : [],
    body: (
      <>
        <Head
          pre={back.label}
          title={title}
          lead={t(leadOf(followed), { news: newsOf(followed.procedure?.format, visit.lang) })}
          t={t}
        />
        <ErrorSummary
          faults={form.fault ? [{ field: 'folgen-email', text: t(`participation.follow.fault.${form.fault}`) }] : []}
          t={t}
        />
        <FollowFields visit={visit} followed={followed} form={form} />
      </>
    ),
  }
}

/** After the form: the same for every address. */
export function followSentView(visit: Visit, followed: Followed): View {
  const { t } = visit
  const back = backTo(visit, followed)
  return {
    title: t('participation.follow.sent'),
    robots: 'noindex',
    area: 'participation',
    crumbs: [{ label: t('participation.nav'), href: visit.to(routes.procedures) }, back],
    body: (
      <>
        <Head title={t('participation.follow.sent')} lead={t('participation.follow.sent.lead')} t={t} />
        <LinkList links={[{ href: back.href, text: t('participation.follow.back', { label: back.label }) }]} />
      </>
    ),
  }
}

/** What stands behind the link in every mail: confirm, end. Looking does neither. */
export function followingView(visit: Visit, one: Follow, confirmed: boolean): View {
  const { t } = visit
  const token = visit.params.token ?? ''
  const open = one.confirmedAt === null
  const kind = one.comment
    ? 'comment'
    : one.author
      ? 'author'
      : one.submission
        ? 'submission'
        : one.project
          ? 'project'
          : 'procedure'
  return {
    title: t('participation.follow.manage'),
    robots: 'noindex, nofollow',
    secret: true,
    area: 'participation',
    crumbs: [{ label: t('participation.follow.manage') }],
    body: (
      <>
        {confirmed && <Message kind="success" title={t('participation.follow.said.confirmed')} live t={t} />}
        <Head
          pre={one.title}
          title={t(open ? 'participation.follow.confirm.title' : `participation.follow.kind.${kind}`)}
          lead={t(`participation.follow.what.${kind}`, { news: newsOf(one.format, visit.lang) })}
          t={t}
        >
          {open ? (
            <form method="post" action={visit.to(routes.confirmFollow, { token })}>
              <Actions>
                <Button text={t('participation.follow.confirm')} name="tat" value="bestaetigen" />
              </Actions>
            </form>
          ) : (
            <p>
              <Status kind="ok">{t(`participation.follow.active.${one.rhythm}`)}</Status>
            </p>
          )}
        </Head>
        <Section title={t('participation.follow.end')} id="beenden" note={t('participation.follow.end.note')}>
          <form method="post" action={visit.to(routes.endFollowNow, { token })}>
            <Button kind="danger" text={t(open ? 'participation.follow.end.open' : 'participation.follow.end.do')} />
          </form>
        </Section>
      </>
    ),
  }
}

/** The end: said the same way whether it was there a moment ago or long before. */
export function followEndedView(visit: Visit): View {
  const { t } = visit
  return {
    title: t('participation.follow.ended'),
    robots: 'noindex',
    secret: true,
    area: 'participation',
    crumbs: [{ label: t('participation.follow.manage') }],
    body: (
      <>
        <Head title={t('participation.follow.ended')} lead={t('participation.follow.ended.lead')} t={t} />
        <LinkList links={[{ href: visit.to(routes.procedures), text: t('participation.procedures.all') }]} />
      </>
    ),
  }
}
