import type { LucideIcon } from 'lucide-react';
import { Hourglass } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useState } from 'react';
import { useText } from '../messages/text-context.tsx';
import { NeedsKitchen } from '../screen/needs-kitchen.tsx';
import type { Asked } from './use-asked.ts';

/** A list of the panel, or why there is none to be seen. */
export function Listed<Item>({ asked, empty, children }: ListedProps<Item>) {
  const { value, isMissing, again } = asked;
  return (
    <>
      {isMissing && <NeedsKitchen onAgain={() => void again()} />}
      {!value && !isMissing && <Asking />}
      {value?.length === 0 && empty}
      {value && value.length > 0 && (
        <ul className="divide-y divide-edge overflow-hidden rounded-xl border border-edge bg-surface">
          {value.map(children)}
        </ul>
      )}
    </>
  );
}

type ListedProps<Item> = {
  readonly asked: Asked<readonly Item[]>;
  readonly empty: ReactNode;
  readonly children: (item: Item) => ReactNode;
};

/** Nothing has come yet. */
export function Asking() {
  const t = useText();
  return <Nothing icon={Hourglass} words={t('recall.asking')} />;
}

export function Nothing({ icon: Icon, words }: { readonly icon: LucideIcon; readonly words: string }) {
  return (
    <div role="status" className="grid justify-items-center gap-3 px-4 py-10 text-center text-muted">
      <Icon aria-hidden className="size-14" strokeWidth={1.5} />
      <p className="text-[1.375rem] font-semibold">{words}</p>
    </div>
  );
}

type RowProps = {
  readonly icon: LucideIcon;
  /** As somebody has written it: plain text, in its own direction. */
  readonly name: string;
  readonly facts: readonly string[];
  readonly actions: ReactNode;
  /** What the row has opened. */
  readonly children?: ReactNode;
};

/** One thing of a list: its name, what is known of it, what can be done with it. */
export function Row({ icon: Icon, name, facts, actions, children }: RowProps) {
  return (
    <li data-row={name} className="grid gap-4 p-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <Icon aria-hidden className="size-8 shrink-0 text-muted" />
        <div className="min-w-0 flex-1 basis-56">
          <p className="words text-[1.5rem] leading-tight font-bold">{name}</p>
          {facts.map((fact) => (
            <p key={fact} className="text-chrome leading-snug text-muted">
              {fact}
            </p>
          ))}
        </div>
        <div className="flex flex-wrap gap-3">{actions}</div>
      </div>
      {children}
    </li>
  );
}

/** What has opened gives the focus back to where it came from when it goes, or keys alone would begin anew. */
export function useFocusBack(): void {
  // While it is drawn: what it brings takes the focus before its first effect.
  const [before] = useState(() => document.activeElement);
  useLayoutEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus();
    },
    [before],
  );
}
