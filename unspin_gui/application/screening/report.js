"use strict";
for (const button of document.querySelectorAll("th button")) {
  button.addEventListener("click", () => {
    const head = button.closest("th"), body = button.closest("table").tBodies[0];
    const column = head.cellIndex, numbers = head.classList.contains("num");
    const up = head.getAttribute("aria-sort") === (numbers ? "descending" : "ascending")
      ? numbers : !numbers;
    for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const key = (row) => row.cells[column].dataset.key;
    const rows = [...body.rows].sort((a, b) =>
      (numbers ? key(a) - key(b) : key(a).localeCompare(key(b))) * (up ? 1 : -1));
    body.append(...rows);
  });
}
for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.textContent = "Copied";
    } catch {
      button.textContent = button.dataset.copy;
    }
  });
}
