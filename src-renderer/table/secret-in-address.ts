/** 16 bytes: what the code on the table says ([SLF5]). */
const form = /^\/t\/([\w-]{22})\/?$/;

/** `undefined` for an address that was cut or mistyped: nobody needs to be asked about it. */
export const secretIn = (pathname: string): string | undefined => form.exec(pathname)?.[1];
