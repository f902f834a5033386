import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../support/electron';
import { layerOf, listImports, listProductionFiles, listWrittenFiles } from '../../support/imports';

const MAX_LINES = 300;

const files = listProductionFiles();
const imports = new Map(files.map((file) => [file, listImports(file)]));

/** The lines of the diagram in CONTRIBUTING: `folder → folder, folder`; `main/vendors/*` is any vendor. */
const diagram = readDiagram();

function readDiagram(): { layer: RegExp; allowed: RegExp[] }[] {
  const text = readFileSync(join(PROJECT_ROOT, 'CONTRIBUTING.md'), 'utf8');
  const [, block = ''] = /```text imports\r?\n(.*?)```/s.exec(text) ?? [];
  return block
    .trim()
    .split(/\r?\n(?! )/)
    .map((line) => {
      const [layer = '', allowed = ''] = line.split('→').map((part) => part.trim());
      return {
        layer: toPattern(layer),
        allowed: allowed.split(/,\s+/).filter(Boolean).map(toPattern),
      };
    });
}

function toPattern(layer: string): RegExp {
  // The shared folder has its own line.
  return new RegExp(`^${layer.replace('*', '(?!shared$)[a-z]+')}$`);
}

/** The first import cycle. */
function findCycle(): string[] | undefined {
  const finished = new Set<string>();
  const chain: string[] = [];
  function visit(file: string): string[] | undefined {
    if (chain.includes(file)) return [...chain.slice(chain.indexOf(file)), file];
    if (finished.has(file)) return undefined;
    chain.push(file);
    for (const imported of imports.get(file) ?? []) {
      const cycle = visit(imported);
      if (cycle !== undefined) return cycle;
    }
    chain.pop();
    finished.add(file);
    return undefined;
  }
  for (const file of files) {
    const cycle = visit(file);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}

describe('the files of the app', () => {
  it('import only what the diagram in CONTRIBUTING allows', () => {
    const wrong = [...imports].flatMap(([file, imported]) => {
      const layer = layerOf(file);
      const line = diagram.find((each) => each.layer.test(layer));
      return imported
        .filter((path) => layerOf(path) !== layer)
        .filter((path) => line?.allowed.some((pattern) => pattern.test(layerOf(path))) !== true)
        .map((path) => `${file} imports ${path}`);
    });
    expect(wrong).toEqual([]);
  });

  it('are all in a folder of the diagram, which is listed below its imports', () => {
    const layers = [...new Set(files.map(layerOf))];
    expect(layers.filter((layer) => !diagram.some((line) => line.layer.test(layer)))).toEqual([]);
    const patterns = diagram.map(({ layer }) => layer.source);
    diagram.forEach(({ layer, allowed }, index) => {
      const above = patterns.slice(0, index);
      expect(
        allowed.filter(({ source }) => !above.includes(source)),
        layer.source,
      ).toEqual([]);
    });
  });

  it('have no import cycles', () => {
    expect(findCycle()).toBeUndefined();
  });

  it(`have at most ${MAX_LINES} lines`, () => {
    const long = listWrittenFiles().filter(
      (file) => readFileSync(join(PROJECT_ROOT, file), 'utf8').split('\n').length - 1 > MAX_LINES,
    );
    expect(long).toEqual([]);
  });
});
