/** What Lindenrode asks about its guidelines: invented, as the town is. Days count from the beginning. */
export const guidelinesProcedure = {
  slug: 'leitlinien-lindenrode',
  prefix: 'LB',
  title: 'Leitlinien für Bürgerbeteiligung: schreiben Sie mit',
  lead: 'Wie sollen die Menschen in Lindenrode künftig mitreden? Der Entwurf liegt vor. Kommentieren Sie ihn, Absatz für Absatz.',
  about: '',
  fixed: [
    'Der Rat beschließt die Leitlinien im Juni.',
    'Beteiligung, die ein Gesetz vorschreibt, bleibt davon unberührt.',
    'Über den Haushalt entscheidet weiter der Rat.',
  ],
  open: [
    'Wer darf eine Beteiligung anregen, und wie viele müssen es sein?',
    'Wie setzt sich der Beirat zusammen?',
    'Wie schnell muss die Stadt antworten?',
  ],
  office: 'Stabsstelle Beteiligung Lindenrode',
  contact: { name: 'Henrike Obermann', phone: '05200 41-112', email: 'beteiligung@lindenrode.example' },
  place: 'Stadtgebiet Lindenrode',
  phases: [
    {
      title: 'Entwurf kommentieren',
      note: 'Die zweite Fassung liegt seit Kurzem vor',
      from: 0,
      days: 56,
      actions: ['read', 'submit', 'comment', 'rate'],
    },
    { title: 'Auswertung', note: 'Jeder Beitrag bekommt eine Antwort', from: 56, days: 42, actions: ['read'] },
    { title: 'Beschluss', note: 'Der Rat entscheidet', from: 160, days: 1, actions: ['read'] },
  ],
} as const

/** The first version, as the office began with it. */
export const firstVersion = `# Wozu diese Leitlinien dienen

Lindenrode will, dass die Menschen bei wichtigen Vorhaben mitreden können, bevor entschieden ist. Diese Leitlinien sagen, wann und wie das geschieht.

Sie gelten für alle Vorhaben der Stadt, die viele Menschen betreffen. Was ein Gesetz regelt, zum Beispiel die Bauleitplanung, kommt hinzu.

Die Entscheidung trifft am Ende der Rat. Er begründet, was er übernimmt und was nicht.

# Grundsätze

Wir beteiligen frühzeitig.

Wir sagen zu Beginn, was schon feststeht und was noch offen ist. Wo nichts offen ist, beteiligen wir nicht zum Schein.

Wir schreiben verständlich. Zu jedem Verfahren gibt es eine Zusammenfassung in einfacher Sprache.

Wer nicht im Internet ist, kann auf Papier, am Telefon oder im Rathaus mitmachen. Jeder Beitrag zählt gleich.

# Die Vorhabenliste

Die Stadt veröffentlicht eine Liste ihrer Vorhaben. Sie nennt zu jedem Vorhaben, worum es geht, was es kostet und ob eine Beteiligung geplant ist.

Die Liste wird zweimal im Jahr erneuert.

# Wie eine Beteiligung angeregt wird

Der Rat, ein Ausschuss oder die Verwaltung können eine Beteiligung beginnen.

Auch Einwohnerinnen und Einwohner können sie anregen. Dafür braucht es 200 Unterschriften von Menschen ab 18 Jahren, die in Lindenrode wohnen.

Über die Anregung entscheidet der zuständige Ausschuss innerhalb von drei Monaten.

# Der Beteiligungsbeirat

Ein Beirat begleitet die Beteiligung in Lindenrode. Er berät Rat und Verwaltung und prüft die Konzepte für einzelne Verfahren.

Der Beirat hat zwölf Mitglieder: vier aus der Einwohnerschaft, vier aus dem Rat und vier aus der Verwaltung.

Die Mitglieder aus der Einwohnerschaft werden vom Bürgermeister vorgeschlagen und für drei Jahre berufen.

Der Beirat tagt zweimal im Jahr.

# Was mit Beiträgen geschieht

Jeder Beitrag bekommt eine Nummer und wird veröffentlicht, wenn er niemanden beleidigt und keine Angaben zu anderen Personen enthält.

Die Verwaltung wertet die Beiträge aus und antwortet zeitnah.

Nach jedem Verfahren veröffentlicht die Stadt einen Bericht. Darin steht, wer mitgemacht hat, was gesagt wurde und was daraus geworden ist.

# Schluss

Die Leitlinien werden nach drei Jahren überprüft.
`

