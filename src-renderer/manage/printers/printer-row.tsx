import { CircleCheck, Pencil, Printer, ReceiptText, Trash2, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { stationId } from '#shared/domain/id.ts';
import type { PrinterOut } from '#shared/protocol/printer-requests.ts';
import { type PrinterTrouble, printerTroubles } from '#shared/protocol/printer-words.ts';
import { useText } from '../../messages/text-context.tsx';
import { Row } from '../../people/panel-parts.tsx';
import { Question } from '../../people/question.tsx';
import { useDeed } from '../../people/use-deed.ts';
import { useWhen } from '../../people/when.ts';
import { Problem } from '../../screen/sign-in/problem.tsx';
import { useStationName } from '../../screen/use-site.ts';
import { Button } from '../../ui/button.tsx';
import { PrinterForm } from './printer-form.tsx';
import type { PrintersApi } from './printers-api.ts';

type PrinterRowProps = {
  readonly api: PrintersApi;
  readonly printer: PrinterOut;
  readonly onChange: () => Promise<void>;
};

/** One printer: what it prints, how it is, and what waits for it. */
export function PrinterRow({ api, printer, onChange }: PrinterRowProps) {
  const t = useText();
  const [testing, removing] = [useDeed(`test ${printer.id}`), useDeed(`remove ${printer.id}`)];
  const [opened, setOpened] = useState<'edit' | 'remove' | null>(null);
  const [cameOut, setCameOut] = useState(false);
  const facts = useFacts(printer);
  const close = () => setOpened(null);
  const toggle = (which: 'edit' | 'remove') => setOpened((now) => (now === which ? null : which));
  const { id, name } = printer;
  const test = () => {
    setCameOut(false);
    testing.run(
      () => api.test(id),
      ({ printed }) => {
        setCameOut(printed);
        void onChange();
      },
    );
  };
  return (
    <Row
      icon={Printer}
      name={name}
      facts={facts}
      actions={
        <>
          <Button disabled={testing.isBusy} onClick={test}>
            <ReceiptText aria-hidden className="size-[1.2em]" />
            {t('printer.test')}
          </Button>
          <Button aria-expanded={opened === 'edit'} onClick={() => toggle('edit')}>
            <Pencil aria-hidden className="size-[1.2em]" />
            {t('printer.edit')}
          </Button>
          <Button aria-expanded={opened === 'remove'} onClick={() => toggle('remove')}>
            <Trash2 aria-hidden className="size-[1.2em]" />
            {t('printer.remove')}
          </Button>
        </>
      }
    >
      {testing.problem && <Problem problem={testing.problem} />}
      <State trouble={printer.trouble} cameOut={cameOut && printer.trouble === null} />
      {opened === 'edit' && <PrinterForm api={api} printer={printer} onDone={close} onChange={onChange} />}
      {opened === 'remove' && (
        <Question
          words={t('printer.removeQuestion', { name })}
          yes={t('printer.removeYes')}
          deed={removing}
          onNo={close}
          onYes={() => removing.run(() => api.remove(id), onChange)}
        />
      )}
    </Row>
  );
}

function useFacts({ host, port, stations, guest, reached_at: reachedAt, waiting, dropped }: PrinterOut) {
  const t = useText();
  const when = useWhen();
  const nameOf = useStationName();
  const uses = [...stations.map((id) => nameOf(stationId(id))), ...(guest ? [t('printer.guest')] : [])];
  return [
    // An address is read from the left in every language.
    `\u2066${host}:${port}\u2069`,
    ...(uses.length > 0 ? [uses.join(' · ')] : []),
    [
      reachedAt === null ? t('printer.never') : t('printer.reached', { when: when(reachedAt) }),
      waiting > 0 ? t('printer.waiting', { number: waiting }) : t('printer.fine'),
    ].join(' · '),
    ...(dropped > 0 ? [t('printer.dropped', { number: dropped })] : []),
  ];
}

type StateProps = { readonly trouble: PrinterTrouble | null; readonly cameOut: boolean };

/** What is wrong, in plain words, and what to look at. */
function State({ trouble, cameOut }: StateProps) {
  const t = useText();
  if (trouble !== null) {
    return (
      <p role="status" data-trouble={trouble} className={`${said} border-danger text-danger`}>
        <TriangleAlert aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
        {t(`printer.trouble.${known(trouble)}`)}
      </p>
    );
  }
  if (!cameOut) return null;
  return (
    <p role="status" data-tested className={`${said} border-done text-done`}>
      <CircleCheck aria-hidden className="mt-0.5 size-[1.2em] shrink-0" />
      {t('printer.tested')}
    </p>
  );
}

const said = 'flex gap-3 rounded-lg border-2 p-3 text-chrome leading-snug font-semibold';

/** What only a newer server knows is no way to print either. */
const known = (trouble: string): PrinterTrouble => printerTroubles.find((one) => one === trouble) ?? 'off-line';
