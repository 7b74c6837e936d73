// Runs before the first paint: the remembered theme, or what the system prefers.
(function () {
  "use strict";
  var system = window.matchMedia("(prefers-color-scheme: dark)");
  function remembered() {
    try { return localStorage.getItem("slipway-theme"); } catch (e) { return null; }
  }
  function apply() {
    var theme = remembered() || (system.matches ? "dark" : "light");
    document.documentElement.setAttribute("data-bs-theme", theme);
  }
  apply();
  system.addEventListener("change", apply);
  window.slipwayTheme = {
    toggle: function () {
      var next = document.documentElement.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
      try { localStorage.setItem("slipway-theme", next); } catch (e) { /* shown, not remembered */ }
      document.documentElement.setAttribute("data-bs-theme", next);
    }
  };
})();
