import { isOpenToOthers } from '../settings/profile-file';

/** Warns on standard error if other users can read the profile, since it contains passwords. */
export async function warnIfOpenToOthers(file: string): Promise<void> {
  if (!(await isOpenToOthers(file, process.platform))) return;
  process.stderr.write(
    `sidetone: other users of this computer can read or change ${file}, which holds secrets; run: chmod 600 ${quote(file)}\n`,
  );
}

/** Quotes it as one shell word. */
function quote(file: string): string {
  return /^[\w./@%+=:,-]+$/.test(file) ? file : `'${file.replaceAll("'", String.raw`'\''`)}'`;
}
