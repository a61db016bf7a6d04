/** Whether an address leads to the very machine that the page is on. */
export const isOwnMachine = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\./.test(hostname);

/** Whoever comes to the server by this address can be read along with. */
export const isPlainHttp = (address: string): boolean => address.startsWith('http:');

/** What goes between this page and the server is readable for others of the same network ([HTP1]). */
export const isReadableByOthers = ({ protocol, hostname }: Pick<Location, 'protocol' | 'hostname'>): boolean =>
  protocol === 'http:' && !isOwnMachine(hostname);
