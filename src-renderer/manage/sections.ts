import { House, KeyRound, type LucideIcon, TabletSmartphone, Users, Webhook } from 'lucide-react';

/** What a manager looks after, in the order in which a new restaurant comes to it. */
export const sections = {
  devices: TabletSmartphone,
  people: Users,
  keys: KeyRound,
  programs: Webhook,
  house: House,
} as const satisfies Readonly<Record<string, LucideIcon>>;

export type SectionName = keyof typeof sections;

export const sectionNames = Object.keys(sections) as readonly SectionName[];

export const isSection = (name: string): name is SectionName => Object.hasOwn(sections, name);
