const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** `18:30`, in this screen's zone and in Western digits, as on the clock in its header ([LNG1]). */
export const timeOfDay = (ms: number): string => format.format(ms);
