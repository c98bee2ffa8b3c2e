// What a GeoReport v2 server answers. Names are those of the standard; what may be empty is null, never left out.

/** A kind of defect that may be reported. */
export interface Service {
  readonly service_code: string
  readonly service_name: string
  readonly description: string | null
  /** Whether the definition asks something besides. */
  readonly metadata: boolean
  readonly type: 'realtime' | 'batch' | 'blackbox'
  /** Words with commas between them. */
  readonly keywords: string | null
  readonly group: string | null
}

/** A question that a service asks besides. */
export interface Attribute {
  /** false: a notice to be shown, nothing to be answered. */
  readonly variable: boolean
  readonly code: string
  readonly datatype: 'string' | 'number' | 'datetime' | 'text' | 'singlevaluelist' | 'multivaluelist'
  readonly required: boolean
  readonly datatype_description: string | null
  /** From 1. */
  readonly order: number
  readonly description: string | null
  readonly values: readonly { readonly key: string; readonly name: string }[]
}

export interface ServiceDefinition {
  readonly service_code: string
  readonly attributes: readonly Attribute[]
}

/** A report as everybody may read it. Moments are in W3C form with their offset. */
export interface ServiceRequest {
  readonly service_request_id: string
  readonly status: 'open' | 'closed'
  readonly status_notes: string | null
  readonly service_name: string | null
  readonly service_code: string
  /** At most 4000 characters. */
  readonly description: string | null
  readonly agency_responsible: string | null
  readonly service_notice: string | null
  readonly requested_datetime: string
  readonly updated_datetime: string | null
  readonly expected_datetime: string | null
  readonly address: string | null
  readonly address_id: string | null
  readonly zipcode: string | null
  readonly lat: number | null
  readonly long: number | null
  readonly media_url: string | null
  /** CitySDK, where `extensions=true` was asked. */
  readonly extended_attributes?: {
    readonly detailed_status: string
    readonly media_urls: readonly string[]
    readonly votes: number
  }
}

/** The answer to a report: its number, or a token that leads to it later; never both. */
export interface Posted {
  readonly service_request_id?: string
  readonly token?: string
  readonly service_notice: string | null
  readonly account_id: null
}

/** What a token leads to; null until the number is given. */
export interface TokenAnswer {
  readonly service_request_id: string | null
  readonly token: string
}

export interface Open311Error {
  /** That of the HTTP answer. */
  readonly code: number
  readonly description: string
}

/** Where the interface is, in which forms, and whom to ask for a key. */
export interface Discovery {
  readonly changeset: string
  readonly contact: string
  readonly key_service: string
  readonly endpoints: readonly {
    readonly specification: string
    readonly url: string
    readonly changeset: string
    readonly type: 'production' | 'test'
    readonly formats: readonly string[]
  }[]
}
