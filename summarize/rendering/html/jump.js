// Shows the place in the full text that a link points to: unfolds what hides it and marks it whole.
"use strict";

let cited = [];

function showPlace() {
  const id = location.hash.slice(1);
  const release = document.getElementById(`${id.split("-", 1)[0]}-a`);
  if (release) unfold(release);
  release?.classList.add("opened");
  release?.querySelectorAll(":scope > details").forEach(unfold);
  const first = id && document.getElementById(id);
  if (!first || !first.closest(".source")) return;
  for (const piece of cited) piece.classList.remove("cited");
  const rest = first.closest(".source").querySelectorAll(`[data-rest="${CSS.escape(id)}"]`);
  cited = [first, ...rest];
  for (const piece of cited) piece.classList.add("cited");
  for (let fold = first.closest("details"); fold; fold = fold.parentElement.closest("details")) {
    fold.open = true;
  }
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: "center" });
}

// What is folded away or far below is kept as plain text until it is wanted: see markup.py.
function unfold(element) {
  const kept = element.querySelector(":scope > noscript");
  if (!kept) return;
  const markup = kept.textContent.replace(/<!--(\/?)kept-->/g, "<$1noscript>");
  kept.insertAdjacentHTML("afterend", markup);
  kept.remove();
}

document.addEventListener("toggle", (event) => unfold(event.target), true);
addEventListener("hashchange", showPlace);
addEventListener("load", showPlace);
document.addEventListener("click", (event) => {
  const link = event.target.closest('a[href^="#"]'); // the same place once more: no hashchange
  if (link && link.hash === location.hash) showPlace();
});
