import type { Messages } from '#kernel/locale.ts'

export const en: Messages = {
  'shell.home.title.land': 'What do the municipalities of {name} know?',
  'shell.home.title.kreis': 'What do {name} and its towns know?',
  'shell.home.title.gemeinde': 'What does {name} know and plan?',
  'shell.home.title.zweckverband': 'What do {name} know about our area?',
  'shell.home.title.it-dienstleister': 'Which data does {name} look after?',
  'shell.home.title.beratungsstelle': 'Which data exist already?',
  'shell.home': 'Home',
  'shell.footer.data': 'Data',
  'shell.footer.help': 'Help',
  'shell.footer.legal': 'Legal',
  'shell.footer.above': 'Part of',
  'shell.footer.cookies': 'This website sets no cookies.',
  'shell.footer.by': 'Runs on Allmende, free software under EUPL-1.2.',
  'shell.lang.de': 'Deutsch',
  'shell.lang.en': 'English',
}
