import { anchor, type Children, type Link } from '../../vocabulary.ts'

export interface BlockProps {
  readonly title: string
  /** Address on the page; made of the title when it is left out. */
  readonly id?: string | undefined
  /** Where the whole list is, or its CSV: stands right of the title. */
  readonly link?: Link | undefined
  readonly children: Children
}

/** A section of an internal page: hairline, boundary stone, title, one way on. Its content takes the full width. */
export const Block = ({ title, id = anchor(title), link, children }: BlockProps) => (
  <section class="alm-block" id={id} aria-labelledby={`${id}-titel`}>
    <div class="alm-block__head">
      <h2 id={`${id}-titel`}>{title}</h2>
      {link && (
        <a class="alm-link" href={link.href}>
          {link.text}
        </a>
      )}
    </div>
    {children}
  </section>
)
