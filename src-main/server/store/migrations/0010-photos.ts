/** Pictures of dishes, each once, named by what is in it ([PHO2]); no dish that there is has one yet. */
export const photos = {
  version: 10,
  slug: 'photos',
  sql: `
CREATE TABLE photos (
  hash TEXT PRIMARY KEY NOT NULL,
  type TEXT NOT NULL,
  bytes BLOB NOT NULL,
  stored_at INTEGER NOT NULL
) STRICT;
UPDATE products SET body = json_set(body, '$.photo', NULL);
`,
} as const;
