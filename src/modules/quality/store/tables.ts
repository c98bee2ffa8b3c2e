/** The tables of this room, as far as statements in text form need them: names only. */
export interface QualityTables {
  quality_check: { id: string; tenant: string }
}
