"""What a reader can do with the page of a large network, in a real browser."""

import pytest

import dinet
from benchmarks.generate import generated
from dinet.layout.profile import Profile
from dinet.model import Effort, Goal, Link, Programme
from dinet.network import Network
from dinet.writers.html import write
from tests.writers import hostile

pytestmark = pytest.mark.browser

ENGLISH = Profile(lang="en")
VIEWS = ("network", "table", "coverage", "findings", "notes")
LAPPING = """all => {
    const boxes = all.map(one => one.getBoundingClientRect());
    const over = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    return boxes.flatMap((a, at) => boxes.slice(at + 1).filter(b => over(a, b))).length;
}"""


@pytest.fixture(scope="module")
def plan() -> Network:
    return Network(generated(1200))


@pytest.fixture(scope="module")
def data(plan: Network) -> bytes:
    return write(plan, dinet.audit(plan), ENGLISH)


@pytest.fixture
def page(open_page, data):
    page = open_page(data)
    page.evaluate("document.fonts.ready")
    return page


def ids(page, selector: str) -> list[str]:
    return page.eval_on_selector_all(selector, "all => all.map(one => one.dataset.id)")


def under(plan: Network, theme: str) -> set[str]:
    return {theme, *(each.id for each in plan if plan[theme] in plan.themes_of(each))}


def outside(plan: Network, theme: str):
    """An effort that serves another theme only."""
    return next(each for each in plan.efforts if plan.themes_of(each) and plan[theme] not in plan.themes_of(each))


# the picture


def test_the_first_theme_is_drawn(page, plan, complaints):
    assert set(ids(page, ".element")) == under(plan, "T1")
    assert page.input_value("#theme") == "T1"
    assert complaints == []


def test_another_theme_is_drawn_when_it_is_chosen(page, plan):
    page.select_option("#theme", "T5")
    assert set(ids(page, ".element")) == under(plan, "T5")
    assert page.inner_text("#shown") == f"{len(under(plan, 'T5'))} of {len(plan)} elements shown"


@pytest.mark.parametrize("theme", ["T1", "T2", "T9", "T24", ""])
def test_boxes_do_not_overlap_and_texts_stay_inside(page, theme):
    page.select_option("#theme", theme)
    assert page.eval_on_selector_all(".element .box", LAPPING) == 0
    wider = """all => all.filter(one => {
        const [box, text] = [".box", ".text"].map(part => one.querySelector(part).getBoundingClientRect());
        return text.width && (text.right > box.right + 1 || text.bottom > box.bottom + 1 || text.top < box.top - 1);
    }).map(one => one.dataset.id)"""
    assert page.eval_on_selector_all(".element", wider) == []


def test_the_whole_network_is_drawn_once_on_request(page, plan):
    page.select_option("#theme", "")
    assert sorted(ids(page, ".element")) == sorted(each.id for each in plan)


def test_every_link_of_a_theme_is_drawn_unless_a_longer_way_shows_it(page, plan):
    pairs = page.eval_on_selector_all(".picture .link", "all => all.map(one => [one.dataset.from, one.dataset.to])")
    there = under(plan, "T1")
    whole = {(each.start, each.end) for each in plan.links() if {each.start, each.end} <= there}
    drawn = {tuple(each) for each in pairs}
    assert drawn <= whole
    assert len(pairs) == len(drawn)
    for start, end in whole - drawn:
        assert any((between.id, end) in whole for between in plan.serves(plan[start]))


def test_what_is_shared_names_its_other_themes(page, plan):
    shared = next(each for each in plan.efforts if plan.themes_of(each)[:1] == (plan["T1"],) and len(plan.themes_of(each)) > 1)
    others = ", ".join(each.id for each in plan.themes_of(shared)[1:])
    assert f"shared with theme {others}" in page.locator(f"[data-id={shared.id}]").get_attribute("aria-label")


