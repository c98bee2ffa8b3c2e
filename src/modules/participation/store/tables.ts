/** The tables of the room, as far as the query builder is asked for them: everything else is plain SQL. */
export interface ParticipationTables {
  participation_procedure: { id: string; tenant: string; slug: string; state: string }
}
