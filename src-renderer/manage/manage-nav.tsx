import { useText } from '../messages/text-context.tsx';
import { addressOf } from './place.ts';
import { type SectionName, sectionNames, sections } from './sections.ts';

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
        {sectionNames.map((name) => {
          const Icon = sections[name];
          return (
            <li key={name} className="grid">
              <a
                href={addressOf(name)}
                data-to={name}
                aria-current={name === present ? 'page' : undefined}
                className="flex min-h-hit items-center gap-3 rounded-lg border-s-4 border-transparent px-3 text-[1.25rem] leading-tight font-semibold active:bg-raised aria-[current=page]:border-accent aria-[current=page]:bg-raised aria-[current=page]:font-bold"
              >
                <Icon aria-hidden className="size-6 shrink-0 text-muted" />
                {t(`manage.section.${name}`)}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
