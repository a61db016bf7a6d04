import { ArrowRight, Check, CirclePause, Play, Truck } from 'lucide-react';
import type { Bumped } from '../store/bumped.ts';

/** What a deed looks like, what is said of it, and the name of its way back. */
const looks = {
  bump: { Icon: Check, left: 'slot.bumped', undo: 'slot.undoNamed', pointsOn: false },
  handOver: { Icon: Check, left: 'slot.handedOver', undo: 'slot.undoNamed', pointsOn: false },
  hold: { Icon: CirclePause, left: 'slot.held', undo: 'slot.undoHold', pointsOn: false },
  fire: { Icon: Play, left: 'slot.fired', undo: 'slot.undoFire', pointsOn: true },
  ship: { Icon: Truck, left: 'floor.shipped', undo: 'floor.undoShipped', pointsOn: true },
  deliver: { Icon: Check, left: 'floor.delivered', undo: 'floor.undoDelivered', pointsOn: true },
  give: { Icon: ArrowRight, left: 'slot.given', undo: 'slot.undoGive', pointsOn: true },
} as const;

export const deedLook = ({ deed }: Bumped, isPass: boolean) =>
  looks[deed.kind === 'bump' && isPass ? 'handOver' : deed.kind];
