"""What run.py measures, each part in a process of its own.

python benchmarks/children.py PART ARGUMENTS

Every part prints one JSON object: for each thing that was measured its figures, in seconds of
processor time or in MB.
"""

import gc
import json
import sys
import time
import tracemalloc
from collections import defaultdict, deque
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from generate import generated

from dinet import Network, audit, read, write
from dinet.model import Programme

# only the parts that compare with networkx import it: the others are measured without
if TYPE_CHECKING:
    import networkx as nx

Answer = TypeVar("Answer")
Figures = dict[str, list[float]]
ROOT = "the root above all themes"


class Stopwatch:
    """Keeps what each thing took, every time it was done."""

    def __init__(self) -> None:
        self.figures: Figures = defaultdict(list)

    def time(self, what: str, work: Callable[[], Answer]) -> Answer:
        """Do the work, and keep how much processor time it took."""
        begin = time.process_time()
        answer = work()
        self.figures[what].append(time.process_time() - begin)
        return answer


def as_read(size: int) -> Programme:
    """A programme as reading makes it: every id in it is a text of its own."""
    return Programme.model_validate_json(
        generated(size).model_dump_json(by_alias=True)
    )


def bare_graph(programme: Programme) -> "nx.DiGraph[str]":
    """The ids and links of a programme and nothing else."""
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(each.id for each in programme.elements)
    graph.add_edges_from((each.start, each.end) for each in programme.links)
    return graph


def search_of(programme: Programme) -> Callable[[], object]:
    """One breadth-first search by networkx over the whole: the yardstick for all questions."""
    import networkx as nx

    graph = bare_graph(programme).reverse()
    graph.add_edges_from(
        (ROOT, each.id) for each in programme.elements if each.kind == "theme"
    )
    return lambda: deque(nx.bfs_edges(graph, ROOT), maxlen=0)


def built(programme: Programme) -> Network:
    """A network with its snapshot, which the first near question makes."""
    network = Network(programme)
    network.supports(network.elements[0])
    return network


def questions(size: str, times: str) -> Figures:
    """The questions over a network, and over one of half its size in turn.

    The garbage collector is off.
    """
    whole, half = (as_read(each) for each in (int(size), int(size) // 2))
    turns = [("", whole, search_of(whole)), ("half ", half, search_of(half))]
    gc.disable()
    watch = Stopwatch()
    for _ in range(int(times)):
        for prefix, programme, search in turns:
            watch.time(f"{prefix}search", search)
            _ask(programme, watch, prefix)
    return watch.figures


def _ask(programme: Programme, watch: Stopwatch, prefix: str) -> None:
    """Ask everything of a new network: what it was asked before, it knows."""
    network = watch.time(f"{prefix}network", lambda: built(programme))
    for question in (
        "coverage",
        "orphans",
        "efforts_per_goal",
        "critical",
        "shared",
        "measurements",
    ):
        watch.time(f"{prefix}{question}", getattr(network, question))
    watch.time(f"{prefix}impact", lambda: network.impact("I1", "I2", "D1"))


def memory(size: str) -> Figures:
    """What stays in memory of a bare graph, and of a network.

    The network has answered coverage and orphans.
    """
    programme = as_read(int(size))
    bare_graph(
        Programme()
    )  # networkx itself is imported before the counting begins
    gc.collect()
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    graph = bare_graph(programme)
    with_graph = tracemalloc.get_traced_memory()[0]
    network = Network(programme)
    answers = network.coverage(), network.orphans()
    with_network = tracemalloc.get_traced_memory()[0]
    del graph, answers
    return {
        "bare graph": [(with_graph - before) / 2**20],
        "network": [(with_network - with_graph) / 2**20],
    }


def document(path: str, times: str) -> Figures:
    """Reading a document, auditing it and making its page, as the library does it for anybody."""
    search = search_of(read(path))
    watch = Stopwatch()
    for _ in range(int(times)):
        watch.time("search", search)
        programme = watch.time("reading", lambda: read(path))
        network = Network(programme)
        findings = watch.time("audit", lambda asked=network: audit(asked))
        watch.time(
            "page",
            lambda asked=network, found=findings: write(asked, found, "html"),
        )
    return watch.figures


def words(path: str, times: str, *asked: str) -> Figures:
    """Answers to questions in words with their tables, each of a network of its own."""
    from dinet.application.opened_document import open_document
    from dinet.cli.answers.question_lines import question_lines
    from dinet.question.answer import ask_network

    opened = open_document(path)
    watch = Stopwatch()
    for _ in range(int(times)):
        for question in asked:
            fresh = opened._replace(network=Network(opened.programme))
            watch.time(
                question,
                lambda fresh=fresh, question=question: list(
                    question_lines(
                        ask_network(fresh.network, question, "nl"), fresh, "nl"
                    )
                ),
            )
    return watch.figures


PARTS: dict[str, Callable[..., Figures]] = {
    each.__name__: each for each in (questions, memory, document, words)
}

if __name__ == "__main__":
    print(json.dumps(PARTS[sys.argv[1]](*sys.argv[2:])))
