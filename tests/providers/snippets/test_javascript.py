"""The snippet in JavaScript says what we say."""

import json
import subprocess
from pathlib import Path

from inspector.providers.snippets.javascript import JAVASCRIPT
from tests.providers.snippets.cases import CASES, EXPECTED, planned, program_of, runs

DRIVER = """
const codes = [];
const write = console.log;
for (const [program, body, environment] of JSON.parse(require("fs").readFileSync(0))) {
  Object.assign(process.env, environment);
  process.argv = ["node", program, body];
  delete require.cache[program];
  console.log = (text) => codes.push(text);
  require(program);
  codes.push(process.exitCode);
}
process.exitCode = 0;
write(JSON.stringify(codes));
"""
"""Runs many snippets in one process, which is quicker than one each."""


def test_each_way_of_signing(tmp_path: Path) -> None:
    """With node it ends with 0 for the delivery, with 1 when one byte is another; without, it is at least written."""
    node = program_of("node")
    if node is not None:
        all_runs = runs(JAVASCRIPT, tmp_path)
        given = json.dumps([[str(run.program), str(run.body), dict(run.environment)] for run in all_runs])
        done = subprocess.run([node, "-e", DRIVER], input=given, capture_output=True, text=True, check=True)
        told = json.loads(done.stdout)
        assert [(run.name, code) for run, code in zip(all_runs, told[1::2], strict=True)] == EXPECTED
        assert told[::2] == [("valid", "not valid")[code] for _, code in EXPECTED]
    for case in CASES:
        text = JAVASCRIPT.write(planned(case))
        assert "timingSafeEqual" in text
        assert case.secret.decode() not in text
