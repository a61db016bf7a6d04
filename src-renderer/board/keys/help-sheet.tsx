import { Keyboard } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { GuardedDialog } from '../../screen/guarded-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { actionName } from './action-name.ts';
import { type ActionGroup, actionGroups, type BoardAction } from './board-action.ts';
import { useHands } from './hands.ts';
import { KeyCap } from './key-cap.tsx';
import { strokesFor } from './key-map.ts';

/** The keys of this screen as they are now. */
export function HelpSheet() {
  const t = useText();
  const { closeSheet, toggle, keyMap } = useHands();
  return (
    <GuardedDialog title={t('keys.helpTitle')} onClose={closeSheet}>
      <div data-opened-by="help" className="grid gap-6">
        <Button look="framed" wraps onClick={() => toggle('learn')}>
          <Keyboard aria-hidden className="size-7" />
          {t('keys.setUp')}
        </Button>
        <p className="text-[1.25rem] text-muted">{t(keyMap.slotsBump ? 'keys.slotsBump' : 'keys.slotsSelect')}</p>
        {(Object.keys(actionGroups) as ActionGroup[]).map((group) => (
          <Group key={group} group={group} />
        ))}
      </div>
    </GuardedDialog>
  );
}

function Group({ group }: { readonly group: ActionGroup }) {
  const t = useText();
  const { keyMap } = useHands();
  const actions: readonly BoardAction[] = actionGroups[group];
  const used = actions.filter((action) => strokesFor(keyMap, action).length > 0);
  if (used.length === 0) return null;
  return (
    <section>
      <h3 className="mb-2 text-[1.25rem] font-semibold text-muted">{t(`keys.group.${group}`)}</h3>
      <dl className="divide-y divide-edge overflow-hidden rounded-xl border border-edge bg-surface">
        {used.map((action) => (
          <div key={action} data-help={action} className="flex items-center justify-between gap-4 px-4 py-2">
            <dt className="text-[1.375rem] leading-tight font-semibold">{actionName(action, t)}</dt>
            <dd className="flex flex-wrap justify-end gap-2">
              {strokesFor(keyMap, action).map((stroke) => (
                <KeyCap key={stroke} stroke={stroke} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
