import type { AppError } from '../../contract/errors';
import type { Result } from '../../contract/result';
import type { Vendor } from '../../contract/vendors';
import { redactSecrets } from '../log/redact';
import type { Profile } from '../settings/profile';
import { listSecrets } from '../settings/profile-secrets';
import type { Clock } from '../time/clock';

/** A result of Test connection. */
export interface ServiceTest {
  readonly vendor: Vendor;
  /** When it ended, in ms since the epoch. */
  readonly at: number;
  /** Undefined if the service accepted the account. */
  readonly error: AppError | undefined;
}

/** The last test of each service since the app started. */
export interface TestLog {
  /** `profile` is the tested one, which may never be saved. */
  add(profile: Profile, vendor: Vendor, result: Result<null>): void;
  list(): readonly ServiceTest[];
}

export function createTestLog(clock: Pick<Clock, 'now'>): TestLog {
  const tests = new Map<Vendor, ServiceTest>();
  return {
    add: (profile, vendor, result) => {
      const error = result.ok ? undefined : withoutSecrets(result.error, listSecrets(profile));
      tests.set(vendor, { vendor, at: clock.now(), error });
    },
    list: () => [...tests.values()],
  };
}

/** Secrets that were only typed in are not known to the report, so they are removed here. */
function withoutSecrets(error: AppError, secrets: readonly string[]): AppError {
  return error.detail === undefined
    ? error
    : { ...error, detail: redactSecrets(error.detail, secrets) };
}
