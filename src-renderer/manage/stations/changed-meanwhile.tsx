import { UsersRound } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { changedBetween } from './station-draft.ts';
import type { StationsDraft } from './use-stations-draft.ts';

/** [STE2] Two managers at once: neither loses anything without having said so. */
export function ChangedMeanwhile({ draft }: { readonly draft: StationsDraft }) {
  const t = useText();
  const { meanwhile, discard, keepMine } = draft;
  if (!meanwhile) return null;
  const what = changedBetween(meanwhile.before, meanwhile.after).join(', ');
  return (
    <div role="alert" data-meanwhile className="grid gap-3 rounded-xl bg-band-warn p-4 text-on-band-warn">
      <div className="flex gap-4">
        <UsersRound aria-hidden className="size-8 shrink-0" />
        <p className="min-w-0 text-[1.25rem] leading-snug wrap-anywhere">
          <strong className="block font-bold">{t('stationOffice.meanwhileTitle')}</strong>
          {what === '' ? t('stationOffice.meanwhileOrder') : t('stationOffice.meanwhileWhat', { what })}
        </p>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button wraps data-take-theirs onClick={discard}>
          {t('stationOffice.takeTheirs')}
        </Button>
        <Button wraps data-keep-mine onClick={keepMine}>
          {t('stationOffice.keepMine')}
        </Button>
      </div>
    </div>
  );
}
