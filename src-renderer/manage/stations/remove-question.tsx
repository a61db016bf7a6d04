import type { Station } from '#shared/domain/station.ts';
import { nothing } from '../../link/ask.ts';
import { useText } from '../../messages/text-context.tsx';
import { Question } from '../../people/question.tsx';
import { useDeed } from '../../people/use-deed.ts';
import { useScreenState } from '../../screen/screen-context.ts';
import { kitchenOf } from '../../store/screen-state.ts';
import { openAt } from './open-at.ts';
import type { StationList } from './station-draft.ts';

type RemoveQuestionProps = {
  readonly station: Station;
  readonly list: StationList;
  readonly onNo: () => void;
  readonly onYes: () => void;
};

/** What becomes of what is open there is said before, not found out after ([RTE5]). */
export function RemoveQuestion({ station, list, onNo, onYes }: RemoveQuestionProps) {
  const t = useText();
  const orders = useScreenState((state) => kitchenOf(state).orders);
  const removing = useDeed(`remove station ${station.id}`);
  const number = openAt(orders.values(), station.id);
  const feeding = list.filter(({ next }) => next === station.id).map(({ name }) => name);
  const words = [
    t('stationOffice.removeQuestion', { station: station.name || t('stationOffice.unnamed') }),
    ...(number > 0 ? [t('stationOffice.removeOpen', { number })] : []),
    ...(feeding.length > 0 ? [t('stationOffice.removeFed', { stations: feeding.join(', ') })] : []),
    t('stationOffice.removeScreens'),
  ].join(' ');
  const atOnce = () => Promise.resolve({ kind: 'ok', value: nothing() } as const);
  return (
    <Question
      words={words}
      yes={t('staff.removeYes')}
      deed={removing}
      onNo={onNo}
      onYes={() => removing.run(atOnce, onYes)}
    />
  );
}
