"""A cluster of dask, whose scheduler has an address such as ``tcp://10.0.0.5:8786``.

On each machine dinet must be installed in the same version, and documents must be found at the
same paths. Workers need a nanny, as they have by default: it starts a worker anew that a document
brought down.
"""

from concurrent.futures import Executor
from typing import Any

from distributed import Client
from distributed.scheduler import KilledWorker

from dinet.errors import MissingLibraryError
from dinet.language import Sentence

_SECONDS_TO_FIND = 10
"""How long a scheduler may take to answer."""


class DaskCluster:
    """The workers of a scheduler.

    Args:
        address: Of the scheduler.

    Raises:
        MissingLibraryError: Nobody answers there.
    """

    losses: tuple[type[BaseException], ...] = (KilledWorker,)

    def __init__(self, address: str) -> None:
        try:
            # not all of the library says of what type it is
            connect: Any = Client
            self._client = connect(
                address, timeout=_SECONDS_TO_FIND, set_as_default=False
            )
        except (OSError, ValueError) as error:
            what = Sentence(
                "no scheduler of dask answers at {address}.", address=address
            )
            hint = Sentence("Start one with: dask scheduler")
            raise MissingLibraryError(what, hint) from error
        self._executor: Executor | None = None

    @property
    def workers(self) -> int:
        """The threads of all workers that are there now, at least one."""
        threads: dict[str, int] = self._client.nthreads()
        return max(1, sum(threads.values()))

    @property
    def marks(self) -> str:
        """None: the cluster itself tells which document brought down its workers."""
        return ""

    def open_executor(self) -> Executor:
        """The executor of the client."""
        if self._executor is None:
            self._executor = self._client.get_executor()
        return self._executor

    def drop_executor(self) -> None:
        """Give up what is not done yet."""
        if self._executor is not None:
            self._executor.shutdown(wait=False, cancel_futures=True)
            self._executor = None

    def close_source(self) -> None:
        """Say goodbye to the scheduler, which goes on."""
        self._executor = None
        self._client.close()


def open_source(address: str) -> DaskCluster:
    """The cluster whose scheduler has this address.

    Raises:
        MissingLibraryError: Nobody answers there.
    """
    return DaskCluster(address)
