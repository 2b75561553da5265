// Full-text search over all lessons, in the page itself, so that it works from a file and without a network.
(() => {
  "use strict";
  document.documentElement.classList.add("js");
  const limit = 30;

  function element(tag, text, attributes = {}) {
    const made = document.createElement(tag);
    made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  }

  /** The text about the first match, with every word of the query marked. */
  function snippet(text, words) {
    const lower = text.toLowerCase();
    const first = Math.max(0, Math.min(...words.map(word => lower.indexOf(word)).filter(place => place >= 0)) - 60);
    const part = text.slice(Number.isFinite(first) ? first : 0).slice(0, 200);
    const shown = element("p", "");
    if (first > 0 && Number.isFinite(first)) shown.append("…");
    let rest = part;
    while (rest) {
      let best = -1, length = 0;
      for (const word of words) {
        const place = rest.toLowerCase().indexOf(word);
        if (place >= 0 && (best < 0 || place < best)) {
          best = place;
          length = word.length;
        }
      }
      if (best < 0) break;
      shown.append(rest.slice(0, best), element("mark", rest.slice(best, best + length)));
      rest = rest.slice(best + length);
    }
    shown.append(rest, "…");
    return shown;
  }

  /** Sections that have all words; those that have them in their title come first. */
  function find(sections, query) {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    if (!words.length) return { words, found: [] };
    const found = [];
    for (const section of sections) {
      const title = (section.title + " " + section.lesson).toLowerCase(), text = section.text.toLowerCase();
      if (!words.every(word => title.includes(word) || text.includes(word))) continue;
      let worth = 0;
      for (const word of words) worth += (title.includes(word) ? 10 : 0) + Math.min(5, text.split(word).length - 1);
      found.push({ section, worth });
    }
    found.sort((a, b) => b.worth - a.worth);
    return { words, found: found.map(one => one.section) };
  }

  addEventListener("DOMContentLoaded", () => {
    const box = document.querySelector(".search");
    if (!box) return;
    const sections = JSON.parse(document.querySelector("#p-search-data").textContent);
    const input = box.querySelector("input"), list = box.querySelector("ol"), count = box.querySelector(".count");
    const show = () => {
      const { words, found } = find(sections, input.value);
      list.replaceChildren(...found.slice(0, limit).map(section => {
        const item = element("li", "");
        const link = element("a", section.title, { href: section.address });
        item.append(link, element("span", section.lesson), snippet(section.text, words));
        return item;
      }));
      count.textContent = !words.length ? "" : found.length === 0 ? "Nothing found." :
        found.length === 1 ? "One section." : `${found.length} sections.`;
    };
    input.addEventListener("input", show);
    const asked = new URLSearchParams(location.search).get("q");
    if (asked) {
      input.value = asked;
      show();
    }
  });
})();
