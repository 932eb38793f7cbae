import type { Colors } from "./colors.ts";

/** A broken rule is a filled octagon, a weakness an open triangle: shape and color, so that it reads in grey. */
export function drawMark(pen: CanvasRenderingContext2D, colors: Colors, hard: boolean, x: number, middle: number): void {
  const size = 12;
  const top = middle - size / 2;
  pen.beginPath();
  if (hard) {
    const cut = size * 0.3;
    pen.moveTo(x + cut, top);
    pen.lineTo(x + size - cut, top);
    pen.lineTo(x + size, top + cut);
    pen.lineTo(x + size, top + size - cut);
    pen.lineTo(x + size - cut, top + size);
    pen.lineTo(x + cut, top + size);
    pen.lineTo(x, top + size - cut);
    pen.lineTo(x, top + cut);
    pen.closePath();
    pen.fillStyle = colors.critical;
    pen.fill();
    pen.strokeStyle = colors.surface;
    pen.lineWidth = 1.5;
    pen.stroke();
    return;
  }
  pen.moveTo(x + size / 2, top + 1);
  pen.lineTo(x + size, top + size - 1);
  pen.lineTo(x, top + size - 1);
  pen.closePath();
  pen.fillStyle = colors.surface;
  pen.fill();
  pen.strokeStyle = colors.serious;
  pen.lineWidth = 1.75;
  pen.stroke();
}
