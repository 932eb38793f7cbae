/** Cuts texts to a width; remembers what it measured, because the same names are drawn in every frame. */
export class TextFitter {
  readonly #widths = new Map<string, number>();
  #font = "";

  constructor(private readonly pen: CanvasRenderingContext2D) {}

  use(font: string): void {
    if (this.#font !== font) this.#widths.clear();
    this.#font = font;
    this.pen.font = font;
  }

  width(text: string): number {
    let width = this.#widths.get(text);
    if (width === undefined) this.#widths.set(text, width = this.pen.measureText(text).width);
    return width;
  }

  /** The text, or its beginning and its last word: what tells "Capsule 3" from "Capsule 4". Empty when that is too little to know it by. */
  fit(text: string, room: number): string {
    const whole = this.width(text);
    if (whole <= room) return text;
    const tail = /[\s-]?[^\s-]+$/.exec(text)?.[0] ?? "";
    const kept = tail.length < text.length && tail.length <= 6 ? tail.trimStart() : "";
    const letters = Math.floor((room - 8) / whole * text.length) - kept.length;
    return letters < 2 ? "" : `${text.slice(0, letters).trimEnd()}…${kept}`;
  }
}
