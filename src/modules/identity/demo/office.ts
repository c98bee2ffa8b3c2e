import type { SitePageDraft } from '../store/site-contents-store.ts'

/** A new colleague who has not answered yet. */
export const demoInvitation = {
  name: 'Carolin Beck',
  email: 'carolin.beck@lindenrode.example',
  roles: ['editor'],
  lang: 'de',
}

/** The old portal of the town stood here. */
export const demoRedirect = { from: '/opendata/katalog', to: '/daten' }

const german = `Auf diesem Portal veröffentlicht die Stadt Lindenrode ihre offenen Daten. Sie können alles ohne Anmeldung ansehen, herunterladen und weiterverwenden.

## Wer dahintersteht

Die Stabsstelle Digitales betreibt das Portal. Die Daten pflegen die Ämter selbst: Bei jedem Datensatz steht, welches Amt zuständig ist und wie Sie es erreichen. Bevor Daten erscheinen, prüft eine zweite Person, ob sie vollständig sind und ob Rechte anderer dagegen sprechen.

## Was Sie mit den Daten tun dürfen

Die meisten Daten stehen unter der Datenlizenz Deutschland. Sie dürfen sie verändern und verkaufen; bei der Fassung „Namensnennung“ nennen Sie die Quelle. Welche Lizenz gilt, steht bei jeder Datei.

## Was hier fehlt

Manche Daten dürfen wir nicht veröffentlichen, etwa wenn Menschen darin erkennbar wären. Anderes ist noch nicht aufbereitet. Schreiben Sie uns, was Sie brauchen: [offene-daten@lindenrode.example](mailto:offene-daten@lindenrode.example).

Dieser Ort ist erfunden, seine Daten sind es auch.
`

const english = `The town of Lindenrode publishes its open data on this portal. You can view, download and reuse everything without signing in.

## Who is behind it

The digital office of the town runs the portal. The departments look after the data themselves: each dataset says which department is in charge and how to reach it. Before data appear, a second person checks whether they are complete and whether rights of others stand against it.

## What you may do with the data

Most data are under the Data licence Germany. You may change and sell them; with the version "attribution" you name the source. Each file says which licence applies.

## What is missing

Some data we may not publish, for example where people could be recognised. Others are not prepared yet. Tell us what you need: [offene-daten@lindenrode.example](mailto:offene-daten@lindenrode.example).

This place is invented, and so are its data.
`

/** The page that the town wrote about its portal, in both languages. */
export const demoPages: readonly SitePageDraft[] = [
  { slug: 'ueber-dieses-portal', lang: 'de', title: 'Über dieses Portal', content: german, published: true, place: 'footer' },
  { slug: 'ueber-dieses-portal', lang: 'en', title: 'About this portal', content: english, published: true, place: 'footer' },
]
