import type { Translate } from '#kernel/locale.ts'
import type { Html } from './jsx/html.ts'

/** One state of a component, shown with its name. `wide` states take the whole line. */
export interface ExampleState {
  readonly name: string
  readonly show: Html
  readonly wide?: boolean | undefined
}

/** What a folder of components shows on the component page. */
export interface ExampleSet {
  readonly title: string
  readonly note?: string | undefined
  readonly states: readonly ExampleState[]
}

/** Every `<name>.examples.tsx` exports `examples`. */
export type Examples = (t: Translate, asset: (name: string) => string) => ExampleSet
