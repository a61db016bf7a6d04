import type { StationId } from '#shared/domain/id.ts';
import { useText } from '../../messages/text-context.tsx';
import type { DraftFault } from './station-draft.ts';
import type { StationErrors } from './station-form.tsx';

type FaultWords = {
  readonly errorsAt: (id: StationId) => StationErrors;
  /** What is wrong with all of it. */
  readonly whole: string | undefined;
  /** Any of what is wrong, where somebody wants to save. */
  readonly first: string | undefined;
};

/** What is wrong in plain words, each at its field, and how to mend it. */
export function useFaultWords(faults: readonly DraftFault[]): FaultWords {
  const t = useText();
  const wordsOf = ({ what }: DraftFault) => t(`stationOffice.wrong.${what}`);
  return {
    errorsAt: (id) =>
      Object.fromEntries(
        faults.filter(({ station }) => station === id).map((fault) => [fault.field, wordsOf(fault)] as const),
      ),
    whole: faults.filter(({ field }) => field === 'list').map(wordsOf)[0],
    first: faults.length > 0 ? t('stationOffice.cannotSave') : undefined,
  };
}
