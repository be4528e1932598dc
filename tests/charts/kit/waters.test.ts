import { describe, expect, it } from 'vitest';
import { clipLine, clipRing, type Point, simplify, simplifyRing } from '#charts/kit/geometry.ts';
import { joinLines, lakePath, projectLine, riverPath } from '#charts/kit/map.ts';
import { polylinePath } from '#charts/kit/path.ts';
import type { Water } from '#domain/places/waters.ts';

const box = { left: 0, top: 0, right: 100, bottom: 100 };
const project = (lon: number, lat: number): Point => [lon * 10, lat * 10];
const water = (kind: 'river' | 'lake', lines: Point[][]): Water => ({
  type: 'Feature',
  properties: { name: '样例河', kind },
  geometry: {
    type: kind === 'lake' ? 'Polygon' : 'MultiLineString',
    coordinates: lines.map((l) => l.map(([x, y]): [number, number] => [x, y])),
  },
});

/** Corners of the control polygon that a smooth path draws, read back from its `d`. */
function controls(d: string): Point[] {
  const numbers = (s: string) => (s.match(/-?(\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
  const [, m = '', q = '', t = ''] = /^M([^q]+)q([^tz]+)(?:t([^z]+))?/.exec(d) ?? [];
  const [x = 0, y = 0] = numbers(m);
  const [cx = 0, cy = 0, ex = 0, ey = 0] = numbers(q);
  let [control, at]: Point[] = [
    [x + cx, y + cy],
    [x + ex, y + ey],
  ];
  const out: Point[] = [[x, y], control as Point];
  const rest = numbers(t);
  for (let i = 0; i < rest.length; i += 2) {
    control = [2 * (at?.[0] ?? 0) - (control?.[0] ?? 0), 2 * (at?.[1] ?? 0) - (control?.[1] ?? 0)];
    at = [(at?.[0] ?? 0) + (rest[i] ?? 0), (at?.[1] ?? 0) + (rest[i + 1] ?? 0)];
    out.push(control);
  }
  return [...out, at as Point];
}

describe('water on a map', () => {
  it('keeps only what lies inside the box, and starts anew where a river comes back', () => {
    const line: Point[] = [
      [-50, 50],
      [50, 50],
      [150, 50],
      [150, 80],
      [50, 80],
    ];
    expect(clipLine(line, box)).toEqual([
      [
        [0, 50],
        [50, 50],
        [100, 50],
      ],
      [
        [100, 80],
        [50, 80],
      ],
    ]);
    expect(
      clipLine(
        [
          [-5, -5],
          [-9, 200],
        ],
        box,
      ),
    ).toEqual([]);
  });

  it('cuts a lake to the box along its edge', () => {
    expect(
      clipRing(
        [
          [50, 50],
          [150, 50],
          [150, 70],
          [50, 70],
        ],
        box,
      ),
    ).toEqual([
      [50, 50],
      [100, 50],
      [100, 70],
      [50, 70],
    ]);
    expect(
      clipRing(
        [
          [150, 50],
          [250, 50],
          [250, 70],
        ],
        box,
      ),
    ).toEqual([]);
  });

  it('drops points nearer than the tolerance and keeps both ends and every farther bend', () => {
    const line: Point[] = [
      [0, 0],
      [10, 0.4],
      [20, 0],
      [30, 9],
      [40, 0],
    ];
    expect(simplify(line, 1)).toEqual([
      [0, 0],
      [20, 0],
      [30, 9],
      [40, 0],
    ]);
    expect(
      simplifyRing(
        [
          [0, 0],
          [10, 0],
          [10, 0.2],
          [10, 10],
          [0, 10],
        ],
        1,
      ),
    ).toHaveLength(4);
  });

  it('joins pieces that meet end to end whichever way they run', () => {
    expect(
      joinLines([
        [
          [0, 0],
          [1, 1],
        ],
        [
          [3, 3],
          [2, 2],
        ],
        [
          [1, 1],
          [2, 2],
        ],
        [
          [9, 9],
          [8, 8],
        ],
      ]),
    ).toEqual([
      [
        [0, 0],
        [1, 1],
        [2, 2],
        [3, 3],
      ],
      [
        [9, 9],
        [8, 8],
      ],
    ]);
  });

  it('writes straight paths relatively, so that rounding never adds up', () => {
    expect(
      polylinePath([
        [0.04, 0],
        [10.12, 0.5],
        [20.2, -0.5],
      ]),
    ).toBe('M0 0l10.1 .5 10.1-1');
    expect(
      polylinePath(
        [
          [0, 0],
          [10, 0],
          [10, 10],
        ],
        { closed: true },
      ),
    ).toBe('M0 0l10 0 0 10z');
    expect(polylinePath([[1, 1]])).toBe('');
  });

  it('rounds corners with two numbers a point and keeps every control point within .16 px over 400 points', () => {
    const line = Array.from({ length: 400 }, (_, i): Point => [i * 3.337, 40 * Math.sin(i * 0.71) + (i % 7) * 0.123]);
    const back = controls(polylinePath(line, { smooth: true }));
    expect(back).toHaveLength(line.length);
    const worst = Math.max(...line.map(([x, y], i) => Math.hypot(x - (back[i]?.[0] ?? 0), y - (back[i]?.[1] ?? 0))));
    expect(worst).toBeLessThan(0.16);
    expect(back[0]).toEqual([0, 0]);
  });

  it('cuts long steps before projecting, so that a bent projection bends the line', () => {
    expect(
      projectLine(
        [
          [0, 0],
          [1, 0],
        ],
        { project, step: 0.25 },
      ),
    ).toHaveLength(5);
    expect(
      projectLine(
        [
          [0, 0],
          [1, 0],
        ],
        { project },
      ),
    ).toEqual([
      [0, 0],
      [10, 0],
    ]);
  });

  it('gives no path for water outside the box or too small to read', () => {
    const view = { project, box, tolerance: 1 };
    expect(
      riverPath(
        water('river', [
          [
            [20, 20],
            [30, 30],
          ],
        ]),
        view,
      ),
    ).toBe('');
    expect(
      riverPath(
        water('river', [
          [
            [1, 1],
            [1.2, 1.2],
          ],
        ]),
        { ...view, smallest: 10 },
      ),
    ).toBe('');
    expect(
      riverPath(
        water('river', [
          [
            [1, 1],
            [3, 1],
          ],
        ]),
        view,
      ),
    ).toBe('M10 10l20 0');
    expect(
      lakePath(
        water('lake', [
          [
            [1, 1],
            [3, 1],
            [3, 3],
          ],
        ]),
        { ...view, smooth: false },
      ),
    ).toBe('M10 10l20 0 0 20z');
  });
});
