import type { Clock } from '../../time/clock';
import type { VendorListener } from '../../calls/ports';
import type { HttpClient } from '../../http/http-client';
import type { Logger } from '../../log/logger';
import type { AgentProfile } from '../../settings/profile';

/** The options that all vendors' clients have in common. The client owns `http` and closes it when it stops. */
export interface VendorOptions<Profile> {
  readonly profile: Profile;
  readonly agent: AgentProfile;
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly listener: VendorListener;
  readonly logger: Logger;
  /** Whether the window is visible. Polls are less frequent while it is not. */
  readonly isWatched?: () => boolean;
  /** From 0 up to 1; spreads the delays between requests. */
  readonly random?: () => number;
}
