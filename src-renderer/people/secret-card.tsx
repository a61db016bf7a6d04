import { Check, Copy, KeyRound } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { useText } from '../messages/text-context.tsx';
import { Button } from '../ui/button.tsx';

type SecretCardProps = {
  readonly title: string;
  readonly detail: string;
  /** What is in the box. */
  readonly label: string;
  readonly secret: string;
  readonly onDone: () => void;
  /** What is to be known of it, before it is put away. */
  readonly children?: ReactNode;
};

/** The only place where a secret can ever be read. */
export function SecretCard({ title, detail, label, secret, onDone, children }: SecretCardProps) {
  const t = useText();
  const box = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  return (
    <section
      aria-label={title}
      data-new-key
      className="grid gap-4 rounded-2xl border-2 border-done bg-surface p-4 sm:p-5"
    >
      <h3 role="alert" className="flex gap-3 text-[1.5rem] leading-tight font-bold">
        <KeyRound aria-hidden className="size-[1.2em] shrink-0 text-done" />
        <span className="min-w-0 wrap-anywhere">{title}</span>
      </h3>
      <p className="text-[1.25rem] leading-snug">{detail}</p>
      <input
        ref={box}
        readOnly
        dir="ltr"
        aria-label={label}
        value={secret}
        onFocus={(event) => event.currentTarget.select()}
        className="min-h-hit w-full rounded-lg border-2 border-edge bg-ground px-4 font-mono text-[1.125rem]"
      />
      {children}
      <div className="flex flex-wrap items-center gap-3">
        <Button look="primary" autoFocus onClick={() => setCopied(copyFrom(box.current))}>
          {copied ? <Check aria-hidden className="size-[1.3em]" /> : <Copy aria-hidden className="size-[1.3em]" />}
          {t('key.copy')}
        </Button>
        <Button onClick={onDone}>{t('action.gotIt')}</Button>
        <p role="status" className="min-w-0 flex-1 basis-40 text-chrome font-semibold">
          {copied === null ? '' : t(copied ? 'key.copied' : 'key.copyByHand')}
        </p>
      </div>
    </section>
  );
}

/**
 * The old way: the new one is there for secure contexts only, and a page that came over plain HTTP is none. What cannot
 * be copied stays selected, to be copied by hand.
 */
function copyFrom(box: HTMLInputElement | null): boolean {
  box?.select();
  return document.execCommand('copy');
}
