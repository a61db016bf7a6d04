const lookMs = 250;

/**
 * npm passes a signal to the shell it started, and that shell dies without passing it on. So a server that npm started
 * stops when its shell is gone, as cleanly as at the signal itself; else it would stay behind and hold port and data.
 */
export function stopWithParent(): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    process.kill(process.pid, 'SIGTERM');
  }, lookMs);
  look.unref();
}
