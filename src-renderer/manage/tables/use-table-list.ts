import type { Table } from '#shared/domain/table.ts';
import { nothing } from '../../link/ask.ts';
import { type Deed, useDeed } from '../../people/use-deed.ts';
import { useScreen } from '../../screen/screen-context.ts';
import { useSettings } from '../../screen/use-site.ts';

export type TableList = {
  readonly tables: readonly Table[];
  readonly deed: Deed;
  readonly save: (tables: readonly Table[], done: () => void) => void;
};

/** All tables are written at once, at the version that this page shows: nobody overwrites what they have not seen. */
export function useTableList(name: string): TableList {
  const { client } = useScreen();
  const { tables, version } = useSettings();
  const deed = useDeed(name);
  const save = (next: readonly Table[], done: () => void) => {
    const headers = { 'if-match': `"${version}"` };
    deed.run(() => client.ask({ method: 'PATCH', path: '/settings', body: { tables: next }, headers }, nothing), done);
  };
  return { tables, deed, save };
}
