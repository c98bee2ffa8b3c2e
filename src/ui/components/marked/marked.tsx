import type { Marked } from '../../vocabulary.ts'

/** Text with its found words marked. */
export const MarkedText = ({ text }: { readonly text: Marked }) => (
  <>
    {typeof text === 'string'
      ? text
      : text.map((piece, i) => (typeof piece === 'string' ? piece : <mark key={`${i}`}>{piece.mark}</mark>))}
  </>
)
