import { type EditCosts, editCosts } from "./edit-costs";

/**
 * The costs that the library ships with, in sixteenths of an edit: confusions that romanizations and typing bring about are cheaper.
 */
export const SHIPPED_COSTS: EditCosts = editCosts(
  {
    ao: 9,
    ei: 9,
    oi: 9,
    eo: 9,
    ae: 11,
    ai: 12,
    uv: 9,
    ui: 12,
    ou: 11,
    sz: 10,
    jz: 10,
    jw: 11,
    sw: 10,
    cq: 10,
    cz: 10,
    ck: 10,
    cs: 11,
    qw: 11,
    vf: 10,
    lv: 9,
    hk: 12,
    bp: 12,
    dt: 12,
    mn: 13,
  },
  { i: 7, a: 12, e: 12, o: 12, u: 12, h: 13, v: 14 },
  14,
);
