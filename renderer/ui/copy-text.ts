/**
 * Copies a text to the clipboard. Must be called while handling a press. The window has no
 * permissions, so it cannot use the asynchronous clipboard. The copy command needs none.
 *
 * @returns whether it was copied.
 */
export function copyText(text: string): boolean {
  const provide = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', provide, { once: true });
  // oxlint-disable-next-line typescript/no-deprecated
  const isDone = document.execCommand('copy');
  document.removeEventListener('copy', provide);
  return isDone;
}
