import type { Messages } from '#kernel/locale.ts'

export const en: Messages = {
  'platform.mail.why': 'Why you get this e-mail: {why}',
  'platform.mail.sender': 'The computer of {organisation} sent this e-mail. {email} answers questions.',
}
