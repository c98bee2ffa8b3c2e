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
  'shell.footer.cookies': 'This website sets no cookies.',
  'shell.footer.by': 'Runs on Allmende, free software under EUPL-1.2.',
  'shell.post.title': 'E-mails of the demonstration',
  'shell.post.lead': 'The demonstration sends nothing. Here is what it would have sent; the links work.',
  'shell.post.to': 'To {to}',
  'shell.post.empty': 'No e-mail yet',
  'shell.post.empty.reason': 'Sign in, for example: the e-mail for it appears here.',
  'shell.lang.de': 'Deutsch',
  'shell.lang.en': 'English',
}
