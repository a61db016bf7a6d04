import { Rule } from '../../house/rule.tsx';
import { useText } from '../../messages/text-context.tsx';
import { useDeed } from '../../people/use-deed.ts';
import { useScreenState } from '../../screen/screen-context.ts';
import { Problem } from '../../screen/sign-in/problem.tsx';
import { useSettings } from '../../screen/use-site.ts';
import { Choice } from '../../ui/choice.tsx';
import type { PrintersApi } from './printers-api.ts';

const offered = [30, 60, 120, 300] as const;

/** How long a station may be without a screen before its printer stands in ([PRT6]). */
export function BackupRule({ api }: { readonly api: PrintersApi }) {
  const t = useText();
  const { backupPrintSeconds: own } = useSettings();
  const isLoaded = useScreenState((state) => state.kitchen !== undefined);
  const deed = useDeed('backup rule');
  const choose = (seconds: number | null) => deed.run(() => api.backupAfter(seconds));
  const all = [...new Set([...offered, ...(own === null ? [] : [own])])].sort((one, other) => one - other);
  if (!isLoaded) return null;
  return (
    <div data-backup aria-busy={deed.isBusy} className="grid gap-3">
      {deed.problem && <Problem problem={deed.problem} />}
      <Rule title={t('printer.backup.title')} hint={t('printer.backup.hint')}>
        <Choice isChosen={own === null} onClick={() => choose(null)}>
          {t('printer.backup.never')}
        </Choice>
        {all.map((seconds) => (
          <Choice key={seconds} isChosen={seconds === own} onClick={() => choose(seconds)}>
            {t('printer.backup.after', { seconds })}
          </Choice>
        ))}
      </Rule>
    </div>
  );
}
