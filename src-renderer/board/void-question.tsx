import type { Line } from '#shared/domain/line.ts';
import { useText } from '../messages/text-context.tsx';
import { useScreen } from '../screen/screen-context.ts';
import type { Ticket } from '../store/ticket.ts';
import { Button } from '../ui/button.tsx';
import { useTicketActions } from './use-ticket-actions.ts';

type VoidQuestionProps = { readonly ticket: Ticket; readonly line: Line };

/** What was called off: was the food made for nothing? The answer takes the line off ([CRD6]). */
export function VoidQuestion({ ticket, line }: VoidQuestionProps) {
  const t = useText();
  const { guard } = useScreen();
  const actions = useTicketActions();
  const answer = (cooked: boolean) => {
    if (guard.allows(`${line.id}/cooked`, true, ticket.id)) actions.acknowledge(ticket, [line.id], cooked);
  };
  return (
    <fieldset data-void-question className="px-3 pb-3">
      <legend className="py-1 text-aside font-bold">{t('line.cookedAlready')}</legend>
      <div className="grid grid-cols-2 gap-3">
        <Button wraps onClick={() => answer(true)}>
          {t('line.cookedYes')}
        </Button>
        <Button wraps onClick={() => answer(false)}>
          {t('line.cookedNo')}
        </Button>
      </div>
    </fieldset>
  );
}