def test_elements_are_named_buttons(page, plan):
    effort = plan[next(each for each in ids(page, ".element.effort"))]
    button = page.get_by_role("button", name=f"Effort {effort.id}: {effort.text}")
    assert button.count() == 1
    assert page.locator(".element:not([role=button])").count() == 0


def test_the_picture_is_the_same_every_time(open_page, data):
    def drawn() -> str:
        page = open_page(data)
        page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        return page.locator("#picture").inner_html()

    assert drawn() == drawn()


def test_hostile_text_does_nothing(open_page, complaints):
    whole = hostile.network(tuple(f"{each}{number}" for number in range(8) for each in hostile.STRINGS)).programme
    found = Network(whole.model_copy(update={"links": whole.links[:200]}))
    page = open_page(write(found, hostile.findings(found), ENGLISH), bypass_csp=True)
    for name in (*VIEWS, "network"):
        page.click(f".tabs a[href='#view-{name}']")
    page.select_option("#theme", "")
    assert page.locator(".element").count() == len(found)
    titles = page.eval_on_selector_all(".element > title", "all => all.map(one => one.textContent)")
    assert sorted(titles) == sorted(each.text for each in found)
    assert complaints == []


def test_a_network_without_themes_or_targets_is_drawn_whole(open_page, complaints):
    efforts = tuple(Effort(id=f"I{n}", text="werk " * (n % 40)) for n in range(1100))
    links = [Link(start=each.id, end=f"I{n // 2}", kind="part_of") for n, each in enumerate(efforts) if n > 1]
    links += [Link(start="I1", end="D1", kind="contributes_to"), Link(start="D1", end="I1", kind="contributes_to")]
    page = open_page(write(Network(Programme(elements=(Goal(id="D1", text="doel"), *efforts), links=links)), (), ENGLISH))
    assert page.locator(".element").count() == 1101
    assert page.eval_on_selector_all(".element .box", LAPPING) == 0
    assert complaints == []


# finding and choosing


def test_search_finds_an_element_of_another_theme(page, plan):
    wanted = outside(plan, "T1")
    page.fill("#search", wanted.text)
    page.keyboard.press("Enter")
    assert page.locator(f"[data-id={wanted.id}].chosen").is_visible()
    assert page.input_value("#theme") == plan.themes_of(wanted)[0].id
    assert page.inner_text("#details .whole") == wanted.text


def test_a_page_opened_at_an_element_draws_its_theme(open_page, plan, data):
    wanted = outside(plan, "T1")
    page = open_page(data, f"#{wanted.id}")
    page.evaluate("document.fonts.ready")
    assert ids(page, ".element.chosen") == [wanted.id]
    assert page.locator(f"[data-id={wanted.id}]").is_visible()


def test_a_click_marks_the_whole_path_and_a_second_one_clears_it(page, plan):
    effort = next(each for each in ids(page, ".element.effort") if plan.goals_of(plan[each]))
    page.click(f"[data-id={effort}] .bar")
    trace = plan.trace(effort)
    way = {effort, *(hop.element.id for hop in (*trace.serves, *trace.served_by))}
    assert set(ids(page, ".element:not(.dim)")) == way & under(plan, "T1")
    page.click(f"[data-id={effort}] .bar")
    assert ids(page, ".element.dim") == []


def test_a_filter_by_kind_hides_the_others(page, plan):
    page.uncheck("input[value=effort]")
    assert set(ids(page, ".element:not(.away)")) == {each for each in under(plan, "T1") if plan[each].kind != "effort"}


def test_buttons_make_the_picture_larger(page):
    before = page.locator("#picture svg").bounding_box()["width"]
    page.click("#larger")
    assert page.locator("#picture svg").bounding_box()["width"] > before


# the keyboard


def test_the_picture_is_one_tab_stop_after_another_theme_too(page):
    page.select_option("#theme", "T2")
    assert page.locator(".element[tabindex='0']").count() == 1
    page.focus("#found")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.classList.contains('element')")


