/** Namespaces of CSW 2.0.2. */
export const spaces = {
  csw: 'http://www.opengis.net/cat/csw/2.0.2',
  dc: 'http://purl.org/dc/elements/1.1/',
  dct: 'http://purl.org/dc/terms/',
  ows: 'http://www.opengis.net/ows',
  ogc: 'http://www.opengis.net/ogc',
  gml: 'http://www.opengis.net/gml',
  xlink: 'http://www.w3.org/1999/xlink',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
} as const

/** Forms of records: what `outputSchema` names, and the type that `typeNames` names. */
export const recordSchemas = {
  csw: { schema: spaces.csw, type: 'csw:Record' },
  gmd: { schema: 'http://www.isotc211.org/2005/gmd', type: 'gmd:MD_Metadata' },
} as const

/** Declarations for an element that holds everything. */
export const declared = (...names: readonly (keyof typeof spaces)[]): string =>
  names.map((name) => ` xmlns:${name}="${spaces[name]}"`).join('')

export const discovery = `xsi:schemaLocation="${spaces.csw} http://schemas.opengis.net/csw/2.0.2/CSW-discovery.xsd"`
