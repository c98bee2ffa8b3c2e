import { safeMarkdown } from '#identity'
import { formatDay } from '#kernel/day.ts'
import type { View, Visit } from '#platform/http'
import { Actions, Button } from '#ui/components/button/button.tsx'
import { Copy } from '#ui/components/copy/copy.tsx'
import { Disclosure } from '#ui/components/disclosure/disclosure.tsx'
import { Head } from '#ui/components/head/head.tsx'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import { Timeline } from '#ui/components/timeline/timeline.tsx'
import type { FormatSection } from '../../format.ts'
import { wordOf, wordsOf } from '../../format-words.ts'
import { type Phase, type Procedure, phaseFor, standOf } from '../../model/procedure.ts'
import { paperRoutes } from '../../paper-routes.ts'
import { projectRoutes } from '../../project-routes.ts'
import { routes } from '../../routes.ts'
import type { ShownProcedure } from '../../use-cases/open-procedure.ts'
import { embedSnippet } from '../dialogue/embedded.tsx'
import { takeAlong } from '../dialogue/take-along-links.tsx'
import { StayInformed } from '../follow/ways.tsx'
import { WeightSection } from '../proof/weight.tsx'
import { levelFor } from '../proof/who.ts'
import { lastDay, stepsOf, timeLeft } from '../words.ts'

/** What is decided, and what is open: two lists beside each other. */
function Subject({ procedure, visit }: { readonly procedure: Procedure; readonly visit: Visit }) {
  const { t } = visit
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0 && (
      <div>
        <h3>{title}</h3>
        <ul class="alm-list">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
    )
  return (
    <>
      {procedure.about && <div class="identity-text" dangerouslySetInnerHTML={{ __html: safeMarkdown(procedure.about) }} />}
      <div class="alm-cols alm-cols--2">
        {list(t('participation.fixed'), procedure.fixed)}
        {list(t('participation.open'), procedure.open)}
      </div>
      {procedure.basis.length > 0 && (
        <p class="alm-small">
          {t('participation.basis')}{' '}
          {procedure.basis.map((one, i) => (
            <>
              {i > 0 && ', '}
              <a class="alm-link" href={one.href}>
                {one.label}
              </a>
            </>
          ))}
        </p>
      )}
    </>
  )
}

/** What becomes of what one hands in, with the days this procedure promises. */
function whatHappens(procedure: Procedure, visit: Visit): { title: string; text: string }[] {
  const { t, lang } = visit
  const step = (name: string, params: Record<string, string> = {}) => ({
    title: t(`participation.after.${name}`, params),
    text: t(`participation.after.${name}.text`, { office: procedure.office, ...params }),
  })
  return [
    step('number'),
    step(procedure.moderation === 'before' ? 'look-first' : 'look'),
    procedure.answerBy ? step('answer-by', { date: formatDay(procedure.answerBy, lang) }) : step('answer'),
    step('outcome'),
  ]
}

function Contact({ procedure }: { readonly procedure: Procedure }) {
  const { name, phone, email } = procedure.contact
  return (
    <p>
      {name && (
        <>
          <strong>{name}</strong>
          <br />
        </>
      )}
      {procedure.office}
      {phone && (
        <>
          <br />
          <a class="alm-link" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
            {phone}
          </a>
        </>
      )}
      {email && (
        <>
          <br />
          <a class="alm-link" href={`mailto:${email}`}>
            {email}
          </a>
        </>
      )}
    </p>
  )
}

/** Whether what can be done now wants an account of some kind. */
const needsAccount = (procedure: Procedure, phases: readonly Phase[], { now }: Visit) =>
  (['submit', 'vote'] as const).some(
    (one) => phaseFor(phases, one, now) && ['account', 'bundid'].includes(levelFor(procedure, one)),
  )

function headLine(running: Phase | undefined, opened: ShownProcedure, visit: Visit) {
  const { t } = visit
  const { procedure, phases, format } = opened
  const action = format.action?.(opened, visit.now)
  return (
    <>
      {(action || procedure.submissions > 0) && (
        <Actions>
          {action && <Button text={t(action.label)} href={visit.to(action.route, { slug: procedure.slug })} />}
          {procedure.submissions > 0 && (
            <a class="alm-link" href={visit.to(format.list ?? routes.submissions, { slug: procedure.slug })}>
              {t('participation.read-all', {
                count: procedure.submissions,
                ...wordsOf(format, visit.lang),
              })}
            </a>
          )}
        </Actions>
      )}
      <p class="alm-meta">
        {running?.endsAt && (
          <span>
            <strong>{timeLeft(running.endsAt, visit)}</strong>
          </span>
        )}
        {action && !needsAccount(procedure, phases, visit) && <span>{t('participation.no-account')}</span>}
      </p>
    </>
  )
}

