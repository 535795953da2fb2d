// Search and filters: which releases are shown, and what the overviews tell of them.
{
  const form = document.getElementById("filters");
  const fields = Object.fromEntries([...form.querySelectorAll("input, select")].map((f) => [f.id, f]));
  const status = document.getElementById("count");
  const list = document.querySelector("main");
  const nothing = document.getElementById("nothing");
  const brief = document.getElementById("brief");
  const facets = document.getElementById("facets");
  const kinds = ["person", "place", "organization"];
  const undated = "none";

  const folded = (text) => text.toLowerCase().replace(/[‘’ʼ`]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, " ").trim();
  const sought = () => // words, and what stands in quotation marks as it stands
    (folded(fields.words.value).match(/"[^"]+"|\S+/g) ?? []).map((term) => term.replace(/^"(.+)"$/, "$1"));
  const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
  const plain = (markup) => // what is folded away is markup in a text node
    markup
      .replace(/<[^>]*>/g, "")
      .replace(/&(amp|lt|gt|quot|#x27);/g, (whole, name) => entities[name]);
  const written = (count) =>
    String(count).replace(/\B(?=(\d{3})+$)/g, status.dataset.thousands);

  const releases = [...list.querySelectorAll("article")].map((element) => {
    const names = (kind) => (element.dataset[kind] ?? "").split("|").map(folded);
    return {
      element,
      day: element.dataset.day,
      month: element.dataset.month || undated,
      ...Object.fromEntries(kinds.map((kind) => [kind, names(kind)])),
      text: null,
      shown: true,
    };
  });
  const byElement = new Map(releases.map((one) => [one.element, one]));
  const byNumber = new Map(releases.map((one) => [one.element.id.slice(1, -2), one]));

  // A name that was picked from the list has to be equal; one that is being typed, contained.
  const known = Object.fromEntries(
    kinds.map((kind) => [kind, new Set(releases.flatMap((one) => one[kind]))]),
  );

  // The text of a release and no more, so that a search counts what a search in its file does.
  function textOf(one) {
    if (one.text === null) {
      const kept = one.element.querySelector(":scope > noscript, :scope > .source > noscript");
      const opened = () => [...one.element.querySelectorAll(".source > p")].map((p) => p.textContent);
      one.text = folded(kept ? plain(kept.textContent.split("<\/summary>").at(-1)) : opened().join("\n"));
    }
    return one.text;
  }

  function titleOf({ element }) {
    const kept = element.querySelector(":scope > noscript");
    if (!kept) return element.querySelector("h3").textContent;
    return plain(kept.textContent.slice(0, kept.textContent.indexOf("<\/h3>")).split("<h3>").at(-1));
  }

  function fitting() {
    const words = sought();
    const picked = kinds
      .map((kind) => [kind, folded(fields[kind].value)])
      .filter(([, name]) => name);
    return (one) => {
      for (const [kind, name] of picked) {
        const same = kind === "person" && overviews().spellings.get(name);
        const fits = same ? one[kind].some((other) => same.includes(other))
          : known[kind].has(name) ? one[kind].includes(name)
          : one[kind].some((other) => other.includes(name));
        if (!fits) return false;
      }
      return words.every((word) => textOf(one).includes(word));
    };
  }

  function apply() {
    clearTimeout(waiting);
    const fits = fitting();
    const picked = fields.month.value;
    const counts = new Map();
    let count = 0;
    for (const one of releases) {
      const fit = fits(one);
      if (fit) counts.set(one.month, (counts.get(one.month) ?? 0) + 1);
      const shown = fit && (!picked || one.month === picked);
      if (shown !== one.shown) one.element.hidden = !shown;
      one.shown = shown;
      if (shown) count += 1;
    }
    const told = status.dataset.count
      .replace("{shown}", written(count))
      .replace("{all}", written(releases.length));
    if (told !== status.textContent) status.textContent = told;
    nothing.hidden = count > 0;
    tellMonths(counts, picked);
    tellRepeats();
    tellState();
    drawBars();
    if (complete) overviews().tell();
    markWords();
    list.ariaBusy = "false";
  }

  // The menu counts what each month would show, which is what its heading counts when it does.
  const months = [...document.querySelectorAll(".month")].map((section) => ({
    section,
    key: section.id.slice(2) || undated,
    numbers: section.querySelector("h2 .numbers"),
  }));
  const options = [...fields.month.options].slice(1);

  function tellMonths(counts, picked) {
    for (const { section, key, numbers } of months) {
      section.hidden = !counts.has(key) || (picked !== "" && picked !== key);
      numbers.textContent = written(counts.get(key) ?? 0);
    }
    for (const option of options) {
      option.hidden = !counts.has(option.value) && option.value !== picked;
      const name = option.text.slice(0, option.text.lastIndexOf(" ("));
      option.text = `${name} (${written(counts.get(option.value) ?? 0)})`;
    }
  }

  // What repeats a release is folded behind it, and open where the release itself is not shown.
  const folds = [...list.querySelectorAll(".similar")].map((element) => ({
    element,
    first: byElement.get(element.previousElementSibling),
    repeats: [...element.querySelectorAll("article")].map((article) => byElement.get(article)),
    alone: false,
  }));

  function tellRepeats() {
    for (const fold of folds) {
      const count = fold.repeats.filter((one) => one.shown).length;
      fold.element.hidden = !count;
      const label = fold.element.firstElementChild;
      label.textContent = label.textContent.replace(/\d[\d.,]*/, written(count));
      const alone = count > 0 && !fold.first.shown;
      if (alone !== fold.alone) fold.element.open = alone;
      fold.alone = alone;
    }
  }

  // The words that are searched for are marked where they stand, in the releases in sight; a fold
  // that is closed says how often they stand in it.
  const inSight = new Set();
  const sight = new IntersectionObserver((seen) => {
    for (const { isIntersecting, target } of seen) inSight[isIntersecting ? "add" : "delete"](target);
    markWords();
  });
  releases.forEach(({ element }) => sight.observe(element));
  function markWords() {
    if (!CSS.highlights) return;
    CSS.highlights.delete("found");
    for (const fold of list.querySelectorAll("[data-hits]")) delete fold.dataset.hits;
    const words = sought().filter((word) => word.length > 1);
    if (!words.length) return;
    const escaped = words.map((word) => word.replace(/[^\p{L}\d\s]/gu, "\\$&").replace(/ /g, "\\s+"));
    const pattern = new RegExp(escaped.join("|"), "gi");
    const found = new Highlight();
    for (const article of inSight) {
      for (const fold of article.querySelectorAll("details:not([open])")) {
        const hits = plain(fold.querySelector("noscript")?.textContent ?? "").match(pattern)
          ?? fold.textContent.match(pattern);
        if (hits) fold.firstElementChild.dataset.hits = written(hits.length);
      }
      const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
      for (let text = texts.nextNode(); text; text = texts.nextNode()) {
        if (text.parentElement.localName === "noscript") continue;
        for (const { index, 0: word } of text.data.matchAll(pattern)) {
          found.add(new StaticRange({
            startContainer: text, startOffset: index, endContainer: text, endOffset: index + word.length,
          }));
        }
      }
    }
    CSS.highlights.set("found", found);
  }

  const chart = document.querySelector(".timeline");
  const bars = [...document.querySelectorAll(".timeline a")];
  const starts = bars.map((bar) => bar.dataset.from);

  function drawBars() {
    if (!chart) return;
    const counts = new Array(bars.length).fill(0);
    for (const { shown, day } of releases) {
      if (shown && day && (day.length > 4 || chart.dataset.step === "year")) counts[barOf(day)] += 1;
    }
    const whole = Number(bars[0].querySelector(".hit").getAttribute("height"));
    bars.forEach((bar, number) => {
      const count = counts[number];
      const height = count ? Math.max(2, Math.round((count / chart.dataset.most) * whole)) : 0;
      const now = bar.querySelector(".now");
      now.setAttribute("height", height);
      now.setAttribute("y", whole - height);
      const name = bar.querySelector("title");
      name.textContent = name.textContent.replace(/[^ ]+$/, written(count));
    });
  }

  function barOf(day) {
    const whole = `${day}-01-01`.slice(0, 10); // a month or a year begins on its first day
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= whole) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  // The overviews take long to take apart: that is done once the page is there, or wanted sooner.
  let made = null;
  let complete = false;
  const overviews = () => (made ??= makeOverviews({ byNumber, titleOf, written, only }));
  function only(name) {
    fields.person.value = name;
    changed();
    form.scrollIntoView({ block: "nearest" });
  }
  addEventListener("load", () => setTimeout(() => {
    complete = true;
    overviews().tell();
  }));

  // The address tells what is shown, so that it can be sent and gone back to. What is typed in one
  // go is one step back.
  const parameters = { words: "q", person: "person", place: "place", organization: "organization", month: "month" };
  const title = document.title;
  let asked = "";
  let typing = null; // the field that is being typed in

  function tellState() {
    const told = Object.values(fields)
      .filter((field) => field.value.trim())
      .map((field) => (field === fields.month ? field.selectedOptions[0].text.replace(/ \([^(]*$/, "") : field.value.trim()));
    status.dataset.told = told.join(" · ");
    document.title = [...told, title].join(" · ");
    const others = Object.values(fields).filter((field) => field !== fields.words && field.value.trim());
    const label = facets.firstElementChild;
    label.textContent = label.textContent.replace(/ \([^(]*$/, "") + (others.length ? ` (${others.length})` : "");
  }

  function readAddress() {
    asked = location.search;
    const values = new URLSearchParams(asked);
    for (const [id, name] of Object.entries(parameters)) fields[id].value = values.get(name) ?? "";
    if (fields.month.selectedIndex < 0) fields.month.value = "";
    setBrief(values.has("brief"));
    typing = null;
    apply();
  }

  function writeAddress() {
    const values = new URLSearchParams(asked);
    const told = Object.entries(parameters).map(([id, name]) => [name, fields[id].value.trim()]);
    for (const [name, value] of [...told, ["brief", list.classList.contains("brief") ? "1" : ""]]) {
      if (value) values.set(name, value);
      else values.delete(name);
    }
    const now = String(values) && `?${values}`;
    if (now === asked) return;
    history[typing ? "replaceState" : "pushState"](null, "", now || location.pathname);
    asked = location.search;
  }

  function changed() {
    apply();
    writeAddress();
  }

  let waiting = 0;
  function typed({ target }) {
    list.ariaBusy = "true";
    clearTimeout(waiting);
    waiting = setTimeout(apply, 80);
    if (typing !== target) typing = null;
    writeAddress();
    typing = target;
  }

  // The elements of a release are made when it comes near, when it is printed, or by and by.
  const unmade = releases.filter(({ element }) => element.querySelector(":scope > noscript"));
  const near = new IntersectionObserver(
    (seen) => seen.forEach(({ isIntersecting, target }) => { if (isIntersecting) make(target); }),
    { rootMargin: "100% 0px" },
  );
  function make(element) {
    near.unobserve(element);
    unfold(element);
    if (inSight.has(element)) markWords();
  }
  function makeSome() {
    for (const one of unmade.splice(0, 8)) {
      textOf(one);
      make(one.element);
    }
    if (unmade.length) setTimeout(makeSome, 25);
  }
  unmade.forEach(({ element }) => near.observe(element));
  addEventListener("load", () => setTimeout(makeSome, 500));
  addEventListener("beforeprint", () => unmade.splice(0).forEach(({ element }) => make(element)));

  form.addEventListener("focusin", () => releases.forEach(textOf), { once: true });
  form.addEventListener("input", typed);
  form.addEventListener("change", () => { typing = null; });
  form.addEventListener("reset", () => setTimeout(changed)); // the fields are emptied right after
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("popstate", () => { if (location.search !== asked) readAddress(); });
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (target.matches("aside > .lists, aside > .amounts")) overviews().tell();
      if (target.matches(".similar")) target.querySelectorAll("article").forEach(make);
      if (list.contains(target)) markWords();
    },
    true,
  );

  // A slash leads to the search, Escape from there to the releases.
  document.addEventListener("keydown", (event) => {
    const { key, target } = event;
    const elsewhere = !target.closest("input, select, textarea, [contenteditable]");
    if (key === "/" && elsewhere && !event.ctrlKey && !event.metaKey && !event.altKey) {
      fields.words.focus();
      fields.words.select();
    } else if (key === "Escape" && target === fields.words) {
      list.focus({ preventScroll: true });
    } else return;
    event.preventDefault();
  });

  // Headlines only: each unfolds its release instead of leading into its text.
  function setBrief(pressed) {
    list.classList.toggle("brief", pressed);
    brief.setAttribute("aria-pressed", pressed);
    list.querySelectorAll(".opened").forEach((article) => article.classList.remove("opened"));
  }
  brief.addEventListener("click", () => {
    setBrief(!list.classList.contains("brief"));
    typing = null;
    writeAddress();
  });
  list.addEventListener("click", (event) => {
    if (!event.target.closest(".brief header")) return;
    event.preventDefault();
    event.target.closest("article").classList.toggle("opened");
  });

  document.addEventListener("click", (event) => {
    const bar = event.target.closest(".timeline a");
    const target = bar && document.querySelector(bar.getAttribute("href"));
    if (bar && (!target || target.hidden)) event.preventDefault();
  });

  form.hidden = false;
  readAddress();
  const wide = matchMedia("(min-width: 62rem)"); // where there is room, nothing is folded
  const unfoldFacets = () => { facets.open = wide.matches; };
  wide.addEventListener("change", unfoldFacets);
  unfoldFacets();
  if (wide.matches) document.querySelector(".speakers")?.setAttribute("open", "");
}
