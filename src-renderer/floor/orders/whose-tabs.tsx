import { useText } from '../../messages/text-context.tsx';

type WhoseTabsProps = {
  readonly isOwn: boolean;
  readonly own: number;
  readonly all: number;
  readonly onChoose: (isOwn: boolean) => void;
};

/** Whose orders are shown: one's own, or everybody's for whoever helps out. */
export function WhoseTabs({ isOwn, own, all, onChoose }: WhoseTabsProps) {
  const t = useText();
  const tab = (isChosen: boolean) =>
    `min-h-hit flex-1 rounded-lg px-3 text-chrome font-semibold ${isChosen ? 'bg-accent text-on-accent' : 'text-text active:bg-raised'}`;
  return (
    <fieldset className="flex max-w-2xl gap-1 rounded-xl border border-edge bg-surface p-1">
      <legend className="sr-only">{t('floor.whose')}</legend>
      <button type="button" aria-pressed={isOwn} className={tab(isOwn)} onClick={() => onChoose(true)}>
        {t('floor.own', { number: own })}
      </button>
      <button type="button" aria-pressed={!isOwn} className={tab(!isOwn)} onClick={() => onChoose(false)}>
        {t('floor.all', { number: all })}
      </button>
    </fieldset>
  );
}
