import type { CDPSession, Page } from 'playwright-core';
import { z } from 'zod';
import { eventually } from './eventually';

const valueSchema = z.object({ value: z.unknown().optional() }).optional();
const treeSchema = z.object({
  nodes: z.array(
    z.object({
      nodeId: z.string(),
      parentId: z.string().optional(),
      ignored: z.boolean(),
      role: valueSchema,
      name: valueSchema,
      description: valueSchema,
      properties: z.array(z.object({ name: z.string(), value: valueSchema })).optional(),
    }),
  ),
});
type AxNode = z.infer<typeof treeSchema>['nodes'][number];

/** Reading the complete tree takes longer than checking one element. */
const INTERVAL_MS = 50;
/** More than the number of tab stops in the window. */
const MAX_STOPS = 60;
/** States that are announced after the role and name of a control. */
const STATES = ['disabled', 'busy', 'expanded', 'modal'];

/** The window as a screen reader sees it, from the browser's accessibility tree. */
export interface ScreenReader {
  /** The focused element, such as `button "Mute"`, followed by its states and description. */
  focused(): Promise<string>;
  /** Waits until the description of the focused element begins with this. */
  waitForFocus(wanted: string): Promise<void>;
  /** Presses a key (Tab by default) until the description of the focused element begins with this. */
  goTo(wanted: string, key?: string): Promise<string>;
  /** Waits until a live region announces this; `urgent` means an assertive region. */
  hear(text: string, urgency?: 'polite' | 'urgent'): Promise<void>;
}

export async function startScreenReader(page: Page): Promise<ScreenReader> {
  const session = await page.context().newCDPSession(page);
  await session.send('Accessibility.enable');

  async function focused(): Promise<string> {
    const found = (await readTree(session)).filter((node) => propertyOf(node, 'focused') === true);
    // The page itself counts as focused along with any element in it.
    return describe(found.at(-1));
  }

  return {
    focused,
    waitForFocus: async (wanted) => {
      await eventually(async () => (await focused()).slice(0, wanted.length), INTERVAL_MS).toBe(
        wanted,
      );
    },
    goTo: async (wanted, key = 'Tab') => {
      const passed: string[] = [];
      for (let count = 0; count < MAX_STOPS; count += 1) {
        await page.keyboard.press(key);
        const now = await focused();
        if (now.startsWith(wanted)) return now;
        passed.push(now);
      }
      throw new Error(`${key} does not reach ${wanted}, only ${passed.join(', ')}`);
    },
    hear: async (text, urgency = 'polite') => {
      await eventually(async () => {
        const said = listAnnouncements(await readTree(session), urgency);
        return said.join(' | ');
      }, INTERVAL_MS).toContain(text);
    },
  };
}

async function readTree(session: CDPSession): Promise<readonly AxNode[]> {
  return treeSchema.parse(await session.send('Accessibility.getFullAXTree')).nodes;
}

function describe(node: AxNode | undefined): string {
  if (node === undefined) return 'nothing';
  const states = STATES.filter((name) => propertyOf(node, name) === true);
  const description = textOf(node.description);
  return [
    `${textOf(node.role)} "${textOf(node.name)}"`,
    ...states,
    ...(description === '' ? [] : [`(${description})`]),
  ].join(' ');
}

function textOf(value: z.infer<typeof valueSchema>): string {
  return typeof value?.value === 'string' ? value.value : '';
}

function propertyOf(node: AxNode, name: string): unknown {
  return node.properties?.find((property) => property.name === name)?.value?.value;
}

/** The texts of the polite or of the assertive live regions. */
function listAnnouncements(
  nodes: readonly AxNode[],
  urgency: 'polite' | 'urgent',
): readonly string[] {
  const live = urgency === 'polite' ? 'polite' : 'assertive';
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const isRoot = (node: AxNode): boolean =>
    propertyOf(node, 'live') === live &&
    (propertyOf(node, 'root') === undefined || !isLive(byId.get(node.parentId ?? ''), live));
  const regions = nodes.filter(isRoot);
  return regions.map((region) =>
    nodes
      .filter((node) => textOf(node.role) === 'StaticText' && isIn(node, region, byId))
      .map((node) => textOf(node.name))
      .join(' '),
  );
}

function isLive(node: AxNode | undefined, live: string): boolean {
  return node !== undefined && propertyOf(node, 'live') === live;
}

function isIn(node: AxNode, ancestor: AxNode, byId: ReadonlyMap<string, AxNode>): boolean {
  for (let at: AxNode | undefined = node; at !== undefined; at = byId.get(at.parentId ?? '')) {
    if (at.nodeId === ancestor.nodeId) return true;
  }
  return false;
}
