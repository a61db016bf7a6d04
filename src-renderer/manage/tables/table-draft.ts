import type { Table } from '#shared/domain/table.ts';

/** What stands in the boxes of the form. */
export type TableDraft = { readonly names: string; readonly area: string; readonly seats: string };

/** Only what somebody has typed; the rest follows what other managers save meanwhile. */
export type TypedTable = Partial<TableDraft>;

/** New ones most likely stand where the last ones do. */
export const draftOf = (table: Table | null, tables: readonly Table[], typed: TypedTable): TableDraft => ({
  names: table?.name ?? '',
  area: table?.area ?? tables.at(-1)?.area ?? '',
  seats: table?.seats?.toString() ?? '',
  ...typed,
});

/** Whether leaving would lose something. */
export function isTyped(table: Table | null, typed: TypedTable): boolean {
  const before = draftOf(table, [], {});
  return Object.entries(typed).some(([name, text]) => text.trim() !== before[name as keyof TableDraft]);
}
