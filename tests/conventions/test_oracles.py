"""Every official library that is asked for is asked, and nothing claims to be compared that is not."""

import ast
import re
import tomllib

from inspector.providers.registry import BY_ID
from tests.conventions.source import ROOT, imported, python_files, tree
from tests.providers.made import vectors

FOLDER = "tests/oracles"
TOPS = {
    "hubspot-api-client": "hubspot",
    "paddle-python-sdk": "paddle_billing",
    "pynacl": "nacl",
    "squareup": "square",
}
"""What is imported of a distribution where that is not its name."""


def test_every_official_library_has_its_test() -> None:
    """What the extra `oracles` installs is imported by a file of tests, one for each library."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = [re.split(r"[\[<>=!~;\s]", line)[0].lower() for line in project["optional-dependencies"]["oracles"]]
    wanted = {TOPS.get(name, name.replace("-", "_")) for name in named}
    asking = [
        {name.split(".")[0].lower() for name in imported(path)} & wanted
        for path in python_files(FOLDER)
        if path.name.startswith("test_")
    ]

    assert len(wanted) >= 17
    assert set().union(*asking) == wanted
    assert len(asking) == len(wanted)
    assert all(asking)


def test_every_library_of_the_extra_is_pinned() -> None:
    """What is compared today is what is compared tomorrow."""
    lines = (ROOT / "packaging" / "oracle_constraints.txt").read_text(encoding="utf-8").splitlines()
    lines += (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = {re.sub(r"[-_.]+", "-", line.partition("==")[0]).lower() for line in lines if not line.startswith("#")}
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {re.split(r"[<>=]", line)[0].lower() for line in project["optional-dependencies"]["oracles"]}

    assert all("==" in line for line in lines if not line.startswith("#"))
    assert named - pins == set()


def test_nobody_is_compared_in_secret() -> None:
    """A provider that is compared with a library says on what evidence it stands, and who says so is compared."""
    compared = {
        str(statement.value.value)
        for path in python_files(FOLDER)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
        for statement in node.body
        if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant)
        if [ast.unparse(target) for target in statement.targets] == ["provider"]
    }
    claimed = {id for id, provider in BY_ID.items() if provider.evidence == "official library"}

    assert {id for id in compared if BY_ID[id].evidence == "self-checked only"} == set()
    assert claimed - compared - {str(vector["provider"]) for vector in vectors()} == set()
