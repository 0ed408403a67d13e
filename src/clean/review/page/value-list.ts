import { byId } from "./element";
import type { PageData, PagePlace } from "./page-data";
import type { Filter, ReviewSession } from "./review-session";
import { valueItem } from "./value-item";

/** Items made at once; more are made when the end of the list comes near. */
const ITEMS_A_TIME = 100;

/** The list of values, of which one is open. It makes items as far down as somebody has scrolled. */
export class ValueList {
  filter: Filter = "all";
  search = "";
  readonly #session: ReviewSession;
  readonly #places: readonly PagePlace[];
  readonly #placeOf: Map<string, PagePlace>;
  readonly #items = new Map<number, HTMLLIElement>();
  readonly #list = byId("values");
  readonly #more = byId("more");
  #visible: number[] = [];
  #shown = 0;
  #open = -1;

  constructor(session: ReviewSession, { places }: PageData) {
    this.#session = session;
    this.#places = places;
    this.#placeOf = new Map(places.map((place) => [place.id, place]));
    this.#more.addEventListener("click", () => this.#show(this.#shown + ITEMS_A_TIME));
    new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && this.#show(this.#shown + ITEMS_A_TIME), {
      rootMargin: "600px",
    }).observe(this.#more);
  }

  /** The value that is open, or -1. */
  get open(): number {
    return this.#open;
  }

  placeOf(id: string): PagePlace | undefined {
    return this.#placeOf.get(id);
  }

  /** Makes the list anew after the filter, the search or many decisions have changed. */
  refresh(open: number = this.#open): void {
    this.#visible = this.#session.visible(this.filter, this.search);
    this.#open = this.#visible.includes(open) ? open : (this.#visible[0] ?? -1);
    this.#items.clear();
    this.#list.replaceChildren();
    this.#shown = 0;
    this.#show(Math.max(ITEMS_A_TIME, this.#visible.indexOf(this.#open) + 1));
    byId("nothing").hidden = this.#visible.length > 0;
  }

  /** Opens a value. `focus` is for keys: who reads the screen hears the value. */
  openValue(value: number, how: { focus: boolean; keepPlace?: boolean } = { focus: false }): void {
    const before = this.#items.get(this.#open)?.getBoundingClientRect().top;
    const closed = this.#open;
    this.#open = value;
    this.redraw(closed);
    this.#show(this.#visible.indexOf(value) + 1);
    this.redraw(value);
    const item = this.#items.get(value);
    if (!item) return;
    // The next value comes to where the last one was: the eye and the pointer can stay there.
    if (how.keepPlace && before !== undefined) scrollBy(0, item.getBoundingClientRect().top - before);
    item.scrollIntoView({ block: "nearest" });
    if (how.focus) item.querySelector<HTMLElement>(".head")?.focus({ preventScroll: true });
  }

  /** Opens the value that stands so many places further down (or up). */
  step(places: number): void {
    const at = this.#visible.indexOf(this.#open);
    const next = this.#visible[Math.min(Math.max(at + places, 0), this.#visible.length - 1)];
    if (next !== undefined) this.openValue(next, { focus: true });
  }

  /** After a decision: shows it, and opens the next value that is not decided. Where there is none, the same stays open. */
  advance(focus: boolean): void {
    const at = this.#visible.indexOf(this.#open);
    const undecided = (value: number): boolean => this.#session.idOf(value) === undefined;
    const next = this.#visible.slice(at + 1).find(undecided) ?? this.#visible.slice(0, at).find(undecided);
    if (next === undefined) this.redraw(this.#open);
    else this.openValue(next, { focus, keepPlace: true });
    if (this.filter === "undecided") this.#drop(at, next);
  }

  /** The value of an item or of what lies in it. */
  valueAt(node: Element): number {
    const item = node.closest("li.value");
    for (const [value, made] of this.#items) if (made === item) return value;
    return -1;
  }

  redraw(value: number): void {
    const item = this.#items.get(value);
    if (!item) return;
    const made = this.#item(value);
    item.replaceWith(made);
    this.#items.set(value, made);
  }

  #drop(at: number, next: number | undefined): void {
    const [value] = this.#visible.splice(at, 1);
    const item = this.#items.get(value);
    const height = item?.getBoundingClientRect().height ?? 0;
    item?.remove();
    this.#items.delete(value);
    this.#shown--;
    if (next === undefined) this.#open = this.#visible[0] ?? -1;
    else if (next > value) scrollBy(0, -height);
    byId("nothing").hidden = this.#visible.length > 0;
  }

  #show(wanted: number): void {
    const end = Math.min(wanted, this.#visible.length);
    const items: HTMLLIElement[] = [];
    for (; this.#shown < end; this.#shown++) {
      const value = this.#visible[this.#shown];
      const item = this.#item(value);
      this.#items.set(value, item);
      items.push(item);
    }
    this.#list.append(...items);
    this.#more.hidden = this.#shown >= this.#visible.length;
  }

  #item(value: number): HTMLLIElement {
    return valueItem({
      value: this.#session.values[value],
      id: this.#session.idOf(value),
      open: value === this.#open,
      places: this.#places,
      placeOf: (id) => this.#placeOf.get(id),
    });
  }
}
