import { dayOf, formatMoment } from '#kernel/clock.ts'
import { formatDay } from '#kernel/day.ts'
import type { Lang, Translate } from '#kernel/locale.ts'

interface Span {
  readonly startsAt: Date
  readonly endsAt: Date
}

/** `Dienstag`, as clocks in Germany have it. */
export const weekday = (moment: Date, lang: Lang): string =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { weekday: 'long', timeZone: 'Europe/Berlin' }).format(moment)

/** `18:30 bis 20:30 Uhr`. */
export const hoursWords = ({ startsAt, endsAt }: Span, lang: Lang, t: Translate): string =>
  t('participation.events.hours-words', { from: formatMoment(startsAt, lang, 'time'), until: formatMoment(endsAt, lang, 'time') })

/** `Dienstag, 8. Dezember 2026, 18:30 bis 20:30 Uhr`; where it ends on another day, both days. */
export function whenWords(span: Span, lang: Lang, t: Translate): string {
  const [first, last] = [dayOf(span.startsAt), dayOf(span.endsAt)]
  const day = `${weekday(span.startsAt, lang)}, ${formatDay(first, lang)}`
  if (first === last) return `${day}, ${hoursWords(span, lang, t)}`
  const until = `${weekday(span.endsAt, lang)}, ${formatDay(last, lang)}`
  return t('participation.events.days-words', {
    from: `${day}, ${formatMoment(span.startsAt, lang, 'time')}`,
    until: `${until}, ${formatMoment(span.endsAt, lang, 'time')}`,
  })
}
