/** A text in the two languages of the demonstration, as Markdown. */
export interface TwoLanguages {
  de: string
  en: string
}

/** Imprint, privacy notice and accessibility statement. */
export interface LegalTexts {
  imprint: TwoLanguages
  privacy: TwoLanguages
  accessibility: TwoLanguages
}

/** What the three texts need to know about a tenant. */
export interface LegalParty {
  contact: { organisation: string; email: string; phone: string; street: string; postalCode: string; locality: string }
  /** Who represents the body: an office, never a name. */
  role: TwoLanguages
  host: string
  form: 'gemeinde' | 'kreis' | 'anstalt' | 'verbund'
}

const forms: Record<LegalParty['form'], TwoLanguages> = {
  gemeinde: {
    de: 'eine Körperschaft des öffentlichen Rechts (§ 1 Gemeindeordnung NRW)',
    en: 'a corporation under public law (section 1 of the Municipal Code of North Rhine-Westphalia)',
  },
  kreis: {
    de: 'eine Körperschaft des öffentlichen Rechts (§ 1 Kreisordnung NRW)',
    en: 'a corporation under public law (section 1 of the District Code of North Rhine-Westphalia)',
  },
  anstalt: {
    de: 'ein gemeinsames Kommunalunternehmen in der Form einer Anstalt des öffentlichen Rechts (§§ 27, 28 GkG NRW)',
    en: 'a joint municipal enterprise under public law (sections 27 and 28 of the Act on Municipal Cooperation)',
  },
  verbund: {
    de: 'ein Verbund von Kommunen, der auf einer öffentlich-rechtlichen Vereinbarung beruht (§ 23 GkG NRW)',
    en: 'an association of municipalities based on an agreement under public law (section 23 of the Act on Municipal Cooperation)',
  },
}

const supervision: Record<LegalParty['form'], TwoLanguages> = {
  gemeinde: { de: 'Kreis Sennewald, Kommunalaufsicht', en: 'Kreis Sennewald, municipal supervision' },
  kreis: { de: 'die zuständige Bezirksregierung', en: 'the competent district government' },
  anstalt: { de: 'Kreis Sennewald, Kommunalaufsicht', en: 'Kreis Sennewald, municipal supervision' },
  verbund: { de: 'die zuständige Bezirksregierung', en: 'the competent district government' },
}

const address = ({ contact }: LegalParty): string =>
  [contact.organisation, contact.street, `${contact.postalCode} ${contact.locality}`].join('  \n')
const reach = ({ contact }: LegalParty, phone: string, mail: string): string =>
  `${phone}: ${contact.phone}  \n${mail}: [${contact.email}](mailto:${contact.email})`

const inventedDe =
  '*Dieser Ort ist erfunden. Er gehört zur Vorführung von Allmende. Anschriften, Telefonnummern und E-Mail-Adressen führen zu niemandem.*'
const inventedEn =
  '*This place is invented. It is part of the Allmende demonstration. Addresses, telephone numbers and e-mail addresses lead to nobody.*'

