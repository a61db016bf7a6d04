import { Check, X } from 'lucide-react';
import { useState } from 'react';
import type { DeviceRole } from '#shared/domain/role.ts';
import type { PairRequestOut } from '#shared/protocol/device-requests.ts';
import { useText } from '../messages/text-context.tsx';
import { Problem } from '../screen/sign-in/problem.tsx';
import { Button } from '../ui/button.tsx';
import { useManager } from './manager-context.ts';
import { RoleChoice } from './role-choice.tsx';
import { useAsked } from './use-asked.ts';
import { useDeed } from './use-deed.ts';

type WaitingListProps = {
  /** What pairing was opened for. */
  readonly role: DeviceRole;
  readonly onChange: () => Promise<void>;
};

const everyMs = 1000;

/** Who asks to be let in: whoever shows the same number is the one ([PAI1]). */
export function WaitingList({ role, onChange }: WaitingListProps) {
  const t = useText();
  const api = useManager();
  const waiting = useAsked(api.waiting, everyMs);
  const heard = () => Promise.all([waiting.again(), onChange()]);
  const isAnybody = (waiting.value?.length ?? 0) > 0;
  return (
    <div className="grid gap-3">
      <h4 className="text-[1.375rem] font-semibold">{t('door.waiting')}</h4>
      <p role="status" className="text-[1.25rem] leading-snug text-muted">
        {isAnybody ? t('door.compare') : t('door.nobody')}
      </p>
      <ul className="grid gap-3">
        {waiting.value?.map((request) => (
          <WaitingRow key={request.request_id} request={request} usual={role} onAnswered={heard} />
        ))}
      </ul>
    </div>
  );
}

type WaitingRowProps = {
  readonly request: PairRequestOut;
  readonly usual: DeviceRole;
  readonly onAnswered: () => Promise<unknown>;
};

function WaitingRow({ request, usual, onAnswered }: WaitingRowProps) {
  const t = useText();
  const api = useManager();
  const { request_id: id, code, name, address } = request;
  const [role, setRole] = useState(usual);
  const answering = useDeed(`answer ${id}`);
  const answered = () => void onAnswered();
  return (
    <li data-request={code} className="grid gap-4 rounded-xl border-2 border-edge bg-ground p-4">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <strong dir="ltr" className="tabular text-[3rem] leading-none font-bold tracking-[0.08em]">
          {code}
        </strong>
        <div className="min-w-0 flex-1 basis-48">
          <p className="words text-[1.5rem] leading-tight font-bold">{name}</p>
          <p className="text-chrome text-muted">{t('door.from', { address })}</p>
        </div>
      </div>
      <RoleChoice label={t('door.as')} chosen={role} onChoose={setRole} />
      {answering.problem && <Problem problem={answering.problem} />}
      <div className="grid grid-cols-2 gap-3">
        <Button
          look="primary"
          wraps
          disabled={answering.isBusy}
          onClick={() => answering.run(() => api.approve(id, role), answered)}
        >
          <Check aria-hidden className="size-[1.4em] shrink-0" strokeWidth={3} />
          {t('door.approve')}
        </Button>
        <Button
          look="framed"
          wraps
          disabled={answering.isBusy}
          onClick={() => answering.run(() => api.refuse(id), answered)}
        >
          <X aria-hidden className="size-[1.4em] shrink-0" strokeWidth={3} />
          {t('door.refuse')}
        </Button>
      </div>
    </li>
  );
}
