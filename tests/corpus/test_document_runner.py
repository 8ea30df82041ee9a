"""Many documents through one function: in order, whatever any of them does to who reads it."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from dinet.corpus.document_result import (
    DocumentResult,
    DocumentTask,
    Verdict,
    WorkSettings,
)
from dinet.corpus.document_runner import WorkOrder, run_documents
from dinet.corpus.executors import (
    ExecutorSource,
    GivenExecutor,
    ProcessPool,
)
from dinet.corpus.kept_results import ResultKeeper
from tests.corpus.works import measure_name

WORKERS = 2
SETTINGS = WorkSettings("tel", "nl", "nl", {})
NAMES = [f"plan-{number:02}" for number in range(40)]


def order_for(
    names: list[str], settings: WorkSettings = SETTINGS, seconds: float = 60
) -> WorkOrder:
    tasks = [DocumentTask(name, name) for name in names]
    return WorkOrder(measure_name, tasks, settings, seconds)


def results_of(
    order: WorkOrder, source: ExecutorSource | None = None
) -> list[DocumentResult]:
    return list(run_documents(order, source or ProcessPool(WORKERS)))


def test_what_kills_or_holds_up_its_process_costs_one_line_and_no_more() -> (
    None
):
    names = [*NAMES[:12], "dood", "geweigerd", "kapot", "hangt", *NAMES[12:]]
    results = results_of(order_for(names, seconds=1.5))
    assert [result.name for result in results] == names
    by_name = {result.name: result for result in results}
    assert by_name["dood"].verdict is Verdict.LOST
    assert "ook de tweede keer" in by_name["dood"].message
    assert by_name["hangt"].verdict is Verdict.LOST
    assert "langer dan 1.5 seconden" in by_name["hangt"].message
    assert by_name["geweigerd"].message == "geweigerd: dit bestand is leeg."
    assert "ValueError: kapot" in by_name["kapot"].trace
    others = [by_name[name] for name in NAMES]
    assert {result.verdict for result in others} == {Verdict.FINE}


def test_any_executor_gives_the_same_results_and_is_left_to_its_owner() -> (
    None
):
    names = [*NAMES, "geweigerd"]
    with ThreadPoolExecutor(WORKERS) as threads:
        given = GivenExecutor(threads, WORKERS)
        results = results_of(order_for(names), given)
        assert threads.submit(len, names).result() == len(names)
    assert results == results_of(order_for(names))


def test_a_run_that_was_ended_goes_on_and_does_nothing_twice(
    tmp_path,
) -> None:
    documents = [tmp_path / name for name in NAMES]
    for document in documents:
        document.write_text(document.name, encoding="utf-8")
    counted = tmp_path / "geteld.txt"
    counted.touch()
    settings = SETTINGS._replace(asked=str(counted))
    order = order_for(list(map(str, documents)), settings)
    unkept = WorkSettings("tel", "nl", "nl", {}, "")

    def keeper() -> ResultKeeper:
        return ResultKeeper(str(tmp_path / "klaar"), measure_name, unkept)

    with ThreadPoolExecutor(1) as threads:
        first = run_documents(order, GivenExecutor(threads, 1), keeper())
        begun = [next(first) for _ in range(15)]
        first.close()  # as when somebody presses Ctrl-C
    done = counted.read_text(encoding="utf-8").splitlines()
    documents[3].write_text("veranderd", encoding="utf-8")
    with ThreadPoolExecutor(1) as threads:
        source = GivenExecutor(threads, 1)
        results = list(run_documents(order, source, keeper()))
    assert [Path(each.name).name for each in results] == NAMES
    assert results[:15] == begun
    again = counted.read_text(encoding="utf-8").splitlines()[len(done) :]
    assert str(documents[3]) in again
    assert len(again) < len(NAMES)
    assert not set(again) & {each.name for each in begun} - {str(documents[3])}


@pytest.mark.slow
def test_a_cluster_of_dask_gives_the_same_results_and_survives_a_killer() -> (
    None
):
    distributed = pytest.importorskip("distributed")
    dask = pytest.importorskip("dask")
    from dinet.corpus.clusters.dask import open_source

    names = [*NAMES, "dood", "geweigerd"]
    # how often a worker may go down before the cluster gives a batch up
    dask.config.set({"distributed.scheduler.allowed-failures": 0})
    with distributed.LocalCluster(
        n_workers=WORKERS,
        threads_per_worker=1,
        dashboard_address=None,
        silence_logs=50,
    ) as cluster:
        source = open_source(cluster.scheduler_address)
        results = results_of(order_for(names), source)
    assert results == results_of(order_for(names))
