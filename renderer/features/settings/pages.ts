import { Bell, SlidersHorizontal, Stethoscope, type LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import { en } from '../../../contract/locale/en';
import { AlertsPage } from './AlertsPage';
import { DiagnosticsPage } from './DiagnosticsPage';
import { GeneralPage } from './GeneralPage';

/** A page of the settings. */
export interface SettingsPage {
  readonly id: string;
  readonly title: string;
  readonly icon: LucideIcon;
  readonly Content: ComponentType;
}

/** In the order in which they are listed. A new page is added here. */
export const SETTINGS_PAGES: readonly SettingsPage[] = [
  { id: 'alerts', title: en.settings.pages.alerts, icon: Bell, Content: AlertsPage },
  {
    id: 'general',
    title: en.settings.pages.general,
    icon: SlidersHorizontal,
    Content: GeneralPage,
  },
  {
    id: 'diagnostics',
    title: en.settings.pages.diagnostics,
    icon: Stethoscope,
    Content: DiagnosticsPage,
  },
];
