/** Names as people look for them: 2 before 10, whatever the case, as the browser's language has it. */
export const nameOrder = new Intl.Collator(undefined, { numeric: true }).compare;
