import { CookingPot, Monitor, TabletSmartphone } from 'lucide-react';
import { type DeviceRole, deviceRoles } from '#shared/domain/role.ts';
import { useText } from '../messages/text-context.tsx';
import { Choice } from '../ui/choice.tsx';

export const roleIcons = { kitchen: CookingPot, waiter: TabletSmartphone, display: Monitor } as const;

type RoleChoiceProps = {
  /** What the choice is about, for who does not see what stands above it. */
  readonly label: string;
  readonly chosen: DeviceRole;
  readonly onChoose: (role: DeviceRole) => void;
};

/** What a device is let in as; it stays that until it is paired anew ([DEV1]). */
export function RoleChoice({ label, chosen, onChoose }: RoleChoiceProps) {
  const t = useText();
  return (
    <fieldset aria-label={label} className="grid min-w-0 gap-3 sm:grid-cols-3">
      {deviceRoles.map((role) => {
        const Icon = roleIcons[role];
        return (
          <Choice key={role} isChosen={role === chosen} onClick={() => onChoose(role)}>
            <Icon aria-hidden className="size-[1.1em] shrink-0" />
            <span className="min-w-0 text-[1.25rem]">{t(`device.role.${role}`)}</span>
          </Choice>
        );
      })}
    </fieldset>
  );
}
