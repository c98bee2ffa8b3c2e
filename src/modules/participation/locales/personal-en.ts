import type { Messages } from '#kernel/locale.ts'

/** Kinds of personal data, as they are named to the writer and to staff. */
export const enPersonal: Messages = {
  'participation.personal.account': 'account number (IBAN)',
  'participation.personal.mail': 'e-mail address',
  'participation.personal.phone': 'telephone number',
  'participation.personal.plate': 'number plate of a car',
  'participation.personal.address': 'street with house number',
  'participation.personal.birth': 'date of birth',
  'participation.personal.name': 'name of a person',
}
