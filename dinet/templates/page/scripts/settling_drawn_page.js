/* The page with a picture in it, of a document that leaves open what serves what. */
import { startPage } from "./page.js";
import { startSettling } from "./settling.js";
import { startDragging } from "./settling_dragging.js";
import { makeItem } from "./settling_item.js";
import { createStage } from "./stage.js";

startSettling({ makeItem, startDragging });
startPage(createStage);
