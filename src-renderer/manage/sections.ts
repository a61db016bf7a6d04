import {
  Armchair,
  ChartColumn,
  ConciergeBell,
  CookingPot,
  History,
  House,
  KeyRound,
  type LucideIcon,
  MonitorCheck,
  Printer,
  Smartphone,
  TabletSmartphone,
  Users,
  UtensilsCrossed,
  Webhook,
} from 'lucide-react';

/** What a manager looks after, in the order in which a new restaurant comes to it. */
export const sections = {
  menu: UtensilsCrossed,
  stations: CookingPot,
  tables: Armchair,
  people: Users,
  devices: TabletSmartphone,
  house: House,
  printers: Printer,
  guests: Smartphone,
  reports: ChartColumn,
  history: History,
  programs: Webhook,
  keys: KeyRound,
} as const satisfies Readonly<Record<string, LucideIcon>>;

/** Where the work is done, as `manage.to…` calls it. */
export const workplaces = [
  { to: '/', icon: MonitorCheck, name: 'Board' },
  { to: '/floor', icon: ConciergeBell, name: 'Floor' },
] as const satisfies readonly { readonly to: string; readonly icon: LucideIcon; readonly name: string }[];

export type SectionName = keyof typeof sections;

export const sectionNames = Object.keys(sections) as readonly SectionName[];

export const isSection = (name: string): name is SectionName => Object.hasOwn(sections, name);
