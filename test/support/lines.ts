import { describeConferences } from '../../main/vendors/bandwidth/line';
import { genesysLine } from '../../main/vendors/genesys/line';
import { describeTalkSpaces } from '../../main/vendors/telesocial/line';

/** The descriptors of all lines, as in a profile with every vendor. */
export const LINES = [
  genesysLine,
  describeTalkSpaces({}),
  describeConferences({ extension: '15000' }),
];

export const VENDORS = ['genesys', 'telesocial', 'bandwidth', 'verba'] as const;
