import { CircleCheckBig } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { FilePick } from './file-pick.tsx';
import { FormSection } from './form-section.tsx';
import { ImportPreview } from './import-preview.tsx';
import { ImportProblem } from './import-problem.tsx';
import { PastedText } from './pasted-text.tsx';
import { useImport } from './use-import.ts';

/** A menu from a file or from the clipboard: looked at first, then taken whole or not at all ([IMP1], [MNE6]). */
export function BringIn() {
  const t = useText();
  const bringing = useImport();
  const { text, preview, taken, problem, isBusy, isOvertaken, removesOthers } = bringing;
  return (
    <FormSection title={t('menuOffice.bringIn')} hint={t('menuOffice.bringInHint')}>
      <FilePick onPick={bringing.pick} isTooLarge={bringing.isTooLarge} />
      <PastedText text={text} onType={bringing.type} />
      <Choice isChosen={removesOthers} data-remove-others onClick={() => bringing.setRemovesOthers(!removesOthers)}>
        <span className="py-2 text-[1.25rem]">{t('menuOffice.removeOthers')}</span>
      </Choice>
      {!preview && (
        <div>
          <Button
            look="primary"
            wraps
            data-preview
            disabled={isBusy || bringing.isTooLarge || text.trim() === ''}
            onClick={bringing.look}
          >
            {t('menuOffice.look')}
          </Button>
        </div>
      )}
      {isOvertaken && (
        <p role="alert" data-overtaken className="text-[1.25rem] leading-snug font-semibold text-danger">
          {t('menuOffice.menuOvertaken')}
        </p>
      )}
      {problem && <ImportProblem problem={problem} />}
      {preview && (
        <ImportPreview preview={preview} isBusy={isBusy} onTake={() => bringing.take(preview)} onNo={bringing.leave} />
      )}
      {taken && (
        <p role="status" data-taken className="flex gap-3 rounded-xl border border-edge bg-surface p-4 text-[1.25rem]">
          <CircleCheckBig aria-hidden className="size-7 shrink-0 text-done" />
          <span className="min-w-0 font-semibold">
            {t('menuOffice.broughtIn', { created: taken.created, changed: taken.changed, removed: taken.removed })}
          </span>
        </p>
      )}
    </FormSection>
  );
}
