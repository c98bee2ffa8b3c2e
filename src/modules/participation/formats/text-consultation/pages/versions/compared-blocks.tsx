import type { Visit } from '#platform/http'
import { InlineDiff } from '#ui/components/diff/inline-diff.tsx'
import { Said } from '#ui/components/said/said.tsx'
import { Status, type StatusKind } from '#ui/components/status/status.tsx'
import type { Children } from '#ui/vocabulary.ts'
import type { ComparedBlock } from '../../model/compare.ts'

const shapes: Readonly<Record<ComparedBlock['change'], StatusKind>> = {
  same: 'idle',
  changed: 'run',
  new: 'ok',
  dropped: 'bad',
}

/** Paragraphs of two versions, each with what became of it; headings that stayed stand between them. */
export function ComparedBlocks({
  blocks,
  link,
  visit,
}: {
  readonly blocks: readonly ComparedBlock[]
  /** What stands at the number of a paragraph that is there. */
  readonly link: (key: string) => Children
  readonly visit: Visit
}) {
  const { t } = visit
  const lang = visit.lang === 'de' ? undefined : 'de'
  return (
    <>
      {blocks.map((one) => {
        if (one.kind === 'heading' && one.change === 'same')
          return (
            <h3 key={one.key} class="participation-text__heading">
              {one.after}
            </h3>
          )
        return (
          <div key={one.key} class="participation-text__row" id={`absatz-${one.key}`}>
            <p class="participation-text__mark">
              {one.kind === 'heading' ? '' : one.change === 'dropped' ? one.key : link(one.key)}
            </p>
            <div class="participation-text__words">
              {one.change === 'same' ? (
                <Said text={one.after} lang={lang} />
              ) : (
                <InlineDiff before={one.before} after={one.after} lang={lang} t={t} />
              )}
            </div>
            <div class="participation-text__beside">
              {one.change !== 'same' && (
                <p>
                  <Status kind={shapes[one.change]}>
                    {t(`participation.text.change.${one.kind === 'heading' ? 'heading-' : ''}${one.change}`)}
                  </Status>
                </p>
              )}
            </div>
          </div>
        )
      })}
    </>
  )
}
