import { BringIn } from './bring-in.tsx';
import { ColumnsHelp } from './columns-help.tsx';
import { TakeOut } from './take-out.tsx';

/** The menu as a file: out of the house, and into it ([MNE6]). */
export function MenuFilePage() {
  return (
    <div data-menu-file className="grid min-w-0 gap-8">
      <BringIn />
      <ColumnsHelp />
      <TakeOut />
    </div>
  );
}
