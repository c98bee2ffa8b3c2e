import type { Messages } from '#kernel/locale.ts'

export const en: Messages = {
  'platform.not-found.title': 'This page does not exist',
  'platform.not-found.detail': 'The address may be incomplete, or the content has moved. Search for what you need.',
  'platform.refused.title': 'We cannot read this request',
  'platform.refused.detail': 'The address or the form contains something that does not fit. Start again from the home page.',
  'platform.fault.title': 'Something went wrong on our side',
  'platform.fault.detail': 'Try again in a few minutes. If the fault stays, tell us the identifier.',
  'platform.too-many.title': 'These were too many requests',
  'platform.too-many.detail': 'Wait a minute and reload the page.',
  'platform.foreign-form.title': 'The form came from a foreign page',
  'platform.foreign-form.detail': 'Open the form here and send it again.',
}
