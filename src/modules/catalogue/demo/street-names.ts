import type { Town } from './geography.ts'

const words = (text: string): string[] => text.split(', ')

// What each Ortsteil certainly has; the rest is filled up from the fields of names below.
const fixed: Record<Town, string[][]> = {
  lindenrode: [
    words(
      'Marktplatz, Lange Straße, Kirchplatz, Rathausplatz, Stadtpark, Brückenstraße, Gerberstraße, Töpfergasse, Am Wall, Neustraße, Schulstraße, Lindenstraße, Klosterstraße, Mühlenstraße, Kornmarkt, Webergasse, Am Stadtgraben, Bürgermeistergarten, Salzstraße, Böttcherstraße, Hospitalstraße, Krumme Straße',
    ),
    words(
      'Nordring, Detmolder Straße, Königsberger Straße, Breslauer Straße, Danziger Straße, Stettiner Straße, Am Sportpark, Gesamtschulweg, Am Nordfriedhof, Heideweg, Sennestraße, Berliner Straße, Dresdner Straße',
    ),
    words(
      'Bahnhofstraße, Bahnhofsplatz, Güterstraße, Industriestraße, Eisenbahnstraße, Am Stellwerk, Paderborner Straße, Werkstraße, Ladestraße, Gleisweg, Schlachthofstraße, Stadtwerkestraße',
    ),
    words(
      'Uferstraße, Am Lindewehr, Wiesengrund, Auenweg, Flößerweg, Am Pegel, Hallenbadweg, Kiesgrube, Weidenweg, Schleusenweg',
    ),
    words('Hohenroder Straße, Am Wasserturm, Höhenweg, Schöne Aussicht, Bergstraße, Am Steinbruch, Panoramaweg, Grundschulweg'),
    words('Eschenbacher Straße, Am Eschenbach, Teichstraße, Alte Ziegelei, Ziegeleiweg, Feuerwehrweg, Zum Anger'),
    words('Dornsieker Straße, Im Siek, Heckenweg, Am Dorfplatz, Schlehenweg, Hofstraße'),
    words('Holtenser Straße, Holtenser Kirchweg, Im Holze, Am Forsthaus, Försterweg'),
  ],
  auenfeld: [
    words(
      'Dorfstraße, Rathausstraße, Kirchstraße, Am Markt, Schulweg, Lindenroder Straße, Auenstraße, Gartenweg, Am Mühlbach, Friedhofstraße, Sportplatzweg, Am Schwimmbad, Bruchweg',
    ),
    words('Mühlheider Straße, Mühlenweg, Am Mühlteich, Heidestraße, Kiefernweg, Windmühlenweg, Müllerweg'),
    words('Nordauer Straße, Am Bruch, Wiesenweg, Grabenweg, Kopfweidenweg'),
    words('Brokhauser Straße, Brokweg, Im Brok, Steinbrücker Weg, Alte Schule'),
  ],
  steinbrueck: [
    words(
      'Hauptstraße, Marktstraße, An der Steinbrücke, Schulgasse, Kirchgasse, Lindenroder Weg, Mühlengasse, Am Schützenplatz, Burgstraße, Amtsstraße, Sennerandstraße',
    ),
    words('Altenroder Straße, Altenroder Kirchweg, Rodeweg'),
    words('Further Straße, An der Furt, Zum Lindetal'),
  ],
}

