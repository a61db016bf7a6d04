import { Eye, type LucideIcon, TriangleAlert } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { useIsPass } from '../../screen/use-site.ts';
import type { Ticket } from '../../store/ticket.ts';
import { hasAllergy, isToBeSeen } from './to-be-seen.ts';

/** What must not be missed though the ticket is on another page, in the corners of its tile, which keeps its size ([OVW4]). */
export function TileMarks({ ticket }: { readonly ticket: Ticket }) {
  const t = useText();
  const isPass = useIsPass(ticket.viewpoint);
  return (
    <>
      {isToBeSeen(ticket, isPass) && (
        <Mark name="news" Icon={Eye} words={t('overview.news')} look="start-0 rounded-ee-lg bg-accent text-on-accent" />
      )}
      {hasAllergy(ticket) && (
        <Mark
          name="allergy"
          Icon={TriangleAlert}
          words={t('overview.allergy')}
          look="end-0 rounded-es-lg bg-allergy text-on-allergy"
        />
      )}
    </>
  );
}

type MarkProps = {
  readonly name: 'news' | 'allergy';
  readonly Icon: LucideIcon;
  readonly words: string;
  readonly look: string;
};

function Mark({ name, Icon, words, look }: MarkProps) {
  return (
    <span data-mark={name} className={`absolute top-0 grid size-6 place-items-center ${look}`}>
      <Icon aria-hidden className="size-4.5" strokeWidth={2.75} />
      <span className="sr-only">{words}</span>
    </span>
  );
}
