/* The page with a picture in it. */
import { startPage } from "./page.js";
import { createStage } from "./stage.js";

startPage(createStage);
