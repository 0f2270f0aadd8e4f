"""Programs that change what senders signed, as they do it between a sender and an app; none of them is ours."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

PHP = "echo json_encode(json_decode(stream_get_contents(STDIN)));"
PHP_PRETTY = "echo json_encode(json_decode(stream_get_contents(STDIN)), JSON_PRETTY_PRINT);"
NODE = "process.stdout.write(JSON.stringify(JSON.parse(require('fs').readFileSync(0, 'utf8'))))"
NODE_PRETTY = NODE.removesuffix("))") + ", null, 2))"
PYTHON = "import json, sys; sys.stdout.write(json.dumps(json.load(sys.stdin)))"
PYTHON_SORTED = "import json, sys; json.dump(json.load(sys.stdin), sys.stdout, sort_keys=True, separators=(',', ':'))"
PERL_LATIN = "binmode STDIN, ':utf8'; binmode STDOUT, ':encoding(latin1)'; print <STDIN>"


def needs(program: str) -> pytest.MarkDecorator:
    """Leaves a test out where a program is not there, and says which."""
    return pytest.mark.skipif(path_of(program) is None, reason=f"install {program} to have it tried")


def path_of(program: str) -> str | None:
    """Where a program is, also one for administrators."""
    return shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin:/usr/local/sbin")


def changed(command: Sequence[str], content: bytes) -> bytes:
    """What a program makes of its input."""
    program = path_of(command[0])
    assert program is not None
    return subprocess.run([program, *command[1:]], input=content, capture_output=True, check=True, timeout=20).stdout


@contextmanager
def nginx(folder: Path, server: str) -> Iterator[int]:
    """An nginx of its own with these lines in its `server`; the port at which it listens. It ends behind the block."""
    program = path_of("nginx")
    assert program is not None
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    paths = " ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    (folder / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log {folder}/error.log; events {{}}\n"
        f"http {{ access_log off; {paths} server {{ listen 127.0.0.1:{port}; {server} }} }}\n"
    )
    with subprocess.Popen(
        [program, "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            _await_port(port, process)
            yield port
        finally:
            process.terminate()
            process.wait(20)


def _await_port(port: int, process: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + 20
    while time.monotonic() < end and process.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.01)
    raise RuntimeError("nginx does not listen.")
