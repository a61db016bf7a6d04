import { TriangleAlert } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { useStations } from '../../screen/use-site.ts';
import { Choice } from '../../ui/choice.tsx';
import { type PrinterDraft, toggled } from './printer-draft.ts';

type PrinterUseProps = {
  readonly draft: PrinterDraft;
  readonly error: string | undefined;
  readonly onSet: (change: Partial<PrinterDraft>) => void;
};

/** Whose slips come out of it; any number of them. */
export function PrinterUse({ draft: { stations, guest }, error, onSet }: PrinterUseProps) {
  const t = useText();
  const { list } = useStations();
  return (
    <div className="grid gap-4">
      <fieldset aria-label={t('printer.stations')} className="grid min-w-0 gap-2">
        <legend className="mb-2 text-chrome font-semibold">{t('printer.stations')}</legend>
        <div className="grid gap-3 sm:grid-cols-3">
          {list.map(({ id, name }) => (
            <Choice
              key={id}
              isChosen={stations.includes(id)}
              onClick={() => onSet({ stations: toggled(stations, id) })}
            >
              <span className="words min-w-0">{name}</span>
            </Choice>
          ))}
        </div>
        {error && (
          <p role="alert" className="flex gap-2 text-chrome leading-snug font-semibold text-danger">
            <TriangleAlert aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
            {error}
          </p>
        )}
      </fieldset>
      <div className="grid gap-3 sm:grid-cols-2">
        <Choice isChosen={guest} onClick={() => onSet({ guest: !guest })}>
          {t('printer.guest')}
        </Choice>
      </div>
    </div>
  );
}
