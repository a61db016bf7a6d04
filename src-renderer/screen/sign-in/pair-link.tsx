import { Tablet } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';

/** The door for a device that is to stay, beside the one for people ([PAI1]). */
export function PairLink() {
  const t = useText();
  return (
    <Button look="framed" wraps onClick={() => location.assign('/pair')}>
      <Tablet aria-hidden className="size-[1.3em] shrink-0" />
      {t('session.pair')}
    </Button>
  );
}
