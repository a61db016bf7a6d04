import type { LucideIcon } from 'lucide-react';
import { useText } from '../messages/text-context.tsx';
import { addressOf } from './place.ts';
import { sectionNames, sections, workplaces } from './sections.ts';

/** All there is to look after, in plain words, for whoever has never been here; and the way to where the work is done. */
export function StartPage() {
  const t = useText();
  return (
    <div className="mx-auto grid max-w-5xl gap-6 p-4 sm:p-6">
      <ul data-start className="grid gap-3 sm:grid-cols-2">
        {sectionNames.map((name) => (
          <Entry
            key={name}
            to={addressOf(name)}
            icon={sections[name]}
            title={t(`manage.section.${name}`)}
            about={t(`manage.about.${name}`)}
          />
        ))}
      </ul>
      <ul className="grid gap-3 border-t border-edge pt-6 sm:grid-cols-2">
        {workplaces.map(({ to, icon, name }) => (
          <Entry key={to} to={to} icon={icon} title={t(`manage.to${name}`)} about={t(`manage.about${name}`)} />
        ))}
      </ul>
    </div>
  );
}

type EntryProps = {
  readonly to: string;
  readonly icon: LucideIcon;
  readonly title: string;
  readonly about: string;
};

function Entry({ to, icon: Icon, title, about }: EntryProps) {
  return (
    <li className="grid">
      <a
        href={to}
        className="flex min-h-hit items-start gap-4 rounded-xl border border-edge bg-surface p-4 active:bg-raised"
      >
        <Icon aria-hidden className="mt-0.5 size-8 shrink-0 text-muted" />
        <span className="min-w-0">
          <span className="block text-[1.375rem] leading-tight font-bold">{title}</span>
          <span className="text-chrome leading-snug text-muted">{about}</span>
        </span>
      </a>
    </li>
  );
}