// Fields of names as town councils give them: one field per settlement, so that neighbours belong together.
const fields: string[][] = [
  words(
    'Amselweg, Drosselweg, Finkenweg, Meisenweg, Lerchenweg, Starenweg, Zaunkönigweg, Schwalbenweg, Rotkehlchenweg, Kiebitzweg, Elsternweg, Falkenweg, Habichtweg, Bussardweg, Sperberweg, Nachtigallenweg, Dohlenweg, Kuckucksweg, Rebhuhnweg, Fasanenweg',
  ),
  words(
    'Goethestraße, Schillerstraße, Lessingstraße, Heinrich-Heine-Straße, Droste-Hülshoff-Straße, Fontanestraße, Kleiststraße, Eichendorffstraße, Mörikeweg, Uhlandstraße, Hölderlinweg, Rilkeweg, Theodor-Storm-Weg, Gottfried-Keller-Weg, Bettina-von-Arnim-Weg, Grabbestraße, Freiligrathstraße',
  ),
  words(
    'Ahornweg, Birkenweg, Buchenweg, Eichenweg, Erlenweg, Eschenweg, Kastanienweg, Ulmenweg, Pappelweg, Platanenallee, Rotdornweg, Weißdornweg, Tannenweg, Fichtenweg, Lärchenweg, Eibenweg, Akazienweg, Ebereschenweg, Holunderweg, Haselweg',
  ),
  words(
    'Rosenweg, Nelkenweg, Tulpenweg, Asternweg, Dahlienweg, Fliederweg, Lilienweg, Veilchenweg, Primelweg, Narzissenweg, Krokusweg, Malvenweg, Ginsterweg, Lavendelweg, Jasminweg, Kornblumenweg, Mohnweg, Margeritenweg',
  ),
  words(
    'Bachstraße, Beethovenstraße, Mozartstraße, Händelweg, Schubertweg, Schumannweg, Brahmsweg, Haydnstraße, Lortzingweg, Clara-Schumann-Weg, Fanny-Hensel-Weg, Telemannweg, Regerweg, Weberstraße',
  ),
  words(
    'Auf der Breite, Am Kamp, Im Kleefeld, Langer Acker, Am Lehmbrink, Zur Sandkuhle, Am Hellweg, Im Winkel, Zum Hagen, Auf dem Esch, Kuhlenweg, Am Rottland, Im Grund, Sandweg, Am Knapp, Hasenwinkel, Fuchsweg, Dachsweg, Rehwinkel, Hirschsprung, Wolfskuhle, Am Thie, Im Sundern, Plaggenweg, Zur Tränke, Am Schafstall, Triftweg, Schäferweg, Imkerweg, Köhlerweg',
  ),
  words(
    'Bielefelder Straße, Gütersloher Straße, Lippstädter Straße, Soester Straße, Warburger Straße, Höxterstraße, Münsterstraße, Osnabrücker Straße, Hamelner Straße, Kasseler Straße, Wismarer Straße, Rostocker Straße, Leipziger Straße, Erfurter Straße, Weimarer Straße, Geraer Straße',
  ),
  words(
    'Käthe-Kollwitz-Straße, Marie-Curie-Straße, Lise-Meitner-Straße, Robert-Koch-Straße, Rudolf-Diesel-Straße, Otto-Hahn-Straße, Max-Planck-Straße, Siemensstraße, Daimlerstraße, Boschstraße, Carl-Benz-Straße, Zusestraße, Liebigstraße, Humboldtstraße, Gutenbergstraße, Keplerweg',
  ),
  words(
    'Emsweg, Lippeweg, Weserstraße, Werreweg, Ruhrweg, Rheinstraße, Moselweg, Donauweg, Elbeweg, Saaleweg, Almeweg, Diemelweg, Leineweg, Allerweg',
  ),
  words(
    'Schmiedeweg, Zimmerweg, Maurerweg, Tischlerweg, Schreinerweg, Wagnerweg, Seilerweg, Glaserweg, Sattlerweg, Küferweg, Leineweberweg, Spinnerweg, Färberweg, Bleichweg',
  ),
  words(
    'Am Bahndamm, Zum Bruchfeld, Am Feldrain, Kastanienhof, Lindenhof, Sonnenhang, Am Südhang, Zur Alten Eiche, Brunnenweg, Quellenweg, Mergelweg, Heckenrosenweg, Am Ziegenberg, Auf der Worth, Kirchbreede',
  ),
]

/** Names for the Ortsteile of a town, as many as asked for; no name twice in a town. */
export function streetNames(town: Town, counts: readonly number[]): string[][] {
  const pool = town === 'lindenrode' ? fields.flat() : fields.flat().filter((name) => !name.includes('-') && name.length < 14)
  if (town === 'steinbrueck') pool.reverse()
  const taken = new Set(fixed[town].flat())
  const free = pool.filter((name) => !taken.has(name))
  let next = 0
  return counts.map((count, at) => {
    const own = fixed[town][at] ?? []
    const more = free.slice(next, next + Math.max(0, count - own.length))
    next += more.length
    return [...own, ...more]
  })
}
