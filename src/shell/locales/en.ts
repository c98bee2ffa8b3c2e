import type { Messages } from '#kernel/locale.ts'

export const en: Messages = {
  'shell.home.title.land': 'What do the municipalities of {name} know?',
  'shell.home.title.kreis': '{name}: what does your town know and plan?',
  'shell.home.title.gemeinde': 'What does {name} know and plan?',
  'shell.home.title.zweckverband': '{name}: which data are there?',
  'shell.home.title.it-dienstleister': '{name}: which data do we look after?',
  'shell.home.title.beratungsstelle': '{name}: which data exist already?',
  'shell.home': 'Home',
  'shell.footer.data': 'Data',
  'shell.footer.help': 'Help',
  'shell.footer.legal': 'Legal',
  'shell.footer.above': 'Part of',
  'shell.footer.cookies': 'Unless you sign in, this website sets no cookies.',
  'shell.footer.by': 'Runs on Allmende, free software under EUPL-1.2.',
  'shell.lang.de': 'Deutsch',
  'shell.lang.en': 'English',
  'shell.staff-data': 'Data',
  'shell.staff-participation': 'Participation',
  'shell.staff-administration': 'Administration',
  'shell.staff': 'Internal area',
}
