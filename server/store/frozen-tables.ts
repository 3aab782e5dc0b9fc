/** The lists that signed reports froze. */
export type FrozenTables = {
  /** One case on the list of one round: its version and the head of its log then, and the figures it counts in. */
  frozen: { district: string; case_id: string; round: number; item: string; version: number; head: string; figures: string[] };
};
