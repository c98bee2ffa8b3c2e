import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { Said } from '#ui/components/said/said.tsx'
import type { AnswerRow } from '../store/answer-store.ts'

/** A question of the office or a reply of the author; only those two read it. */
export const TalkPost = ({ post, visit }: { readonly post: AnswerRow; readonly visit: Visit }) => (
  <article class="participation-post">
    <p>
      <strong>{visit.t(`participation.talk.${post.kind}`)}</strong>
    </p>
    <Said text={post.body} />
    <p class="alm-meta">
      <span>{formatDay(dayOf(post.at), visit.lang)}</span>
    </p>
  </article>
)
