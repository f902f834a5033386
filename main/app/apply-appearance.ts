import { nativeTheme } from 'electron';
import type { ZoomLevel } from '../../contract/preference-choices';
import type { CallStore } from '../calls/store';
import type { MainWindow } from '../desktop/main-window';

/** Applies the agent's preferences for the look of the window, now and after each change. */
export function applyAppearance(
  store: Pick<CallStore, 'getState' | 'subscribe'>,
  window: Pick<MainWindow, 'setZoom' | 'onZoom'>,
  onZoom: (percent: ZoomLevel) => void,
): void {
  const apply = (): void => {
    const { theme, zoom } = store.getState().preferences;
    nativeTheme.themeSource = theme;
    window.setZoom(zoom);
  };
  apply();
  window.onZoom(onZoom);
  store.subscribe((state, previous) => {
    if (state.preferences !== previous.preferences) apply();
  });
}
