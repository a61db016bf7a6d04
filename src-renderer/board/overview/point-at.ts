/** So long somebody looks for it. */
const pointedMs = 2000;

/** Frames a ticket for a moment, so that the eye finds what the finger has asked for; nothing moves. */
export function pointAt(ticketId: string): void {
  const card = document.querySelector(`[data-ticket="${CSS.escape(ticketId)}"]`);
  const parts = [...(card?.querySelectorAll('[data-part]') ?? [])];
  const frame = { outline: '6px solid var(--accent)', outlineOffset: '-6px' };
  for (const one of parts.length > 0 ? parts : card ? [card] : []) one.animate([frame, frame], { duration: pointedMs });
}