/** The page of a procedure: question, timetable, what is open, what others said, what becomes of it, whom to ask. */
export function procedureView(
  visit: Visit,
  opened: ShownProcedure,
  sections: readonly FormatSection[],
  project?: { readonly slug: string; readonly title: string },
): View {
  const { t, lang, site } = visit
  const { procedure, phases } = opened
  const running = phases.find((one) => standOf(one, visit.now) === 'current')
  return {
    title: procedure.title,
    description: procedure.lead,
    area: 'participation',
    // The map of a format, and the button that copies the line to embed.
    islands: ['map', 'copy'],
    alternates: takeAlong(visit, opened),
    crumbs: [{ label: t('participation.nav'), href: visit.to(routes.procedures) }, { label: procedure.title }],
    body: (
      <>
        <Head pre={t('participation.procedure.pre', { name: site.name })} title={procedure.title} lead={procedure.lead} t={t}>
          {headLine(running, opened, visit)}
          {project && (
            <p>
              {t('participation.project.of')}{' '}
              <a class="alm-link" href={visit.to(projectRoutes.project, { vorhaben: project.slug })}>
                {project.title}
              </a>
            </p>
          )}
        </Head>
        {phases.length > 0 && (
          <Section title={t('participation.timetable')} id="ablauf">
            <Timeline steps={stepsOf(phases, visit)} wide t={t} />
          </Section>
        )}
        <Section title={t('participation.subject')} id="worum-es-geht" {...(procedure.place ? { note: procedure.place } : {})}>
          <Subject procedure={procedure} visit={visit} />
        </Section>
        {sections.map((one) => (
          <Section key={one.id} title={one.title} id={one.id} {...(one.note ? { note: one.note } : {})}>
            {one.body}
          </Section>
        ))}
        <WeightSection opened={opened} visit={visit} />
        <Section title={wordOf(opened.format, 'after', lang)} id="danach">
          <ol class="alm-line">
            {(opened.format.after?.(opened, visit) ?? whatHappens(procedure, visit)).map((step) => (
              <li key={step.title}>
                <b>{step.title}</b> {step.text}
              </li>
            ))}
          </ol>
        </Section>
        <StayInformed procedure={procedure} format={opened.format} visit={visit} />
        <Section title={t('participation.take.title')} id="mitnehmen">
          <LinkList links={takeAlong(visit, opened).map(({ href, title: text = '' }) => ({ href, text }))} />
          <Disclosure title={t('participation.embed.title')}>
            <p>{t('participation.embed.text')}</p>
            <Copy label={t('participation.embed.label')} text={embedSnippet(visit, procedure.slug, procedure.title)} t={t} />
          </Disclosure>
        </Section>
        <Section title={t('participation.contact')} id="kontakt">
          <Contact procedure={procedure} />
          {(opened.format.asked || opened.format.paper?.(visit, opened, opened.settings)) &&
            phaseFor(phases, 'submit', visit.now) && (
              <p>
                <a class="alm-link" href={visit.to(paperRoutes.paper, { slug: procedure.slug })}>
                  {t('participation.paper.link')}
                </a>
              </p>
            )}
          {procedure.publishedAt && (
            <p class="alm-small alm-muted">
              {t('participation.published', { date: formatDay(lastDay(new Date(procedure.publishedAt.getTime() + 1)), lang) })}
            </p>
          )}
        </Section>
      </>
    ),
  }
}

/** What stands at the address of a procedure that was taken back. */
export function withdrawnView(visit: Visit, procedure: Procedure): View {
  const { t } = visit
  return {
    title: procedure.title,
    robots: 'noindex',
    area: 'participation',
    crumbs: [{ label: t('participation.nav'), href: visit.to(routes.procedures) }, { label: procedure.title }],
    body: (
      <Head pre={t('participation.withdrawn.pre')} title={procedure.title} lead={procedure.withdrawnReason ?? ''} t={t}>
        <LinkList links={[{ href: visit.to(routes.procedures), text: t('participation.procedures.all') }]} />
      </Head>
    ),
  }
}
