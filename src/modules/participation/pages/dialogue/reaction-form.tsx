import type { Visit } from '#platform/http'
import { HiddenValues } from '#ui/components/hidden-values/hidden-values.tsx'
import type { Dialogue } from '../../model/comment.ts'
import { numberOf, type Procedure } from '../../model/procedure.ts'
import type { Submission } from '../../model/submission.ts'
import { routes } from '../../routes.ts'
import type { ReactionValue } from '../../store/reaction-store.ts'

/** What a page knows of how its visitor may react. */
export interface Rating {
  readonly dialogue: Dialogue
  /** Whether the timetable allows it now. */
  readonly open: boolean
  readonly own: ReadonlyMap<string, ReactionValue>
  /** The query of the list one comes from; undefined on the page of the submission. */
  readonly back?: string | undefined
}

const words: readonly { readonly value: ReactionValue; readonly name: 'agree' | 'neutral' | 'disagree' }[] = [
  { value: 1, name: 'agree' },
  { value: 0, name: 'neutral' },
  { value: -1, name: 'disagree' },
]

/** Buttons to agree, or to agree, be undecided and disagree; the own choice is pressed, and pressing it again takes it back. */
export function ReactionForm({
  one,
  procedure,
  rating,
  visit,
}: {
  readonly one: Submission
  readonly procedure: Pick<Procedure, 'slug' | 'prefix'>
  readonly rating: Rating
  readonly visit: Visit
}) {
  const { t } = visit
  if (!rating.open) return null
  const number = numberOf(procedure.prefix, one.number)
  const own = rating.own.get(one.id)
  const wordOf = (name: string) => t((name === 'agree' && rating.dialogue.agree) || `participation.react.${name}`)
  const offered = rating.dialogue.rating === 'three' ? words : words.slice(0, 1)
  return (
    <form
      class="participation-react"
      method="post"
      action={visit.to(routes.react, { slug: procedure.slug, number })}
      aria-label={t('participation.react.label', { title: one.title })}
    >
      {rating.back !== undefined && <HiddenValues values={{ zurueck: rating.back, liste: '1' }} />}
      {offered.map(({ value, name }) => (
        <button
          key={name}
          type="submit"
          name="wert"
          value={own === value ? 'zurueck' : String(value)}
          aria-pressed={own === value ? 'true' : 'false'}
          aria-label={`${wordOf(name)}: ${one.title}`}
        >
          {wordOf(name)}
          {rating.dialogue.rating === 'three' && <span> {one[name]}</span>}
        </button>
      ))}
      {own !== undefined && <span class="alm-small alm-muted">{t(`participation.react.own.${own}`)}</span>}
    </form>
  )
}
