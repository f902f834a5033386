import { en } from '../../contract/locale/en';
import type { FieldMistake } from '../../contract/settings';
import { cleanText } from '../../contract/text';
import type { ProfileContent } from './edit-section';
import { checkFields } from './parse-profile';
import { PROFILE_SECTIONS, type Profile } from './profile';
import { asRecord, mergeSecrets, splitSecrets } from './profile-secrets';
import { fillIn } from './stored-profile';
import { tryParseJson } from './try-parse-json';

/** A profile proposed by a link, or what is wrong with it. */
export type Proposal =
  | { readonly ok: true; readonly agentName: string; readonly content: ProfileContent }
  | { readonly ok: false; readonly mistakes: readonly FieldMistake[] };

const MAX_MISTAKES = 20;
const MAX_FIELD = 80;

/**
 * Parses the JSON of a profile from a link. It must be complete except for the secrets, must not
 * contain any secret, and must not contain misleading characters.
 */
export function readProposal(text: string): Proposal {
  const json = asRecord(tryParseJson(text));
  if (json === undefined) return refuse([{ field: '', message: en.links.noJson }]);
  const secrets = findSecrets(json);
  if (secrets.length > 0) return refuse(secrets);
  // Some secrets are optional, so the required ones are found by validating the section.
  const incomplete = checkFields(json);
  const names = incomplete.ok ? {} : listMissingSecrets(incomplete.mistakes);
  const checked = checkFields(mergeSecrets(json, fillIn(names)));
  if (!checked.ok) return refuse(checked.mistakes);
  const misleading = findMisleading(json, '');
  if (misleading.length > 0) return refuse(misleading);
  const { open } = splitSecrets(omitSchema(checked.value));
  return { ok: true, agentName: checked.value.agent.name, content: { open, secrets: {}, names } };
}

/** `$schema` is only for editors and is not shown. */
function omitSchema(profile: Profile): Profile {
  const copy = { ...profile };
  delete copy.$schema;
  return copy;
}

function findSecrets(json: Readonly<Record<string, unknown>>): FieldMistake[] {
  return PROFILE_SECTIONS.flatMap(([section, { secrets }]) =>
    secrets
      .filter((name) => asRecord(json[section])?.[name] !== undefined)
      .map((name) => ({ field: `${section}.${name}`, message: en.links.secret })),
  );
}

/** The secrets that are missing, by section. */
function listMissingSecrets(mistakes: readonly FieldMistake[]): Record<string, readonly string[]> {
  const missing = PROFILE_SECTIONS.map(([section, { secrets }]): [string, string[]] => [
    section,
    secrets.filter((name) => mistakes.some(({ field }) => field === `${section}.${name}`)),
  ]);
  return Object.fromEntries(missing.filter(([, names]) => names.length > 0));
}

/** The agent decides by what is on the screen, so no value may look like another one. */
function findMisleading(value: unknown, field: string): FieldMistake[] {
  if (typeof value === 'string') {
    if (cleanText(value) !== value) return [{ field, message: en.links.misleading }];
    const isAddress = /^\s*[a-z]+:/i.test(value);
    return isAddress && /[^\x20-\x7e]/.test(value) ? [{ field, message: en.links.notAscii }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, item]) =>
    findMisleading(item, field === '' ? name : `${field}.${name}`),
  );
}

/** The names of unknown fields come from the link too, so they must be checked as well. */
function refuse(mistakes: readonly FieldMistake[]): Proposal {
  return {
    ok: false,
    mistakes: mistakes
      .slice(0, MAX_MISTAKES)
      .map(({ field, message }) => ({ field: cleanText(field).slice(0, MAX_FIELD), message })),
  };
}
