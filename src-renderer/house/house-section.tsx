import { House } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { useScreenState } from '../screen/screen-context.ts';
import { mayManage } from '../store/staff-rights.ts';
import { SheetSection } from '../ui/sheet-section.tsx';
import { HouseRules } from './house-rules.tsx';

/** The rules of the house, for who manages it. */
export function HouseSection() {
  const t = useText();
  const isManager = useScreenState(mayManage);
  const isLoaded = useScreenState((state) => state.kitchen !== undefined);
  if (!isManager || !isLoaded) return null;
  return (
    <SheetSection icon={House} title={t('house.title')}>
      <HouseRules />
    </SheetSection>
  );
}
