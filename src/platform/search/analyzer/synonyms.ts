// Synonyms of administrative German, written for municipal data. One line is one group: every term finds all the others.
// `broad > narrow, narrow` works one way: who asks for the broad word also gets the narrow ones.
const same = `
kita, kindergarten, kindertagesstätte, kindertageseinrichtung, kindertagesbetreuung, kinderkrippe, krippe, hort
tagesmutter, kindertagespflege, tagespflegeperson
spielplatz, kinderspielplatz, spielfläche, bolzplatz
haushalt, etat, budget, haushaltsplan, finanzplan, haushaltssatzung
einnahmen, erträge, einzahlungen
ausgaben, aufwendungen, auszahlungen, kosten
schulden, verschuldung, kredite, verbindlichkeiten
öpnv, nahverkehr, bus und bahn, öffentlicher verkehr, personennahverkehr, spnv
haltestelle, bushaltestelle, station, haltepunkt
fahrplan, gtfs, fahrplandaten, sollfahrplan, sollfahrdaten, abfahrtszeiten
liniennetz, liniennetzplan, buslinien, netzplan
straßenbahn, tram, stadtbahn
müll, abfall
müllabfuhr, abfallentsorgung, müllentsorgung, abfallwirtschaft, entsorgung
abfallkalender, müllkalender, abfuhrkalender, abfuhrtermine, entsorgungstermine, abfuhrplan, leerungstermine
müllmenge, abfallmenge, abfallaufkommen, abfallbilanz
wertstoffhof, recyclinghof, bauhof, abfallannahmestelle, entsorgungsstation, abgabestelle
glascontainer, altglascontainer, wertstoffcontainer, containerstandort, depotcontainer
altkleidercontainer, kleidercontainer, altkleider
sperrmüll, sperrgut
baumkataster, baumbestand, straßenbaum, stadtbaum, baumdaten
baumfällung, fällung, baumfällliste
grünfläche, grünanlage, park, parkanlage, grünflächenkataster
friedhof, begräbnisstätte, grabstätte
einwohner, bevölkerung, einwohnerzahl, bevölkerungsstand, bevölkerungszahl
demografie, demographie, bevölkerungsstruktur, bevölkerungsstatistik
bevölkerungsprognose, bevölkerungsvorausberechnung, bevölkerungsentwicklung, einwohnerprognose
altersstruktur, altersgruppe, alter
geburt, geborene, neugeborene
sterbefall, gestorbene, verstorbene, tod
zuzug, zugezogene, wegzug, fortzug, wanderung, umzug
ausländer, nichtdeutsche, staatsangehörigkeit, nationalität
migrationshintergrund, zuwanderungsgeschichte, migration, zuwanderung
eheschließung, heirat, hochzeit, trauung
familienstand, ehestand, personenstand
vorname, babyname, kindername
religionszugehörigkeit, konfession, religion
ladesäule, ladestation, e-ladepunkt, ladepunkt, stromtankstelle, ladeinfrastruktur, elektrotankstelle, e-tankstelle
elektromobilität, e-mobilität, elektroauto, e-auto
b-plan, bebauungsplan, bauleitplan, bplan
flächennutzungsplan, fnp, f-plan
baugebiet, neubaugebiet, wohnbaufläche, baulandfläche
bauland, baugrundstück, baulücke, baulückenkataster
baugenehmigung, bauantrag, baufertigstellung, bautätigkeit
bodenrichtwert, brw, grundstückswert, bodenwert
grundstücksmarkt, immobilienmarkt, kaufpreissammlung, gutachterausschuss
mietspiegel, miete, mietpreis
poi, point of interest, sehenswürdigkeit, interessante orte
dtk, topographische karte, topografische karte
dgk, grundkarte, deutsche grundkarte, amtliche basiskarte, abk
alkis, liegenschaftskataster, flurkarte, liegenschaftskarte, katasterkarte, flurstück
luftbild, orthofoto, orthophoto, dop, luftaufnahme
dgm, digitales geländemodell, geländemodell, höhenmodell, dom, oberflächenmodell
3d-stadtmodell, stadtmodell, 3d-gebäudemodell, gebäudemodell, lod2
stadtplan, ortsplan, stadtkarte, stadtgrundkarte
hausnummer, hauskoordinate, adresse, anschrift
straßenverzeichnis, straßenname, straßenliste, straßenschlüssel
stadtteil, ortsteil, stadtbezirk, ortschaft, stadtviertel, quartier
gemeindegrenze, stadtgrenze, verwaltungsgrenze, gebietsgrenze
statistischer bezirk, stadtgliederung, kleinräumige gliederung, raumgliederung
postleitzahl, plz, postleitzahlgebiet
ars, regionalschlüssel, ags, gemeindeschlüssel
wahl, wahlergebnis, abstimmung
kommunalwahl, ratswahl, gemeinderatswahl, stadtratswahl
bürgermeisterwahl, oberbürgermeisterwahl, landratswahl
bundestagswahl, btw
landtagswahl, ltw
europawahl, europaparlament
wahlkreis, wahlbezirk, stimmbezirk, wahlgebiet
wahllokal, wahlraum, wahlbüro
wahlbeteiligung, stimmabgabe
stadtrat, gemeinderat, rat, ratsversammlung, kreistag, stadtverordnetenversammlung
ratsinformationssystem, ris, allris, sitzungsdienst, oparl
sitzung, ratssitzung, sitzungskalender, tagesordnung
niederschrift, protokoll, sitzungsprotokoll
satzung, ortsrecht, ortssatzung, verordnung, stadtrecht
amtsblatt, bekanntmachung, amtliche bekanntmachung, öffentliche bekanntmachung
pressemitteilung, presse, medieninformation, pressemeldung
bürgerbeteiligung, beteiligung, partizipation, mitmachen
bürgerhaushalt, beteiligungshaushalt
umfrage, befragung, bürgerbefragung, bürgerumfrage
anliegen, mängelmelder, schadensmeldung, hinweis, beschwerde, störungsmeldung
beteiligungsbericht, beteiligungen, städtische beteiligung
eigenbetrieb, stadtwerke, kommunales unternehmen
telefonverzeichnis, telefonliste, telefonbuch, behördenverzeichnis, ansprechpartner
dienststelle, amt, fachbereich, behörde, verwaltungsgliederung
organigramm, organisationsplan, verwaltungsgliederungsplan, aufbauorganisation
personal, beschäftigte, mitarbeiter, bedienstete
stellenplan, stellen, personalbestand
stellenangebot, stellenausschreibung, jobs, karriere
ausschreibung, vergabe, auftragsvergabe, beschaffung
dienstleistung, bürgerservice, verwaltungsleistung, leistungsbeschreibung
formular, antrag, vordruck
öffnungszeiten, sprechzeiten
gebühr, gebührensatzung, entgelt, tarif
steuer, hebesatz, realsteuer, gewerbesteuer, grundsteuer
jahresabschluss, jahresrechnung, bilanz, gesamtabschluss
fördermittel, zuwendung, zuschuss, förderung, subvention
spende, sponsoring
schule, schulstandort, bildungseinrichtung, schulverzeichnis
grundschule, primarstufe, volksschule
weiterführende schule, sekundarstufe
förderschule, sonderschule
schülerzahl, schulstatistik, schüler
schulbezirk, schuleinzugsbereich, einzugsgebiet, schulsprengel
schulweg, schulwegplan, schulwegsicherung
ganztag, ogs, offene ganztagsschule, ganztagsbetreuung
volkshochschule, vhs, erwachsenenbildung, weiterbildung
hochschule, universität, fachhochschule
bibliothek, bücherei, stadtbibliothek, stadtbücherei
museum, ausstellung, galerie
theater, bühne, schauspiel
denkmal, baudenkmal, denkmalliste, bodendenkmal, kulturdenkmal
stolperstein, gedenkort, gedenkstätte, mahnmal
kunst im öffentlichen raum, kunstwerk, skulptur
veranstaltung, event, veranstaltungskalender, termin
fest, volksfest, kirmes, stadtfest
wochenmarkt, markt, marktplatz
weihnachtsmarkt, adventsmarkt, christkindlmarkt
verein, vereinsverzeichnis, vereinsregister
sportanlage, sportstätte, sportplatz, sporthalle, turnhalle
schwimmbad, hallenbad, freibad, badestelle
badegewässer, badesee, badestelle
wanderweg, wanderroute, wanderung
radweg, fahrradweg, radverkehrsanlage, radverkehrsnetz, radwegenetz
radverkehr, fahrrad, rad, fahrradverkehr
fahrradständer, fahrradabstellanlage, radabstellanlage, fahrradstellplatz, fahrradparken
fahrradverleih, leihfahrrad, bikesharing, mietfahrrad, fahrradverleihsystem
radzählung, radverkehrszählung, fahrradzählung, dauerzählstelle, fahrradzählstelle
carsharing, autoteilen, autoverleih
verkehrszählung, verkehrsaufkommen, verkehrsstärke, verkehrsmenge, verkehrszählstelle
verkehrsunfall, unfall, unfallstatistik, verkehrsunfallstatistik, unfallatlas
parkplatz, stellplatz, parkraum, parkmöglichkeit
parkhaus, tiefgarage, parkgarage
parkleitsystem, parkhausbelegung, parkplatzbelegung, freie parkplätze
parkscheinautomat, parkautomat, parkuhr
behindertenparkplatz, schwerbehindertenparkplatz, behindertenstellplatz
anwohnerparken, bewohnerparken, bewohnerparkgebiet
baustelle, straßensperrung, verkehrsbehinderung, sperrung, straßenbaustelle
straße, straßennetz, straßenkataster
ampel, lichtsignalanlage, lichtzeichenanlage, lsa
verkehrszeichen, verkehrsschild, beschilderung
brücke, ingenieurbauwerk, brückenbauwerk
straßenbeleuchtung, straßenlaterne, beleuchtung, laterne, lichtpunkt
geschwindigkeitsmessung, geschwindigkeitskontrolle, blitzer, radarkontrolle, messstelle
geschwindigkeitsbegrenzung, tempolimit, tempo 30
kfz, kraftfahrzeug, auto, pkw, fahrzeug
kfz-zulassung, fahrzeugzulassung, kfz-bestand, fahrzeugbestand, pkw-bestand, zulassungszahlen
wunschkennzeichen, kennzeichen, kfz-kennzeichen
führerschein, fahrerlaubnis
taxi, taxistand, taxenstand
feuerwehr, brandschutz, feuerwache
rettungsdienst, notarzt, krankentransport, rettungswache
einsatz, einsatzstatistik, einsatzzahlen
defibrillator, aed, defi
hydrant, löschwasser, löschwasserentnahmestelle
sirene, warnung, bevölkerungsschutz
katastrophenschutz, zivilschutz
polizei, kriminalität, straftat, kriminalstatistik
krankenhaus, klinik, klinikum, hospital
arzt, arztpraxis, ärztliche versorgung
apotheke, notdienstapotheke, apothekennotdienst
corona, covid-19, coronavirus, sars-cov-2, pandemie
infektion, infektionskrankheit, inzidenz
impfung, impfzentrum, impfstelle
pflegeheim, altenheim, seniorenheim, altenpflegeheim, pflegeeinrichtung
senioren, ältere menschen, alte menschen
behinderte, menschen mit behinderung, schwerbehinderte
barrierefrei, rollstuhlgerecht, barrierefreiheit
jugendzentrum, jugendtreff, jugendhaus, jugendeinrichtung
jugendhilfe, jugendamt, erziehungshilfe
sozialhilfe, grundsicherung, sgb xii, transferleistung
arbeitslosengeld, hartz iv, sgb ii, bürgergeld, bedarfsgemeinschaft
arbeitslosigkeit, arbeitslose, arbeitslosenquote
arbeitsmarkt, erwerbstätigkeit, sozialversicherungspflichtig beschäftigte, arbeit
asyl, flüchtling, geflüchtete, asylbewerber
flüchtlingsunterkunft, gemeinschaftsunterkunft, asylunterkunft
obdachlosigkeit, wohnungslosigkeit, wohnungslose, obdachlose
wohngeld, mietzuschuss
wohnung, wohnungsbestand, wohngebäude, wohnraum
sozialwohnung, geförderte wohnung, öffentlich geförderter wohnungsbau
leerstand, leerstehende, leerstandskataster
gebäude, bauwerk, hausumring, gebäudebestand
öffentliche toilette, wc, toilette, toilettenanlage
trinkbrunnen, trinkwasserbrunnen, refill
trinkwasser, wasserversorgung, wasserqualität
abwasser, kanalisation, kanal, entwässerung
gewässer, wasserfläche, fließgewässer, fluss
pegel, wasserstand, pegelstand
hochwasser, überschwemmung, überschwemmungsgebiet, hochwassergefahrenkarte
starkregen, starkregengefahrenkarte, sturzflut
grundwasser, grundwasserstand, grundwassermessstelle
luftqualität, luftschadstoff, luftgüte, feinstaub, stickoxid, luftmessung
lärm, lärmkarte, lärmkartierung, umgebungslärm, lärmaktionsplan, schallimmission
klima, klimaschutz, klimawandel, klimaanpassung
treibhausgas, co2, co2-bilanz, klimabilanz, energiebilanz, emissionen
umweltzone, umweltplakette
wetter, wetterdaten, wetterstation, niederschlag, temperatur
naturschutz, naturschutzgebiet, nsg, schutzgebiet
landschaftsschutzgebiet, lsg, landschaftsplan
biotop, biotopkataster, ffh-gebiet
naturdenkmal, geschützter baum
wald, forst, forstwirtschaft
landwirtschaft, agrar, landwirtschaftliche fläche
altlast, altlastenkataster, bodenbelastung
flächennutzung, landnutzung, bodennutzung
energie, energieverbrauch, stromverbrauch, verbrauch
strom, elektrizität
photovoltaik, pv, solaranlage, solarkataster, solarpotenzial, solarenergie
windkraft, windenergie, windrad, windkraftanlage, windpark
fernwärme, nahwärme, wärmenetz
wärmeplanung, kommunale wärmeplanung, wärmekataster
breitband, glasfaser, breitbandausbau, internetversorgung
wlan, wi-fi, wifi, hotspot, freifunk
mobilfunk, funkmast, mobilfunkmast
gewerbe, gewerbeanmeldung, gewerbemeldung, betrieb
gewerbegebiet, gewerbefläche, industriegebiet, gewerbestandort
unternehmen, firma, betriebe
einzelhandel, handel, geschäfte, nahversorgung
gaststätte, restaurant, gastronomie
hotel, unterkunft, beherbergung, übernachtung
tourismus, fremdenverkehr, gästezahlen, übernachtungszahlen, touristik
hund, hundesteuer, hundebestand
hundewiese, hundefreilauf, hundeauslauf, hundekotbeutel
tier, haustier, tierheim
spielhalle, glücksspiel
kirche, gotteshaus, religionsgemeinschaft
denkmalschutz, denkmalpflege
geodaten, gis-daten, raumdaten, geoinformation
wms, kartendienst, darstellungsdienst
wfs, downloaddienst
metadaten, metadatenkatalog
open data, offene daten, opendata
statistik, statistische daten, statistisches jahrbuch, kennzahlen
sensor, messwert, messdaten, messstation
stadtarchiv, archiv, archivbestand
bürgeramt, bürgerbüro, einwohnermeldeamt, bürgerservice
standesamt, personenstandswesen
bauamt, bauordnungsamt, bauaufsicht
`
const oneWay = `
demografie > bevölkerung, einwohner, altersgruppe, geburt, sterbefall, wanderung, familienstand, migrationshintergrund, staatsangehörigkeit, haushaltsgröße
bevölkerung > geburt, sterbefall, wanderung
verkehr > straße, öpnv, radverkehr, parkplatz
mobilität > verkehr, öpnv, radverkehr, carsharing
abfall > müllabfuhr, wertstoff, restmüll, biotonne, gelber sack, papiertonne, altglas
abfallkalender > restmüll, biotonne, papiertonne, gelber sack
gesundheit > krankenhaus, arzt, apotheke, infektion
finanzen > haushalt, einnahmen, ausgaben, steuer, schulden
geobasisdaten > alkis, luftbild, dtk, dgm
umwelt > luftqualität, lärm, gewässer, naturschutz, klima
bildung > schule, kita, volkshochschule, hochschule
soziales > sozialhilfe, pflegeheim, jugendhilfe, grundsicherung
freizeit > sportanlage, spielplatz, schwimmbad, veranstaltung
kultur > museum, theater, bibliothek, denkmal
wasserfläche > see, teich, fluss, bach
erneuerbare energie > photovoltaik, windkraft, biogas
betreuungsplatz > kita, kindertagespflege
infrastruktur > straße, brücke, breitband, kanal
verwaltung > dienststelle, personal, organigramm
tourismus > hotel, sehenswürdigkeit, wanderweg
sicherheit > polizei, feuerwehr, rettungsdienst
wohnen > wohnung, mietspiegel, bauland
`

const lines = (text: string) => text.trim().split('\n')
const terms = (line: string) => line.split(',').map((term) => term.trim())

/** Groups of equal terms, as written. */
export const synonymGroups: readonly (readonly string[])[] = lines(same).map(terms)

/** Broad terms with their narrower ones, as written. */
export const narrowerTerms: readonly (readonly [string, readonly string[]])[] = lines(oneWay).map((line) => {
  const [broad = '', narrow = ''] = line.split('>')
  return [broad.trim(), terms(narrow)] as const
})