def test_arrows_reach_every_element_of_the_theme(page, plan):
    page.focus(".element[tabindex='0']")
    page.keyboard.press("Home")
    seen = set()
    for _ in under(plan, "T1"):
        seen.add(page.evaluate("document.activeElement.dataset.id"))
        page.keyboard.press("ArrowDown")
    assert seen == under(plan, "T1")


def test_arrows_follow_the_links_and_escape_closes_the_details(page, plan):
    target = plan[next(each for each in ids(page, ".element.target"))]
    page.focus(f"[data-id={target.id}]")
    page.keyboard.press("ArrowLeft")
    served = page.evaluate("document.activeElement.dataset.id")
    assert plan[served] in plan.serves(target)
    page.keyboard.press("Enter")
    assert page.inner_text("#heading-details").startswith(served)
    page.keyboard.press("Escape")
    assert page.locator("#overview").is_visible()
    assert page.evaluate("document.activeElement.dataset.id") == served


# the lists


def test_every_view_opens_without_a_complaint(page, complaints):
    for name in reversed(VIEWS):
        page.click(f".tabs a[href='#view-{name}']")
        assert page.locator(".view:visible").evaluate_all("all => all.map(one => one.id)") == [f"view-{name}"]
        assert page.locator(f"#view-{name} .later:empty").count() == 0
    assert complaints == []


def test_the_table_holds_every_element(page, plan):
    page.click(".tabs a[href='#view-table']")
    told = page.eval_on_selector_all("#view-table .entry", "all => all.map(one => one.querySelector('.chip').textContent)")
    assert set(told) == {each.id for each in plan}
    texts = set(page.locator("#view-table .text").all_text_contents())
    assert texts == {each.text for each in plan}


def test_the_table_is_a_table_for_who_cannot_see_it(page):
    page.click(".tabs a[href='#view-table']")
    tables = page.locator("#view-table table")
    assert tables.count() == page.locator("#view-table table > caption > h3").count()
    assert page.locator("#view-table thead th[scope=col]").count() == 3 * tables.count()
    assert page.locator("#view-table tbody th[scope=rowgroup][rowspan]").count() > 0


def test_a_code_in_the_table_leads_to_its_place_in_the_network(page, plan):
    wanted = outside(plan, "T1")
    page.click(".tabs a[href='#view-table']")
    page.click(f"#view-table .chip:text-is('{wanted.id}') >> nth=0")
    assert page.locator("#view-network").is_visible()
    assert page.evaluate("document.activeElement.dataset.id") == wanted.id


def test_coverage_is_told_in_numbers(page, plan):
    page.click(".tabs a[href='#view-coverage']")
    totals = page.locator("#view-coverage tfoot .number").all_inner_texts()
    coverage = plan.coverage()
    assert [int(each) for each in totals] == [*coverage.targets, *coverage.goals]
    graded = page.locator("#view-coverage details.grade li").count()
    assert graded == len(plan.targets) + len(plan.goals)


def test_findings_stand_under_their_rules(page, plan):
    page.click(".tabs a[href='#view-findings']")
    found = dinet.audit(plan)
    assert page.locator("#view-findings tbody th").count() == len({each.code for each in found})
    assert page.locator("#view-findings tbody td.wide").all_inner_texts() == [str(each.sentence) for each in found]


def test_on_paper_every_list_is_there(page):
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".view:visible").count() == 5
    assert page.locator(".later:empty").count() == 0


def test_without_scripts_the_page_says_what_is_missing(open_page, data):
    page = open_page(data, java_script_enabled=False)
    assert page.locator("noscript:visible").count() == 4


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_screen_never_scrolls_sideways(open_page, data, scheme):
    page = open_page(data, viewport={"width": 320, "height": 640}, color_scheme=scheme)
    for name in VIEWS:
        page.click(f".tabs a[href='#view-{name}']")
        assert page.evaluate("document.documentElement.scrollWidth") == 320
