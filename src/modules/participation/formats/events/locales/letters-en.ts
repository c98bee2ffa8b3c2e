import type { Messages } from '#kernel/locale.ts'

const p = 'participation.events'

export const letterEnglish: Messages = {
  [`${p}.hours-words`]: '{from} to {until}',
  [`${p}.days-words`]: '{from} to {until}',
  [`${p}.letter.registered.subject`]: 'You are registered: {title}',
  [`${p}.letter.registered`]: 'You are registered for "{title}".',
  [`${p}.letter.waiting.subject`]: 'You are on the waiting list: {title}',
  [`${p}.letter.waiting`]:
    'There are not enough seats left for "{title}". You are on the waiting list. When there is room, you move up and we write to you.',
  [`${p}.letter.moved-up.subject`]: 'You have moved up: {title}',
  [`${p}.letter.moved-up`]:
    'There is room for "{title}" now: you are registered. If you cannot come any more, please cancel by the link. Then somebody else moves up.',
  [`${p}.letter.reminder.subject`]: 'Tomorrow: {title}',
  [`${p}.letter.reminder`]: '"{title}" is tomorrow. If you cannot come, please cancel by the link.',
  [`${p}.letter.changed.subject`]: 'Changed: {title}',
  [`${p}.letter.changed`]:
    'Time or place of "{title}" have changed. You are still registered. If it does not suit you any more, please cancel by the link.',
  [`${p}.letter.called-off.subject`]: 'Called off: {title}',
  [`${p}.letter.called-off`]: '"{title}" does not take place. Reason: {reason}',
  [`${p}.letter.removed.subject`]: 'Your registration was cancelled: {title}',
  [`${p}.letter.removed`]: '{name} cancelled your registration for "{title}" ({when}). {name} answers questions.',
  [`${p}.news.event-new`]: 'A new date: "{title}", {when}. Place: {place}',
  [`${p}.news.event-moved`]: 'A date has changed: "{title}" is now {when}. Place: {place}',
  [`${p}.news.event-off`]: 'Called off: "{title}", {when}. Reason: {reason}',
  [`${p}.letter.when`]: 'When: {when}',
  [`${p}.letter.where`]: 'Where: {place}',
  [`${p}.letter.people.one`]: 'For one person',
  [`${p}.letter.people.other`]: 'For {count} people',
  [`${p}.letter.way`]: 'See or cancel the registration',
  [`${p}.letter.why`]: 'Somebody was registered for "{title}" with this address.',
  [`${p}.letter.fixed.subject`]: 'The date is fixed: {title}',
  [`${p}.letter.fixed`]: 'Thank you for saying when you can come. The date for "{title}" is fixed.',
  [`${p}.letter.fixed.way`]: 'See the date',
  [`${p}.letter.fixed.why`]: 'You asked for it when you named your times for "{title}".',
}
