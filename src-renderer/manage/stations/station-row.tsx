import { ConciergeBell, CookingPot, Pencil, Trash2 } from 'lucide-react';
import type { Station } from '#shared/domain/station.ts';
import { useText } from '../../messages/text-context.tsx';
import { Row } from '../../people/panel-parts.tsx';
import { Button } from '../../ui/button.tsx';
import { MoveButtons } from '../move-buttons.tsx';
import { FieldFault } from './field-fault.tsx';
import type { Choosable } from './offered.ts';
import { RemoveQuestion } from './remove-question.tsx';
import type { StationList } from './station-draft.ts';
import { type StationErrors, StationForm } from './station-form.tsx';
import { useStationFacts } from './use-station-facts.ts';

/** What of a row is open. */
export type Opened = 'edit' | 'remove' | null;

export type StationRowProps = {
  readonly station: Station;
  readonly list: StationList;
  readonly categories: readonly Choosable[];
  readonly dishes: readonly Choosable[];
  readonly errors: StationErrors;
  readonly opened: Opened;
  readonly onOpen: (opened: Opened) => void;
  readonly onChange: (change: Partial<Station>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
};

/** One station in the order in which they are offered, and what can be done with it. */
export function StationRow(props: StationRowProps) {
  const { station, list, categories, dishes, errors, opened, onOpen, onChange, onMove, onRemove } = props;
  const t = useText();
  const facts = useStationFacts(station, list);
  const name = station.name || t('stationOffice.unnamed');
  const toggle = (which: Opened) => onOpen(opened === which ? null : which);
  const problem = errors.name ?? errors.next;
  return (
    <Row
      icon={station.kind === 'expo' ? ConciergeBell : CookingPot}
      name={name}
      facts={facts}
      actions={
        <>
          <MoveButtons name={name} place={{ at: list.indexOf(station), of: list.length }} onMove={onMove} />
          <Button aria-expanded={opened === 'edit'} onClick={() => toggle('edit')} data-edit>
            <Pencil aria-hidden className="size-[1.2em]" />
            {t('staff.edit')}
          </Button>
          <Button aria-expanded={opened === 'remove'} onClick={() => toggle('remove')} data-remove>
            <Trash2 aria-hidden className="size-[1.2em]" />
            {t('staff.remove')}
          </Button>
        </>
      }
    >
      {problem && opened !== 'edit' && <FieldFault words={problem} />}
      {opened === 'edit' && (
        <StationForm
          station={station}
          others={list.filter((one) => one !== station)}
          categories={categories}
          dishes={dishes}
          errors={errors}
          onChange={onChange}
        />
      )}
      {opened === 'remove' && (
        <RemoveQuestion station={station} list={list} onNo={() => onOpen(null)} onYes={onRemove} />
      )}
    </Row>
  );
}
