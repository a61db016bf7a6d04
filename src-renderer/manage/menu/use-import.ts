import equal from 'fast-deep-equal';
import { useState } from 'react';
import type { Answer } from '../../link/ask.ts';
import { useDeed } from '../../people/use-deed.ts';
import { decodedFile, largestFile } from './decoded-file.ts';
import { formatOf, isTooLarge, type MenuFileText, type MenuPreview, type MenuTaken } from './menu-file-text.ts';
import { useMenuApi } from './use-menu-api.ts';

/** How far this very file has come; with anything that changes it has to be looked at again. */
type Stage = {
  readonly file: MenuFileText;
  readonly preview: MenuPreview | null;
  readonly taken: MenuTaken | null;
  /** The menu was another one when it was to be taken: what is shown now was compared anew. */
  readonly isOvertaken: boolean;
};

const begun = { preview: null, taken: null, isOvertaken: false };

/** A menu on its way in: what was looked at is what is done ([IMP1]). */
export function useImport() {
  const api = useMenuApi();
  const looking = useDeed('look at menu file');
  const taking = useDeed('take menu file');
  const [text, setText] = useState('');
  const [removesOthers, setRemovesOthers] = useState(false);
  const [isFileTooLarge, setFileTooLarge] = useState(false);
  const [stage, setStage] = useState<Stage | null>(null);

  const fileOf = (of: string): MenuFileText => ({ format: formatOf(of), text: of, remove_others: removesOthers });
  const file = fileOf(text);
  // An answer may come when something else stands there already.
  const now = stage && equal(stage.file, file) ? stage : begun;

  const lookAt = (wanted: MenuFileText) => {
    setStage(null);
    taking.forget();
    looking.run(
      () => api.preview(wanted),
      (preview) => setStage({ ...begun, file: wanted, preview }),
    );
  };
  const type = (typed: string) => {
    setText(typed);
    setFileTooLarge(false);
    looking.forget();
    taking.forget();
  };
  const pick = async (picked: File) => {
    if (picked.size > largestFile) return setFileTooLarge(true);
    const read = decodedFile(new Uint8Array(await picked.arrayBuffer()));
    type(read);
    if (!isTooLarge(fileOf(read))) lookAt(fileOf(read));
  };
  const take = ({ basis }: MenuPreview) =>
    taking.run(async (): Promise<Answer<Stage>> => {
      const answer = await api.take(file, basis);
      if (answer.kind === 'ok') return done({ ...begun, file, taken: answer.value });
      if (answer.kind !== 'refused' || answer.objection.code !== 'version_mismatch') return answer;
      const again = await api.preview(file);
      return again.kind === 'ok' ? done({ ...begun, file, preview: again.value, isOvertaken: true }) : again;
    }, setStage);
  return {
    ...now,
    text,
    removesOthers,
    isTooLarge: isFileTooLarge || isTooLarge(file),
    isBusy: looking.isBusy || taking.isBusy,
    problem: looking.problem ?? taking.problem,
    pick,
    type,
    setRemovesOthers,
    look: () => lookAt(file),
    take,
    /** Nothing of it is done; the text stays. */
    leave: () => setStage(null),
  };
}

const done = (value: Stage): Answer<Stage> => ({ kind: 'ok', value });
