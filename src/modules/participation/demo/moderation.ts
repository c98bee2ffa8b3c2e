/** What waits for moderation in the demonstration, and what it did. Days after the beginning of the collection. */
export const waitingIdeas = [
  {
    title: 'Ladestation für Fahrräder',
    body: 'Am Rathaus fehlt eine Ladestation. Wer mitmachen möchte, ruft mich an: 02594 555 0142.',
    category: 'Parken und Verkehr',
    day: 21,
    findings: ['phone'],
  },
  {
    title: 'Weniger Autos vor der Apotheke',
    body: 'Der Fahrer mit dem Kennzeichen SW-AB 123 parkt jeden Morgen auf dem Gehweg. Bitte Poller setzen. Kontakt: nachbarin@post.example',
    category: 'Parken und Verkehr',
    day: 21,
    findings: ['mail'],
  },
] as const

export const hiddenIdea = {
  title: 'Möbel billig abzugeben',
  body: 'Sofa, Schrank und Tisch, alles muss weg.',
  category: 'Parken und Verkehr',
  day: 9,
  code: 'spam',
  reason: 'Ihr Text ist eine Anzeige und hat mit dem Marktplatz nichts zu tun.',
} as const

export const reportedIdea = {
  reason: 'personal',
  body: 'Im Text geht es erkennbar um meinen Betrieb. Bitte prüfen Sie das.',
} as const
