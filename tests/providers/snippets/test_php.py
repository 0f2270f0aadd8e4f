"""The snippet in PHP says what we say."""

from pathlib import Path

from inspector.providers.snippets.php import PHP
from tests.providers.snippets.cases import CASES, EXPECTED, exit_codes, planned, program_of, runs

DRIVER = """
foreach (json_decode(file_get_contents('php://stdin'), true) as [$program, $body, $environment]) {
    $pid = pcntl_fork();
    if ($pid === 0) {
        foreach ($environment as $name => $value) {
            putenv("$name=$value");
        }
        $argv = [$program, $body];
        $argc = 2;
        include $program;
    }
    pcntl_waitpid($pid, $status);
    echo pcntl_wexitstatus($status), PHP_EOL;
}
"""


def test_each_way_of_signing(tmp_path: Path) -> None:
    """Where php is here it ends with 0 for the delivery and 1 when a byte is another; else it is written whole."""
    all_runs = runs(PHP, tmp_path)
    program = program_of("php")
    if program is not None:
        assert exit_codes((program, "-r", DRIVER), all_runs) == EXPECTED
    for case in CASES:
        plan = planned(case)
        text = PHP.write(plan)
        assert "hash_equals" in text
        assert all(name in text for name, _ in plan.headers)
        assert case.secret.decode() not in text
        assert text.count("{") == text.count("}"), case.name
