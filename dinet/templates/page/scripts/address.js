/* The state of the page as its address, and back: `#S7?stop=I1,I2`. What a reader shares is all there is. */
export const address = (() => {
  /** The parts of an address that are lists of words, in their order in it. */
  const LISTS = ["kind", "level", "owner", "phase", "source", "finding", "grade", "stop", "noowner", "nosource", "closed", "open"];
  const SINGLE = ["theme", "focus", "alone", "find", "matrix"];

  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return "";
    }
  }
  const encoded = (text) => encodeURIComponent(text.isWellFormed?.() === false ? text.toWellFormed() : text);

  return {
    /** @param {string} hash  what stands behind the #; what cannot be understood is left out */
    read(hash) {
      const [first, query = ""] = hash.split("?", 2);
      const state = { first: decoded(first), at: "" };
      for (const name of LISTS) state[name] = [];
      for (const name of SINGLE) state[name] = "";
      for (const part of query.split("&")) {
        const [name, value = ""] = part.split("=", 2);
        if (LISTS.includes(name)) state[name] = [...new Set(value.split(",").map(decoded))];
        else if (SINGLE.includes(name) || name === "at") state[name] = decoded(value);
      }
      return state;
    },

    /** The address of a state; the shortest that says it. */
    written(state) {
      const parts = LISTS.filter((name) => state[name].length).map((name) => `${name}=${state[name].map(encoded).join(",")}`);
      for (const name of [...SINGLE, "at"]) if (state[name]) parts.push(`${name}=${encoded(state[name])}`);
      return "#" + encoded(state.first) + (parts.length ? "?" + parts.join("&") : "");
    },
  };
})();
