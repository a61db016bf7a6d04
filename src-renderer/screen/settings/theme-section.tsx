import { Contrast, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../messages/text-context.tsx';
import { Choice } from '../../ui/choice.tsx';
import { SheetSection } from '../../ui/sheet-section.tsx';
import { keepTheme, readTheme, type Theme } from '../../ui/theme.ts';

const icons = { dark: Moon, light: Sun } as const;
const themes: readonly Theme[] = ['dark', 'light'];

/** Dark for a kitchen at night, light for a bright pass; each screen keeps its own. */
export function ThemeSection() {
  const t = useText();
  const [present, setPresent] = useState(readTheme);
  const choose = (theme: Theme) => {
    keepTheme(theme);
    setPresent(theme);
  };
  return (
    <SheetSection icon={Contrast} title={t('settings.lightOrDark')}>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        {themes.map((theme) => {
          const Icon = icons[theme];
          return (
            <Choice key={theme} isChosen={theme === present} onClick={() => choose(theme)}>
              <Icon aria-hidden className="size-[1.1em] shrink-0" />
              {t(`settings.theme.${theme}`)}
            </Choice>
          );
        })}
      </div>
    </SheetSection>
  );
}
