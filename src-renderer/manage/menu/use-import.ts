import { useState } from 'react';
import type { Answer } from '../../link/ask.ts';
import { useDeed } from '../../people/use-deed.ts';
import { decodedFile, largestFile } from './decoded-file.ts';
import { formatOf, type MenuFileText, type MenuPreview, type MenuTaken } from './menu-file-text.ts';
import { useMenuApi } from './use-menu-api.ts';

type Stage = {
  readonly preview: MenuPreview | null;
  readonly taken: MenuTaken | null;
  /** The menu was another one when it was to be taken: what is shown now was compared anew. */
  readonly isOvertaken: boolean;
};

const begun: Stage = { preview: null, taken: null, isOvertaken: false };

/** A menu on its way in. What was looked at is what is done: with anything that changes, it has to be looked at again. */
export function useImport() {
  const api = useMenuApi();
  const looking = useDeed('look at menu file');
  const taking = useDeed('take menu file');
  const [text, setText] = useState('');
  const [removesOthers, setRemoves] = useState(false);
  const [isTooLarge, setTooLarge] = useState(false);
  const [stage, setStage] = useState(begun);

  const fileOf = (of: string): MenuFileText => ({ format: formatOf(of), text: of, remove_others: removesOthers });
  const lookAt = (file: MenuFileText, isOvertaken = false) => {
    setStage(begun);
    looking.run(
      () => api.preview(file),
      (preview) => setStage({ ...begun, preview, isOvertaken }),
    );
  };
  const type = (typed: string) => {
    setText(typed);
    setStage(begun);
    looking.forget();
    taking.forget();
  };
  const pick = async (file: File) => {
    setTooLarge(file.size > largestFile);
    if (file.size > largestFile) return;
    const read = decodedFile(new Uint8Array(await file.arrayBuffer()));
    type(read);
    lookAt(fileOf(read));
  };
  const take = () => {
    const { preview } = stage;
    if (!preview) return;
    const file = fileOf(text);
    taking.run(
      async (): Promise<Answer<MenuTaken | null>> => {
        const answer = await api.take(file, preview.basis);
        if (answer.kind !== 'refused' || answer.objection.code !== 'version_mismatch') return answer;
        const again = await api.preview(file);
        if (again.kind !== 'ok') return again;
        setStage({ ...begun, preview: again.value, isOvertaken: true });
        return { kind: 'ok', value: null };
      },
      (taken) => taken && setStage({ ...begun, taken }),
    );
  };
  return {
    ...stage,
    text,
    removesOthers,
    isTooLarge,
    isBusy: looking.isBusy || taking.isBusy,
    problem: looking.problem ?? taking.problem,
    pick,
    type,
    setRemovesOthers: (wanted: boolean) => {
      setRemoves(wanted);
      setStage(begun);
    },
    look: () => lookAt(fileOf(text)),
    take,
    /** Nothing of it is done; the text stays. */
    leave: () => setStage(begun),
  };
}
