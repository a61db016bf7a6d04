import { CloudCheck, CloudUpload, Eye, type LucideIcon, Tablet } from 'lucide-react';
import type { Delivery } from '../../store/delivery.ts';

/** How far a command has come, as a picture; a word always stands beside it or is its label ([DLV1]). */
export const deliveryIcons: Readonly<Record<Delivery, LucideIcon>> = {
  sending: CloudUpload,
  kept: Tablet,
  stored: CloudCheck,
  seen: Eye,
};

/** Done is green only once the kitchen has it. */
export const deliveryColours: Readonly<Record<Delivery, string>> = {
  sending: 'text-muted',
  kept: 'text-text',
  stored: 'text-done',
  seen: 'text-done',
};
