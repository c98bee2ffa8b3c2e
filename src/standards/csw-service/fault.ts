import { xmlText } from '#standards/atom'

export type CswCode =
  | 'MissingParameterValue'
  | 'InvalidParameterValue'
  | 'OperationNotSupported'
  | 'VersionNegotiationFailed'
  | 'NoApplicableCode'

/** Why a request is not answered; `locator` names the parameter. */
export class CswFault extends Error {
  readonly code: CswCode
  readonly locator: string | undefined
  constructor(code: CswCode, locator: string | undefined, message: string) {
    super(message)
    this.code = code
    this.locator = locator
  }
}

/** The report of a fault (OWS Common 1.0, as CSW 2.0.2 wants it). */
export const writeFault = ({ code, locator, message }: CswFault): string => `<?xml version="1.0" encoding="UTF-8"?>
<ows:ExceptionReport xmlns:ows="http://www.opengis.net/ows" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="1.2.0" language="en" xsi:schemaLocation="http://www.opengis.net/ows http://schemas.opengis.net/ows/1.0.0/owsExceptionReport.xsd"><ows:Exception exceptionCode="${code}"${locator === undefined ? '' : ` locator="${xmlText(locator)}"`}><ows:ExceptionText>${xmlText(message)}</ows:ExceptionText></ows:Exception></ows:ExceptionReport>
`
