import { useText } from '../../messages/text-context.tsx';
import { Segments } from '../../ui/segments.tsx';
import type { View } from './view.ts';

type ViewTabsProps = {
  readonly view: View;
  /** How many each of them shows; what is not offered is left out. */
  readonly numbers: { readonly own: number; readonly all: number; readonly deliveries: number | null };
  readonly hasTables: boolean;
  readonly onChoose: (view: View) => void;
};

/** One's own orders, or everybody's for whoever helps out; the tables, and what is driven out, where there are any. */
export function ViewTabs({ view, numbers: { own, all, deliveries }, hasTables, onChoose }: ViewTabsProps) {
  const t = useText();
  const options = [
    ['own', t('floor.own', { number: own })] as const,
    ['all', t('floor.all', { number: all })] as const,
    ...(hasTables ? [['tables', t('floor.view.tables')] as const] : []),
    ...(deliveries === null ? [] : [['deliveries', t('floor.view.deliveries', { number: deliveries })] as const]),
  ];
  return (
    <div className="max-w-3xl">
      <Segments<View> label={t('floor.whose')} options={options} chosen={view} onChoose={onChoose} />
    </div>
  );
}
