// A lesson's page comes alive: recorded steps play, symbols light up together. Everything shown was computed when the
// page was made; without this script the page shows its filmstrips and tables instead.
(() => {
  "use strict";
  document.documentElement.classList.add("js");

  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const quiet = matchMedia("(prefers-reduced-motion: reduce)");

  /** An element with text and attributes. */
  function element(tag, text = "", attributes = {}) {
    const made = document.createElement(tag);
    made.textContent = text;
    for (const [name, value] of Object.entries(attributes)) if (value) made.setAttribute(name, value);
    return made;
  }

  /** Pieces of the recording as nodes: a string, or [class, text, name] of a symbol. */
  const nodes = pieces => pieces.map(piece => typeof piece === "string"
    ? document.createTextNode(piece)
    : element("var", piece[1], { class: piece[0], "data-s": piece[2] }));

  // MARK: Players

  /** One row of recorded frames and the part of the page that shows it. */
  class Player {
    constructor(box) {
      this.box = box;
      this.data = JSON.parse($("script", box).textContent);
      this.last = this.data.frames.length - 1;
      this.now = this.data.rest;
      this.timer = 0;
      this.slider = $(".track input", box);
      this.say = $(".say", box);
      this.work = $(".work", box);
      this.count = $(".count span", box);
      this.anchor = box.dataset.step;
      this.find();
      this.rail();
      box.addEventListener("click", event => {
        const button = event.target.closest("button[data-do]");
        if (button) this.press(button.dataset.do);
      });
      this.slider.addEventListener("input", () => {
        this.play(false);
        this.show(+this.slider.value);
      });
    }

    /** The places that frames change, looked up once. */
    find() {
      const at = attribute => $$(`.net [${attribute}]`, this.box);
      this.nets = $$(".net", this.box);
      this.values = at("data-v");
      this.wires = at("data-w");
      this.slopes = at("data-g");
      this.nodes = at("data-n");
      this.hidden = at("data-h");
      this.trays = at("data-t");
      this.pulses = at("data-p");
      this.lines = $$(".step li", this.box);
    }

    /** The slider's rail in the colours of the phases. */
    rail() {
      const share = phase => this.data.frames.filter(frame => frame.p === phase).length;
      const legs = { forward: share("forward"), backward: share("backward"), update: share("update") };
      const all = Math.max(1, this.last);
      const first = legs.forward / all * 100, second = (legs.forward + legs.backward) / all * 100;
      this.box.style.setProperty("--rail", `linear-gradient(90deg,var(--a) ${first}%,var(--d) ${first}% ${second}%,` +
        "var(--soft) 0)");
      for (const phase in legs) {
        const leg = $(".leg-" + phase, this.box);
        leg.style.flex = legs[phase];
        leg.hidden = !legs[phase];
      }
    }

    /** The last text and width of a quantity so far, as [frame, text, width], or nothing. */
    at(name, frame = this.now) {
      let found;
      for (const change of this.data.values[name] || []) if (change[0] <= frame) found = change;
      return found;
    }

    show(frame, moved = true) {
      this.now = Math.max(0, Math.min(this.last, frame));
      const step = this.data.frames[this.now];
      const lit = new Set(step.on.split(" "));
      this.draw(step, lit);
      this.write(step);
      this.slider.value = this.now;
      this.slider.setAttribute("aria-valuetext", `step ${this.now} of ${this.last}, ${step.p}`);
      this.count.textContent = `${this.now} of ${this.last}`;
      for (const line of this.lines) line.classList.toggle("cur", line.value === (step.l || this.data.line));
      current = this;
      if (moved) history.replaceState(null, "", "#" + this.anchor + this.now);
    }

    draw(step, lit) {
      for (const net of this.nets) {
        net.classList.remove("start", "forward", "backward", "update");
        net.classList.add(step.p);
      }
      for (const place of this.values) {
        const name = place.dataset.v, value = this.at(name);
        place.textContent = value ? (place.dataset.x || "") + value[1] : name[0] === "d" ? "" : "·";
        place.classList.toggle("new", name === step.v);
      }
      for (const wire of this.wires) {
        const name = wire.dataset.w, value = this.at(name);
        wire.setAttribute("stroke-width", value[2]);
        wire.classList.toggle("neg", value[1][0] === "−");
        wire.classList.toggle("on", lit.has(name));
      }
      for (const slope of this.slopes) {
        const name = slope.dataset.g, value = this.at(name);
        slope.classList.toggle("off", !value);
        slope.setAttribute("stroke-width", value ? value[2] : 1);
        slope.classList.toggle("neg", !!value && value[1][0] === "−");
        slope.classList.toggle("zero", !!value && value[1] === "0");
        slope.classList.toggle("on", lit.has(name));
      }
      for (const node of this.nodes) node.classList.toggle("on", lit.has(node.dataset.n));
      for (const place of this.hidden) place.classList.toggle("off", !this.at(place.dataset.h));
      for (const tray of this.trays) {
        const names = tray.dataset.t.split(" ");
        tray.classList.toggle("off", !names.some(name => this.at(name)));
        tray.classList.toggle("on", names.some(name => lit.has(name)));
      }
      for (const pulse of this.pulses) pulse.classList.remove("go");
      if (this.box.classList.contains("playing") && step.p !== "update") {
        this.box.getBoundingClientRect(); // one layout for all, so that the animations start anew
        for (const pulse of this.pulses) pulse.classList.toggle("go", lit.has(pulse.dataset.p));
      }
    }

    /** The sentence, and the formula on its way to the value. */
    write(step) {
      this.say.replaceChildren(...nodes(step.s));
      const rows = [];
      const row = (sign, content) => {
        const line = element("div");
        if (!rows.length) line.append(...nodes(step.g));
        line.append(element("i", sign), content);
        rows.push(line);
      };
      if (step.v) {
        const sign = step.p === "update" ? "←" : "=";
        if (step.f) {
          const formula = element("span");
          formula.append(...nodes(step.f));
          row(sign, formula);
        }
        if (step.n) row(rows.length ? "=" : sign, element("span", step.n));
        row(rows.length ? "=" : sign, element("b", this.at(step.v)[1], { class: step.v[0] === "l" ? "l" : step.v[0] }));
      }
      this.work.replaceChildren(...rows);
    }

    play(go) {
      clearInterval(this.timer);
      this.timer = 0;
      this.box.classList.toggle("playing", go);
      const button = $(".play", this.box);
      button.setAttribute("aria-label", go ? "pause" : "play");
      button.title = go ? "pause" : "play";
      $("path", button).setAttribute("d", go ? "M4 3h4v12H4zM10 3h4v12h-4z" : "M4 2l12 7-12 7z");
      if (!go) return;
      if (this.now === this.last) this.show(0);
      this.timer = setInterval(() => {
        this.show(this.now + 1);
        if (this.now === this.last) this.play(false);
      }, quiet.matches ? 2600 : 1500);
    }

    press(action) {
      const wasPlaying = this.timer;
      this.play(false);
      if (action === "play") {
        if (!wasPlaying) this.play(true);
        return;
      }
      this.box.classList.add("playing"); // a single step moves its data too
      const places = { first: 0, back: this.now - 1, forward: this.now + 1, last: this.last };
      this.show(places[action]);
    }

    /** Whether part of the player is on the screen. */
    get isSeen() {
      const box = this.box.getBoundingClientRect();
      return box.bottom > 0 && box.top < innerHeight;
    }
  }

  let players = [];
  /** The player that keys move and whose values symbols show. */
  let current;

  function playerInSight() {
    if (current && current.isSeen) return current;
    return players.find(player => player.isSeen);
  }

  function keys(event) {
    if (event.key === "Escape") {
      unlight();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input,textarea,select,summary,.src,.scroll,[contenteditable]")) return;
    const player = playerInSight();
    if (!player) return;
    const action = { ArrowRight: "forward", ArrowLeft: "back", Home: "first", End: "last", n: "forward", b: "back" };
    if (action[event.key]) {
      event.preventDefault();
      player.press(action[event.key]);
    } else if (event.key === " " && !event.target.closest("button,a")) {
      event.preventDefault();
      player.press("play");
    }
  }

  /** `#step-41` opens that frame of the page's first player, `#step-cell-5` that of a cell's own. */
  function follow() {
    const hash = decodeURIComponent(location.hash.slice(1));
    for (const player of players) {
      const number = hash.startsWith(player.anchor) ? hash.slice(player.anchor.length) : "";
      if (!/^\d+$/.test(number)) continue;
      player.show(+number, false);
      player.box.scrollIntoView();
    }
  }

  // MARK: Symbols

  /** The value of the symbol that is pointed at. */
  let tip;

  function light(symbol) {
    unlight();
    const name = symbol.dataset.s;
    const owner = symbol.closest(".player");
    const player = players.find(player => player.box === owner)
      || (current && current.data.values[name] ? current : players.find(player => player.data.values[name]));
    if (!player || !player.data.values[name]) return;
    for (const other of $$(`[data-s="${name}"],.net [data-v="${name}"]`)) other.classList.add("lit");
    const value = player.at(name);
    tip.textContent = value ? value[1] : "not yet";
    tip.hidden = false;
    const box = symbol.getBoundingClientRect();
    tip.style.left = Math.max(8, Math.min(box.left + scrollX, innerWidth - tip.offsetWidth - 8)) + "px";
    tip.style.top = box.top + scrollY - tip.offsetHeight - 6 + "px";
  }

  function unlight() {
    for (const symbol of $$(".lit")) symbol.classList.remove("lit");
    tip.hidden = true;
  }

  // MARK: Start

  function start() {
    tip = element("div", "", { id: "p-value" });
    tip.hidden = true;
    document.body.append(tip);
    players = $$(".player").map(box => new Player(box));
    current = players[0];
    addEventListener("keydown", keys);
    addEventListener("hashchange", follow);
    addEventListener("mouseover", event => {
      // Of a slope's fraction the whole lights up, not the letter that is pointed at.
      const inner = event.target.closest?.("[data-s]");
      const symbol = inner?.parentElement.closest("math [data-s]") || inner;
      symbol ? light(symbol) : unlight();
    });
    follow();
  }
  addEventListener("DOMContentLoaded", start);
})();
