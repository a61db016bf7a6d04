import {
  Ban,
  CheckCheck,
  Circle,
  CircleCheckBig,
  CirclePause,
  Clock3,
  CookingPot,
  Hourglass,
  type LucideIcon,
} from 'lucide-react';
import type { TicketLine } from '#shared/domain/station-ticket.ts';
import { useText } from '../messages/text-context.tsx';
import { deliveryIcons } from '../screen/delivery/delivery-mark.tsx';
import type { Delivery } from '../store/delivery.ts';

type LineMarkProps = {
  readonly one: TicketLine;
  /** How far this screen's own command on it has come, until it is answered ([DLV1]). */
  readonly underWay: Delivery | undefined;
};

const size = 'mt-0.5 size-8';

/** At the end of a line: what it is to this cook, as a picture; where that asks for words they stand below it. */
export function LineMark({ one, underWay }: LineMarkProps) {
  const { state, parts } = one;
  if (underWay && state !== 'void') return <UnderWay delivery={underWay} />;
  switch (state) {
    case 'void':
      return <Ban aria-hidden strokeWidth={2.5} className={`${size} text-danger`} />;
    case 'ready':
    case 'done':
      return <Done parts={parts} />;
    case 'todo':
      return parts.some(({ status }) => status === 'preparing') ? <Cooking /> : <Quiet icon={Circle} />;
    case 'waiting':
      return <Quiet icon={Hourglass} />;
    case 'later':
      return <Quiet icon={Clock3} />;
    default:
      return <Quiet icon={CirclePause} />;
  }
}

function Done({ parts }: Pick<TicketLine, 'parts'>) {
  const t = useText();
  const isOver = parts.every(({ status }) => status === 'completed');
  const [Icon, word] = isOver ? [CheckCheck, t('part.completed')] : [CircleCheckBig, t('line.ready')];
  return <Icon role="img" aria-label={word} strokeWidth={2.5} className={`${size} text-done`} />;
}

function Quiet({ icon: Icon }: { readonly icon: LucideIcon }) {
  return <Icon aria-hidden strokeWidth={1.5} className={`${size} text-muted opacity-60`} />;
}

function Cooking() {
  const t = useText();
  return <CookingPot role="img" aria-label={t('part.preparing')} strokeWidth={2} className={size} />;
}

/** Done for this cook; the kitchen has yet to hear of it. */
function UnderWay({ delivery }: { readonly delivery: Delivery }) {
  const t = useText();
  const Icon = deliveryIcons[delivery];
  return <Icon role="img" aria-label={t(`delivery.state.${delivery}`)} data-delivery={delivery} className={size} />;
}
