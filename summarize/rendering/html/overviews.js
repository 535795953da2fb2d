// The overviews: who is quoted, what is talked about, all lists, the largest figures, each of them
// told of the releases that are shown. Their items are taken out of the page; what counts most is
// put back.
function makeOverviews({ byNumber, titleOf, written, only }) {
  const most = { items: 10, quotes: 5, abouts: 4, units: 6 };
  const spellings = new Map(); // all those of the name of one person, by each of them
  const quotes = new Map(); // by their places
  const nameOf = (item) => item.element.querySelector("b").textContent;

  const speakers = overviewOf("speakers", speakerOf);
  const topics = overviewOf("topics", topicOf);
  const lists = overviewOf("lists", saidAt);
  const amounts = overviewOf("amounts", unitOf);

  function overviewOf(kind, itemOf) {
    const element = document.querySelector(`aside > .${kind}`);
    if (!element) return null;
    unfold(element);
    const shown = element.querySelector("ol");
    const items = [...shown.children].map(itemOf);
    shown.replaceChildren();
    return { element, shown, items, numbers: element.querySelector("summary .numbers") };
  }

  function saidAt(line) {
    const link = line.querySelector("a");
    return { line, link, release: byNumber.get(link.hash.slice(2).split("-", 1)[0]) };
  }

  function speakerOf(element) {
    const said = [...element.querySelectorAll("ul > li")].map(saidAt);
    const speaker = quoted(element, said);
    for (const quote of said) {
      quotes.set(quote.link.hash.slice(1), Object.assign(quote, { speaker, topics: [] }));
    }
    const button = element.querySelector("button");
    const names = button.dataset.only.split("|");
    const folded = names.map((name) => name.toLowerCase());
    for (const name of folded) spellings.set(name, folded);
    button.hidden = false;
    button.addEventListener("click", () => only(names[0]));
    return speaker;
  }

  function topicOf(element) {
    const said = element.dataset.said.split(" ").map((place) => quotes.get(place));
    const topic = quoted(element, said, Number(element.dataset.weight));
    for (const quote of said) quote.topics.push(topic);
    return topic;
  }

  function quoted(element, said, weight) {
    const numbers = element.querySelector(".numbers");
    return { element, said, weight, numbers, pattern: numbers.textContent };
  }

  function unitOf(element) {
    return { element, figures: [...element.querySelectorAll("li")].map(saidAt) };
  }

  function tell() {
    const focused = document.activeElement;
    tellQuoted(speakers, writeSpeaker);
    tellQuoted(topics, writeTopic);
    tellLists();
    tellAmounts();
    if (focused !== document.activeElement) focused.focus({ preventScroll: true });
  }

  function tellQuoted(overview, write) {
    if (!overview) return;
    for (const item of overview.items) {
      item.here = item.said.filter(({ release }) => release.shown);
      item.releases = new Set(item.here.map(({ release }) => release)).size;
      item.rank = item.weight ? item.weight * item.releases : item.here.length;
    }
    const here = overview.items
      .filter((item) => item.here.length)
      .sort((one, other) => other.rank - one.rank);
    const first = here.slice(0, most.items);
    const longest = Math.max(...first.map((item) => item.here.length));
    for (const item of first) {
      const counts = [item.here.length, item.releases];
      item.numbers.textContent = item.pattern.replace(/\d[\d.,]*/g, () => written(counts.shift()));
      item.element.querySelector("rect").setAttribute("width", `${(100 * item.here.length) / longest}%`);
      write(item);
    }
    overview.shown.replaceChildren(...first.map((item) => item.element));
    overview.numbers.textContent = written(here.length);
  }

  function once(said) { // what was sent twice is read once
    const told = new Map();
    for (const quote of said) {
      const key = `${nameOf(quote.speaker)}: ${quote.link.textContent}`;
      if (!told.has(key)) told.set(key, quote);
    }
    return [...told.values()].slice(0, most.quotes);
  }

  function writeSpeaker({ element, here }) {
    const counts = new Map();
    for (const quote of here) {
      for (const topic of quote.topics) counts.set(topic, (counts.get(topic) ?? 0) + topic.weight);
    }
    const abouts = [...counts].sort(([, one], [, other]) => other - one).slice(0, most.abouts);
    const about = element.querySelector(".about");
    about.hidden = !abouts.length;
    about.lastElementChild.textContent = abouts.map(([topic]) => nameOf(topic)).join(", ");
    element.querySelector("ul").replaceChildren(...once(here).map(({ line }) => line));
  }

  function writeTopic({ element, here }) {
    const names = [...new Set(here.map(({ speaker }) => nameOf(speaker)))];
    element.querySelector("small").textContent = names.slice(0, most.quotes).join(", ");
    element.querySelector("ul").replaceChildren(...once(here).map(({ line, speaker }) => {
      const copy = line.cloneNode(true);
      const who = document.createElement("cite");
      who.textContent = nameOf(speaker);
      copy.append(" ", who);
      return copy;
    }));
  }

  function tellLists() {
    if (!lists) return;
    const here = lists.items.filter(({ release }) => release.shown);
    lists.numbers.textContent = written(here.length);
    if (lists.element.open) lists.shown.replaceChildren(...here.map(({ line }) => line));
  }

  // The largest figures of the units that have most of them, each value once.
  function tellAmounts() {
    if (!amounts) return;
    const units = amounts.items.map(({ element, figures }) => {
      const values = new Map();
      for (const figure of figures) {
        const { value } = figure.line.dataset;
        if (figure.release.shown && !values.has(value)) values.set(value, figure);
      }
      return { element, values };
    });
    const here = units
      .filter(({ values }) => values.size)
      .sort((one, other) => other.values.size - one.values.size)
      .slice(0, most.units)
      .map(({ element, values }) => ({ element, largest: [...values.values()].slice(0, most.items) }));
    amounts.numbers.textContent = written(here.reduce((sum, { largest }) => sum + largest.length, 0));
    if (!amounts.element.open) return;
    for (const { element, largest } of here) {
      element.querySelector("ul").replaceChildren(...largest.map(withTitle));
    }
    amounts.shown.replaceChildren(...here.map(({ element }) => element));
  }

  function withTitle({ line, release }) {
    if (!line.querySelector("small")) {
      const title = document.createElement("small");
      title.textContent = titleOf(release);
      line.append(" ", title);
    }
    return line;
  }

  return { tell, spellings };
}
