import type { SettingsSection } from '../../contract/settings';
import { describeFields } from './describe-fields';
import type { ProfileContent } from './edit-section';
import { toFieldValues } from './field-values';
import { EDITABLE_SECTIONS, PROFILE_SECTIONS } from './profile';
import { asRecord } from './profile-secrets';

/** All sections of a profile, for the forms. Secrets are left out. */
export function describeSections({ open, secrets }: ProfileContent): SettingsSection[] {
  return EDITABLE_SECTIONS.map(([name, section]) => {
    const fields = describeFields(section);
    const content = asRecord(open[name]);
    return {
      name,
      isVendor: PROFILE_SECTIONS.some(([section]) => section === name),
      isSet: content !== undefined,
      fields,
      values: toFieldValues(fields, content ?? {}),
      storedSecrets: Object.keys(secrets[name] ?? {}),
    };
  });
}