const imprint = (party: LegalParty): TwoLanguages => ({
  de: `${inventedDe}

## Anbieter nach § 5 Digitale-Dienste-Gesetz

${address(party)}

${reach(party, 'Telefon', 'E-Mail')}

Der Anbieter ist ${forms[party.form].de}. Er wird vertreten durch ${party.role.de}. Die Aufsicht führt: ${supervision[party.form].de}.

## Verantwortlich für den Inhalt nach § 18 Absatz 2 Medienstaatsvertrag

Verantwortlich ist ${party.role.de}, Anschrift wie oben. Für einen Datensatz ist die Stelle verantwortlich, die dort als Herausgeber steht.

## Nutzung der Daten

Jeder Datensatz nennt seine Lizenz. Fehlt sie, fragen Sie bitte zuerst nach. Texte dieses Portals dürfen Sie mit Angabe der Quelle weiterverwenden.

## Haftung

Wir prüfen die Daten, bevor wir sie veröffentlichen. Fehler können trotzdem vorkommen. Melden Sie uns einen Fehler, dann berichtigen wir ihn. Für Seiten, auf die wir verweisen, ist deren Anbieter verantwortlich.
`,
  en: `${inventedEn}

## Provider under section 5 of the German Digital Services Act (DDG)

${address(party)}

${reach(party, 'Telephone', 'E-mail')}

The provider is ${forms[party.form].en}. It is represented by ${party.role.en}. Supervisory authority: ${supervision[party.form].en}.

## Responsible for the content under section 18 (2) of the Interstate Media Treaty

Responsible: ${party.role.en}, address as above. For a dataset, the office named there as publisher is responsible.

## Using the data

Every dataset names its licence. Where none is given, please ask first. You may reuse the texts of this portal if you name the source.

## Liability

We check data before we publish them. Errors can happen nevertheless. Tell us about an error and we will correct it. The providers of pages that we link to are responsible for them.
`,
})

const privacy = (party: LegalParty): TwoLanguages => ({
  de: `${inventedDe}

## Das Wichtigste

Sie können alles lesen, suchen und herunterladen, ohne sich anzumelden. Wir setzen kein Cookie, solange Sie sich nicht anmelden. Wir binden keine fremden Dienste ein und messen Ihr Verhalten nicht.

## Wer verantwortlich ist

${address(party)}

${reach(party, 'Telefon', 'E-Mail')}

Die behördlichen Datenschutzbeauftragten erreichen Sie unter [datenschutz@${party.host}](mailto:datenschutz@${party.host}).

## Welche Daten wir verarbeiten

**Beim Aufruf einer Seite.** Ihr Gerät überträgt seine IP-Adresse. Wir brauchen sie, um zu antworten. Im Protokoll stehen Zeitpunkt, Seite und Ergebnis, aber keine IP-Adresse. Wir löschen das Protokoll nach 14 Tagen. Rechtsgrundlage ist Artikel 6 Absatz 1 Buchstabe e DSGVO mit § 3 Absatz 1 DSG NRW.

**Wenn Sie uns schreiben.** Wir verarbeiten Ihre Nachricht und Ihre Adresse, um zu antworten. Wir löschen beides sechs Monate nach der letzten Antwort, sofern kein Gesetz eine längere Frist vorschreibt. Rechtsgrundlage ist dieselbe.

**Wenn Sie sich anmelden.** Dann setzen wir ein einziges Cookie für die Dauer der Sitzung. Es ist für die Anmeldung unbedingt erforderlich (§ 25 Absatz 2 Nummer 2 TDDDG).

## Wer die Daten erhält

Ein kommunaler IT-Dienstleister betreibt die Server in Deutschland in unserem Auftrag (Artikel 28 DSGVO). Sonst erhält niemand diese Daten.

## Ihre Rechte

Sie haben das Recht auf Auskunft, Berichtigung, Löschung, Einschränkung der Verarbeitung und Widerspruch (Artikel 15 bis 18 und 21 DSGVO). Sie können sich bei der Landesbeauftragten oder dem Landesbeauftragten für Datenschutz und Informationsfreiheit Nordrhein-Westfalen beschweren (Artikel 77 DSGVO).

## Personen in den Daten

Wir veröffentlichen keine personenbezogenen Daten. Kleine Zahlen fassen wir zusammen, wenn sonst jemand erkennbar wäre. Haben Sie Bedenken, schreiben Sie uns: Wir nehmen die Datei aus dem Netz und prüfen sie.
`,
  en: `${inventedEn}

## In short

You can read, search and download everything without signing in. We set no cookie unless you sign in. We embed no third-party services and do not measure your behaviour.

## Controller

${address(party)}

${reach(party, 'Telephone', 'E-mail')}

You reach the data protection officers at [datenschutz@${party.host}](mailto:datenschutz@${party.host}).

## Which data we process

**When you open a page.** Your device transmits its IP address. We need it in order to answer. The log holds time, page and result, but no IP address. We delete the log after 14 days. The legal basis is Article 6 (1) (e) GDPR with section 3 (1) of the Data Protection Act of North Rhine-Westphalia.

**When you write to us.** We process your message and your address in order to answer. We delete both six months after the last answer unless a law requires a longer period. The legal basis is the same.

**When you sign in.** We then set one cookie for the length of the session. It is strictly necessary for signing in (section 25 (2) no. 2 TDDDG).

## Who receives the data

A municipal IT service provider runs the servers in Germany on our behalf (Article 28 GDPR). Nobody else receives these data.

## Your rights

You have the right of access, rectification, erasure, restriction of processing and objection (Articles 15 to 18 and 21 GDPR). You may lodge a complaint with the Commissioner for Data Protection and Freedom of Information of North Rhine-Westphalia (Article 77 GDPR).

## Persons in the data

We publish no personal data. We group small numbers where somebody could otherwise be recognised. If you have concerns, write to us: we take the file offline and check it.
`,
})

