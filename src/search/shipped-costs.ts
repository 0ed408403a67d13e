import fitted from "../../data/weights/edit-costs.json";
import { type EditCosts, editCosts } from "./edit-costs";

/** The costs that the library ships with, fitted on attested spellings: see `data/weights/REPORT.md`. */
export const SHIPPED_COSTS: EditCosts = editCosts(fitted.substitute, fitted.insert, fitted.transpose);
