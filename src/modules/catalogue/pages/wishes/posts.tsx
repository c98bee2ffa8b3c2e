import { dayOf } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { Visit } from '#platform/http'
import { Said } from '#ui/components/said/said.tsx'
import { routes } from '../../routes.ts'
import type { RequestPost } from '../../store/request-rows.ts'
import { safeHref } from '../dataset/safe-address.ts'

/** An answer of the administration: what it comes to, its reason, where it leads, who gave it and when. */
export function AnswerPost({ post, visit }: { readonly post: RequestPost; readonly visit: Visit }) {
  const { t, lang } = visit
  const owner = post.dataset ? visit.sites.byId(post.dataset.tenant) : undefined
  const href = safeHref(post.href ?? undefined)
  return (
    <article class="catalogue-post">
      <p>
        <strong>
          {post.outcome &&
            t(`catalogue.request.answer.${post.outcome}`, {
              date: post.plannedUntil ? formatDay(post.plannedUntil, lang) : '',
              law: post.law ?? '',
            })}
        </strong>
      </p>
      {post.body && <Said text={post.body} />}
      {post.dataset && owner && (
        <p>
          <a class="alm-link" href={visit.toSite(owner, routes.dataset, { slug: post.dataset.slug })}>
            {post.dataset.title}
          </a>
        </p>
      )}
      {href && (
        <p>
          <a class="alm-link catalogue-address" href={href} rel="nofollow">
            {href}
          </a>
        </p>
      )}
      <p class="alm-meta">
        <span>{post.office ?? visit.site.name}</span>
        <span>{formatDay(dayOf(post.at), lang)}</span>
      </p>
    </article>
  )
}

/** A question of the administration or a reply of the author; only those two read it. */
export const TalkPost = ({ post, visit }: { readonly post: RequestPost; readonly visit: Visit }) => (
  <article class="catalogue-post">
    <p>
      <strong>{visit.t(`catalogue.request.post.${post.kind}`)}</strong>
    </p>
    <Said text={post.body} />
    <p class="alm-meta">
      <span>{formatDay(dayOf(post.at), visit.lang)}</span>
    </p>
  </article>
)
