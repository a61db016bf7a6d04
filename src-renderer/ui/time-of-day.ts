const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** `18:05`, in this screen's zone; in every language the same, as kitchens read it ([LNG1]). */
export const timeOfDay = (atMs: number): string => clock.format(atMs);
