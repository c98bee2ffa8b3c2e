/** The tables of this room, as far as statements in text form need them: names only. */
export interface QualityTables {
  quality_check: { id: string; tenant: string }
  quality_link: { tenant: string; hash: string }
  quality_link_use: { tenant: string; hash: string }
  quality_host: { host: string }
  quality_setting: { tenant: string; digest: boolean }
}
