import { X } from 'lucide-react';
import { type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef } from 'react';

type DialogProps = {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** By its cross or beside it, where that is not the same. */
  readonly onCloseTap?: () => void;
  readonly children: ReactNode;
};

/**
 * A sheet at the end of the screen, the whole of a phone's. The browser's own modal dialog: what is behind cannot be
 * reached by finger, key or screen reader, Escape closes, and the focus returns to where it came from.
 */
export function Dialog({ title, closeLabel, onClose, onCloseTap = onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape does for the keyboard what a tap beside the sheet does
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => isOwn(event) && onClose()}
      onClose={(event) => isOwn(event) && !dialog.current?.open && onClose()}
      onClick={(event) => isOwn(event) && onCloseTap()}
      className="my-0 ms-auto me-0 h-dvh max-h-none w-[min(48rem,100vw)] max-w-none bg-ground text-text shadow-2xl backdrop:bg-[#000000b3]"
    >
      <div className="flex h-full flex-col">
        <header className="flex items-center justify-between gap-4 border-b border-edge ps-5 max-sm:ps-4">
          <h2 id={titleId} className="text-[1.75rem] leading-tight font-bold max-sm:text-[1.5rem]">
            {title}
          </h2>
          <button
            type="button"
            onClick={onCloseTap}
            aria-label={closeLabel}
            className="grid min-h-hit min-w-hit place-items-center text-muted active:bg-raised"
          >
            <X aria-hidden className="size-8" strokeWidth={2.5} />
          </button>
        </header>
        <div
          data-scroll
          className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-5 [scrollbar-gutter:stable] max-sm:p-4"
        >
          {children}
        </div>
      </div>
    </dialog>
  );
}

/** Not that of a sheet which lies over it: React tells it what happens there, too. */
const isOwn = ({ target, currentTarget }: SyntheticEvent) => target === currentTarget;
