// Search and filters: which releases are shown, and what the overviews count of them.
{
  const form = document.getElementById("filters");
  const fields = Object.fromEntries([...form.querySelectorAll("input, select")].map((f) => [f.id, f]));
  const status = document.getElementById("count");
  const list = document.querySelector("main");
  const nothing = document.getElementById("nothing");

  const folded = (text) => text.toLowerCase().replace(/[‘’ʼ`]/g, "'").replace(/\s+/g, " ").trim();
  const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };
  const plain = (element) => // what is folded away is markup in a text node
    element.textContent
      .replace(/<[^>]*>/g, " ")
      .replace(/&(amp|lt|gt|quot|#x27);/g, (whole, name) => entities[name]);
  const written = (count) =>
    String(count).replace(/\B(?=(\d{3})+$)/g, status.dataset.thousands);
  const names = (articles, kind) =>
    articles.flatMap((article) => (article.dataset[kind] ?? "").split("|")).map(folded);

  const releases = [...document.querySelectorAll(".month > article")].map((element) => {
    const all = [element, ...element.querySelectorAll("article")];
    return {
      element,
      numbers: all.map((article) => article.id.slice(1, -2)),
      days: all.map((article) => article.dataset.day),
      months: all.map((article) => article.dataset.month),
      person: names(all, "person"),
      place: names(all, "place"),
      organization: names(all, "organization"),
      text: null,
      shown: true,
    };
  });
  const byNumber = new Map(releases.flatMap((one) => one.numbers.map((number) => [number, one])));

  // A name that was picked from the list has to be equal; one that is being typed, contained.
  const known = {};
  for (const kind of ["person", "place", "organization"]) {
    known[kind] = new Set(releases.flatMap((one) => one[kind]));
  }

  // Spellings of the name of one person, by each of them.
  const spellings = new Map();
  for (const button of document.querySelectorAll("button[data-only]")) {
    const all = button.dataset.only.split("|").map(folded);
    if (all.length > 1) for (const name of all) spellings.set(name, all);
  }

  const textOf = (one) => (one.text ??= folded(plain(one.element)));

  function test() {
    const words = folded(fields.words.value).split(" ").filter(Boolean);
    const month = fields.month.value;
    const picked = ["person", "place", "organization"]
      .map((kind) => [kind, folded(fields[kind].value)])
      .filter(([, name]) => name);
    return (one) => {
      if (month && !one.months.includes(month)) return false;
      for (const [kind, name] of picked) {
        const same = kind === "person" && spellings.get(name);
        const fits = same ? one[kind].some((other) => same.includes(other))
          : known[kind].has(name) ? one[kind].includes(name)
          : one[kind].some((other) => other.includes(name));
        if (!fits) return false;
      }
      if (!words.length) return true;
      return words.every((word) => textOf(one).includes(word));
    };
  }

  function apply() {
    const fits = test();
    let count = 0;
    for (const one of releases) {
      const shown = fits(one);
      if (shown !== one.shown) one.element.hidden = !shown;
      one.shown = shown;
      if (shown) count += one.numbers.length;
    }
    status.textContent = status.dataset.count
      .replace("{shown}", written(count))
      .replace("{all}", written(byNumber.size));
    nothing.hidden = count > 0;
    countMonths();
    drawBars();
    countSpeakers();
    hideOthers(document.querySelector("aside"));
    for (const { items, numbers } of overviews) {
      numbers.textContent = written(items.filter(stillShown).length);
    }
    markWords();
    list.ariaBusy = "false";
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
    const words = folded(fields.words.value).split(" ").filter((word) => word.length > 1);
    if (!words.length) return;
    const pattern = new RegExp(words.map((word) => word.replace(/[^\p{L}\d\s]/gu, "\\$&")).join("|"), "gi");
    const found = new Highlight();
    for (const article of inSight) {
      for (const fold of article.querySelectorAll("details:not([open], .similar)")) {
        const hits = plain(fold.querySelector("noscript") ?? fold).match(pattern)?.length;
        if (hits) fold.firstElementChild.dataset.hits = written(hits);
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

  const overviews = [...document.querySelectorAll(".lists, .amounts")].map((element) => ({
    numbers: element.querySelector("summary .numbers"),
    items: [...element.innerHTML.matchAll(/ data-release="([\d ]+)"/g)].map((found) => found[1]),
  }));

  const stillShown = (held) => held.split(" ").some((number) => byNumber.get(number).shown);

  function hideOthers(overview) {
    for (const item of overview.querySelectorAll("[data-release]")) {
      item.hidden = !stillShown(item.dataset.release);
    }
  }

  function countMonths() {
    for (const month of document.querySelectorAll(".month")) {
      let count = 0;
      for (const article of month.querySelectorAll(":scope > article:not([hidden])")) {
        count += 1 + article.querySelectorAll("article").length;
      }
      month.hidden = !count;
      month.querySelector("h2 .numbers").textContent = written(count);
    }
  }

  const chart = document.querySelector(".timeline");
  const bars = chart ? [...chart.querySelectorAll("a")] : [];
  const starts = bars.map((bar) => bar.dataset.from);

  function drawBars() {
    if (!chart) return;
    const counts = new Array(bars.length).fill(0);
    for (const one of releases) {
      if (!one.shown) continue;
      for (const day of one.days) if (day) counts[barOf(day)] += 1;
    }
    const whole = Number(bars[0].querySelector(".hit").getAttribute("height"));
    bars.forEach((bar, number) => {
      const count = counts[number];
      const height = count ? Math.max(2, Math.round((count / chart.dataset.most) * whole)) : 0;
      const now = bar.querySelector(".now");
      now.setAttribute("height", height);
      now.setAttribute("y", whole - height);
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

  const speakers = [...document.querySelectorAll(".speakers > ol > li")].map((element) => ({
    element,
    said: element.dataset.said.split(" ").map((pair) => pair.split(":")),
    bar: element.querySelector(".bar rect"),
    numbers: element.querySelector(".numbers"),
    pattern: element.querySelector(".numbers").textContent,
  }));

  const mostSpeakers = 10;

  function countSpeakers() {
    for (const speaker of speakers) {
      const here = speaker.said.filter(([number]) => byNumber.get(number).shown);
      speaker.releases = here.length;
      speaker.count = here.reduce((sum, [, count]) => sum + Number(count), 0);
    }
    speakers.sort((one, other) => other.count - one.count);
    speakers.forEach((speaker, rank) => {
      speaker.element.hidden = !speaker.count || rank >= mostSpeakers;
      if (speaker.element.hidden) return;
      let turn = 0; // the first number of the pattern counts quotations, the second releases
      speaker.numbers.textContent = speaker.pattern.replace(/\d[\d.,]*/g, () =>
        written(turn++ ? speaker.releases : speaker.count));
      speaker.bar.setAttribute("width", `${(100 * speaker.count) / speakers[0].count}%`);
      speaker.element.parentElement.append(speaker.element);
    });
    const heading = document.querySelector(".speakers > summary .numbers");
    if (heading) heading.textContent = written(speakers.filter((one) => one.count).length);
  }

  let waiting = 0;
  function applySoon() {
    list.ariaBusy = "true";
    clearTimeout(waiting);
    waiting = setTimeout(apply, 80);
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
  form.addEventListener("input", applySoon);
  form.addEventListener("reset", applySoon); // the fields are emptied right after
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const button of document.querySelectorAll("button[data-only]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      [fields.person.value] = button.dataset.only.split("|");
      apply();
      form.scrollIntoView({ block: "nearest" });
    });
  }
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (target.closest("aside")) hideOthers(target);
      else markWords();
      if (target.matches(".similar")) target.querySelectorAll("article").forEach(unfold);
    },
    true,
  );

  // Headlines only: each unfolds its release instead of leading into its text.
  const brief = document.getElementById("brief");
  brief.addEventListener("click", () => {
    const pressed = list.classList.toggle("brief");
    brief.setAttribute("aria-pressed", pressed);
    list.querySelectorAll(".opened").forEach((article) => article.classList.remove("opened"));
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
  apply();
  if (matchMedia("(min-width: 62rem)").matches) {
    document.querySelector(".speakers")?.setAttribute("open", "");
  }
}
