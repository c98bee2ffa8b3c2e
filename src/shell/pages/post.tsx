import { formatMoment } from '#kernel/clock.ts'
import type { View, Visit } from '#platform/http'
import type { ShownMail } from '#platform/mail'
import { Empty } from '#ui/components/empty/empty.tsx'
import { Head } from '#ui/components/head/head.tsx'

const address = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/

/** A plain text whose addresses can be followed. */
const Said = ({ text }: { readonly text: string }) => (
  <pre class="shell-post-text">
    {text.split(address).map((part, index) =>
      index % 2 === 1 ? (
        <a key={part} class="alm-link" href={part}>
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </pre>
)

function Letter({ mail, visit }: { readonly mail: ShownMail; readonly visit: Visit }) {
  return (
    <article class="shell-post-letter" aria-labelledby={`post-${mail.id}`}>
      <h2 id={`post-${mail.id}`} class="alm-h3">
        {mail.subject}
      </h2>
      <p class="alm-small alm-muted">
        {visit.t('shell.post.to', { to: mail.to })} ·{' '}
        <time dateTime={mail.at.toISOString()}>{formatMoment(mail.at, visit.lang, 'text')}</time>
      </p>
      <Said text={mail.text} />
    </article>
  )
}

/** What the demonstration would have sent, newest first: it has no mail server, so links in mails are followed here. */
export function postView(visit: Visit, mails: readonly ShownMail[]): View {
  const { t } = visit
  const title = t('shell.post.title')
  return {
    title,
    robots: 'noindex',
    crumbs: [{ label: title }],
    body: (
      <>
        <Head title={title} lead={t('shell.post.lead')} t={t} />
        {mails.length === 0 && <Empty level="h2" title={t('shell.post.empty')} reason={t('shell.post.empty.reason')} />}
        {mails.map((mail) => (
          <Letter key={mail.id} mail={mail} visit={visit} />
        ))}
      </>
    ),
  }
}
