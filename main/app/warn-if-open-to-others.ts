import { isOpenToOthers } from '../settings/profile-file';

/** A profile holds passwords: says on standard error when others on this computer can get at it. */
export async function warnIfOpenToOthers(file: string): Promise<void> {
  if (!(await isOpenToOthers(file, process.platform))) return;
  process.stderr.write(
    `sidetone: other users of this computer can read or change ${file}, which holds secrets; run: chmod 600 ${quote(file)}\n`,
  );
}

/** As one word of a shell. */
function quote(file: string): string {
  return /^[\w./@%+=:,-]+$/.test(file) ? file : `'${file.replaceAll("'", String.raw`'\''`)}'`;
}
