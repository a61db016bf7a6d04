import { CircleCheckBig, DoorOpen, Hourglass } from 'lucide-react';
import { useState } from 'react';
import type { DeviceRole } from '#shared/domain/role.ts';
import type { DeviceOut } from '#shared/protocol/device-requests.ts';
import { useText } from '../messages/text-context.tsx';
import { Problem } from '../screen/sign-in/problem.tsx';
import { Button } from '../ui/button.tsx';
import { useManager } from './manager-context.ts';
import { OpenDoor } from './open-door.tsx';
import { RoleChoice } from './role-choice.tsx';
import { useAsked } from './use-asked.ts';
import { useDeed } from './use-deed.ts';
import { type HowItEnded, useHowItEnded } from './use-how-it-ended.ts';

type LetInProps = { readonly devices: readonly DeviceOut[] | undefined; readonly onChange: () => Promise<void> };

const everyMs = 1000;

/** The door for another device: shut, about to be opened, or open for two minutes ([PAI1]). */
export function LetIn({ devices, onChange }: LetInProps) {
  const api = useManager();
  const pairing = useAsked(api.pairing, everyMs);
  const closing = useDeed('close pairing');
  const ended = useHowItEnded(pairing.value, devices, onChange);
  const window = pairing.value;
  if (window?.open && window.secret !== null && window.expires_at !== null) {
    return (
      <OpenDoor
        secret={window.secret}
        role={window.role as DeviceRole}
        expiresAtMs={Date.parse(window.expires_at)}
        closing={closing}
        onClose={() => closing.run(api.closePairing, pairing.again)}
        onChange={onChange}
      />
    );
  }
  return (
    <>
      {ended && <Ended ended={ended} />}
      <Opening onOpened={pairing.again} />
    </>
  );
}

function Opening({ onOpened }: { readonly onOpened: () => Promise<void> }) {
  const t = useText();
  const api = useManager();
  const [isChoosing, setChoosing] = useState(false);
  const [role, setRole] = useState<DeviceRole>('kitchen');
  const opening = useDeed('open pairing');
  return (
    <section data-let-in="shut" className="grid gap-4">
      <Button
        look={isChoosing ? 'framed' : 'primary'}
        wraps
        aria-expanded={isChoosing}
        onClick={() => setChoosing(!isChoosing)}
      >
        <DoorOpen aria-hidden className="size-[1.4em] shrink-0" />
        {t('door.title')}
      </Button>
      {isChoosing && (
        <>
          <p className="text-[1.25rem] font-semibold">{t('door.as')}</p>
          <RoleChoice label={t('door.as')} chosen={role} onChoose={setRole} />
          {opening.problem && <Problem problem={opening.problem} />}
          <Button
            look="primary"
            wraps
            disabled={opening.isBusy}
            onClick={() => opening.run(() => api.openPairing(role), onOpened)}
          >
            {t('door.open')}
          </Button>
        </>
      )}
    </section>
  );
}

function Ended({ ended }: { readonly ended: HowItEnded }) {
  const t = useText();
  const Icon = ended.names.length > 0 ? CircleCheckBig : Hourglass;
  const names = ended.names.join(', ');
  return (
    <p
      role="status"
      data-ended={ended.how}
      className="flex gap-3 rounded-xl border border-edge bg-surface p-4 text-[1.25rem] leading-snug font-semibold wrap-anywhere"
    >
      <Icon aria-hidden className={`size-[1.3em] shrink-0 ${names ? 'text-done' : 'text-muted'}`} />
      {names ? t('door.paired', { names }) : t(`door.ended.${ended.how}`)}
    </p>
  );
}
