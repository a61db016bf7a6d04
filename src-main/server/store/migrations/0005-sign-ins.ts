/** The names of people who were removed are free; a late write of an earlier program could take one back. */
export const signIns = {
  version: 5,
  slug: 'sign-ins',
  sql: `
UPDATE users SET username = ' ' || id, password_hash = '', pin_hash = '' WHERE removed_at IS NOT NULL;
`,
} as const;
