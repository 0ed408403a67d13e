import fc from "fast-check";
import { expect, test } from "vitest";
import { GeoGrid, type GlobePoint, globePoint, kilometres } from "../../../src/clean/cluster/geo-grid";

const degrees = fc.tuple(
  fc.double({ min: -90, max: 90, noNaN: true }),
  fc.double({ min: -180, max: 180, noNaN: true }),
);
/** A point, and others around it: at the poles and on both sides of the 180th meridian too. */
const neighbours = fc.tuple(
  fc.oneof(degrees, fc.constant<[number, number]>([89.99, 10]), fc.constant<[number, number]>([48, 179.999])),
  fc.array(fc.tuple(fc.double({ min: -0.1, max: 0.1, noNaN: true }), fc.double({ min: -0.3, max: 0.3, noNaN: true })), {
    maxLength: 20,
  }),
);

test("kilometres are those of maps", () => {
  const apart = (a: [number, number], b: [number, number]): number => kilometres(globePoint(...a), globePoint(...b));
  expect(apart([50.45, 30.52], [49.99, 36.23])).toBeCloseTo(409, -1); // Kyiv, Kharkiv: 409 km
  expect(apart([0, 0], [0, 1])).toBeCloseTo(111.19, 1);
  expect(apart([0, 179.5], [0, -179.5])).toBeCloseTo(111.19, 1);
  expect(apart([90, 0], [90, 123])).toBeCloseTo(0, 6);
  expect(apart([10, 20], [-10, -160])).toBeCloseTo(20015.1, 0);
});

test("a grid finds all that lies within the radius, as comparing with every point does", () => {
  let found = 0;
  fc.assert(
    fc.property(neighbours, fc.constantFrom(0.01, 0.5, 2, 10, 500), ([[lat, lon], steps], radius) => {
      const points = steps.map(([north, east]) => ({
        point: globePoint(Math.max(-90, Math.min(90, lat + north)), lon + east),
      }));
      const grid = new GeoGrid<{ point: GlobePoint }>(radius);
      for (const one of points) grid.add(one);
      const centre = globePoint(lat, lon);
      const around = new Set<{ point: GlobePoint }>();
      grid.around(centre, (one) => around.add(one));
      for (const one of points) {
        if (kilometres(centre, one.point) > radius) continue;
        found++;
        expect(around.has(one)).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
  expect(found).toBeGreaterThan(1000);
});
