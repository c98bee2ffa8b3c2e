import type { Visit } from '#platform/http'
import { LinkList } from '#ui/components/link-list/link-list.tsx'
import { Section } from '#ui/components/section/section.tsx'
import type { Format } from '../../format.ts'
import { wordOf } from '../../format-words.ts'
import type { Procedure } from '../../model/procedure.ts'
import { routes } from '../../routes.ts'
import { FollowFields } from './follow-views.tsx'

/** On the page of a procedure: "Auf dem Laufenden bleiben", and what moderation did. */
export function StayInformed({
  procedure,
  format,
  visit,
}: {
  readonly procedure: Procedure
  readonly format: Format
  readonly visit: Visit
}) {
  const { t, lang } = visit
  return (
    <Section
      title={t('participation.follow.title')}
      id="auf-dem-laufenden"
      note={t('participation.follow.lead.procedure', { news: wordOf(format, 'news', lang) })}
    >
      <FollowFields visit={visit} followed={{ procedure }} form={{ email: '', rhythm: 'taeglich' }} />
      <LinkList
        links={[
          { href: visit.to(routes.protocol, { slug: procedure.slug }), text: t('participation.protocol.link') },
          { href: visit.to(routes.rules), text: t('participation.rules.title') },
        ]}
      />
    </Section>
  )
}

/** Under a submission: follow it, report it. */
export function SubmissionWays({
  procedure,
  number,
  visit,
}: {
  readonly procedure: Procedure
  readonly number: string
  readonly visit: Visit
}) {
  const { t } = visit
  return (
    <Section title={t('participation.ways')} id="weiteres">
      <LinkList
        links={[
          {
            href: visit.to(routes.follow, { slug: procedure.slug }, { beitrag: number }),
            text: t('participation.follow.submission'),
          },
          {
            href: visit.to(routes.notify, {}, { was: number, verfahren: procedure.slug }),
            text: t('participation.notice.submission'),
          },
        ]}
      />
    </Section>
  )
}
