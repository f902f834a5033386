import type { LineDescriptor } from '../../contract/lines';
import type { Profile } from '../settings/profile';
import { describeConferences } from '../vendors/bandwidth/line';
import { genesysLine } from '../vendors/genesys/line';
import { describeTalkSpaces } from '../vendors/telesocial/line';

/** The lines of a profile. Known before any vendor's client is loaded, for the first paint shows them. */
export function describeLines({
  agent,
  genesys,
  telesocial,
  bandwidth,
}: Pick<Profile, 'agent' | 'genesys' | 'telesocial' | 'bandwidth'>): LineDescriptor[] {
  return [
    ...(genesys ? [genesysLine] : []),
    ...(telesocial ? [describeTalkSpaces(telesocial)] : []),
    ...(bandwidth ? [describeConferences(agent)] : []),
  ];
}
