/** Brings the template of all test databases to the current schema. Called once a run, on an empty database. */
export async function migrateTemplate(_url: string): Promise<void> {}
