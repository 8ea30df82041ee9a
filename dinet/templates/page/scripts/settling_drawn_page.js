/* The page with a picture in it, of a document that leaves open what serves what. */
import { startPage } from "./page.js";
import { startSettling } from "./settling.js";
import { createStage } from "./stage.js";

startSettling();
startPage(createStage);
