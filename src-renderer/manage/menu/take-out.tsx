import { Braces, Table2 } from 'lucide-react';
import { useText } from '../../messages/text-context.tsx';
import { ButtonLink } from '../../ui/button.tsx';
import { FormSection } from './form-section.tsx';

/** A copy to keep, to change in a spreadsheet, or for another program. The browser fetches it by itself. */
export function TakeOut() {
  const t = useText();
  return (
    <FormSection title={t('menuOffice.takeOut')} hint={t('menuOffice.takeOutHint')}>
      <div className="flex flex-wrap gap-3">
        <ButtonLink look="framed" wraps data-export="csv" download href={`${exportPath}csv`}>
          <Table2 aria-hidden className="size-[1.3em] shrink-0" />
          {t('menuOffice.asTable')}
        </ButtonLink>
        <ButtonLink look="framed" wraps data-export="json" download href={`${exportPath}json`}>
          <Braces aria-hidden className="size-[1.3em] shrink-0" />
          {t('menuOffice.asJson')}
        </ButtonLink>
      </div>
    </FormSection>
  );
}

const exportPath = '/api/v1/products/export?format=';
