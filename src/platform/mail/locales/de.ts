import type { Messages } from '#kernel/locale.ts'

export const de: Messages = {
  'platform.mail.why': 'Warum Sie diese E-Mail bekommen: {why}',
  'platform.mail.sender': 'Diese E-Mail hat der Computer von {organisation} verschickt. Fragen beantwortet {email}.',
}
