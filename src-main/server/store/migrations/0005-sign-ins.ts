/**
 * Where people have signed in, so that they are known there also after a restart ([TRY1]). And the names of those who
 * were removed are free: a late write of an earlier program could take one back.
 */
export const signIns = {
  version: 5,
  slug: 'sign-ins',
  sql: `
ALTER TABLE sessions ADD COLUMN address TEXT;
UPDATE users SET username = ' ' || id, password_hash = '', pin_hash = '' WHERE removed_at IS NOT NULL;
`,
} as const;
