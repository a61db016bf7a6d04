/** Where somebody of that role, or a device that was paired for it, has work to do. */
export function pageOfRole(role: string): string {
  if (role === 'display') return '/ready';
  return role === 'waiter' ? '/floor' : '/';
}
