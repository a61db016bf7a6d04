import { useText } from '../../messages/text-context.tsx';
import { useMoment } from '../../screen/screen-context.ts';
import { useHands } from './hands.ts';
import { tensOf } from './slot-prefix.ts';

/** Long enough to be read from two metres. */
const readableMs = 4000;

/** Why a key did nothing, or that a digit is waited for. Covers nothing that can be tapped. */
export function KeyHint() {
  const t = useText();
  const { hint, prefix } = useHands();
  const isFresh = useMoment(({ steadyMs }) => hint !== null && steadyMs - hint.atMs < readableMs);
  const tens = useMoment(({ steadyMs }) => tensOf(prefix, steadyMs));
  const words =
    tens > 0 ? t('keys.waitsForDigit', { tens: String(tens) }) : hint && isFresh && t(`keys.hint.${hint.hint}`);
  return (
    <p
      role="status"
      data-key-hint
      className="pointer-events-none fixed inset-x-0 bottom-6 z-20 flex justify-center px-4 text-[1.625rem] font-bold"
    >
      {words && <span className="rounded-xl bg-text px-6 py-4 text-ground shadow-2xl">{words}</span>}
    </p>
  );
}
