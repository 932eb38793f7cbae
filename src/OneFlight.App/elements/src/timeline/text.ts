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

  /** The text or its beginning; empty when not even three letters fit. */
  fit(text: string, room: number): string {
    const whole = this.width(text);
    if (whole <= room) return text;
    const length = Math.floor((room - 8) / whole * text.length);
    return length < 3 ? "" : `${text.slice(0, length).trimEnd()}…`;
  }
}
