// Behaviour that all pages share. Pages hold no scripts of their own: they say what they want in attributes.
//   data-live="topic other/topic"  fetch this element (it needs an id) again when a topic has changed
//   data-live-url="/path"          from there instead of from the page's own address
//   data-append="/path"            instead, put what /path?after=N answers behind the last child, which has data-n="N"
//   data-copy="text"               copy on click
//   data-confirm="question"        ask before submitting this form or following this link
//   data-download           this form fetches a file, and the page stays
//   data-follow                    keep a log scrolled to its end while it grows
(function () {
  "use strict";

  // ---- requests by htmx carry the page's CSRF token
  document.addEventListener("htmx:configRequest", function (event) {
    var meta = document.querySelector("meta[name=csrf-token]");
    if (meta) { event.detail.headers[meta.dataset.header] = meta.content; }
  });
  document.addEventListener("htmx:sendError", function () { offline(true); });

  // ---- theme, copy, confirm
  document.addEventListener("click", function (event) {
    var target = event.target.closest("[data-theme-toggle]");
    if (target) { window.slipwayTheme.toggle(); }
    target = event.target.closest("[data-copy]");
    if (target) { copy(target); }
    target = event.target.closest("a[data-confirm]");
    if (target && !window.confirm(target.dataset.confirm)) { event.preventDefault(); }
  });
  document.addEventListener("submit", function (event) {
    var question = event.target.dataset.confirm;
    if (question && !window.confirm(question)) { event.preventDefault(); return; }
    if (event.target.method === "dialog" || event.defaultPrevented || event.target.matches("[data-download]")) { return; }
    leave();
    var button = event.submitter;
    if (button) { window.setTimeout(function () { button.disabled = true; button.classList.add("btn-loading"); }, 0); }
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll(".btn-loading").forEach(function (button) {
      button.disabled = false;
      button.classList.remove("btn-loading");
    });
    listen();
  });
  function copy(element) {
    if (!navigator.clipboard) { return; }
    navigator.clipboard.writeText(element.dataset.copy).then(function () {
      element.classList.add("copied");
      window.setTimeout(function () { element.classList.remove("copied"); }, 1200);
    });
  }

  // ---- a dialog per destructive command, whose button wakes up when the name is typed
  document.addEventListener("input", function (event) {
    var expected = event.target.dataset.typed;
    if (expected === undefined) { return; }
    event.target.form.querySelector("[type=submit]").disabled = event.target.value !== expected;
  });

  // ---- relative times
  function amount(seconds) {
    if (seconds < 10) { return ""; }
    if (seconds < 60) { return Math.floor(seconds) + " s"; }
    if (seconds < 3600) { return Math.floor(seconds / 60) + " min"; }
    if (seconds < 172800) { return Math.floor(seconds / 3600) + " h"; }
    return Math.floor(seconds / 86400) + " days";
  }
  function refreshTimes() {
    document.querySelectorAll("time[data-relative]").forEach(function (time) {
      var past = (Date.now() - Date.parse(time.dateTime)) / 1000;
      var text = amount(Math.abs(past));
      text = text === "" ? "just now" : past < 0 ? "in " + text : text + " ago";
      if (time.textContent !== text) { time.textContent = text; }
    });
  }
  window.setInterval(refreshTimes, 10000);

  // ---- lists that are narrowed while typing, without asking the server
  document.addEventListener("input", function (event) {
    var list = event.target.dataset && event.target.dataset.filter && document.querySelector(event.target.dataset.filter);
    if (!list) { return; }
    var wanted = event.target.value.trim().toLowerCase(), found = 0;
    list.querySelectorAll("[data-filter-item]").forEach(function (item) {
      item.hidden = !item.textContent.toLowerCase().includes(wanted);
      found += item.hidden ? 0 : 1;
    });
    list.querySelectorAll("[data-filter-group]").forEach(function (group) {
      group.hidden = group.querySelector("[data-filter-item]:not([hidden])") === null;
    });
    list.querySelectorAll("[data-filter-none]").forEach(function (none) { none.hidden = found > 0; });
  });

  // ---- what the reader has opened or closed stays so when it is fetched again
  var folds = new Map();
  function rememberFolds() {
    document.querySelectorAll("details[data-keep]").forEach(function (fold) { folds.set(fold.id, fold.open); });
  }
  function restoreFolds() {
    document.querySelectorAll("details[data-keep]").forEach(function (fold) {
      if (folds.has(fold.id)) { fold.open = folds.get(fold.id); }
    });
  }
  document.addEventListener("htmx:beforeSwap", rememberFolds);
  document.addEventListener("htmx:oobAfterSwap", restoreFolds);
  document.addEventListener("htmx:afterSwap", restoreFolds);

  // ---- graphs: the middle is in sight, and the arrow keys walk from box to box
  function showMiddle() {
    document.querySelectorAll(".graph-box").forEach(function (box) {
      var middle = box.querySelector(".graph-centre");
      if (!middle) { return; }
      var outer = box.getBoundingClientRect(), inner = middle.getBoundingClientRect();
      box.scrollLeft += inner.left + inner.width / 2 - outer.left - outer.width / 2;
      box.scrollTop += inner.top + inner.height / 2 - outer.top - outer.height / 2;
    });
  }
  document.addEventListener("keydown", function (event) {
    var from = event.target.closest && event.target.closest(".graph a");
    var way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!from || !way || event.altKey || event.ctrlKey || event.metaKey) { return; }
    var here = from.querySelector("rect").getBBox(), best = null, shortest = Infinity;
    from.ownerSVGElement.querySelectorAll("a[href]").forEach(function (box) {
      var there = box.querySelector("rect").getBBox(), x = there.x - here.x, y = there.y - here.y;
      var ahead = x * way[0] + y * way[1], aside = Math.abs(x * way[1]) + Math.abs(y * way[0]);
      if (ahead > 0 && ahead + 2 * aside < shortest) { best = box; shortest = ahead + 2 * aside; }
    });
    event.preventDefault();
    if (best) { best.focus(); best.scrollIntoView({ block: "nearest", inline: "nearest" }); }
  });

  // ---- pickers: what fits is listed while typing; arrows choose, Enter takes, Escape closes
  function listOf(input) { return input.closest(".picker").querySelector(".picker-list"); }
  function openList(input, open) {
    var list = listOf(input);
    list.hidden = !open || list.children.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (list.hidden) { input.removeAttribute("aria-activedescendant"); }
  }
  function pick(input, value) {
    input.value = value;
    openList(input, false);
    listOf(input).replaceChildren();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
  document.addEventListener("htmx:afterSwap", function (event) {
    var input = event.target.matches && event.target.matches(".picker-list") && event.target.closest(".picker").querySelector("input");
    if (input) { openList(input, document.activeElement === input); }
  });
  document.addEventListener("focusout", function (event) {
    if (event.target.matches("[role=combobox]")) { openList(event.target, false); }
  });
  document.addEventListener("mousedown", function (event) {
    var option = event.target.closest(".picker-option");
    if (option) { event.preventDefault(); pick(option.closest(".picker").querySelector("input"), option.dataset.value); }
  });
  document.addEventListener("keydown", function (event) {
    var input = event.target;
    if (!input.matches || !input.matches("[role=combobox]") || event.isComposing) { return; }
    var list = listOf(input), options = Array.from(list.querySelectorAll(".picker-option"));
    var at = options.findIndex(function (option) { return option.getAttribute("aria-selected") === "true"; });
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) { openList(input, true); }
      var next = options[(at + (event.key === "ArrowDown" ? 1 : options.length - (at < 0 ? 0 : 1))) % (options.length || 1)];
      options.forEach(function (option) { option.setAttribute("aria-selected", String(option === next)); });
      if (next) { input.setAttribute("aria-activedescendant", next.id); next.scrollIntoView({ block: "nearest" }); }
    } else if (event.key === "Enter" && !list.hidden && at >= 0) {
      event.preventDefault();
      pick(input, options[at].dataset.value);
    } else if (event.key === "Enter" && input.value && input.closest("[data-picker=adds]")) {
      event.preventDefault();
      pick(input, input.value);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      openList(input, false);
    }
  });

  // ---- forms that are drawn anew: what was typed meanwhile stays, and a new entry of a list is typed into at once
  var asked = new Map(), typed = [];
  function texts() { return Array.from(document.querySelectorAll("#form-fields input[id], #form-fields textarea[id]")).filter(function (input) { return !/^(checkbox|radio|hidden)$/.test(input.type); }); }
  document.addEventListener("htmx:beforeRequest", function (event) {
    if (event.detail.target.id === "form-fields") { asked = new Map(texts().map(function (input) { return [input.id, input.value]; })); }
  });
  document.addEventListener("htmx:beforeSwap", function (event) {
    typed = event.target.id !== "form-fields" ? [] : texts().filter(function (input) { return asked.has(input.id) && asked.get(input.id) !== input.value; })
      .map(function (input) { return [input.id, input.value]; });
  });
  document.addEventListener("htmx:afterSwap", function (event) {
    typed.forEach(function (each) { var again = document.getElementById(each[0]); if (again) { again.value = each[1]; } });
    typed = [];
    var by = event.detail.requestConfig && event.detail.requestConfig.elt;
    if (by && by.name === "go" && by.value.startsWith("add:")) {
      var rows = document.querySelector('[data-rows="' + CSS.escape(by.value.substring(4)) + '"]');
      var first = rows && rows.lastElementChild && rows.lastElementChild.querySelector("input:not([type=hidden]), select, textarea");
      if (first) { first.focus(); }
    }
  });
  document.addEventListener("input", function (event) {
    if (event.target.dataset.range) { event.target.parentElement.querySelector("output").value = event.target.value; }
  });

  // ---- dialogs: one types at once, and is back at the button afterwards; open from the click until all of it is gone
  document.addEventListener("show.bs.modal", function (event) { event.target.dataset.open = "yes"; });
  document.addEventListener("hidden.bs.modal", function (event) { delete event.target.dataset.open; });
  document.addEventListener("shown.bs.modal", function (event) {
    var first = event.target.querySelector("input:not([type=hidden]), select, textarea") || event.target.querySelector("[type=submit]");
    if (first) { first.focus(); }
  });
  document.addEventListener("hidden.bs.modal", function (event) {
    var opener = document.querySelector('[data-bs-target="#' + CSS.escape(event.target.id) + '"]');
    if (opener) { opener.focus(); }
  });

  // ---- logs follow their end
  function followLogs(root) {
    root.querySelectorAll("[data-follow]").forEach(function (log) { log.scrollTop = log.scrollHeight; });
  }

  // ---- live updates
  var source = null, subscribed = "", timers = new Map(), refreshing = new Map(), leaving = false;
  function liveElements() { return Array.from(document.querySelectorAll("[data-live]")); }
  function topicsOf(element) { return element.dataset.live.split(/[\s,]+/).filter(Boolean); }
  function concerns(element, changed) {
    return topicsOf(element).some(function (topic) { return changed === topic || changed.startsWith(topic + "/"); });
  }
  function busy(element) {
    var active = document.activeElement;
    return document.querySelector("dialog[open], .modal[data-open]") !== null
      || element.matches(":active")
      || element.querySelector("details.action[open]") !== null
      || (element.contains(active) && /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName));
  }
  // A log grows at its end; of a long one the beginning goes, so that the page stays quick.
  var MOST_LINES = 4000;
  function append(log) {
    if (log.dataset.asking) { log.dataset.asking = "again"; return; }
    log.dataset.asking = "once";
    var last = log.lastElementChild, ending = log.scrollHeight - log.scrollTop - log.clientHeight < 60;
    fetch(log.dataset.append + "?after=" + (last ? last.dataset.n : 0), { headers: { "HX-Request": "true" } })
      .then(function (answer) { return answer.ok && !answer.redirected ? answer.text() : ""; })
      .then(function (html) {
        var fresh = document.createElement("template");
        fresh.innerHTML = html;
        var lines = fresh.content.querySelectorAll("[data-n]");
        log.append.apply(log, lines);
        while (log.childElementCount > MOST_LINES) { log.firstElementChild.remove(); }
        if (lines.length && ending) { log.scrollTop = log.scrollHeight; }
        return lines.length >= 1000;
      })
      .catch(function () { return false; })
      .then(function (more) {
        more = more || log.dataset.asking === "again";
        delete log.dataset.asking;
        if (more && log.isConnected) { append(log); }
      });
  }
  function fetchAgain(element) {
    if (element.dataset.append) { append(element); return; }
    if (!element.id) { return; }
    if (timers.has(element.id)) { return; }
    timers.set(element.id, window.setTimeout(function refresh() {
      var current = document.getElementById(element.id);
      if (current && busy(current)) { timers.set(element.id, window.setTimeout(refresh, 1500)); return; }
      timers.delete(element.id);
      if (!current) { return; }
      // The answer on its way may be older than this change, and htmx forgets what waits for a replaced element.
      if (refreshing.has(element.id)) { refreshing.set(element.id, "again"); return; }
      refreshing.set(element.id, "once");
      var url = current.dataset.liveUrl || (location.pathname + location.search);
      htmx.ajax("GET", url, { source: current, target: current, swap: "outerHTML", select: "#" + CSS.escape(element.id) })
        .catch(function () { /* Aborted or offline: the next change or the next connection asks again. */ })
        .then(function () {
          var again = refreshing.get(element.id) === "again";
          refreshing.delete(element.id);
          if (again) { fetchAgain(current); }
        });
    }, 120));
  }
  // Somebody may have begun to fill in a form while the answer was on its way.
  document.addEventListener("htmx:beforeSwap", function (event) {
    var current = event.detail.target;
    if (refreshing.has(current.id) && busy(current)) { event.detail.shouldSwap = false; fetchAgain(current); }
  });
  function offline(is) {
    document.documentElement.classList.toggle("is-offline", is);
  }
  function close() { if (source) { source.close(); source = null; subscribed = ""; } }
  // A form that takes the reader elsewhere, out of the session even, ends what this page still asks for.
  function leave() {
    close();
    timers.forEach(window.clearTimeout);
    timers.clear();
    refreshing.clear();
    leaving = true;
    liveElements().forEach(function (element) { htmx.trigger(element, "htmx:abort"); });
    leaving = false;
  }
  // To htmx, a request that it was told to end has failed; nobody needs to read that.
  function ended(event, detail) { return event === "htmx:sendAbort" || (event === "htmx:afterRequest" && detail.xhr && detail.xhr.status === 0); }
  if (window.htmx) { htmx.logger = function (element, event, detail) { if (detail && (leaving || ended(event, detail))) { detail.error = null; } }; }
  function listen() {
    var topics = Array.from(new Set(liveElements().flatMap(topicsOf))).sort().join(",");
    if (topics === subscribed) { return; }
    close();
    if (topics === "" || document.hidden) { return; }
    subscribed = topics;
    source = new EventSource("/live?topics=" + encodeURIComponent(topics));
    source.addEventListener("hello", function () {
      // What changed between the page's making and this moment was told to nobody.
      liveElements().forEach(fetchAgain);
      offline(false);
    });
    source.addEventListener("changed", function (event) {
      liveElements().filter(function (element) { return concerns(element, event.data); }).forEach(fetchAgain);
    });
    source.onerror = function () {
      offline(true);
      if (source && source.readyState === EventSource.CLOSED) { close(); window.setTimeout(listen, 4000); }
    };
  }
  // A browser opens few connections to one host: hidden tabs give theirs back and catch up when they are seen again.
  document.addEventListener("visibilitychange", function () {
    if (document.hidden) { window.setTimeout(function () { if (document.hidden) { close(); } }, 5000); }
    else { listen(); }
  });
  document.addEventListener("htmx:afterSettle", function (event) { listen(); refreshTimes(); followLogs(event.target); });
  window.addEventListener("pagehide", close);
  // A form that came back with errors shows the first of them, wherever on the page it is.
  function showFirstError() {
    var error = document.querySelector(".is-invalid") || document.getElementById("problem-report");
    if (error) { error.scrollIntoView({ block: "center" }); error.focus({ preventScroll: true }); }
  }
  function start() { listen(); refreshTimes(); followLogs(document); showFirstError(); showMiddle(); }
  if (document.readyState === "loading") { document.addEventListener("DOMContentLoaded", start); } else { start(); }
})();
