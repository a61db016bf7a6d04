import { useId } from 'react';
import { useText } from '../../messages/text-context.tsx';

type PastedTextProps = { readonly text: string; readonly onType: (text: string) => void };

/** What stands in the file, or was copied from a spreadsheet; a broken line can be mended here. */
export function PastedText({ text, onType }: PastedTextProps) {
  const t = useText();
  const id = useId();
  return (
    <div className="grid min-w-0 gap-2">
      <label htmlFor={id} className="text-chrome font-semibold">
        {t('menuOffice.pasted')}
      </label>
      <textarea
        id={id}
        data-pasted
        dir="ltr"
        rows={6}
        wrap="off"
        spellCheck={false}
        value={text}
        onChange={(event) => onType(event.target.value)}
        className="tabular w-full min-w-0 resize-y rounded-lg border-2 border-edge bg-surface p-3 text-chrome leading-snug outline-none focus:border-accent"
      />
    </div>
  );
}
