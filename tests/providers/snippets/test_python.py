"""The snippet in Python says what we say."""

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.providers.snippets.python import PYTHON
from tests.providers.snippets.cases import CASES, EXPECTED, Run, planned, runs


def ended(run: Run) -> int:
    """The exit code of a snippet that runs in this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", [str(run.program), str(run.body)])
        for name, value in run.environment.items():
            patch.setenv(name, value)
        with pytest.raises(SystemExit) as end:
            runpy.run_path(str(run.program), run_name="__main__")
    assert isinstance(end.value.code, int)
    return end.value.code


def test_each_way_of_signing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It ends with 0 for the delivery and with 1 when one byte is another, and says so."""
    all_runs = runs(PYTHON, tmp_path)

    assert [(run.name, ended(run)) for run in all_runs] == EXPECTED
    assert capsys.readouterr().out.splitlines() == [("valid", "not valid")[code] for _, code in EXPECTED]


def test_it_runs_by_itself(tmp_path: Path) -> None:
    """Outside this program, without any installed package, it does the same."""
    run = runs(PYTHON, tmp_path, ())[6]
    command = (sys.executable, "-I", "-S", "-W", "error", run.program, run.body)
    done = subprocess.run(command, env={**os.environ, **run.environment}, capture_output=True, text=True, check=True)

    assert done.stdout == "valid\n"


def test_it_holds_no_secret() -> None:
    """The secret is read from the environment, and a token stands nowhere in the code."""
    for case in CASES:
        assert case.secret.decode() not in PYTHON.write(planned(case)), case.name


def test_only_what_is_needed_is_imported() -> None:
    """A simple scheme takes no base64."""
    bare = PYTHON.write(planned(CASES[0]))

    assert "import hashlib\nimport hmac\nimport os\nimport sys\n" in bare
    assert "base64" not in bare
