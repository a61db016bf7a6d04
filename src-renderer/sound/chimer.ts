import type { OrderId } from '#shared/domain/id.ts';
import type { Settings } from '#shared/domain/settings.ts';
import type { Ticket } from '../store/ticket.ts';
import type { ChimeKind } from './chime.ts';
import type { ChimeMemory } from './chime-memory.ts';
import { type HeardTicket, type Mark, marksOf, type TicketMarks } from './marks.ts';
import { createOwnTaps } from './own-taps.ts';

/** What a screen shows at one moment. */
export type Glance = {
  /** Whose work is shown: a name for the station, or for all of them. */
  readonly about: string;
  readonly tickets: readonly Ticket[];
  /**
   * The ticket without what was tapped on this screen and is still under way; `undefined` when only those taps have
   * brought it here. The very same object where nothing is under way.
   */
  confirmed(ticket: Ticket): HeardTicket | undefined;
  readonly settings: Settings;
  /** On the server's clock. */
  readonly nowMs: number;
};

export type Ring = { readonly kind: ChimeKind; readonly orderId: OrderId };

/**
 * Hears what has changed between one look and the next ([CHM1]). It never sees a frame: whatever way the state has
 * taken to this screen, what was learned is not rung for again, and what was not is.
 */
export interface Chimer {
  look(glance: Glance): readonly Ring[];
}

export function createChimer(memory: ChimeMemory): Chimer {
  const own = createOwnTaps(memory);
  /** Tickets are the same objects until something changes: most looks have nothing to do. */
  let heard = new WeakMap<Ticket, TicketMarks>();
  let settingsThen: Settings | undefined;
  let isBegun = false;

  /** On a screen that knows nothing yet, or turns to another station, all that stands there is no news ([CHM4]). */
  function isStrange({ about }: Glance): boolean {
    const isFirst = !isBegun;
    isBegun = true;
    const isOther = memory.about() !== about;
    if (isOther) {
      memory.turnTo(about);
      heard = new WeakMap();
    }
    return isFirst ? memory.isEmpty() : isOther;
  }

  function look(glance: Glance): readonly Ring[] {
    if (settingsThen !== glance.settings) heard = new WeakMap();
    settingsThen = glance.settings;
    const isSilent = isStrange(glance);
    const rings: Ring[] = [];
    for (const ticket of glance.tickets) {
      if (!heard.has(ticket)) rings.push(...listen(ticket, glance));
      if (isLateNow(ticket, glance)) rings.push(...lateness(ticket));
    }
    own.keep(() => new Set(glance.tickets.map(({ id }) => id)));
    return isSilent ? [] : rings;
  }

  function listen(ticket: Ticket, { settings, confirmed }: Glance): Ring[] {
    const now = marksOf(ticket, settings, memory.knows);
    heard.set(ticket, now);
    const sure = namesIn(confirmedMarks(ticket, now.marks, confirmed(ticket), settings));
    own.settle(ticket.id, namesIn(now.marks), sure);
    const fresh = now.marks.filter(({ name }) => !memory.knows(name));
    const isSure = ({ name }: Mark) => sure.has(name);
    memory.learn(now.marks.filter(isSure).map(nameOf));
    own.learn(fresh.filter((mark) => !isSure(mark)).map(nameOf), ticket.id);
    const news = fresh.filter((mark) => !mark.isSilent && isSure(mark));
    return [...new Set(news.map(({ kind }) => kind))].map((kind) => ({ kind, orderId: ticket.id }));
  }

  /** What a tap on this screen has brought about rings on the others only ([CHM5]). */
  function confirmedMarks(
    ticket: Ticket,
    marks: readonly Mark[],
    without: HeardTicket | undefined,
    settings: Settings,
  ): readonly Mark[] {
    if (without === ticket) return marks;
    return without ? marksOf(without, settings, memory.knows).marks : [];
  }

  const isLateNow = (ticket: Ticket, { nowMs }: Glance) =>
    nowMs >= (heard.get(ticket)?.lateAtMs ?? Number.POSITIVE_INFINITY);

  function lateness(ticket: Ticket): Ring[] {
    const late = heard.get(ticket)?.late ?? [];
    if (late.every(memory.knows)) return [];
    const isNews = !late.some(memory.knows);
    memory.learn(late);
    return isNews ? [{ kind: 'late', orderId: ticket.id }] : [];
  }

  return { look };
}

const nameOf = ({ name }: Mark) => name;
const namesIn = (marks: readonly Mark[]): ReadonlySet<string> => new Set(marks.map(nameOf));
