import type { Quad } from '@rdfjs/types'
import { iri, namespaces, text, triple } from '#standards/rdf'

const hydra = 'http://www.w3.org/ns/hydra/core#'

export interface HydraPage {
  collection: string
  page: number
  last: number
  total: number
  size: number
  address: (page: number) => string
}

/** The paging of a catalogue as triples (Hydra Core Vocabulary): the collection, this view of it, and the ways to the others. */
export function hydraView({ collection, page, last, total, size, address }: HydraPage): Quad[] {
  const whole = iri(collection)
  const view = iri(address(page))
  const integer = (value: number) => text(String(value), '', `${namespaces.xsd}integer`)
  return [
    triple(whole, `${namespaces.rdf}type`, iri(`${hydra}Collection`)),
    triple(whole, `${hydra}totalItems`, integer(total)),
    triple(whole, `${hydra}view`, view),
    triple(view, `${namespaces.rdf}type`, iri(`${hydra}PartialCollectionView`)),
    triple(view, `${hydra}itemsPerPage`, integer(size)),
    triple(view, `${hydra}first`, iri(address(1))),
    triple(view, `${hydra}last`, iri(address(last))),
    ...(page > 1 ? [triple(view, `${hydra}previous`, iri(address(page - 1)))] : []),
    ...(page < last ? [triple(view, `${hydra}next`, iri(address(page + 1)))] : []),
  ]
}
