import type { Messages } from '#kernel/locale.ts'

/** Why a record was not taken, and why a value stayed as it came. */
export const de: Messages = {
  'dcat-ap-de.rejected.no-title': 'Der Eintrag hat keinen Titel. Ergänzen Sie dct:title.',
  'dcat-ap-de.rejected.not-described':
    'Der Katalog verweist auf diesen Eintrag, beschreibt ihn aber nicht. Liefern Sie die Beschreibung mit.',
  'dcat-ap-de.rejected.too-much': 'Der Eintrag ist ungewöhnlich groß. Teilen Sie ihn auf.',
  'dcat-ap-de.rejected.private': 'Der Eintrag ist in der Quelle nicht öffentlich.',
  'dcat-ap-de.rejected.deleted': 'Der Eintrag ist in der Quelle gelöscht.',
  'dcat-ap-de.rejected.no-package': 'An dieser Stelle steht kein CKAN-Datensatz.',
  'dcat-ap-de.kept.unsafe-link': 'Die Adresse kann Programme starten. Sie bleibt gespeichert, wird aber nicht als Link gezeigt.',
  'dcat-ap-de.kept.not-understood':
    'Der Wert passt nicht zu seinem Feld und ließ sich nicht deuten. Er bleibt unverändert gespeichert.',
  'dcat-ap-de.kept.more-than-one': 'Das Feld erlaubt nur einen Wert. Die weiteren bleiben unverändert gespeichert.',
  'dcat-ap-de.kept.empty': 'Der Wert ist leer.',
}
