import {
  Bell,
  BookUser,
  Keyboard,
  Plug,
  SlidersHorizontal,
  Stethoscope,
  User,
  Users,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { en } from '../../../contract/locale/en';
import { vendorName } from '../../../contract/locale/vendor-name';
import type { Settings, SettingsSection } from '../../../contract/settings';
import { ContactsPage } from '../contacts/ContactsPage';
import { AlertsPage } from './AlertsPage';
import { DiagnosticsPage } from './DiagnosticsPage';
import { GeneralPage } from './GeneralPage';
import { ProfilesPage } from './ProfilesPage';
import { SectionPage } from './SectionPage';
import { ShortcutsPage } from './ShortcutsPage';

/** A page of the settings. */
export interface SettingsPage {
  readonly id: string;
  readonly title: string;
  /** A summary for the list of pages. */
  readonly summary?: string | undefined;
  readonly icon: LucideIcon;
  readonly content: ReactNode;
}

/** The pages that are always available. Add a new page here. */
const APP_PAGES: readonly SettingsPage[] = [
  { id: 'alerts', title: en.settings.pages.alerts, icon: Bell, content: <AlertsPage /> },
  {
    id: 'general',
    title: en.settings.pages.general,
    icon: SlidersHorizontal,
    content: <GeneralPage />,
  },
  { id: 'shortcuts', title: en.shortcuts.title, icon: Keyboard, content: <ShortcutsPage /> },
  { id: 'contacts', title: en.contacts.title, icon: BookUser, content: <ContactsPage /> },
  {
    id: 'diagnostics',
    title: en.settings.pages.diagnostics,
    icon: Stethoscope,
    content: <DiagnosticsPage />,
  },
];

/** In display order, services first. The demo's services cannot be changed. */
export function listPages(settings: Settings | undefined): readonly SettingsPage[] {
  if (settings === undefined || settings.running === 'demo') return APP_PAGES;
  const active = settings.profiles.find(({ isActive }) => isActive);
  const sections = settings.sections.filter(({ name, isVendor }) => isVendor || name === 'agent');
  return [
    ...sections.map((section) => toPage(section, active?.id ?? FIRST_PROFILE)),
    {
      id: 'profiles',
      title: en.settings.pages.profiles,
      summary: active?.name,
      icon: Users,
      content: <ProfilesPage />,
    },
    ...APP_PAGES,
  ];
}

/** The name of the first profile, so that its form stays open when it is saved. */
const FIRST_PROFILE = 'profile';

function toPage(section: SettingsSection, profileId: string): SettingsPage {
  const { name, isVendor } = section;
  return {
    id: name,
    title: isVendor ? vendorName(name) : en.settings.pages.agent,
    summary: summarize(section),
    icon: isVendor ? Plug : User,
    // Keyed by profile, because another profile has other values.
    content: <SectionPage key={`${profileId} ${name}`} section={section} />,
  };
}

function summarize({ isVendor, isSet, values }: SettingsSection): string | undefined {
  if (!isVendor) return typeof values.name === 'string' ? values.name : undefined;
  if (!isSet) return en.settings.notSetUp;
  return typeof values.baseUrl === 'string'
    ? values.baseUrl.replace(/^https?:\/\/([^/]*).*$/, '$1')
    : undefined;
}
