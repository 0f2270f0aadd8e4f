"""The snippet in Ruby says what we say."""

from pathlib import Path

from inspector.providers.snippets.ruby import RUBY
from tests.providers.snippets.cases import CASES, EXPECTED, exit_codes, planned, program_of, runs

DRIVER = """
%w[cgi json openssl uri zlib].each { |name| require name }
$stdout.sync = true
JSON.parse($stdin.read).each do |program, body, environment|
  pid = fork do
    ENV.update(environment)
    ARGV.replace([body])
    load program
  end
  Process.wait(pid)
  puts $?.exitstatus
end
"""


def test_each_way_of_signing(tmp_path: Path) -> None:
    """Where ruby is here it ends with 0 for the delivery and 1 when a byte is another; else it is written whole."""
    all_runs = runs(RUBY, tmp_path)
    program = program_of("ruby")
    if program is not None:
        assert exit_codes((program, "-e", DRIVER), all_runs) == EXPECTED
    for case in CASES:
        plan = planned(case)
        text = RUBY.write(plan)
        assert "secure_compare" in text
        assert all(name in text for name, _ in plan.headers)
        assert case.secret.decode() not in text
        assert text.count("{") == text.count("}"), case.name