/** The second version: what was taken up so far. */
export const secondVersion = `# Wozu diese Leitlinien dienen

Lindenrode will, dass die Menschen bei wichtigen Vorhaben mitreden können, bevor entschieden ist. Diese Leitlinien sagen, wann und wie das geschieht.

Sie gelten für alle Vorhaben der Stadt, die viele Menschen betreffen. Was ein Gesetz regelt, zum Beispiel die Bauleitplanung, kommt hinzu.

Die Entscheidung trifft am Ende der Rat. Er begründet öffentlich, was er übernimmt und was nicht.

# Grundsätze

Wir beteiligen so früh, dass sich am Vorhaben noch etwas ändern lässt.

Wir sagen zu Beginn, was schon feststeht und was noch offen ist. Wo nichts offen ist, beteiligen wir nicht zum Schein.

Wir schreiben verständlich. Zu jedem Verfahren gibt es eine Zusammenfassung in einfacher Sprache.

Wer nicht im Internet ist, kann auf Papier, am Telefon oder im Rathaus mitmachen. Jeder Beitrag zählt gleich.

Kinder und Jugendliche beteiligen wir mit eigenen Formen, dort, wo sie sind: in Kita, Schule und Jugendzentrum.

# Die Vorhabenliste

Die Stadt veröffentlicht eine Liste ihrer Vorhaben. Sie nennt zu jedem Vorhaben, worum es geht, was es kostet und ob eine Beteiligung geplant ist.

Die Liste wird viermal im Jahr erneuert und liegt auch im Rathaus und in der Stadtbücherei aus.

# Wie eine Beteiligung angeregt wird

Der Rat, ein Ausschuss oder die Verwaltung können eine Beteiligung beginnen.

Auch Einwohnerinnen und Einwohner können sie anregen. Dafür braucht es 100 Unterschriften von Menschen ab 14 Jahren, die in Lindenrode wohnen.

Über die Anregung entscheidet der zuständige Ausschuss innerhalb von drei Monaten.

# Der Beteiligungsbeirat

Ein Beirat begleitet die Beteiligung in Lindenrode. Er berät Rat und Verwaltung und prüft die Konzepte für einzelne Verfahren.

Der Beirat hat zwölf Mitglieder: sechs aus der Einwohnerschaft, drei aus dem Rat und drei aus der Verwaltung.

Die Mitglieder aus der Einwohnerschaft werden ausgelost und für drei Jahre berufen. Unter ihnen sind mindestens zwei Menschen unter 27 Jahren.

Der Beirat tagt mindestens viermal im Jahr, in der Regel öffentlich.

# Was mit Beiträgen geschieht

Jeder Beitrag bekommt eine Nummer und wird veröffentlicht, wenn er niemanden beleidigt und keine Angaben zu anderen Personen enthält.

Die Verwaltung wertet die Beiträge aus und antwortet zeitnah.

Nach jedem Verfahren veröffentlicht die Stadt einen Bericht. Darin steht, wer mitgemacht hat, was gesagt wurde und was daraus geworden ist.

# Schluss

Die Leitlinien werden nach drei Jahren überprüft.
`

export const secondNote =
  'Der Beirat wird ausgelost und tagt öfter und öffentlich. 100 statt 200 Unterschriften genügen, ab 14 Jahren. Neu ist ein Absatz zu Kindern und Jugendlichen.'
