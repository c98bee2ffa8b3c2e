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
  'shell.footer.cookies': 'Diese Website setzt keine Cookies.',
  'shell.footer.by': 'Läuft mit Allmende, freier Software unter EUPL-1.2.',
  'shell.post.title': 'E-Mails der Demonstration',
  'shell.post.lead': 'Die Demonstration verschickt nichts. Hier steht, was sie verschickt hätte; die Verweise führen weiter.',
  'shell.post.to': 'An {to}',
  'shell.post.empty': 'Noch keine E-Mail',
  'shell.post.empty.reason': 'Melden Sie sich zum Beispiel an: Die E-Mail dazu erscheint hier.',
  'shell.lang.de': 'Deutsch',
  'shell.lang.en': 'English',
}
