import type { Translate } from '#kernel/locale.ts'
import type { Children } from '../../vocabulary.ts'
import { Button } from '../button/button.tsx'

/** What a page with a ballot names in its `islands`. */
export const ballotIslands = ['ballot'] as const

export interface BallotLine {
  readonly key: string
  readonly title: string
  /** What it is and where, in a sentence or two. */
  readonly note: string
  /** As people read it: "18.000 €". */
  readonly cost: string
  /** In the smallest unit. */
  readonly amount: number
  /** Ticked, or the number in the field. */
  readonly value?: string | undefined
  readonly error?: string | undefined
}

export interface BallotProps {
  readonly lines: readonly BallotLine[]
  /** Boxes to tick, or fields for points or places. */
  readonly fill: 'tick' | 'number'
  /** What the number in a field is: "Punkte". */
  readonly numberLabel?: string | undefined
  readonly highest?: number | undefined
  /** What a ballot may cost together, in the smallest unit; none where costs do not count. */
  readonly limit?: number | undefined
  /** Without a script: what the column on the right says. */
  readonly sum: { readonly title: string; readonly note: string }
  /** The name of the whole list. */
  readonly label: string
  /** Sentences for the island: `left` "Noch {amount}", `over` "{amount} zu viel", `short` "Passt nicht mehr: es fehlen {amount}.", `chosen` "{count} gewählt, {amount}". */
  readonly says: Readonly<Record<'left' | 'over' | 'short' | 'chosen', string>>
  readonly button: string
  readonly children?: Children
  readonly t: Translate
}

const fieldId = (key: string) => `wahl-${key}`

function Line({ one, props }: { readonly one: BallotLine; readonly props: BallotProps }) {
  const id = fieldId(one.key)
  const more = (
    <span class="alm-ballot__more" id={`${id}-mehr`}>
      {one.note}
      {one.error && <strong class="alm-ballot__over">{one.error}</strong>}
    </span>
  )
  if (props.fill === 'tick')
    return (
      <label class="alm-ballot__one" for={id}>
        <input type="checkbox" id={id} name="v" value={one.key} checked={one.value !== undefined} data-amount={one.amount} />
        <strong>{one.title}</strong>
        <span class="alm-ballot__cost">{one.cost}</span>
        {more}
      </label>
    )
  return (
    <div class="alm-ballot__one alm-ballot__one--number">
      <input
        type="number"
        inputmode="numeric"
        min={0}
        max={props.highest}
        id={id}
        name={`p-${one.key}`}
        value={one.value ?? ''}
        aria-describedby={`${id}-mehr`}
      />
      <label for={id}>
        <strong>{one.title}</strong>
        <span class="kern-sr-only">, {props.numberLabel}</span>
      </label>
      <span class="alm-ballot__cost">{one.cost}</span>
      {more}
    </div>
  )
}

/** A ballot: what stands for election with its cost, and beside it what is left. Stands in a form; children are handed on with it. */
export const Ballot = (props: BallotProps) => (
  <div class="alm-ballot-wrap" data-ballot={props.limit ?? 0} data-lang={props.t.lang} data-says={JSON.stringify(props.says)}>
    <ul class="alm-ballot" aria-label={props.label}>
      {props.lines.map((one) => (
        <li key={one.key}>
          <Line one={one} props={props} />
        </li>
      ))}
    </ul>
    <div class="alm-ballot__sum">
      <p role="status" data-left>
        <strong>{props.sum.title}</strong>
      </p>
      <p class="alm-small" data-chosen>
        {props.sum.note}
      </p>
      {props.children}
      <Button text={props.button} name="schritt" value="pruefen" />
    </div>
  </div>
)
