/** What a kitchen listens for, the most urgent first: that is the order in which they ring when several come at once. */
export const chimeKinds = ['void', 'changed', 'new', 'ready', 'late', 'call'] as const;
export type ChimeKind = (typeof chimeKinds)[number];
