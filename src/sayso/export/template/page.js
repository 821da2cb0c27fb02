// Lights up a claim, or a figure, an event, an actor, a place or a time, and its passages together; the page is complete without it.
(() => {
  let lit = [];
  const find = (held, name) => {
    const owner = held && held.closest(`[data-${name}]`);
    if (!owner) return [];
    const innermost = owner.getAttribute(`data-${name}`).split(" ")[0];
    return [...owner.closest("article").querySelectorAll(`[data-${name}~="${innermost}"]`)];
  };
  const light = (event) => {
    for (const element of lit) element.classList.remove("lit");
    const isLeaving = event.type === "mouseout" || event.type === "focusout";
    const held = isLeaving ? document.activeElement : event.target;
    lit = [...find(held, "claims"), ...find(held, "fact")];
    for (const element of lit) element.classList.add("lit");
  };
  for (const type of ["mouseover", "mouseout", "focusin", "focusout"]) document.addEventListener(type, light);
})();