const accessibility = (party: LegalParty): TwoLanguages => ({
  de: `${inventedDe}

## Wofür diese Erklärung gilt

Diese Erklärung gilt für das Portal von ${party.contact.organisation.split(',')[0]}. Wir wollen, dass alle es nutzen können. Maßstab sind das Behindertengleichstellungsgesetz NRW, die Barrierefreie-Informationstechnik-Verordnung NRW, die EN 301 549 und die WCAG 2.2 in der Stufe AA.

## Stand

Das Portal ist mit diesen Anforderungen weitgehend vereinbar. Grundlage ist eine Selbstbewertung, zuletzt am 16. November 2026.

## Was noch nicht barrierefrei ist

- **PDF-Dateien von Fachämtern.** Einige ältere Pläne sind nicht für Vorleseprogramme aufbereitet. Auf Wunsch erhalten Sie den Inhalt in anderer Form.
- **Karten.** Eine Karte lässt sich mit einem Vorleseprogramm nicht vollständig erfassen. Neben jeder Karte steht deshalb eine Liste mit denselben Angaben.
- **Leichte Sprache und Gebärdensprache.** Beides gibt es noch nicht. Wir arbeiten daran und nennen hier den Stand.

## Kontakt

Sie sind auf eine Barriere gestoßen? Schreiben Sie uns. Wir antworten innerhalb von zwei Wochen.

${address(party)}

${reach(party, 'Telefon', 'E-Mail')}

## Wenn wir Ihnen nicht helfen konnten

Wenden Sie sich an die Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen. Das Verfahren kostet nichts. Sie brauchen keinen Rechtsbeistand.
`,
  en: `${inventedEn}

## What this statement covers

This statement covers the portal of ${party.contact.organisation.split(',')[0]}. We want everyone to be able to use it. The standard is set by the Disability Equality Act and the Accessible Information Technology Ordinance of North Rhine-Westphalia, EN 301 549 and WCAG 2.2, level AA.

## Status

The portal largely meets these requirements. This is based on a self-assessment, last carried out on 16 November 2026.

## What is not accessible yet

- **PDF files from departments.** Some older plans are not prepared for screen readers. We give you the content in another form on request.
- **Maps.** A map cannot be fully grasped with a screen reader. That is why a list with the same information stands beside every map.
- **Easy language and sign language.** Neither exists yet. We are working on it and report progress here.

## Contact

Have you come across a barrier? Write to us. We answer within two weeks.

${address(party)}

${reach(party, 'Telephone', 'E-mail')}

## If we could not help you

Turn to the Ombuds Office for Accessible Information Technology of the Land of North Rhine-Westphalia. The procedure is free of charge and you need no lawyer.
`,
})

/** The three texts for a tenant, written for this demonstration. */
export const legalTexts = (party: LegalParty): LegalTexts => ({
  imprint: imprint(party),
  privacy: privacy(party),
  accessibility: accessibility(party),
})
