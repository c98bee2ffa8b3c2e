import type { Translate } from '#kernel/locale.ts'
import { type Piece, wordDiff } from './words.ts'

export interface DiffField {
  /** Name of the field in the form that chooses; unique in the diff. */
  readonly name: string
  readonly label: string
  /** Lists come joined: "Spielplatz, Kinder". */
  readonly before: string
  readonly after: string
  /** What is chosen already. */
  readonly chosen?: 'mine' | 'theirs' | undefined
}

export interface DiffProps {
  readonly fields: readonly DiffField[]
  /** Heads of the two sides; "vorher" and "nachher" when they are left out. Who and when belongs here. */
  readonly before?: string | undefined
  readonly after?: string | undefined
  /**
   * Asks for each field which version holds; the surrounding form receives `<prefix><name>=mine|theirs`. "Mine" is the side `before`.
   */
  readonly choose?: { readonly prefix: string } | undefined
  /** Level of the headings of the fields. */
  readonly level?: 2 | 3 | undefined
  readonly t: Translate
}

/** What only this side has, with the word for it; the space behind it stays unmarked. */
export const Changed = ({
  text,
  mark: Mark,
  t,
}: {
  readonly text: string
  readonly mark: 'del' | 'ins'
  readonly t: Translate
}) => {
  const words = text.trimEnd() || text
  return (
    <>
      <Mark>
        <span class="kern-sr-only">{t(Mark === 'del' ? 'ui.diff.removed' : 'ui.diff.added')} </span>
        {words}
      </Mark>
      {text.slice(words.length)}
    </>
  )
}

/** As many equal words stay beside a change; in between, long runs are left out. */
const around = 12

/** What both sides have: of a long run only what stands beside a change. */
const Same = ({
  text,
  first,
  last,
  t,
}: {
  readonly text: string
  readonly first: boolean
  readonly last: boolean
  readonly t: Translate
}) => {
  const words = text.match(/\s*\S+\s*/g) ?? []
  const head = first && !last ? 0 : around
  const tail = last ? 0 : around
  const skipped = words.length - head - tail
  if (skipped <= 2 * around) return text
  return (
    <>
      {words.slice(0, head).join('')}
      <span class="alm-muted">[{t('ui.diff.skipped', { count: skipped })}]</span> {words.slice(words.length - tail).join('')}
    </>
  )
}

/** One side: what the other side does not have is marked, and said as a word for those who do not see the mark. */
const Side = ({
  pieces,
  mark,
  t,
}: {
  readonly pieces: readonly Piece[]
  readonly mark: 'del' | 'ins'
  readonly t: Translate
}) => {
  const shown = pieces.filter((piece) => piece.kind === 'same' || piece.kind === mark)
  if (shown.length === 0) return <i class="alm-muted">{t('ui.diff.empty')}</i>
  return (
    <>
      {shown.map((piece, i) => {
        if (piece.kind === 'same')
          return <Same key={`${i}`} text={piece.text} first={piece === pieces[0]} last={piece === pieces.at(-1)} t={t} />
        return <Changed key={`${i}`} text={piece.text} mark={mark} t={t} />
      })}
    </>
  )
}

const Choice = ({ field, prefix, t }: { readonly field: DiffField; readonly prefix: string; readonly t: Translate }) => (
  <fieldset class="alm-diff__choice">
    <legend class="kern-sr-only">{t('ui.diff.choose', { name: field.label })}</legend>
    {(['mine', 'theirs'] as const).map((side) => (
      <div key={side} class="alm-check">
        <input
          type="radio"
          id={`${prefix}${field.name}-${side}`}
          name={`${prefix}${field.name}`}
          value={side}
          checked={field.chosen === side}
          required
        />
        <label for={`${prefix}${field.name}-${side}`}>{t(`ui.diff.${side}`)}</label>
      </div>
    ))}
  </fieldset>
)

/** Two versions beside each other, field by field; one below the other on the phone. */
export function Diff({ fields, before, after, choose, level = 3, t }: DiffProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div class="alm-diff">
      {fields.map((field) => {
        const pieces = wordDiff(field.before, field.after)
        const changed = pieces.some((piece) => piece.kind !== 'same')
        return (
          <section key={field.name} class="alm-diff__field">
            <Heading>
              {field.label}
              {!changed && <span class="alm-diff__same"> {t('ui.diff.same')}</span>}
            </Heading>
            <div class="alm-diff__sides">
              <div>
                <p class="alm-diff__side">{before ?? t('ui.diff.before')}</p>
                <p class="alm-diff__text">
                  <Side pieces={pieces} mark="del" t={t} />
                </p>
              </div>
              <div>
                <p class="alm-diff__side">{after ?? t('ui.diff.after')}</p>
                <p class="alm-diff__text">
                  <Side pieces={pieces} mark="ins" t={t} />
                </p>
              </div>
            </div>
            {choose && changed && <Choice field={field} prefix={choose.prefix} t={t} />}
          </section>
        )
      })}
    </div>
  )
}
