import type { ComponentChildren } from 'preact'
import { withoutUmlauts } from '#kernel/slug.ts'

/** What stands between the tags of a component. */
export type Children = ComponentChildren

/** One place one can go to. `hint` is read after the text, for what the text alone does not say. */
export interface Link {
  readonly href: string
  readonly text: string
  /** This is where the reader is. */
  readonly current?: boolean | undefined
  /** Language of the text and of the page behind it, if it differs. */
  readonly lang?: string | undefined
}

/** Text in which words are marked: pieces in order; `{ mark }` is a found word. */
export type Marked = string | readonly (string | { readonly mark: string })[]

/** Values a form hands on unseen: `{ q: 'Baum', theme: ['a', 'b'] }`. */
export type Hidden = Readonly<Record<string, string | readonly string[] | undefined>>

/** An id that is safe in HTML and in an address, made of a heading: `Stand und Qualität` -> `stand-und-qualitaet`. */
export function anchor(text: string): string {
  const plain = withoutUmlauts(text)
  return (
    plain
      .normalize('NFKD')
      .replace(/[^\w]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'x'
  )
}
