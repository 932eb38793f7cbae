let line: HTMLElement | undefined;

/** Says a short sentence to screen readers without moving the focus. */
export function announce(text: string): void {
  if (!line?.isConnected) {
    line = document.createElement("div");
    line.className = "of-only-heard";
    line.setAttribute("role", "status");
    document.body.append(line);
  }
  line.textContent = text;
}
