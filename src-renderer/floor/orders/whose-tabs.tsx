import { useText } from '../../messages/text-context.tsx';
import { Segments } from '../../ui/segments.tsx';

type WhoseTabsProps = {
  readonly isOwn: boolean;
  readonly own: number;
  readonly all: number;
  readonly onChoose: (isOwn: boolean) => void;
};

/** Whose orders are shown: one's own, or everybody's for whoever helps out. */
export function WhoseTabs({ isOwn, own, all, onChoose }: WhoseTabsProps) {
  const t = useText();
  const options = [
    ['own', t('floor.own', { number: own })],
    ['all', t('floor.all', { number: all })],
  ] as const;
  return (
    <div className="max-w-2xl">
      <Segments
        label={t('floor.whose')}
        options={options}
        chosen={isOwn ? 'own' : 'all'}
        onChoose={(whose) => onChoose(whose === 'own')}
      />
    </div>
  );
}
