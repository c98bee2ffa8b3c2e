import { anchor, type Children } from '../../vocabulary.ts'

export interface SectionProps {
  readonly title: string
  /** Address on the page; made of the title when it is left out. */
  readonly id?: string | undefined
  /** Stands under the name, in the rail. */
  readonly note?: Children | undefined
  readonly children: Children
}

/** A field: hairline, boundary stone, its name in the rail, its content beside it. */
export function Section({ title, id = anchor(title), note, children }: SectionProps) {
  return (
    <section class="alm-section" id={id} aria-labelledby={`${id}-titel`}>
      <header>
        <h2 id={`${id}-titel`}>{title}</h2>
        {typeof note === 'string' ? <p>{note}</p> : note}
      </header>
      <div class="alm-section__body">{children}</div>
    </section>
  )
}
