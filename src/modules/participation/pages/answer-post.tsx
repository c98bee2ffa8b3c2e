import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { Said } from '#ui/components/said/said.tsx'
import type { AnswerRow } from '../store/answer-store.ts'

/** An answer of the office: what it comes to, why, who gave it and when. */
export function AnswerPost({ post, visit }: { readonly post: AnswerRow; readonly visit: Visit }) {
  const { t, lang } = visit
  return (
    <article class="participation-post">
      {post.outcome && (
        <p>
          <strong>{t(`participation.outcome.${post.outcome}`)}</strong>
          {post.reason && ` ${t(`participation.reason.${post.reason}`)}`}
        </p>
      )}
      <Said text={post.body} />
      <p class="alm-meta">
        <span>{post.office ?? visit.site.name}</span>
        <span>{formatDay(dayOf(post.at), lang)}</span>
      </p>
    </article>
  )
}
