import { useText } from '../messages/text-context.tsx';
import { Problem } from '../screen/sign-in/problem.tsx';
import { Button } from '../ui/button.tsx';
import { useFocusBack } from './panel-parts.tsx';
import type { Deed } from './use-deed.ts';

type QuestionProps = {
  /** What will happen, in whole sentences. */
  readonly words: string;
  readonly yes: string;
  readonly deed: Deed;
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** Before something that cannot be taken back: what leaves everything as it is comes first, and has the focus. */
export function Question({ words, yes, deed, onYes, onNo }: QuestionProps) {
  const t = useText();
  useFocusBack();
  return (
    <fieldset data-question aria-label={words} className="grid min-w-0 gap-3 rounded-xl border-2 border-danger p-4">
      <p className="text-[1.25rem] leading-snug font-semibold wrap-anywhere">{words}</p>
      {deed.problem && <Problem problem={deed.problem} />}
      <div className="flex flex-wrap gap-3">
        <Button look="primary" autoFocus onClick={onNo}>
          {t('action.cancel')}
        </Button>
        <Button wraps disabled={deed.isBusy} onClick={onYes}>
          {yes}
        </Button>
      </div>
    </fieldset>
  );
}
