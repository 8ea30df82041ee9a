/* The page with a picture in it, of a document of which it is only asked what is the same. */
import { startPage } from "./page.js";
import { startSettling } from "./settling.js";
import { createStage } from "./stage.js";

startSettling();
startPage(createStage);
