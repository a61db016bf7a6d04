import { CircleCheck, PencilLine } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { Problem } from '../../screen/sign-in/problem.tsx';
import { Button } from '../../ui/button.tsx';
import { FieldFault } from './field-fault.tsx';
import type { StationsDraft } from './use-stations-draft.ts';

type SaveBarProps = {
  readonly draft: StationsDraft;
  readonly isSaved: boolean;
  /** What is wrong with the whole. */
  readonly fault: string | undefined;
  readonly onSave: () => void;
};

/** Stays in sight while something is not saved. */
export function SaveBar({ draft, isSaved, fault, onSave }: SaveBarProps) {
  const t = useText();
  const { isDirty, isSaving, problem, discard, meanwhile } = draft;
  // Once the news is here it stands above, with what can be done about it.
  const isLate = problem?.kind === 'refused' && problem.objection.code === 'version_mismatch';
  if (!isDirty)
    return isSaved ? (
      <p role="status" data-saved className="flex items-center gap-2 text-[1.25rem] font-semibold text-done">
        <CircleCheck aria-hidden className="size-[1.3em] shrink-0" />
        {t('stationOffice.saved')}
      </p>
    ) : null;
  return (
    <div
      data-save-bar
      className="sticky bottom-0 z-10 -mx-4 grid gap-3 border-t-2 border-accent bg-ground p-4 sm:-mx-6 sm:px-6"
    >
      {problem && !isLate && <Problem problem={problem} />}
      {isLate && !meanwhile && <FieldFault words={t('stationOffice.meanwhileTitle')} />}
      {fault && <FieldFault words={fault} />}
      <div className="grid grid-cols-2 items-stretch gap-3 sm:flex sm:flex-wrap sm:items-center">
        <p className="flex min-w-0 flex-1 basis-48 items-center gap-2 text-[1.25rem] font-semibold max-sm:hidden">
          <PencilLine aria-hidden className="size-[1.2em] shrink-0" />
          {t('stationOffice.unsaved')}
        </p>
        <Button look="framed" wraps data-discard onClick={discard}>
          {t('stationOffice.discard')}
        </Button>
        <Button look="primary" wraps data-save disabled={isSaving || meanwhile !== null} onClick={onSave}>
          {t('stationOffice.save')}
        </Button>
      </div>
    </div>
  );
}
