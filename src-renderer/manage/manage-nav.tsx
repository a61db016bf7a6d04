import type { LucideIcon } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { addressOf } from './place.ts';
import { type SectionName, sectionNames, sections, workplaces } from './sections.ts';

type ManageNavProps = { readonly present: SectionName | null };

/** Beside the page where there is room; on a phone the first page leads everywhere. */
export function ManageNav({ present }: ManageNavProps) {
  const t = useText();
  return (
    <nav
      aria-label={t('manage.title')}
      className="hidden w-64 shrink-0 overflow-y-auto border-e border-edge bg-surface p-2 lg:block print:hidden"
    >
      <ul className="grid gap-1">
        {sectionNames.map((name) => (
          <Way
            key={name}
            to={addressOf(name)}
            section={name}
            icon={sections[name]}
            title={t(`manage.section.${name}`)}
            isHere={name === present}
          />
        ))}
      </ul>
      <ul className="mt-2 grid gap-1 border-t border-edge pt-2">
        {workplaces.map(({ to, icon, name }) => (
          <Way key={to} to={to} icon={icon} title={t(`manage.to${name}`)} isHere={false} />
        ))}
      </ul>
    </nav>
  );
}

type WayProps = {
  readonly to: string;
  readonly section?: SectionName;
  readonly icon: LucideIcon;
  readonly title: string;
  readonly isHere: boolean;
};

function Way({ to, section, icon: Icon, title, isHere }: WayProps) {
  return (
    <li className="grid">
      <a
        href={to}
        data-to={section}
        aria-current={isHere ? 'page' : undefined}
        className="flex min-h-hit items-center gap-3 rounded-lg border-s-4 border-transparent px-3 text-[1.25rem] leading-tight font-semibold active:bg-raised aria-[current=page]:border-accent aria-[current=page]:bg-raised aria-[current=page]:font-bold"
      >
        <Icon aria-hidden className="size-6 shrink-0 text-muted" />
        {title}
      </a>
    </li>
  );
}
