"""The command `screen` on a Dask cluster of two processes, which Dask's own commands start."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

pytest.importorskip("distributed", reason="Dask is an extra")
pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="asks /proc for processes"),
    pytest.mark.xdist_group("dask"),
]

PROSE = "the ship is in the way of a system that we talk about on the way to the market"
DOCUMENTS, PART = 600, 5
_PATIENCE = 120.0


class Cluster(NamedTuple):
    """The address of a scheduler, and the process of each worker command."""

    address: str
    workers: list[subprocess.Popen[bytes]]


def until(true: Callable[[], object]) -> None:
    """Wait for something that will be true; fails after two minutes."""
    end, tick = time.monotonic() + _PATIENCE, threading.Event()
    while not true():
        assert time.monotonic() < end, "it did not come about"
        tick.wait(0.02)


def children(process: int) -> list[int]:
    """The processes that a process has started."""
    found = list[int]()
    for tasks in Path(f"/proc/{process}/task").glob("*/children"):
        found += map(int, tasks.read_text().split())
    return found


def worker_of(nanny: int) -> list[int]:
    """The process in which the worker of a nanny runs."""
    return [
        one for one in children(nanny) if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()
    ]


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("dask")
    told = folder / "scheduler.json"
    dask = [sys.executable, "-m", "dask"]
    plain = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    started = [subprocess.Popen([*dask, "scheduler", *plain, "--scheduler-file", str(told)])]
    options = ["--nthreads", "1", "--memory-limit", "0", "--no-dashboard"]
    command = [*dask, "worker", "--scheduler-file", str(told), *options]
    try:
        until(lambda: told.exists() and told.read_text().endswith("}"))
        places = (["--local-directory", str(folder / name)] for name in "ab")
        started += [subprocess.Popen([*command, *place]) for place in places]
        until(lambda: all(worker_of(one.pid) for one in started[1:]))
        yield Cluster(json.loads(told.read_text())["address"], started[1:])
    finally:
        for one in reversed(started):
            one.terminate()
        for one in started:
            one.wait(30)


@pytest.fixture
def command(tmp_path: Path) -> list[str]:
    """Screens a corpus; the folder of the results is yet to be named."""
    random = Random(3)  # noqa: S311
    texts = [" ".join(random.choices(PROSE.split(), k=60)) + "." for _ in range(DOCUMENTS)]
    lines = [json.dumps({"id": f"d{n}", "text": text}) for n, text in enumerate(texts)]
    (tmp_path / "corpus.jsonl").write_text("\n".join(lines) + "\n")
    (tmp_path / "words.yaml").write_text('- spun: "in the way"\n  fix: "on the way"\n')
    screen = [sys.executable, "-m", "unspin_gui", "screen", str(tmp_path / "corpus.jsonl")]
    screen += ["--depth", "known", "--glossary", str(tmp_path / "words.yaml")]
    return [*screen, "--part-size", str(PART), "--out"]


def parts(out: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in out.glob("rows/part-*.jsonl")}


def test_a_cluster_gives_the_rows_of_this_machine_whoever_dies(
    cluster: Cluster, command: list[str], tmp_path: Path
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    subprocess.run([*command, str(here), "--workers", "1"], check=True)
    on_cluster = [*command, str(there), "--scheduler", cluster.address]
    client = subprocess.Popen(on_cluster)
    until(lambda: len(parts(there)) > 3)
    [worker] = worker_of(cluster.workers[0].pid)
    os.kill(worker, signal.SIGKILL)  # the other one goes on, and the nanny starts a new one
    until(lambda: len(parts(there)) > 10)
    client.kill()
    client.wait()
    assert len(parts(there)) < DOCUMENTS // PART, "all was done before the client went away"
    subprocess.run(on_cluster, check=True)
    assert parts(there) == parts(here)
    assert len(parts(here)) == DOCUMENTS // PART


def test_a_scheduler_that_is_not_there_is_told_of(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT", "1s")
    address = [str(tmp_path / "out"), "--scheduler", "tcp://127.0.0.1:9"]
    done = subprocess.run([*command, *address], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "no Dask scheduler answers there" in done.stderr
    assert "Traceback" not in done.stderr
