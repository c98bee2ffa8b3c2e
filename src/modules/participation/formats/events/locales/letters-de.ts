import type { Messages } from '#kernel/locale.ts'

const p = 'participation.events'

/** What letters about dates say, and how days and hours are written. */
export const letterGerman: Messages = {
  [`${p}.hours-words`]: '{from} bis {until} Uhr',
  [`${p}.days-words`]: '{from} Uhr, bis {until} Uhr',
  [`${p}.letter.registered.subject`]: 'Sie sind angemeldet: {title}',
  [`${p}.letter.registered`]: 'Sie sind angemeldet zu „{title}“.',
  [`${p}.letter.waiting.subject`]: 'Sie stehen auf der Warteliste: {title}',
  [`${p}.letter.waiting`]:
    'Für „{title}“ sind nicht genug Plätze frei. Sie stehen auf der Warteliste. Wird Platz, rücken Sie nach, und wir schreiben Ihnen.',
  [`${p}.letter.moved-up.subject`]: 'Sie sind nachgerückt: {title}',
  [`${p}.letter.moved-up`]:
    'Für „{title}“ ist Platz frei geworden: Sie sind jetzt angemeldet. Können Sie nicht mehr, sagen Sie bitte über den Link ab. Dann rückt jemand anderes nach.',
  [`${p}.letter.reminder.subject`]: 'Morgen: {title}',
  [`${p}.letter.reminder`]: 'Morgen ist es so weit: „{title}“. Können Sie nicht kommen, sagen Sie bitte über den Link ab.',
  [`${p}.letter.changed.subject`]: 'Geändert: {title}',
  [`${p}.letter.changed`]:
    'Zeit oder Ort von „{title}“ haben sich geändert. Ihre Anmeldung gilt weiter. Passt es Ihnen nicht mehr, sagen Sie bitte über den Link ab.',
  [`${p}.letter.called-off.subject`]: 'Abgesagt: {title}',
  [`${p}.letter.called-off`]: '„{title}“ fällt aus. Grund: {reason}',
  [`${p}.letter.removed.subject`]: 'Ihre Anmeldung ist gestrichen: {title}',
  [`${p}.letter.removed`]: '{name} hat Ihre Anmeldung zu „{title}“ ({when}) gestrichen. Fragen beantwortet {name}.',
  [`${p}.news.event-new`]: 'Neuer Termin: „{title}“, {when}. Ort: {place}',
  [`${p}.news.event-moved`]: 'Geänderter Termin: „{title}“ ist jetzt {when}. Ort: {place}',
  [`${p}.news.event-off`]: 'Abgesagt: „{title}“, {when}. Grund: {reason}',
  [`${p}.letter.when`]: 'Wann: {when}',
  [`${p}.letter.where`]: 'Wo: {place}',
  [`${p}.letter.people.one`]: 'Für eine Person',
  [`${p}.letter.people.other`]: 'Für {count} Personen',
  [`${p}.letter.way`]: 'Anmeldung ansehen oder absagen',
  [`${p}.letter.why`]: 'Mit dieser Adresse wurde jemand zu „{title}“ angemeldet.',
  [`${p}.letter.fixed.subject`]: 'Der Termin steht fest: {title}',
  [`${p}.letter.fixed`]: 'Danke, dass Sie gesagt haben, wann Sie können. Der Termin für „{title}“ steht fest.',
  [`${p}.letter.fixed.way`]: 'Termin ansehen',
  [`${p}.letter.fixed.why`]: 'Sie haben darum gebeten, als Sie Ihre Zeiten für „{title}“ genannt haben.',
}
