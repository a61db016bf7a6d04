import { Plus } from 'lucide-react';
import type { Product } from '#shared/domain/product.ts';
import { useText } from '../../messages/text-context.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyGroup } from './copy-group.tsx';
import { freshKey, type GroupDraft, movedBy } from './dish-draft.ts';
import type { FormPart } from './form-part.ts';
import { FormSection } from './form-section.tsx';
import { GroupCard } from './group-card.tsx';

type GroupsFieldProps = FormPart & { readonly product: Product | undefined };

/** What may or must be said about the dish when it is ordered ([MEN6]). */
export function GroupsField({ draft, writing, set, errorAt, product }: GroupsFieldProps) {
  const t = useText();
  const { groups } = draft;
  const setGroups = (next: readonly GroupDraft[]) => set({ groups: next });
  const add = (group: Omit<GroupDraft, 'key'>) => setGroups([...groups, { ...group, key: freshKey(groups) }]);
  return (
    <FormSection
      title={t('menuOffice.field.groups')}
      hint={t('menuOffice.groupsHint')}
      error={errorAt('modifier_groups')}
    >
      {groups.length > 0 && (
        <ol className="grid gap-4">
          {groups.map((group, at) => (
            <GroupCard
              key={group.key}
              group={group}
              place={{ at, of: groups.length }}
              errorAt={(path) => errorAt(`modifier_groups[${at}].${path}`)}
              onChange={(change) => setGroups(groups.with(at, { ...group, ...change }))}
              onMove={(by) => setGroups(movedBy(groups, at, by))}
              onRemove={() => setGroups(groups.toSpliced(at, 1))}
            />
          ))}
        </ol>
      )}
      <div className="flex flex-wrap items-start gap-3">
        <Button look="framed" wraps data-add-group onClick={() => add(emptyGroup)}>
          <Plus aria-hidden className="size-[1.2em] shrink-0" strokeWidth={3} />
          {t('menuOffice.addGroup')}
        </Button>
        <CopyGroup writing={writing} except={product?.id} onCopy={add} />
      </div>
    </FormSection>
  );
}

const emptyGroup = { name: '', min: '0', max: '', options: [{ key: 'n0', name: '', price: '' }] };
