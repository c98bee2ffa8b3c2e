import type { Messages } from '#kernel/locale.ts'

/** What mails say of a text. */
export const letterGerman: Messages = {
  'participation.text.news': 'Im Verfahren „{title}“ gibt es Fassung {version} des Textes.',
  'participation.text.news.noted': 'Im Verfahren „{title}“ gibt es Fassung {version} des Textes. Neu ist: {note}',
}
