import type { Translate } from '#kernel/locale.ts'
import { Changed } from './diff.tsx'
import { wordDiff } from './words.ts'

/** One text with what was taken out and what was put in, word by word, in reading order. Line breaks stay. */
export const InlineDiff = ({
  before,
  after,
  lang,
  t,
}: {
  readonly before: string
  readonly after: string
  /** Language of the text if it is not that of the page. */
  readonly lang?: string | undefined
  readonly t: Translate
}) => (
  <p class="alm-change" lang={lang}>
    {wordDiff(before, after).map((piece, i, all) => {
      if (piece.kind === 'same') return piece.text
      // Where the last word of a text is replaced, no space stands between old and new.
      const tight = piece.kind === 'ins' && /\S$/.test(all[i - 1]?.text ?? ' ') && /^\S/.test(piece.text)
      return (
        <>
          {tight && ' '}
          <Changed text={piece.text} mark={piece.kind} t={t} />
        </>
      )
    })}
  </p>
)
