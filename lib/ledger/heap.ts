/** A heap: the least of many comes out first, however they went in. `precedes` is negative when `a` comes before `b`. */
export class Heap<T> {
  readonly #items: T[] = [];
  readonly #precedes: (a: T, b: T) => number;

  constructor(precedes: (a: T, b: T) => number) {
    this.#precedes = precedes;
  }

  push(item: T): void {
    let at = this.#items.push(item) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#swapsUp(at, parent)) return;
      at = parent;
    }
  }

  /** Takes the least out; undefined when there is none. */
  pop(): T | undefined {
    const [least] = this.#items;
    const last = this.#items.pop();
    if (this.#items.length > 0 && last !== undefined) {
      this.#items[0] = last;
      this.#sink();
    }
    return least;
  }

  #sink(): void {
    for (let at = 0, child = 1; child < this.#items.length; child = 2 * at + 1) {
      const [left, right] = [this.#items[child], this.#items[child + 1]];
      if (left !== undefined && right !== undefined && this.#precedes(right, left) < 0) child++;
      if (!this.#swapsUp(child, at)) return;
      at = child;
    }
  }

  /** Exchanges a child that comes before its parent. */
  #swapsUp(child: number, parent: number): boolean {
    const [below, above] = [this.#items[child], this.#items[parent]];
    if (below === undefined || above === undefined || this.#precedes(below, above) >= 0)
      return false;
    this.#items[child] = above;
    this.#items[parent] = below;
    return true;
  }
}
