import type { Messages } from '#kernel/locale.ts'

/** Mails to those who want to be told. */
export const deLetter: Messages = {
  'catalogue.letter.confirm.subject': 'Bitte bestätigen: {label}',
  'catalogue.letter.confirm.request':
    'Jemand hat im Portal „{name}“ diese Adresse angegeben, um von der Antwort zu erfahren: {label}.',
  'catalogue.letter.confirm.dataset':
    'Jemand hat im Portal „{name}“ mit dieser Adresse Änderungen an einem Datensatz abonniert: {label}.',
  'catalogue.letter.confirm.search': 'Jemand hat im Portal „{name}“ mit dieser Adresse eine Suche abonniert: {label}.',
  'catalogue.letter.confirm.publisher': 'Jemand hat im Portal „{name}“ mit dieser Adresse einen Herausgeber abonniert: {label}.',
  'catalogue.letter.confirm.how':
    'Waren Sie das? Dann öffnen Sie den Link und bestätigen Sie dort. Waren Sie es nicht, tun Sie nichts: Wir löschen die Adresse nach 7 Tagen.',
  'catalogue.letter.confirm.way': 'Bestätigen',
  'catalogue.letter.confirm.reason': 'Sie bekommen diese Mail, weil jemand Ihre Adresse im Portal „{name}“ eingegeben hat.',
  'catalogue.letter.reason': 'Sie bekommen diese Mail, weil Sie im Portal „{name}“ Bescheid haben wollten: {label}.',
  'catalogue.letter.manage': 'Abonnement ändern',
  'catalogue.letter.end': 'Abonnement beenden',
  'catalogue.letter.own': 'Ihr Anliegen ansehen',
  'catalogue.letter.page': 'Öffentliche Seite',
  'catalogue.letter.dataset': 'Zum Datensatz',
  'catalogue.letter.link': 'Mehr dazu',
  'catalogue.letter.answer.subject': 'Antwort auf {number}: {title}',
  'catalogue.letter.question.subject': 'Nachricht zu {number}: {title}',
  'catalogue.letter.question': '{name} fragt zu „{title}“ ({number}):',
  'catalogue.letter.hidden': '„{title}“ ({number}) wird nicht veröffentlicht. Der Grund:',
  'catalogue.letter.outcome.published': 'Die Daten zu „{title}“ ({number}) sind veröffentlicht.',
  'catalogue.letter.outcome.partly': 'Ein Teil der Daten zu „{title}“ ({number}) ist veröffentlicht.',
  'catalogue.letter.outcome.planned':
    'Die Daten zu „{title}“ ({number}) kommen bis zum {date}. Dann schreiben wir Ihnen noch einmal.',
  'catalogue.letter.outcome.not-held': 'Die Daten zu „{title}“ ({number}) liegen nicht vor.',
  'catalogue.letter.outcome.not-allowed': 'Die Daten zu „{title}“ ({number}) dürfen nicht veröffentlicht werden ({law}).',
  'catalogue.letter.outcome.fixed': 'Ihre Anmerkung zu „{title}“ ({number}) stimmt: Der Fehler ist berichtigt.',
  'catalogue.letter.outcome.explained': 'Zu Ihrer Anmerkung zu „{title}“ ({number}) gibt es eine Erklärung.',
  'catalogue.letter.outcome.not-ours': 'Die Daten zu Ihrer Anmerkung „{title}“ ({number}) führt eine andere Stelle.',
  'catalogue.letter.dataset.subject': 'Geändert: {label}',
  'catalogue.letter.dataset.lead': 'Dieser Datensatz hat sich geändert:',
  'catalogue.letter.search.subject': 'Neues zu: {label}',
  'catalogue.letter.search.lead.one': 'Ein Datensatz ist neu oder geändert:',
  'catalogue.letter.search.lead.other': '{count} Datensätze sind neu oder geändert:',
  'catalogue.letter.publisher.subject': 'Neues von: {label}',
  'catalogue.letter.publisher.lead.one': 'Ein Datensatz ist neu oder geändert:',
  'catalogue.letter.publisher.lead.other': '{count} Datensätze sind neu oder geändert:',
  'catalogue.letter.withdrawn': 'Zurückgezogen: {title}',
  'catalogue.letter.more': 'Dazu kommen {count} weitere. Alle stehen im Portal.',
}
