import type { Chance } from '../chance.ts'
import { column } from '../files/table.ts'
import { pointOn, type Street, streetNamed, streetsOf, type Town } from '../geography.ts'

/** The columns that places share, in this order: street, house number, postal code, Ortsteil. */
export const addressColumns = [
  column('strasse', 'string', 'Straße nach dem Straßenverzeichnis.'),
  column('hausnummer', 'string', 'Hausnummer; leer, wenn der Ort keine hat.'),
  column('plz', 'string', 'Postleitzahl.'),
  column('ortsteil', 'string', 'Ortsteil nach der Hauptsatzung.'),
]

/** Columns of a point; GeoJSON takes its geometry from them. */
export const pointColumns = [
  column('laenge', 'number', 'Geografische Länge (WGS 84).', { unit: '°', digits: 5 }),
  column('breite', 'number', 'Geografische Breite (WGS 84).', { unit: '°', digits: 5 }),
]

export interface Place {
  /** Cells for `addressColumns`. */
  address: [street: string, number: string | undefined, postalCode: string, quarter: string]
  /** Cells for `pointColumns`. */
  point: [lon: number, lat: number]
  quarter: string
  street: string
}

/** A place on a street, with house number unless told otherwise. */
export function placeOn(street: Street, chance: Chance, numbered = true): Place {
  const along = chance.next()
  const [lon, lat] = pointOn(street, along, (chance.next() < 0.5 ? -1 : 1) * 0.00012)
  const number = numbered ? String(1 + Math.floor(along * 60)) : undefined
  return {
    address: [street.name, number, street.quarter.postalCode, street.quarter.name],
    point: [lon, lat],
    quarter: street.quarter.name,
    street: street.name,
  }
}

/** A place somewhere in a town, or in one of its Ortsteile. */
export function somewhere(town: Town, chance: Chance, quarter?: string, numbered = true): Place {
  const streets = quarter ? streetsOf(town).filter((street) => street.quarter.name === quarter) : streetsOf(town)
  return placeOn(chance.pick(streets), chance, numbered)
}

/** A place on a named street. */
export const placeAt = (town: Town, street: string, chance: Chance, numbered = true): Place =>
  placeOn(streetNamed(town, street), chance, numbered)
