import { type ReactNode, useId } from 'react';
import { printerLanguages, printerLetters, printerPapers } from '#shared/protocol/printer-words.ts';
import { languages } from '../../messages/language.ts';
import { useText } from '../../messages/text-context.tsx';
import { Choice } from '../../ui/choice.tsx';
import type { PrinterDraft } from './printer-draft.ts';

type PrinterLookProps = { readonly draft: PrinterDraft; readonly onSet: (change: Partial<PrinterDraft>) => void };

/** The paper, and what can be written on it. */
export function PrinterLook({ draft, onSet }: PrinterLookProps) {
  const t = useText();
  return (
    <div className="grid content-start gap-5">
      <Choices title={t('printer.paper')}>
        {printerPapers.map((paper) => (
          <Choice key={paper} isChosen={paper === draft.paper} onClick={() => onSet({ paper })}>
            {t('printer.millimetres', { width: paper })}
          </Choice>
        ))}
      </Choices>
      <Choices title={t('printer.language')}>
        {printerLanguages.map((language) => (
          <Choice key={language} isChosen={language === draft.language} onClick={() => onSet({ language })}>
            <span lang={language}>{languages[language].name}</span>
          </Choice>
        ))}
      </Choices>
      <Choices title={t('printer.letters.title')} hint={t('printer.letters.hint')}>
        {printerLetters.map((letters) => (
          <Choice key={letters} isChosen={letters === draft.letters} onClick={() => onSet({ letters })}>
            {t(`printer.letters.${letters}`)}
          </Choice>
        ))}
      </Choices>
    </div>
  );
}

type ChoicesProps = { readonly title: string; readonly hint?: string; readonly children: ReactNode };

function Choices({ title, hint, children }: ChoicesProps) {
  const id = useId();
  return (
    <fieldset aria-labelledby={id} className="grid min-w-0 gap-2">
      <p id={id} className="text-chrome font-semibold">
        {title}
      </p>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(13rem,100%),1fr))] gap-3">{children}</div>
      {hint && <p className="text-chrome leading-snug text-muted">{hint}</p>}
    </fieldset>
  );
}
