import type { Messages } from '#kernel/locale.ts'

export const de: Messages = {
  'shell.home.title.land': 'Was wissen die Kommunen in {name}?',
  'shell.home.title.kreis': '{name}: Was weiß und plant Ihr Ort?',
  'shell.home.title.gemeinde': 'Was weiß und plant {name}?',
  'shell.home.title.zweckverband': '{name}: Welche Daten gibt es?',
  'shell.home.title.it-dienstleister': '{name}: Welche Daten betreuen wir?',
  'shell.home.title.beratungsstelle': '{name}: Welche Daten gibt es schon?',
  'shell.home': 'Startseite',
  'shell.footer.data': 'Daten',
  'shell.footer.help': 'Hilfe',
  'shell.footer.legal': 'Rechtliches',
  'shell.footer.above': 'Übergeordnet',
  'shell.footer.cookies': 'Ohne Anmeldung setzt diese Website keine Cookies.',
  'shell.footer.by': 'Läuft mit Allmende, freier Software unter EUPL-1.2.',
  'shell.lang.de': 'Deutsch',
  'shell.lang.en': 'English',
  'shell.staff-data': 'Daten',
  'shell.staff-participation': 'Beteiligung',
  'shell.staff-administration': 'Verwaltung',
  'shell.staff': 'Interner Bereich',
}
