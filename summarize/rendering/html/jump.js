// Shows the place in the full text that a link points to: unfolds what hides it and marks it whole.
"use strict";

let cited = [];

function markPlace(id, end) {
  const first = id && document.getElementById(id);
  if (!first || !first.closest(".source")) return;
  for (const stretch of cited) stretch.classList.remove("cited");
  const start = offsetOf(first);
  cited = [...first.closest(".source").querySelectorAll("[id]")].filter((stretch) => {
    const at = offsetOf(stretch);
    return at === start || (at > start && at < end);
  });
  for (const stretch of cited) stretch.classList.add("cited");
  for (let fold = first.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    fold.open = true;
  }
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: "center" });
}

function offsetOf(stretch) {
  return Number(stretch.id.slice(stretch.id.lastIndexOf("-") + 1));
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-end]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const id = link.getAttribute("href").slice(1);
  history.pushState(Number(link.dataset.end), "", `#${id}`);
  markPlace(id, Number(link.dataset.end));
});

addEventListener("popstate", (event) => markPlace(location.hash.slice(1), event.state ?? 0));
addEventListener("load", () => markPlace(location.hash.slice(1), history.state ?? 0));
