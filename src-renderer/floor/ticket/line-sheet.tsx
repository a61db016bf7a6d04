import equal from 'fast-deep-equal';
import { Ban } from 'lucide-react';
import { useState } from 'react';
import { contentOf, type Line, type LineContent, lineStatus } from '#shared/domain/line.ts';
import type { Order } from '#shared/domain/order.ts';
import { isCooked } from '#shared/domain/progress.ts';
import { useText } from '../../messages/text-context.tsx';
import { GuardedDialog } from '../../screen/guarded-dialog.tsx';
import { useScreen } from '../../screen/screen-context.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { allergensIn } from '../ring/allergens-in.ts';
import { Amount } from '../ring/amount.tsx';
import { NextPicker } from '../ring/next-picker.tsx';
import { ReasonForm } from './reason-form.tsx';

type LineSheetProps = { readonly order: Order; readonly line: Line; readonly onClose: () => void };

type Words = Pick<LineContent, 'quantity' | 'notes' | 'seat' | 'course' | 'allergens'>;

/** A dish that was sent: what is said about it is changed before the kitchen sees it as old and new, or it is called off. */
export function LineSheet({ order, line, onClose }: LineSheetProps) {
  const t = useText();
  const { client, guard } = useScreen();
  // What somebody else changes meanwhile is not taken back by what is changed here.
  const [opened] = useState(line);
  const [words, setWords] = useState<Words>(contentOf(opened));
  const [allergies, setAllergies] = useState(opened.allergens.join(', '));
  const [isVoiding, setVoiding] = useState(false);
  const { restaurantId, id: orderId } = order;
  const on = { restaurantId, orderId, lineId: line.id };
  const change = (some: Partial<Words>) => setWords((before) => ({ ...before, ...some }));
  const changed = changesIn(opened, { ...words, allergens: allergensIn(allergies) });
  const isBegunCooked = line.progress.some(isCooked);
  const isServed = lineStatus(line) === 'completed';
  const keep = () => {
    if (!guard.allows(`change/${line.id}`, false)) return;
    client.command({ kind: 'line.change', ...on, change: changed });
    onClose();
  };
  const callOff = (reason: string | null) => {
    client.command({ kind: 'line.void', ...on, reason });
    onClose();
  };
  return (
    <GuardedDialog title={line.name} onClose={onClose}>
      {isVoiding ? (
        <ReasonForm
          question={t('floor.voidQuestion', { dish: `${line.quantity} × ${line.name}` })}
          detail={t('floor.voidDetail')}
          sure={t('floor.voidSure')}
          onKeep={() => setVoiding(false)}
          onSure={callOff}
        />
      ) : (
        <div className="grid gap-6">
          {isBegunCooked && (
            <p className="text-chrome text-muted">{isServed ? t('floor.state.completed') : t('floor.cookedNote')}</p>
          )}
          {!isBegunCooked && (
            <>
              <div className="flex items-center justify-between gap-4">
                <span className="text-chrome font-semibold">{t('floor.quantity')}</span>
                <Amount quantity={words.quantity} onChoose={(quantity) => change({ quantity })} />
              </div>
              <NextPicker next={words} onChoose={({ seat, course }) => change({ seat, course })} />
              <Field
                label={t('floor.note')}
                hint={t('floor.noteHint')}
                value={words.notes ?? ''}
                maxLength={1000}
                autoComplete="off"
                onChange={(event) => change({ notes: event.target.value })}
              />
              <Field
                label={t('floor.allergies')}
                hint={t('floor.allergiesHint')}
                value={allergies}
                maxLength={500}
                autoComplete="off"
                onChange={(event) => setAllergies(event.target.value)}
              />
              <Button look="primary" data-keep-change disabled={Object.keys(changed).length === 0} onClick={keep}>
                {t('floor.changeAndTell')}
              </Button>
            </>
          )}
          {!isServed && (
            <Button look="framed" data-void onClick={() => setVoiding(true)}>
              <Ban aria-hidden className="size-6" />
              {t('floor.void')}
            </Button>
          )}
        </div>
      )}
    </GuardedDialog>
  );
}

/** Only what is another than before: somebody else may have changed the rest meanwhile. */
function changesIn(line: Line, words: Words): Partial<LineContent> {
  const wanted: Words = { ...words, notes: words.notes?.trim() || null };
  const names = ['quantity', 'notes', 'seat', 'course', 'allergens'] as const;
  return Object.fromEntries(names.flatMap((name) => (equal(wanted[name], line[name]) ? [] : [[name, wanted[name]]])));
}
