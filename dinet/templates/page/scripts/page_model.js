/* The network of this page, made of the data that stands in it. */
import { createChoosing } from "./choosing.js";
import { createModel } from "./model.js";
/** @import { PageData } from "./types.d.ts" */

/** @type {PageData} */
const data = JSON.parse(document.getElementById("data")?.textContent ?? "");
export const model = createModel(data);
export const choosing = createChoosing(model, data.mostUnfolded);
