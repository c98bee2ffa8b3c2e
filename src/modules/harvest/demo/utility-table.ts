/** What the invented municipal utilities of Lindenrode can publish, as they keep it: a table with heads and words of their own. */
export const utilityTable = [
  'Kennung;Bezeichnung;Was ist drin;Herausgeber;Thema;Stand;Download-Link;Format;Nutzungsbedingungen;Aktenzeichen',
  'sw-ladesaeulen;Ladesäulen;Standort, Stecker und Leistung der 34 öffentlichen Ladesäulen. Ohne Belegung.;Stadtwerke Lindenrode;Energie;01.10.2026;https://daten.stadtwerke-lindenrode.example/ladesaeulen.csv;CSV;Frei für alle Zwecke;SW-2026/114',
  'sw-ladesaeulen;;;;;;https://daten.stadtwerke-lindenrode.example/ladesaeulen.geojson;GeoJSON;Frei für alle Zwecke;',
  'sw-netzgebiete;Netzgebiete Strom und Gas;Grenzen der Netzgebiete, nach Straßen;Stadtwerke Lindenrode;Energie;15.03.2026;https://daten.stadtwerke-lindenrode.example/netzgebiete.gpkg;GPKG;dl-de/by-2-0;SW-2026/031',
  'sw-linien;Buslinien und Haltestellen;Sechs Linien mit Fahrplan als GTFS. Erneuert zu jedem Fahrplanwechsel.;Stadtwerke Lindenrode;Verkehr;14.12.2025;https://daten.stadtwerke-lindenrode.example/fahrplan.zip;GTFS;dl-de/by-2-0;SW-2025/402',
  'sw-baustellen;Baustellen im Leitungsnetz;Wo wir bis zum Jahresende aufgraben, und wann wir fertig sind;Stadtwerke Lindenrode;Verkehr;wöchentlich neu;https://daten.stadtwerke-lindenrode.example/baustellen.csv;CSV;dl-de/zero-2-0;SW-2026/088',
  'sw-waermenetz;Wärmenetz;Verlauf der Leitungen und angeschlossene Straßen;Stadtwerke Lindenrode;Energie;30.06.2026;https://daten.stadtwerke-lindenrode.example/waermenetz.geojson;GeoJSON;Frei für alle Zwecke;SW-2026/102',
  'sw-baeder;Besuche in den Bädern;Besuche je Tag und Bad, seit 2018;Stadtwerke Lindenrode;Bevölkerung;31.12.2025;https://daten.stadtwerke-lindenrode.example/baeder.xlsx;Excel;dl-de/zero-2-0;SW-2026/007',
  'sw-trafos;;Standorte der Umspannstationen, noch nicht freigegeben;Stadtwerke Lindenrode;Energie;;;;;SW-2026/120',
  '',
].join('\r\n')
