import { CircleHelp, Play } from 'lucide-react';
import type { Viewpoint } from '#shared/domain/station-ticket.ts';
import { useText } from '../../messages/text-context.tsx';
import { useTwice } from '../../screen/use-twice.ts';
import { Act } from './act.tsx';
import { doesPassDecide } from './possible.ts';

type FireActProps = { readonly viewpoint: Viewpoint; readonly course: number; readonly onFire: () => void };

/** Sends on what is on hold; a station where the pass says when is asked first ([FIR2]). */
export function FireAct({ viewpoint, course, onFire }: FireActProps) {
  const t = useText();
  const { isAsking, tap } = useTwice(doesPassDecide(viewpoint), onFire);
  const words = course > 0 ? t('ticket.fireCourse', { course }) : t('ticket.fire');
  return (
    <Act
      icon={isAsking ? CircleHelp : Play}
      text={isAsking ? t('held.fireAnyway') : words}
      isSure={isAsking}
      onTap={tap}
    />
  );
}
