import type { Visit } from '#platform/http'
import type { Children } from '#ui/vocabulary.ts'

/** A row of a list beside a map: its number on the map stands before it. Without `pin` there is no map; null: it has no point, but others beside it have. */
export function PinnedRow({
  id,
  pin,
  content,
  visit,
}: {
  readonly id: string
  readonly pin: number | null | undefined
  readonly content: Children
  readonly visit: Visit
}) {
  if (pin === undefined)
    return (
      <li id={id} class="participation-row">
        {content}
      </li>
    )
  return (
    <li id={id} class="participation-row participation-row--pin">
      {pin === null ? (
        <span />
      ) : (
        <span class="participation-pin">
          <span class="kern-sr-only">{visit.t('participation.map.pin')} </span>
          {pin}
        </span>
      )}
      <div>{content}</div>
    </li>
  )
}
