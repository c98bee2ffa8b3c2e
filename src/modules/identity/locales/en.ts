import type { Messages } from '#kernel/locale.ts'
import { accountEn } from './account-en.ts'
import { administrationEn } from './administration-en.ts'
import { peopleEn } from './people-en.ts'
import { siteEn } from './site-en.ts'

export const en: Messages = {
  ...accountEn,
  'identity.imprint': 'Legal notice',
  'identity.privacy': 'Privacy',
  'identity.accessibility': 'Accessibility',
  'identity.accessibility.footer': 'Accessibility, report a barrier',
  'identity.text.missing': '{name} has not provided this text yet.',
  'identity.text.contact': 'Contact: {organisation}, {email}',
  'identity.text.contact.none': 'Contact: {organisation}',
  'identity.barrier.title': 'Report a barrier',
  'identity.barrier.lead': 'Tell us what stands in your way. We reply if you give an address.',
  'identity.barrier.page': 'On which page?',
  'identity.barrier.page.help': 'Address or name of the page. Example: /daten',
  'identity.barrier.message': 'What stands in your way?',
  'identity.barrier.message.help': 'Example: The filter cannot be used with the keyboard.',
  'identity.barrier.replyTo': 'E-mail for the reply',
  'identity.barrier.replyTo.help': 'We use it for this reply only. Report and address are deleted after 180 days.',
  'identity.barrier.send': 'Report barrier',
  'identity.barrier.thanks': 'Your report has arrived',
  'identity.barrier.thanks.detail':
    '{name} looks into the barrier. With an address you get a reply, without one the report stays anonymous.',
  'identity.barrier.message.missing': 'Describe the barrier in one sentence. Example: The map is not read aloud.',
  'identity.barrier.message.long': 'Your description is too long. Shorten it to 5,000 characters.',
  'identity.barrier.page.long': 'The page name is too long. Give the address only.',
  'identity.barrier.replyTo.invalid': 'The address is incomplete. Example: name@provider.org',
  ...peopleEn,
  ...administrationEn,
  ...siteEn,
}
