import { TabletSmartphone } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { DeviceRow } from './device-row.tsx';
import { LetIn } from './let-in.tsx';
import { useManager } from './manager-context.ts';
import { Listed, Nothing } from './panel-parts.tsx';
import { useAsked } from './use-asked.ts';

/** Devices come and go elsewhere, too. */
const everyMs = 5000;
const staffEveryMs = 60_000;

/** Screens and tablets that are let in, and the door for another one. */
export function DevicesTab() {
  const t = useText();
  const api = useManager();
  const devices = useAsked(api.devices, everyMs);
  const people = useAsked(api.people, staffEveryMs);
  const nameOf = (id: string) => people.value?.find((person) => person.id === id)?.display_name;
  return (
    <>
      <LetIn devices={devices.value} onChange={devices.again} />
      <Listed asked={devices} empty={<Nothing icon={TabletSmartphone} words={t('device.none')} />}>
        {(device) => (
          <DeviceRow key={device.id} device={device} pairedBy={nameOf(device.paired_by)} onChange={devices.again} />
        )}
      </Listed>
    </>
  );
}
