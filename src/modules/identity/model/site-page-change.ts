/** What a page says, as far as versions are compared. */
export interface PageState {
  readonly title: string
  readonly slug: string
  readonly lang: string
  readonly content: string
  readonly place: string
  readonly published: boolean
}

/** One field that differs between two states of a page. */
export interface PageChange {
  readonly field: keyof PageState
  readonly before: PageState[keyof PageState]
  readonly after: PageState[keyof PageState]
}

const fields = ['title', 'slug', 'lang', 'content', 'place', 'published'] as const

/** What is not the same in two states of a page, in the order of its form. */
export const pageChanges = (before: PageState, after: PageState): PageChange[] =>
  fields.flatMap((field) => (before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }]))
