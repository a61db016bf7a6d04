/**
 * What draws slips comes with the tables of many alphabets: 50 ms and 15 MB that a start, and a kitchen without a printer,
 * do without.
 */
export const lazyRender = () => import('./render.ts');
