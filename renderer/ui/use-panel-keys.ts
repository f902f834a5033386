import { useEffect } from 'react';
import { FOCUSABLE } from './focusable';

/** The parts of the window that F6 moves between, in page order. */
const PANELS = 'header, [data-panel], footer';

/** F6 moves the focus to the next part of the window, and Shift+F6 to the previous one. */
export function usePanelKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'F6' || document.querySelector('dialog[open]') !== null) {
        return;
      }
      event.preventDefault();
      const panels = [...document.querySelectorAll(PANELS)];
      const at = panels.findIndex((panel) => panel.contains(document.activeElement));
      const step = event.shiftKey ? -1 : 1;
      for (let count = 1; count <= panels.length; count += 1) {
        const from = at === -1 && step === -1 ? 0 : at;
        const index = (from + step * count + panels.length * count) % panels.length;
        const target = panels[index]?.querySelector<HTMLElement>(FOCUSABLE);
        if (target) {
          target.focus();
          return;
        }
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
