/* The network of this page, made of the data that stands in it. */
import { createChoosing } from "./choosing.js";
import { createModel } from "./model.js";

export const model = createModel(JSON.parse(document.getElementById("data")?.textContent ?? ""));
export const choosing = createChoosing(model);
