export type { Mail, MailAddress, MailDraft, MailFault, MailMessage, MailText, ShownMail } from './port.ts'
