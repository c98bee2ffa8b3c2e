import type { Messages } from '#kernel/locale.ts'

/** What colleagues are told by mail, reminders, and giving a record back to its source. */
export const deDesk: Messages = {
  'catalogue.mail.released.subject': 'Veröffentlicht: {title}',
  'catalogue.mail.released.lead': 'Der Datensatz „{title}“ ist jetzt öffentlich.',
  'catalogue.mail.released.button': 'Seite im Portal ansehen',
  'catalogue.mail.handed-in.subject.one': 'Zur Freigabe: {title}',
  'catalogue.mail.handed-in.subject.other': '{count} Entwürfe warten auf Freigabe',
  'catalogue.mail.handed-in.lead.one': '{name} hat „{title}“ zur Freigabe gegeben.',
  'catalogue.mail.handed-in.lead.other': '{name} hat {count} Entwürfe zur Freigabe gegeben:',
  'catalogue.mail.handed-in.more': 'und {count} weitere',
  'catalogue.mail.handed-in.button.one': 'Entwurf prüfen',
  'catalogue.mail.handed-in.button.other': 'Entwürfe prüfen',
  'catalogue.mail.handed-in.why':
    'Sie bekommen diese Nachricht, weil Sie Datensätze freigeben dürfen. Was wir Ihnen schreiben, stellen Sie in Ihrem Konto unter „Nachrichten“ ein.',
  'catalogue.mail.returned.subject': 'Zur Überarbeitung zurück: {title}',
  'catalogue.mail.returned.lead': '{name} hat den Entwurf „{title}“ zurückgegeben:',
  'catalogue.mail.returned.clock': 'Der Entwurf „{title}“ konnte zum Termin nicht veröffentlicht werden:',
  'catalogue.mail.returned.button': 'Entwurf ansehen',
  'catalogue.mail.author.why':
    'Sie bekommen diese Nachricht, weil Sie an dem Datensatz gearbeitet haben oder für ihn zuständig sind. Was wir Ihnen schreiben, stellen Sie in Ihrem Konto unter „Nachrichten“ ein.',
  'catalogue.mail.overdue.subject': 'Bitte aktualisieren: {title}',
  'catalogue.mail.overdue.lead':
    '„{title}“ ist seit dem {day} überfällig, gemessen an der Angabe zur Aktualisierung. {name} bittet Sie, die Daten zu erneuern oder die Angabe zu ändern.',
  'catalogue.mail.overdue.button': 'Datensatz öffnen',
  'catalogue.mail.overdue.why':
    'Sie bekommen diese Nachricht, weil Sie für den Datensatz zuständig sind, höchstens einmal in sieben Tagen. Was wir Ihnen schreiben, stellen Sie in Ihrem Konto unter „Nachrichten“ ein.',
  'catalogue.remind.do': 'An die Aktualisierung erinnern',
  'catalogue.remind.short': 'Erinnern',
  'catalogue.remind.column': 'Zuständige Person',
  'catalogue.remind.last': 'Zuletzt erinnert',
  'catalogue.history.fault.not-overdue':
    'Dieser Datensatz ist nicht überfällig, oder jemand arbeitet schon daran. Niemand wurde erinnert.',
  'catalogue.history.fault.nobody': 'Niemand ist zuständig, der hier noch arbeitet. Setzen Sie zuerst eine zuständige Person.',
  'catalogue.history.fault.silent': 'Die zuständige Person möchte keine Mails zu Aufgaben. Sprechen Sie sie direkt an.',
  'catalogue.history.fault.too-soon': 'An diesen Datensatz wurde in den letzten sieben Tagen schon erinnert.',
  'catalogue.history.fault.not-given-back': 'Dieser Datensatz folgt schon seiner Quelle, oder er hat keine.',
  'catalogue.history.done.reminded': 'Erinnert. Die zuständige Person bekommt eine Mail.',
  'catalogue.history.done.given-back': 'Zurückgegeben. Der nächste Import aktualisiert den Datensatz wieder.',
  'catalogue.history.give-back': 'An die Quelle zurückgeben',
  'catalogue.history.given-back': 'An die Quelle {source} zurückgegeben. Ab hier aktualisiert sie den Datensatz wieder.',
  'catalogue.history.kept-here': '{source}, seit {day} hier gepflegt',
  'catalogue.history.newer': 'Seit der letzten Fassung hier hat ein Import den Datensatz aktualisiert: {source}',
  'catalogue.give-back.title': '„{title}“ an die Quelle zurückgeben?',
  'catalogue.give-back.happens.now': 'Zunächst bleibt der Datensatz, wie er ist.',
  'catalogue.give-back.happens.import': 'Der nächste Import aus {source} ersetzt alles, was Sie hier geändert haben.',
  'catalogue.give-back.happens.versions': 'Ihre Fassungen bleiben im Verlauf. Sie können sie als Entwurf wiederherstellen.',
  'catalogue.give-back.do': 'An die Quelle zurückgeben',
  'catalogue.audit.give-back': '{actor} hat „{subject}“ an die Quelle {source} zurückgegeben',
  'catalogue.audit.remind-overdue': '{actor} hat an die Aktualisierung von „{subject}“ erinnert',
}
