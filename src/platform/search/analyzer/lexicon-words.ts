// Building stones of compound words in administrative German, written by hand. The rest of the lexicon is learned from the corpus.
const nouns = `
abfall abgabe abschluss abwasser adresse alter altlast amt anlage angebot annahme anschluss antrag anzahl apotheke arbeit arbeitslose archiv art
arzt aufkommen aufnahme auftrag aufwand ausbau ausgabe auskunft ausländer ausschuss auszahlung auto autobahn bad bahn bahnhof bau baum bebauung
bedarf befragung beförderung behinderte behörde beitrag belegung beleuchtung bericht beruf beschäftigte bestand betreuung betrieb
bevölkerung bewegung bewohner bezirk bibliothek bilanz bild bildung biotop boden brand breitband brunnen brücke buch bund bus bürger büro
busse container dach dach daten datensatz denkmal dialog dienst dokument ehe eigentum einfahrt eingang einkommen einnahme einrichtung einsatz
einwohner energie entgelt entsorgung entwicklung ergebnis ernährung erhebung ertrag erwerb erziehung fahrer fahrgast fahrrad fahrt fahrzeug familie
feld fernwärme feuer feuerwehr finanz finanzen fläche flüchtling flucht fluss flur foto frau frauen freizeit friedhof förderung führer funk fuß
fußgänger garten gast gebiet gebäude gebühr gebühren geburt gefahr geld gelände gemeinde generation gericht gesamt geschlecht geschwindigkeit
gesellschaft gesetz gesundheit gewerbe gewässer glas gliederung grab grenze grund grundstück grundschule grundwasser gruppe grün gut güter
hafen halle hand handel haus haushalt heim heizung hilfe hilfen hochwasser hof hort hotel hund hundesteuer index industrie information jahr
jugend kalender kanal karte kataster kauf kennzahl kennzeichen kind kirche klasse kleingarten klima klinik kommune kontrolle konzept kosten kraft
kranke krankenhaus kreis kriminalität kultur kunst lade laden lager land landschaft lärm laterne leben leerstand lehrer leistung leitung licht liegenschaft
linie liste luft mangel markt maschine maßnahme material meer meldung mensch menge messung messstelle miete migration minute mitarbeiter mitglied
mobilität modell monat müll museum musik name natur netz nummer nutzung objekt ordnung organisation ort papier park parken partei partner person personal
pflanze pflege plan planung platz politik polizei portal post preis presse produkt prognose projekt prozent prüfung punkt quartier quote rad
radverkehr radweg rahmen rat raum recht rechnung regen region register reinigung rente restaurant rettung richtwert route rundgang sack saison
sammlung sanierung satzung säule schaden schiene schiff schild schloss schüler schule schulden schutz schwimmbad see senior senioren sensor service
siedlung signal sitzung sozial solar sonne spiegel spiel sport sprache stadt stadtteil stall stand standort station statistik stätte steg stein
stelle stellplatz sterbefall steuer stiftung stimme stoff strahlung straße strecke strom struktur studie stunde system tabelle tag tagesordnung takt tankstelle
taxi technik teich teil telefon temperatur termin theater tier tod toilette tonne tourismus träger treff trinkwasser turm typ
umfrage umwelt umzug unfall unternehmen unterhalt unterkunft unterricht urlaub verband verbrauch verein verfahren vergabe verkauf verkehr verlauf
vermögen versicherung versorgung vertrag verwaltung verzeichnis volk vorhaben vorlage vorname vorsorge wache wahl wahlbezirk wald wand wanderung
ware wärme wasser weg weihnacht weihnachten welt werk wert wertstoff wetter wiese wind wirtschaft woche wohnen wohnheim wohnung zahl zahlung zählung zählstelle
zeichen zeit zelle zensus zentrum ziel zone zug zugang zulassung zustand zuwanderung zuwendung
`
const whole = `
haushalt bestand standort vorstand abstand zustand gegenstand verband aufwand umstand haushalte kreisfrei landrat beirat vorrat heirat
information informationen formation organisation station person personen versorgung entsorgung wirtschaft gesellschaft landschaft gemeinde
beteiligung einrichtung verwaltung verordnung bedeutung zeitung leitung anleitung gewässer verein vereine bereich bereiche gebiet gebiete
auftrag beitrag vertrag antrag ertrag betrag abfall unfall einwohner jahrgang eingang ausgang zugang vorgang umgang antwort ausbau abbau aufbau
urlaub ausweis hinweis nachweis vorname vornamen datensatz einsatz umsatz absatz ersatz zusatz grundsatz gegensatz gastronomie
bundesland deutschland ausland inland beispiel beispiele ergebnis verzeichnis
baden wahlen waren wegen wagen
`
const list = (text: string) => text.trim().split(/\s+/)

/** Words that compounds are made of. */
export const componentWords: readonly string[] = list(nouns)

/** Words that look like compounds and are searched as one. */
export const wholeWords: readonly string[] = list(whole)
