import type { Messages } from '#kernel/locale.ts'

export const de: Messages = {
  'platform.not-found.title': 'Diese Seite gibt es nicht',
  'platform.not-found.detail':
    'Vielleicht ist die Adresse unvollständig, oder der Inhalt ist umgezogen. Suchen Sie nach dem, was Sie brauchen.',
  'platform.refused.title': 'Diese Anfrage können wir nicht lesen',
  'platform.refused.detail': 'Die Adresse oder das Formular enthält etwas, das nicht passt. Beginnen Sie neu auf der Startseite.',
  'platform.fault.title': 'Hier ist uns ein Fehler passiert',
  'platform.fault.detail': 'Versuchen Sie es in einigen Minuten noch einmal. Bleibt der Fehler, nennen Sie uns die Kennung.',
  'platform.too-many.title': 'Das waren zu viele Anfragen',
  'platform.too-many.detail': 'Warten Sie eine Minute und laden Sie die Seite neu.',
  'platform.foreign-form.title': 'Das Formular kam von einer fremden Seite',
  'platform.foreign-form.detail': 'Öffnen Sie das Formular hier und senden Sie es noch einmal.',
}
