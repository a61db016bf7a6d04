import { ArrowLeft, Delete, LogIn } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useScreen } from '../screen-context.ts';
import type { Colleague } from './change-person.tsx';
import { PinTrouble } from './pin-trouble.tsx';
import { usePinTry } from './use-pin-try.ts';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
const mostDigits = 8;

type PinPadProps = { readonly person: Colleague; readonly onBack: () => void };

/**
 * By finger, by keys and by a number pad alike. What is typed stands in a box of its own, which brings up no keyboard
 * on a tablet and is no password that a browser would offer to keep for everybody.
 */
export function PinPad({ person, onBack }: PinPadProps) {
  const t = useText();
  const { guard } = useScreen();
  const box = useRef<HTMLInputElement>(null);
  const [pin, setPin] = useState('');
  // Whatever is pressed first is a digit of it.
  useEffect(() => box.current?.focus(), []);
  const trying = usePinTry(person.id, () => setPin(''));
  const type = (next: string) => {
    trying.forget();
    setPin(next.replaceAll(/\D/g, '').slice(0, mostDigits));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pin !== '' && guard.isFirst('pin')) trying.run(pin);
    box.current?.focus();
  };
  const isClosed = trying.isBusy || trying.waitS > 0;
  return (
    <form onSubmit={submit} data-pin className="grid gap-4 sm:grid-cols-[1fr_auto] sm:gap-6">
      <div className="grid content-start gap-3">
        <input
          ref={box}
          aria-label={t('pin.of', { name: person.name })}
          type="text"
          inputMode="none"
          autoComplete="off"
          dir="ltr"
          value={pin}
          onChange={(event) => type(event.target.value)}
          className="tabular min-h-hit w-full rounded-xl border-2 border-edge bg-surface px-4 text-center text-[2.5rem] leading-none tracking-[0.25em] [-webkit-text-security:disc] outline-none focus:border-accent"
        />
        <PinTrouble problem={trying.problem} waitS={trying.waitS} />
      </div>
      <div
        dir="ltr"
        className="grid grid-cols-3 gap-3 sm:col-start-2 sm:row-span-2 sm:row-start-1 sm:w-[max(24rem,calc(3*var(--hit-size)+1.5rem))]"
      >
        {digits.map((digit) => (
          <Digit key={digit} digit={digit} onPress={() => type(pin + digit)} />
        ))}
        <PadButton onPress={() => type(pin.slice(0, -1))}>
          <Delete aria-hidden className="size-9" />
          <span className={padWords}>{t('pin.delete')}</span>
        </PadButton>
        <Digit digit="0" onPress={() => type(`${pin}0`)} />
        <button
          type="submit"
          disabled={isClosed || pin === ''}
          className={`${pad} bg-accent text-on-accent active:brightness-90 disabled:opacity-60`}
        >
          <LogIn aria-hidden className="size-9 rtl:rotate-180" strokeWidth={2.5} />
          <span className={padWords}>{t('pin.go')}</span>
        </button>
      </div>
      <div className="sm:self-end">
        <Button look="framed" wraps onClick={onBack}>
          <ArrowLeft aria-hidden className="size-[1.3em] rtl:rotate-180" />
          {t('pin.back')}
        </Button>
      </div>
    </form>
  );
}

const pad = 'grid min-h-hit min-w-hit content-center justify-items-center gap-0.5 rounded-xl px-1 py-1';
const padWords = 'text-chrome leading-tight font-semibold wrap-anywhere';

type DigitProps = { readonly digit: string; readonly onPress: () => void };

function Digit({ digit, onPress }: DigitProps) {
  return (
    <PadButton onPress={onPress}>
      <span className="tabular text-[2.5rem] leading-none font-bold">{digit}</span>
    </PadButton>
  );
}

type PadButtonProps = {
  readonly onPress: () => void;
  readonly children: ReactNode;
};

function PadButton({ onPress, children }: PadButtonProps) {
  return (
    <button type="button" onClick={onPress} className={`${pad} border-2 border-edge bg-surface active:bg-raised`}>
      {children}
    </button>
  );
}
