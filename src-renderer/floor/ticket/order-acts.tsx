import { ArrowRightLeft, Ban, Banknote, Combine, type LucideIcon, Play, Split } from 'lucide-react';
import { useState } from 'react';
import { liveLines, type Order, orderStatus } from '#shared/domain/order.ts';
import { courseOf } from '#shared/domain/timing.ts';
import { useText } from '../../messages/text-context.tsx';
import { GuardedDialog } from '../../screen/guarded-dialog.tsx';
import { useScreen } from '../../screen/screen-context.ts';
import { Button } from '../../ui/button.tsx';
import { MergeForm } from './merge-form.tsx';
import { PaymentForm } from './payment-form.tsx';
import { PrintAct } from './print-act.tsx';
import { ReasonForm } from './reason-form.tsx';
import { SplitForm } from './split-form.tsx';
import { TableForm } from './table-form.tsx';

type Sheet = 'payment' | 'table' | 'split' | 'merge' | 'cancel';

const acts: readonly (readonly [Sheet, LucideIcon])[] = [
  ['payment', Banknote],
  ['table', ArrowRightLeft],
  ['split', Split],
  ['merge', Combine],
  ['cancel', Ban],
];

/** What can be done with a whole order: its courses, its bill, its table. */
export function OrderActs({ order }: { readonly order: Order }) {
  const t = useText();
  const [sheet, setSheet] = useState<Sheet>();
  const isOver = ['completed', 'cancelled'].includes(orderStatus(order));
  const offered = acts.filter(([name]) => {
    if (name === 'payment') return orderStatus(order) !== 'cancelled';
    return !isOver && (name !== 'table' || order.type === 'dine_in');
  });
  return (
    <div className="grid gap-2">
      <Courses order={order} />
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
        {offered.map(([name, Icon]) => (
          <Button key={name} look="framed" wraps data-act={name} onClick={() => setSheet(name)}>
            <Icon aria-hidden className="size-6 shrink-0" />
            {t(`floor.act.${name}`)}
          </Button>
        ))}
        {orderStatus(order) !== 'cancelled' && <PrintAct order={order} />}
      </div>
      {sheet && <ActSheet sheet={sheet} order={order} onClose={() => setSheet(undefined)} />}
    </div>
  );
}

/** What waits until somebody fires it ([FIR2]). */
function Courses({ order }: { readonly order: Order }) {
  const t = useText();
  const { client, guard } = useScreen();
  const held = (order.cancelledAtMs === null ? liveLines(order) : []).filter(({ heldAtMs }) => heldAtMs !== null);
  const courses = [...new Set(held.map(courseOf))].sort((a, b) => a - b);
  const { restaurantId, id: orderId } = order;
  const fire = (course: number) => {
    if (!guard.allows(`fire/${orderId}/${course}`, false)) return;
    const lineIds = held.filter((line) => courseOf(line) === course).map(({ id }) => id);
    client.fire({ order, station: null }, null, lineIds);
  };
  return courses.map((course) => (
    <Button key={`${restaurantId}/${course}`} look="primary" data-fire={course} onClick={() => fire(course)}>
      <Play aria-hidden className="size-6 rtl:rotate-180" />
      {course > 0 ? t('ticket.fireCourse', { course }) : t('ticket.fire')}
    </Button>
  ));
}

type ActSheetProps = { readonly sheet: Sheet; readonly order: Order; readonly onClose: () => void };

function ActSheet({ sheet, order, onClose }: ActSheetProps) {
  const t = useText();
  return (
    <GuardedDialog title={t(`floor.act.${sheet}`)} onClose={onClose}>
      <Form sheet={sheet} order={order} onClose={onClose} />
    </GuardedDialog>
  );
}

function Form({ sheet, order, onClose }: ActSheetProps) {
  const t = useText();
  const { client } = useScreen();
  const { restaurantId, id: orderId } = order;
  const cancel = (reason: string | null) => {
    client.command({ kind: 'order.cancel', restaurantId, orderId, reason });
    onClose();
  };
  switch (sheet) {
    case 'payment':
      return <PaymentForm order={order} onClose={onClose} />;
    case 'table':
      return <TableForm order={order} onClose={onClose} />;
    case 'split':
      return <SplitForm order={order} onClose={onClose} />;
    case 'merge':
      return <MergeForm order={order} onClose={onClose} />;
    case 'cancel':
      return (
        <ReasonForm
          question={t('floor.cancelQuestion')}
          detail={t('floor.voidDetail')}
          sure={t('floor.cancelSure')}
          onKeep={onClose}
          onSure={cancel}
        />
      );
  }
}
