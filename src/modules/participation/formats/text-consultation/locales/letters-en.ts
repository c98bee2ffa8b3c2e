import type { Messages } from '#kernel/locale.ts'

/** What mails say of a text. */
export const letterEnglish: Messages = {
  'participation.text.news': 'There is version {version} of the text in “{title}”.',
  'participation.text.news.noted': 'There is version {version} of the text in “{title}”. What is new: {note}',
}
