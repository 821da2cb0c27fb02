// Lights up a claim and its passage together; the page is complete without it.
(() => {
  let lit = [];
  const light = (event) => {
    for (const element of lit) element.classList.remove("lit");
    lit = [];
    const isLeaving = event.type === "mouseout" || event.type === "focusout";
    const held = isLeaving ? document.activeElement : event.target;
    const owner = held && held.closest("[data-claims]");
    if (!owner) return;
    const innermost = owner.dataset.claims.split(" ")[0];
    lit = [...owner.closest("article").querySelectorAll(`[data-claims~="${innermost}"]`)];
    for (const element of lit) element.classList.add("lit");
  };
  for (const type of ["mouseover", "mouseout", "focusin", "focusout"]) document.addEventListener(type, light);
})();
