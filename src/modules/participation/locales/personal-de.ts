import type { Messages } from '#kernel/locale.ts'

/** Kinds of personal data, as they are named to the writer and to staff. */
export const dePersonal: Messages = {
  'participation.personal.account': 'Kontonummer (IBAN)',
  'participation.personal.mail': 'E-Mail-Adresse',
  'participation.personal.phone': 'Telefonnummer',
  'participation.personal.plate': 'Autokennzeichen',
  'participation.personal.address': 'Straße mit Hausnummer',
  'participation.personal.birth': 'Geburtsdatum',
  'participation.personal.name': 'Name einer Person',
}
