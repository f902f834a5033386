/**
 * Puts a text on the clipboard; to be called while a press is handled. The window has no permissions, so
 * the asynchronous clipboard is closed to it; the copy command needs none.
 *
 * @returns whether it is there.
 */
export function copyText(text: string): boolean {
  const provide = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', provide, { once: true });
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const isDone = document.execCommand('copy');
  document.removeEventListener('copy', provide);
  return isDone;
}
